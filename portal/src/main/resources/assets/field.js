// Small help in fields: how many characters are left, and what a scanned code brought along after the #.
(() => {
  'use strict';

  const area = document.querySelector('textarea[data-longest]');
  const left = document.querySelector('[data-left]');
  if (area && left) {
    const count = () => {
      left.textContent = left.dataset.left.replace('#', String(area.dataset.longest - Array.from(area.value).length));
    };
    area.addEventListener('input', count);
    count();
  }

  const scanned = document.querySelector('[data-scanned]');
  const brought = location.hash.slice(1);
  if (scanned && /^[0-9A-Za-z-]{16,24}$/.test(brought)) {
    scanned.value = brought;
    history.replaceState(null, '', location.pathname + location.search);
  }

  document.querySelectorAll('[data-print]').forEach((button) => {
    button.hidden = false;
    button.addEventListener('click', () => window.print());
  });
})();
