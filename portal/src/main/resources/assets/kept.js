// What is kept on the device because somebody asked for it, and what tabs of one browser tell each other; nothing else is stored.

import { answers, capacity, choose, field, form } from './form.js';

const shelf = `prongsai:${form.dataset.round}:${form.dataset.agency}:${form.dataset.instrument}`;

/** Keeps what was filled in and what else is needed to go on, if that is wished; what another tab keeps stays. */
export function keep(more) {
  const box = field('keep');
  if (!box.checked) return;
  try {
    localStorage.setItem(shelf, JSON.stringify({ ...more, answers: answers(), capacity: capacity() }));
  } catch {
    box.checked = false;
  }
}

let deleting = { may: () => true, done: () => {} };

/** Whether what was kept may be deleted where somebody wants that, and what is to be done then. */
export function onForgotten(may, done) {
  deleting = { may, done };
}

/** From here on nothing is kept, until somebody asks for it again. */
export function forget() {
  field('keep').checked = false;
  try {
    localStorage.removeItem(shelf);
  } catch {
    // Nothing could be kept either.
  }
}

/** Puts back what was kept, and returns what else was; nothing where nothing was kept. */
export function bringBack() {
  const kept = read();
  if (!kept) return undefined;
  choose(kept.answers);
  capacity(kept.capacity);
  field('keep').checked = true;
  form.querySelector('[data-kept]').hidden = false;
  return kept;
}

function read() {
  try {
    return JSON.parse(localStorage.getItem(shelf));
  } catch {
    return undefined;
  }
}

form.addEventListener('click', (event) => {
  if (!event.target.closest('[data-forget]') || !deleting.may()) return;
  forget();
  choose({});
  capacity('');
  form.querySelector('[data-kept]').hidden = true;
  deleting.done();
});

// ---- Other tabs, by a channel that stores nothing

const channel = 'BroadcastChannel' in window ? new BroadcastChannel(shelf) : undefined;

export function tellTabs() {
  if (channel) channel.postMessage('sent');
}

export function onOtherTab(sent) {
  if (channel) channel.onmessage = sent;
}
