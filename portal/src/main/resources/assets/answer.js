// Service users bring a random number of their own, made here so that nobody has seen it before it is sent.

import { beginAnswering } from './answering.js';
import { fault, field, form, go, questions } from './form.js';

const KEY = /^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/;

let own = newToken();
/** Of an answer that was sent before. */
let earlier = '';
/** What the counter's screen shows, scanned or typed. */
let counterCode = '';

function newToken() {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return btoa(String.fromCharCode(...bytes)).replace(/\+/g, '-').replace(/\//g, '_').replace(/=/g, '');
}

/** Whether what stands where a change key is typed is one, or nothing. */
function ready() {
  const input = field('key');
  const typed = input.value.replace(/\s/g, '');
  const good = typed === '' || KEY.test(typed);
  fault(input, document.getElementById('key-error'), !good);
  earlier = good ? typed : '';
  if (!good) {
    input.closest('details').open = true;
    go('about', false, input);
  }
  return good;
}

form.addEventListener('change', (event) => {
  if (event.target.name === 'key') ready();
});

beginAnswering({
  ticket: async () => ({ token: earlier || own }),
  key: () => earlier || own,
  ready,
  // What stands where an earlier key is typed belongs to the answers: under another one they would be a second answer.
  saved: () => ({ token: own, key: field('key').value }),
  restore: ({ token, key }) => {
    own = token;
    field('key').value = key || '';
    field('key').closest('details').open = Boolean(key);
  },
  forgotten: () => {
    own = newToken();
    field('key').value = '';
  },
  uncountered: () => {
    counterCode = '';
  },
  reviewed: (page) => {
    page.querySelector('#counterCode').value = counterCode;
    page.querySelector('[data-counter]').hidden = !counterCode;
  },
});

document.addEventListener('input', (event) => {
  if (event.target.id === 'counterCode') counterCode = event.target.value.trim();
});

/** Who goes back to the start page and comes again brings the code along. */
function alongBack() {
  if (counterCode) questions()[0].querySelector('.walk .link').hash = `counter=${counterCode}`;
}

form.addEventListener('redrawn', alongBack);

/**
 * What the counter's QR code brought along is taken out of the address before a history keeps it. Who was quicker than this script
 * has gone on to another question, and came by that address all the same.
 */
const [came] = performance.getEntriesByType('navigation');
const [, scanned] = `${location.hash} ${came ? came.name : ''}`.match(/#counter=([A-Za-z0-9-]+)(?= |$)/) || [];
if (scanned) {
  if (location.hash.startsWith('#counter=')) history.replaceState(null, '', location.pathname + location.search);
  counterCode = scanned;
  alongBack();
}
