// The form that people fill in: what was chosen and what is missing, and which of its screens is shown.

export const form = document.getElementById('answers');
const { round, agency } = form.dataset;

/** Where the API has this office in this round. */
export const api = `/api/v1/rounds/${encodeURIComponent(round)}/agencies/${encodeURIComponent(agency)}`;

/** In milliseconds. */
const PATIENCE = 20000;

/** Asks for something, and gives up after a while: a network that says nothing is one that is away. */
export function ask(url, request) {
  const stop = new AbortController();
  setTimeout(() => stop.abort(), PATIENCE);
  return fetch(url, { credentials: 'omit', ...request, signal: stop.signal });
}

/** Where somebody signs in who comes back to this survey. */
export function signInAddress() {
  return `/sign-in?to=${encodeURIComponent(`${location.pathname}?signed=in&lang=${form.dataset.lang}`)}`;
}

export const questions = () => Array.from(form.querySelectorAll('[data-question]'));

export const field = (name) => form.querySelector(`[name="${name}"]`);

/** From here on the script does what the page alone cannot: what needs it is shown, and can be filled in. */
export function unlock() {
  form.classList.add('scripted');
  form.querySelectorAll('[data-locked]').forEach((part) => (part.disabled = false));
  form.querySelectorAll('[data-unscripted]').forEach((part) => (part.hidden = true));
}

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

/** Says beside a field that what was typed there is not right, or no more; a hidden sentence would be read out too. */
export function fault(input, error, bad) {
  input.closest('.field').classList.toggle('bad', bad);
  error.hidden = !bad;
  const others = (input.getAttribute('aria-describedby') || '').split(' ').filter((id) => id && id !== error.id);
  input.setAttribute('aria-describedby', (bad ? [...others, error.id] : others).join(' '));
  input.setAttribute('aria-invalid', String(bad));
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
  if (form.classList.contains('one')) focusOn(focus || heading(shown()));
  else if (focus) focus.focus();
  return undefined;
}

function shown() {
  const name = location.hash.slice(1);
  return steps().find((step) => step.id === name) || steps()[0];
}

const heading = (part) => part.querySelector('[data-heading], legend');

/** To what is shown, from its beginning on. */
export function focusHeading() {
  focusOn(main.querySelector('[data-shown] h1') || heading(form.classList.contains('one') ? shown() : form));
}

export function showStep() {
  const now = shown();
  steps().forEach((step) => step.classList.toggle('now', step === now));
  entitle(form.classList.contains('one') && now.querySelector('[data-heading], .count, .ask'));
}

let title = document.title;

/** The window's title says where somebody is, for who goes from tab to tab or listens. */
function entitle(where) {
  document.title = where && !title.startsWith(where.textContent) ? `${where.textContent} · ${title}` : title;
}

export function focusOn(element) {
  if (!element) return;
  element.focus({ preventScroll: true });
  window.scrollTo(0, 0);
}

/** Has the page drawn anew that is shown in another language, where it is one that stands in no address. */
let redraw = null;

/** Shows a page that lies in a template, in the place of the form; what fills it does so in each language. */
export function showPage(template, fill = () => {}) {
  leavePages();
  form.hidden = true;
  document.querySelectorAll('[data-asking]').forEach((note) => (note.hidden = true));
  const page = document.getElementById(template).content.cloneNode(true).firstElementChild;
  page.dataset.shown = template;
  main.insertBefore(page, form);
  entitle(page.querySelector('h1'));
  focusOn(page.querySelector('h1'));
  redraw = template.startsWith('fault-') ? () => showPage(template, fill) : null;
  fill(page);
  return page;
}

function leavePages() {
  redraw = null;
  document.querySelectorAll('[data-shown]').forEach((page) => page.remove());
  form.hidden = false;
  document.querySelectorAll('[data-asking]').forEach((note) => (note.hidden = false));
}

window.addEventListener('hashchange', arrive);

// ---- The same page in another language, or with all questions at once: what was chosen and typed stays.

/** What was said before and holds in every language. */
const NOTICES = ['[data-kept]', '[data-before]', '[data-elsewhere]', '[data-corrected]'];

/** Fetches this page anew and takes over what it says; where that fails everything stays, and the page says so. */
export async function takeOver(address) {
  const url = new URL(address, location.href);
  if (form.classList.contains('all') && !address.includes('show=')) {
    url.searchParams.set('show', 'all');
  }
  const signed = new URLSearchParams(location.search).get('signed');
  if (signed) url.searchParams.set('signed', signed);
  const failed = document.querySelector('[data-failed]');
  failed.hidden = true;
  try {
    const reply = await ask(url.pathname + url.search);
    const page = new DOMParser().parseFromString(await reply.text(), 'text/html');
    const fresh = page.getElementById('answers');
    if (!reply.ok || !fresh) throw new Error('it is another page by now');
    replace(page, fresh);
    history.replaceState(null, '', url.pathname + url.search + location.hash);
    if (redraw) redraw();
    else arrive();
  } catch {
    failed.hidden = false;
  }
}

function replace(page, fresh) {
  const typed = Array.from(form.querySelectorAll('input[type="text"], textarea'), ({ name, value }) => [name, value]);
  const held = { answers: answers(), capacity: capacity(), keep: field('keep').checked };
  const said = NOTICES.filter((notice) => !document.querySelector(notice).hidden);
  document.documentElement.lang = page.documentElement.lang;
  title = page.title;
  for (const part of ['.skip', '.masthead', '.demo', '[data-told]', '.footing']) swap(document.querySelector(part), page.querySelector(part));
  for (const template of document.querySelectorAll('template')) swap(template, page.getElementById(template.id));
  const notes = page.querySelectorAll('[data-asking]');
  document.querySelectorAll('[data-asking]').forEach((note, i) => swap(note, notes[i]));
  form.className = fresh.className;
  Object.assign(form.dataset, fresh.dataset);
  if (fresh.hasAttribute('action')) form.action = fresh.getAttribute('action');
  form.textContent = '';
  form.append(...fresh.childNodes);
  choose(held.answers);
  capacity(held.capacity);
  field('keep').checked = held.keep;
  for (const [name, value] of typed) if (field(name)) field(name).value = value;
  said.forEach((notice) => (document.querySelector(notice).hidden = false));
  unlock();
  form.dispatchEvent(new Event('redrawn'));
}

function swap(old, fresh) {
  if (old && fresh) old.replaceWith(fresh);
}

/** Past what is above to what is shown: an address that ends in #main would be that of no step. */
document.addEventListener('click', (event) => {
  if (!event.target.closest('.skip')) return;
  event.preventDefault();
  focusHeading();
});

document.addEventListener('click', (event) => {
  const other = event.target.closest('[data-show], .switch');
  if (!other) return;
  event.preventDefault();
  takeOver(other.getAttribute('href') || other.getAttribute('formaction'));
});

// Which button sends a form not every browser says.
let pressed = null;

form.addEventListener('click', (event) => {
  pressed = event.target.closest('button');
});

form.addEventListener('submit', (event) => {
  const by = event.submitter || pressed;
  pressed = null;
  if (!by || !by.hasAttribute('formaction')) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  takeOver(by.getAttribute('formaction'));
});
