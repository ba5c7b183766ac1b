// Runs before the program comes. A file of its own, because the page's security policy forbids scripts inside of the page.

// A night desk is never lit up white while the program loads.
const chosen = localStorage.getItem('rescueline.appearance');
const dark = chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
const english = localStorage.getItem('rescueline.language') === 'en';
document.documentElement.dataset.theme = dark ? 'dark' : 'light';
document.documentElement.lang = english ? 'en' : 'zh-CN';

// The view that somebody opens is fetched beside the program instead of after it. The build names its files.
const view = location.pathname.split('/')[1] ?? '';
const files = JSON.parse(document.querySelector('meta[name=views]')?.content ?? '{}')[view] ?? [];
for (const file of files) {
  const link = document.createElement('link');
  // A style sheet that stands in the page already is not waited for again when the view is drawn.
  link.rel = file.endsWith('.css') ? 'stylesheet' : 'modulepreload';
  link.href = file;
  document.head.append(link);
}

// So is what every page and this view ask for first; `api/early.ts` hands the answers on.
const QUESTIONS = {
  desk: [
    '/desk',
    '/events?owner=me&state=DRAFT&state=OPEN&size=50&sort=-createdAt',
    '/callbacks?state=DUE&size=20&sort=deadlineAt',
  ],
  board: ['/rescues?open=true&size=200'],
  supervisor: ['/reports/calls/today'],
};
const everywhere = ['/session', '/console/settings', '/calls/live', '/reports/calls/summary'];
const headers = {
  Accept: 'application/json, application/problem+json',
  'Accept-Language': english ? 'en' : 'zh',
};
window.rescuelineEarly =
  view === 'sign-in'
    ? {}
    : Object.fromEntries(
        [...everywhere, ...(QUESTIONS[view] ?? [])].map((path) => {
          const answer = fetch(`/api/v1${path}`, { headers, credentials: 'same-origin' });
          // Whoever takes it hears of a failure; if nobody does, nobody needs to.
          answer.catch(() => undefined);
          return [path, answer];
        }),
      );
