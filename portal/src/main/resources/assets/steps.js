// From screen to screen. The address says which is shown, so that the back button goes back.

import { form } from './form.js';

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
