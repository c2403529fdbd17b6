// For browsers that cannot run the scripts of this page: it says so instead of doing nothing.
if (!('noModule' in document.createElement('script')) || typeof BigInt === 'undefined' || typeof globalThis === 'undefined') {
  document.getElementById('answers').hidden = true;
  document.getElementById('too-old').hidden = false;
  // The code of a slip is of no use here, and need not stay in the history.
  history.replaceState(null, '', location.pathname + location.search);
}
