/** Words to read a kilometre post back, digit by digit: a misheard post sends a van 38 km the wrong way. */

const CHINESE = ['零', '幺', '二', '三', '四', '五', '六', '七', '八', '九'];
const ENGLISH = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

/** `985100` metres is `K985+100`. */
export function postText(postMeters: number): string {
  return `K${Math.floor(postMeters / 1000)}+${String(postMeters % 1000).padStart(3, '0')}`;
}

/** `K 九 八 五 加 幺 零 零`, as telephone operators say it; `K nine–eight–five plus one–zero–zero`. */
export function readBackText(postMeters: number, language: 'zh' | 'en'): string {
  const [kilometres = '', metres = ''] = postText(postMeters).slice(1).split('+');
  const words = language === 'zh' ? CHINESE : ENGLISH;
  const spell = (digits: string) =>
    Array.from(digits, (digit) => words[Number(digit)]).join(language === 'zh' ? ' ' : '–');
  return language === 'zh'
    ? `K ${spell(kilometres)} 加 ${spell(metres)}`
    : `K ${spell(kilometres)} plus ${spell(metres)}`;
}
