// One survey from its first question to the receipt, for service users and for staff; what differs is whom the ticket comes from.
//
// Nothing is stored on the device unless it is asked for. The same token and answers again are the same answer, so whatever is lost is
// simply sent again.

import {
  answers,
  arrive,
  field,
  focusHeading,
  focusOn,
  form,
  go,
  mark,
  onArrival,
  questions,
  showPage,
  showStep,
  steps,
  takeOver,
  unanswered,
  unlock,
} from './form.js';
import { bringBack, forget, keep, onForgotten, onOtherTab, tellTabs } from './kept.js';
import { deliver, say } from './send.js';

const BESIDE = ['/complaints', '/privacy', '/receipt'].map((place) => `a[href^="${place}"]`).join() + ', a[href*="/comment"]';

let source;
let sent = null;
/** The page from which answers are on their way; who leaves it stops them. */
let sending = null;
/** What is done once more with the page on which answers are checked, when it is drawn in another language. */
let again = null;

/**
 * Begins, with who brings the ticket:
 *   ticket(page)  { token, signature? }, or nothing where it said itself why there is none
 *   key()         what the respondent keeps to change the answer by
 *   ready()       whether everything is there that sending needs; else it went where that is given
 *   saved()       what to keep beside the answers, restore(saved) the other way
 *   reviewed(page) what it has to do with the page on which answers are checked
 *   forgettable() whether what was kept may be deleted, forgotten() that it is
 *   arrived()     that the answers are there
 */
export function beginAnswering(who) {
  source = { forgettable: () => true, ...who };
  unlock();
  const kept = bringBack();
  if (kept) source.restore(kept);
  const ahead = /^#(about|review)$/.test(location.hash);
  if (ahead && unanswered().length > 0) go(steps()[0].id, true);
  else if (location.hash && !location.hash.includes('=')) arrive();
  else showStep();
}

export function keepNow() {
  keep(source.saved());
}

// ---- The questions

form.addEventListener('click', (event) => {
  const next = event.target.closest('[data-next]');
  const box = next && next.closest('[data-question]');
  if (!box || box.querySelector('input:checked')) return;
  event.preventDefault();
  mark(box, true);
  box.querySelector('input').focus();
});

form.addEventListener('change', (event) => {
  const box = event.target.closest('[data-question]');
  if (box) mark(box, false);
  if (event.target === field('keep') && !field('keep').checked) forget();
  keepNow();
});

form.addEventListener('submit', (event) => {
  event.preventDefault();
  check();
});

form.addEventListener('click', (event) => {
  if (event.target.closest('[data-review][type="button"]')) check();
});

/** Enter in a field or on an answer: the browser presses the first button of the form for it. */
form.addEventListener('click', (event) => {
  if (!event.target.closest('[data-enter]')) return;
  event.preventDefault();
  const step = document.activeElement.closest('.step');
  const on = step && step.querySelector(form.classList.contains('one') ? '[data-next], [data-slip-next]' : '[data-slip-next]');
  if (on) on.click();
  else check();
});

function check() {
  if (!source.ready()) return undefined;
  const left = unanswered();
  left.forEach((box) => mark(box, true));
  return left.length > 0 ? go(left[0].id, false, left[0].querySelector('input')) : go('review');
}

// ---- Checking and sending

onArrival('always', () => sent && showSent());

onArrival('sent', () => {
  // The page was loaded anew, or thrown away by a phone that needed the room: what it showed is gone.
  document.querySelector('[data-before]').hidden = false;
  go(steps()[0].id, true);
});

onArrival('review', () => {
  if (unanswered().length > 0) return go(unanswered()[0].id, true);
  if (!source.ready()) return undefined;
  document.querySelector('[data-corrected]').hidden = true;
  const page = showPage('review-page');
  const list = page.querySelector('[data-answers]');
  questions().forEach((box, i) => list.append(row(box, i + 1)));
  if (source.reviewed) source.reviewed(page);
  page.querySelector('[data-send]').addEventListener('click', () => send(page));
  if (again) again(page);
  again = null;
  return undefined;
});

/** That nothing is taken any more holds in another language too; of what is on its way the same once more is the same answer. */
form.addEventListener('redrawn', () => {
  if (document.querySelector('#review [data-closed]:not([hidden])')) again = closed;
  else again = sending && sending.isConnected ? send : null;
});

function row(box, number) {
  const made = document.getElementById('answer-row').content.cloneNode(true).firstElementChild;
  const [question, answer] = [box.querySelector('.ask'), box.querySelector('input:checked + label')];
  const change = made.querySelector('a');
  copy(question, made.querySelector('dt'));
  copy(answer, made.querySelector('dd'));
  change.href = `#${box.id}`;
  change.setAttribute('aria-label', change.dataset.name.replace('#', String(number)));
  return made;
}

function copy(from, to) {
  to.textContent = from.textContent;
  to.lang = from.lang;
}

