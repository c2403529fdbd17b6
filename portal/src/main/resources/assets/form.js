// The form that people fill in: what was chosen, what is missing, and what the page says in its language.

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
