// Runs before the first paint, so that a night desk is never lit up white while the program loads.
// A file of its own, because the page's security policy forbids scripts inside of the page.
const chosen = localStorage.getItem('rescueline.appearance');
const dark = chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
document.documentElement.dataset.theme = dark ? 'dark' : 'light';
document.documentElement.lang = localStorage.getItem('rescueline.language') === 'en' ? 'en' : 'zh-CN';
