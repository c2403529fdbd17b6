// Small help in pages: how many characters are left, what a scanned code brought along after the #, printing, a code that is
// another one after a while, and forms that are sent once. No page needs it.
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

  // The code of a counter goes along to the survey, in whichever language that is read.
  const [counter] = location.hash.match(/^#counter=[0-9A-Za-z-]+$/) || [];
  if (counter) {
    document.querySelectorAll('.switch, main a[href^="/a/"]:not([href*="/iit"])').forEach((link) => (link.hash = counter));
    history.replaceState(null, '', location.pathname + location.search);
  }

  const outlived = document.querySelector('[data-outlived]');
  if (outlived) {
    try {
      localStorage.removeItem(outlived.dataset.outlived);
    } catch {
      // Nothing could be kept either.
    }
  }

  // A screen that nobody watches stays until there is something to show again.
  const renew = () =>
    fetch(location.href, { cache: 'no-store' })
      .then((reply) => (reply.status < 500 ? location.reload() : Promise.reject(reply.status)))
      .catch(() => setTimeout(renew, 5000));
  const passing = document.querySelector('[data-reload]');
  if (passing) setTimeout(renew, passing.dataset.reload * 1000);

  // Of a form that is sent twice only the second reply would be shown, and codes are in the first.
  document.querySelectorAll('form[method="post"]').forEach((form) => {
    let sent = -Infinity;
    form.addEventListener('submit', (event) => {
      if (event.timeStamp - sent < 3000) event.preventDefault();
      else sent = event.timeStamp;
    });
  });

  document.querySelectorAll('[data-print]').forEach((button) => {
    button.classList.remove('later');
    button.addEventListener('click', () => window.print());
  });
})();