async function send(page) {
  if (sending === page) return;
  sending = page;
  const button = page.querySelector('[data-send]');
  button.setAttribute('aria-disabled', 'true');
  say(page, 'sending');
  try {
    const ticket = await source.ticket(page);
    if (!ticket) return;
    const { taken, why } = await deliver(page, ticket);
    // What arrived is what was checked, even where somebody has left the page since.
    if (taken) end(taken);
    else if (why === 'corrected') await corrected();
    else if (why) failed(page, why);
  } finally {
    if (sending === page) sending = null;
    button.removeAttribute('aria-disabled');
  }
}

function failed(page, why) {
  if (why === 'closed-meanwhile') return closed(page);
  say(page, why);
  if (why !== 'counter-wrong') return undefined;
  const code = page.querySelector('#counterCode');
  page.querySelector('[data-counter]').hidden = false;
  code.value = '';
  if (source.uncountered) source.uncountered();
  return code.focus();
}

/** Nothing can be sent any more, and nothing need be kept; who has something to report still can. */
export function closed(page) {
  forget();
  const state = say(page, 'closed-meanwhile');
  state.tabIndex = -1;
  state.focus();
  page.querySelectorAll('[data-open], [data-send]').forEach((part) => (part.hidden = true));
  page.querySelector('[data-closed]').hidden = false;
}

/** A page was open while its questions were corrected: they are fetched anew, and what still fits stays chosen. */
async function corrected() {
  go(steps()[0].id, true);
  await takeOver(location.pathname + location.search);
  document.querySelector('[data-corrected]').hidden = false;
}

function end(taken) {
  sent = taken;
  if (source.arrived) source.arrived();
  forget();
  tellTabs();
  showSent();
}

function showSent() {
  // Also where somebody went back: a page that is loaded anew is to say that all was sent.
  history.replaceState(null, '', '#sent');
  document.querySelectorAll('[data-told] .note').forEach((note) => (note.hidden = true));
  const page = showReceipt(sent, source.key());
  page.querySelector('[data-change]').addEventListener('click', () => {
    sent = null;
    go(steps()[0].id);
  });
  focusOn(page.querySelector('h1'));
  return true;
}

onForgotten(
  () => source.forgettable(),
  () => {
    source.forgotten();
    focusHeading();
  },
);

onOtherTab(() => (document.querySelector('[data-elsewhere]').hidden = Boolean(sent)));

const answered = () => Object.keys(answers()).length > 0;

/** Answers that are neither sent nor kept are worth a question before the page goes. */
window.addEventListener('beforeunload', (event) => {
  if (sent || !answered() || field('keep').checked) return;
  event.preventDefault();
  // Browsers of some years ago ask for this.
  event.returnValue = true;
});

/** Codes, answers, and the receipt stay where somebody wants to read, to complain or to comment: that opens beside them. */
document.addEventListener('click', (event) => {
  const link = event.target.closest(BESIDE);
  const typed = Array.from(form.querySelectorAll('input[type="text"], textarea')).some((input) => input.value);
  if (link) link.target = sent || answered() || typed ? '_blank' : '';
});

// ---- What is shown after sending: the receipt and the key to change the answer by, as words and as QR codes.

let drawing;

/** @param sent { receipt, part } as the intake gave it; @param key as the respondent keeps it */
function showReceipt(sent, key) {
  const page = showPage('sent-page');
  page.querySelector('[data-receipt]').textContent = sent.receipt;
  page.querySelector('[data-key]').textContent = key;
  page.querySelector('[data-aside]').hidden = !sent.part;
  draw(page, 'receipt', `${location.origin}/receipt#${sent.receipt}`, page.querySelector('#receipt-title').textContent);
  // The key alone, and no address with it: whoever is sent an address must not answer under a key of others.
  draw(page, 'key', key, page.querySelector('summary').textContent);
  if (!navigator.clipboard) return page;
  page.querySelectorAll('[data-copy]').forEach((line) => (line.hidden = false));
  page.querySelectorAll('[data-copies]').forEach((button) => {
    button.addEventListener('click', async () => {
      const copied = button.nextElementSibling;
      const copy = navigator.clipboard.writeText(button.dataset.copies === 'key' ? key : sent.receipt);
      // Not everybody allows it; what is to be copied stands above.
      copied.textContent = await copy.then(() => copied.dataset.done).catch(() => '');
    });
  });
  return page;
}

async function draw(page, name, text, label) {
  await drawer();
  const canvas = document.createElement('canvas');
  canvas.setAttribute('role', 'img');
  canvas.setAttribute('aria-label', label);
  const place = page.querySelector(`[data-qr="${name}"]`);
  place.textContent = '';
  place.append(canvas);
  window.QrCreator.render({ text, radius: 0, ecLevel: 'M', fill: '#000', background: '#fff', size: 512 }, canvas);
}

/** Fetched when it is needed, once. */
function drawer() {
  if (!drawing) {
    drawing = new Promise((resolve) => {
      const script = document.createElement('script');
      script.src = form.dataset.qrScript;
      script.onload = resolve;
      document.head.append(script);
    });
  }
  return drawing;
}
