/** Answers that `public/first.js` asked for while the program was still on its way, by path below the API's root. */
declare global {
  interface Window {
    rescuelineEarly?: Record<string, Promise<Response>>;
  }
}

/** Later than this after the page was opened an early answer may be out of date: a new question is better. */
const GOOD_FOR_MILLIS = 10_000;

/** The early answer to a question, for the first who asks it. */
export function takeEarly(path: string): Promise<Response> | undefined {
  const early = window.rescuelineEarly;
  const answer = early?.[path];
  if (early === undefined || answer === undefined) return undefined;
  window.rescuelineEarly = Object.fromEntries(Object.entries(early).filter(([each]) => each !== path));
  return performance.now() < GOOD_FOR_MILLIS ? answer : undefined;
}
