/** Answers that `public/first.js` asked for while the program was still on its way, by path below the API's root. */
declare global {
  interface Window {
    rescuelineEarly?: Record<string, Promise<Response>>;
  }
}

/** Later than this after the page was opened an early answer may be out of date: a new question is better. */
const GOOD_FOR_MILLIS = 10_000;

/**
 * The early answer to a question, for the first who asks it. A refusal is none: it may have been given before somebody
 * signed in.
 */
export async function takeEarly(path: string): Promise<Response | null> {
  const early = window.rescuelineEarly;
  const answer = early?.[path];
  if (early === undefined || answer === undefined) return null;
  window.rescuelineEarly = Object.fromEntries(Object.entries(early).filter(([each]) => each !== path));
  if (performance.now() > GOOD_FOR_MILLIS) return null;
  const response = await answer.catch(() => null);
  return response?.ok === true ? response : null;
}

/** What was asked for one person is not shown to another. */
export function forgetEarly(): void {
  delete window.rescuelineEarly;
}
