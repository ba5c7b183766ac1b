// Chooses light or dark before the program loads.
const chosen = localStorage.getItem('rescueline.appearance');
const dark = chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
document.documentElement.dataset.theme = dark ? 'dark' : 'light';
