// The form that people fill in: what was chosen and what is missing, which of its screens is shown, and what is kept of it.

export const form = document.getElementById('answers');
const { round, agency } = form.dataset;

/** Where the API has this office in this round. */
export const api = `/api/v1/rounds/${encodeURIComponent(round)}/agencies/${encodeURIComponent(agency)}`;

export const questions = () => Array.from(form.querySelectorAll('[data-question]'));

export const field = (name) => form.querySelector(`[name="${name}"]`);

/** Option code by question code. */
export function answers() {
  const chosen = {};
  for (const box of questions()) {
    const input = box.querySelector('input:checked');
    if (input) chosen[box.dataset.question] = input.value;
  }
  return chosen;
}

export function choose(chosen) {
  for (const box of questions()) {
    for (const input of box.querySelectorAll('input')) input.checked = input.value === chosen[box.dataset.question];
  }
}

/** In which somebody came: self, for-someone, agent, or nothing. */
export function capacity(chosen) {
  const inputs = Array.from(form.querySelectorAll('input[name="capacity"]'));
  if (chosen !== undefined) inputs.forEach((input) => (input.checked = input.value === chosen));
  const input = inputs.find((each) => each.checked);
  return input ? input.value : '';
}

export function unanswered() {
  const chosen = answers();
  return questions().filter((box) => !(box.dataset.question in chosen));
}

/** Says beside a question that it lacks an answer, or no more. */
export function mark(box, bad) {
  box.classList.toggle('bad', bad);
  const error = box.querySelector('.error');
  const fieldset = box.querySelector('fieldset');
  error.hidden = !bad;
  if (bad) fieldset.setAttribute('aria-describedby', error.id);
  else fieldset.removeAttribute('aria-describedby');
}

/** A sentence of the page in its language, its {gaps} filled. */
export function text(name, gaps = {}) {
  const said = document.getElementById('says').content.querySelector(`[data-says="${name}"]`).textContent;
  return Object.keys(gaps).reduce((sofar, gap) => sofar.replace(`{${gap}}`, () => gaps[gap]), said);
}

// ---- From screen to screen. The address says which is shown, so that the back button goes back.

const main = document.getElementById('main');
const pages = {};
let wanted = null;

export const steps = () => Array.from(form.querySelectorAll('.step'));

/** Has this shown where the address ends in #name, instead of a step; where nothing is to be shown, it goes elsewhere itself. */
export function onArrival(name, show) {
  pages[name] = show;
}

/** To a step or a page; where something is to be mended there, to that. */
export function go(id, replace, focus) {
  wanted = focus || null;
  if (location.hash === `#${id}`) return arrive();
  if (!replace) {
    location.hash = id;
    return undefined;
  }
  history.replaceState(null, '', `#${id}`);
  return arrive();
}

export function arrive() {
  const focus = wanted;
  wanted = null;
  const name = location.hash.slice(1);
  if (pages.always && pages.always()) return undefined;
  if (pages[name]) return pages[name]();
  leavePages();
  showStep();
  if (form.classList.contains('one')) focusOn(focus || shown().querySelector('[data-heading], legend'));
  else if (focus) focus.focus();
  return undefined;
}

function shown() {
  const name = location.hash.slice(1);
  return steps().find((step) => step.id === name) || steps()[0];
}

export function showStep() {
  const now = shown();
  steps().forEach((step) => step.classList.toggle('now', step === now));
}

export function focusOn(element) {
  if (!element) return;
  element.focus({ preventScroll: true });
  window.scrollTo(0, 0);
}

/** Shows a page that lies in a template, in the place of the form. */
export function showPage(template) {
  leavePages();
  form.hidden = true;
  document.querySelectorAll('[data-asking]').forEach((note) => (note.hidden = true));
  const page = document.getElementById(template).content.cloneNode(true).firstElementChild;
  page.dataset.shown = template;
  main.insertBefore(page, form);
  focusOn(page.querySelector('h1'));
  return page;
}

function leavePages() {
  document.querySelectorAll('[data-shown]').forEach((page) => page.remove());
  form.hidden = false;
  document.querySelectorAll('[data-asking]').forEach((note) => (note.hidden = false));
}

window.addEventListener('hashchange', arrive);

// ---- What is kept on the device because somebody asked for it, and what tabs of one browser tell each other; nothing else is stored.

const shelf = `prongsai:${form.dataset.round}:${form.dataset.agency}:${form.dataset.instrument}`;

/** Keeps what was filled in and what else is needed to go on, if that is wished; else forgets it. */
export function keep(more) {
  const box = field('keep');
  if (!box.checked) return forget();
  try {
    localStorage.setItem(shelf, JSON.stringify({ ...more, answers: answers(), capacity: capacity() }));
  } catch {
    box.checked = false;
  }
  return undefined;
}

let forgotten = () => {};

/** Has this done where somebody deletes what was kept. */
export function onForgotten(then) {
  forgotten = then;
}

export function forget() {
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
  if (!event.target.closest('[data-forget]')) return;
  forget();
  field('keep').checked = false;
  choose({});
  capacity('');
  form.querySelector('[data-kept]').hidden = true;
  forgotten();
});

// ---- Other tabs, by a channel that stores nothing

const channel = 'BroadcastChannel' in window ? new BroadcastChannel(shelf) : undefined;

export function tellTabs() {
  if (channel) channel.postMessage('sent');
}

export function onOtherTab(sent) {
  if (channel) channel.onmessage = sent;
}
