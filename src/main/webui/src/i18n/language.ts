import { create } from 'zustand';
import type { Language, SameShape, Words } from './words';

const STORAGE_KEY = 'rescueline.language';

function remembered(): Language {
  return localStorage.getItem(STORAGE_KEY) === 'en' ? 'en' : 'zh';
}

interface LanguageState {
  readonly language: Language;
  readonly choose: (language: Language) => void;
}

export const useLanguageStore = create<LanguageState>((set) => ({
  language: remembered(),
  choose(language) {
    localStorage.setItem(STORAGE_KEY, language);
    announce(language);
    set({ language });
  },
}));

/** Screen readers and hyphenation follow the language of the document. */
function announce(language: Language): void {
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
}
announce(remembered());

export function useLanguage(): Language {
  return useLanguageStore((state) => state.language);
}

/** For code outside of components, such as the headers of a request. */
export function currentLanguage(): Language {
  return useLanguageStore.getState().language;
}

/** The words of one part in the language on the screen: `const t = useWords(deskWords)`, then `t.save`. */
export function useWords<T>(words: Words<T>): SameShape<T> {
  return words[useLanguage()];
}
