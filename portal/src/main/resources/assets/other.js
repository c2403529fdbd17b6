// The same page in another language, or with all questions at once: what was chosen and typed stays.

import { answers, capacity, choose, field, form } from './form.js';
import { arrive } from './steps.js';

/** Fetches this page anew and takes over what it says; where that fails everything stays, and the page says so. */
export async function takeOver(address) {
  const url = new URL(address, location.href);
  if (form.classList.contains('all') && !address.includes('show=')) {
    url.searchParams.set('show', 'all');
  }
  const failed = document.querySelector('[data-failed]');
  failed.hidden = true;
  try {
    const reply = await fetch(url.pathname + url.search, { credentials: 'omit' });
    const page = new DOMParser().parseFromString(await reply.text(), 'text/html');
    const fresh = page.getElementById('answers');
    if (!reply.ok || !fresh) throw new Error('it is another page by now');
    replace(page, fresh);
    history.replaceState(null, '', url.pathname + url.search + location.hash);
    arrive();
  } catch {
    failed.hidden = false;
  }
}

function replace(page, fresh) {
  const typed = Array.from(form.querySelectorAll('input[type="text"], textarea'), ({ name, value }) => [name, value]);
  const held = { answers: answers(), capacity: capacity(), keep: field('keep').checked };
  document.documentElement.lang = page.documentElement.lang;
  document.title = page.title;
  for (const part of ['.masthead', '.footing']) swap(document.querySelector(part), page.querySelector(part));
  for (const template of document.querySelectorAll('template')) swap(template, page.getElementById(template.id));
  const notes = page.querySelectorAll('[data-asking]');
  document.querySelectorAll('[data-asking]').forEach((note, i) => swap(note, notes[i]));
  form.className = `${fresh.className} scripted`;
  Object.assign(form.dataset, fresh.dataset);
  form.action = fresh.getAttribute('action');
  form.replaceChildren(...fresh.childNodes);
  choose(held.answers);
  capacity(held.capacity);
  field('keep').checked = held.keep;
  for (const [name, value] of typed) if (field(name)) field(name).value = value;
  form.querySelectorAll('[data-scripted]').forEach((part) => (part.hidden = false));
  form.querySelectorAll('[data-locked]').forEach((part) => (part.disabled = false));
  form.querySelectorAll('[data-unscripted]').forEach((part) => (part.hidden = true));
  form.dispatchEvent(new Event('redrawn'));
}

function swap(old, fresh) {
  if (old && fresh) old.replaceWith(fresh);
}

document.addEventListener('click', (event) => {
  const other = event.target.closest('[data-show], .switch');
  if (!other) return;
  event.preventDefault();
  takeOver(other.getAttribute('href'));
});

form.addEventListener('submit', (event) => {
  const by = event.submitter;
  if (!by || !by.hasAttribute('formaction')) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  takeOver(by.getAttribute('formaction'));
});
