// Runs before the first paint, so that a dark page never flashes white. A file, not inline: the policy is script-src 'self'.
(function () {
  var chosen = null;
  try {
    chosen = localStorage.getItem('stoa.theme');
  } catch (error) {
    chosen = null; // Storage may be closed to us; the system's choice is good enough.
  }
  var dark = chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.setAttribute('data-theme', dark ? 'dark' : 'light');
})();

// Rules of values must not try to compile themselves: the policy has no 'unsafe-eval', and the mere try is a breach of it.
globalThis.__zod_globalConfig = { jitless: true };
