// Lets staff answer with the code of an invitation. The code is exchanged for a ticket when the answers are sent, not before: a
// page that is lost until then loses nothing that cannot be typed again.
//
// What identifies (the code) goes to the issuer with a number that hides the token; what is answered goes to the intake with the
// token. ticket.js says how; this script only asks it.

import { beginAnswering, keepNow } from './answering.js';
import { api, form, text } from './form.js';
import { insist, post, say } from './send.js';
import { go, showPage } from './steps.js';
import { begin, checkKey, finish, parseCode } from './ticket.js';

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Whether somebody came back from signing in, to answer by name and without a code. */
const signedIn = new URLSearchParams(location.search).get('signed') === 'in';

/** code: of the slip; signedIn: invited by name; sha256: of the slip's QR; key: of the unit; state and ticket: see ticket.js */
let slip = { code: '', signedIn: false, sha256: '', key: null, state: null, ticket: null };

// ---- The slip

const step = () => document.getElementById('slip');

function complain(name, gaps) {
  const error = step().querySelector('[data-code-error]');
  error.textContent = name ? text(name, gaps) : '';
  error.hidden = !name;
  const input = form.elements.code;
  input.closest('.field').classList.toggle('bad', Boolean(name));
  if (name) {
    input.setAttribute('aria-invalid', 'true');
    input.focus();
  } else {
    input.removeAttribute('aria-invalid');
  }
}

/** Whether the code, or the key of an earlier answer, is one; its key must be the unit's, or nothing goes on. */
async function readSlip() {
  complain('');
  const typedKey = form.elements.earlier.value.replace(/\s/g, '');
  if (typedKey) return readEarlier(typedKey);
  const read = signedIn ? { code: '' } : parseCode(form.elements.code.value);
  if (read.fault) {
    complain(`code-${read.fault}`, { letter: read.letter, place: read.place });
    return false;
  }
  if (slip.code !== read.code || slip.signedIn !== signedIn) slip = { ...slip, code: read.code, signedIn, state: null, ticket: null };
  return slip.key ? agreed() : askKey();
}

function readEarlier(typed) {
  const [token, signature] = typed.split('.');
  const good = /^[A-Za-z0-9_-]{86}$/.test(token) && /^[A-Za-z0-9_-]{342,1366}$/.test(signature || '');
  const field = form.elements.earlier.closest('.field');
  field.classList.toggle('bad', !good);
  field.querySelector('.error').hidden = good;
  if (good) slip = { ...slip, ticket: { token, signature } };
  else form.elements.earlier.focus();
  return good;
}

async function askKey() {
  const next = step().querySelector('[data-slip-next]');
  next.setAttribute('aria-disabled', 'true');
  try {
    const reply = await fetch(`${api}/ticket-keys/iit`, { credentials: 'omit', headers: { Accept: 'application/json' } });
    if (reply.status === 404) {
      showPage('fault-unknown');
      return false;
    }
    if (!reply.ok) throw new Error(String(reply.status));
    const { jwk, sha256 } = await reply.json();
    slip.key = await checkKey(jwk, slip.sha256 || sha256);
    // Who signs in has no slip to compare with, and may compare with a colleague.
    return Boolean(slip.sha256) || showKey(sha256);
  } catch (refused) {
    slip.key = null;
    if (refused.reason) showPage(refused.reason === 'insecure-page' ? 'fault-insecure' : 'fault-key');
    else complain('code-away');
    return false;
  } finally {
    next.removeAttribute('aria-disabled');
  }
}

/** Who typed the code compares the key by eye: the first 80 bits of its SHA-256, in letters like those of a code. */
function showKey(sha256) {
  const bytes = Uint8Array.from(atob(sha256.replace(/-/g, '+').replace(/_/g, '/')), (letter) => letter.charCodeAt(0));
  let bits = 0n;
  for (const byte of bytes.slice(0, 10)) bits = (bits << 8n) | BigInt(byte);
  let letters = '';
  for (let shift = 75n; shift >= 0n; shift -= 5n) letters += CROCKFORD[Number((bits >> shift) & 31n)];
  const box = step().querySelector('[data-key-print]');
  box.hidden = false;
  box.querySelector('[data-print-short]').textContent = letters.match(/.{4}/g).join('-');
  box.querySelector('[data-print-long]').textContent = sha256;
  box.querySelector('legend').focus();
  return agreed();
}

function agreed() {
  const box = step().querySelector('[data-key-print]');
  if (box.hidden) return true;
  const chosen = box.querySelector('input:checked');
  if (!chosen) return false;
  if (chosen.value === 'other') {
    slip.key = null;
    showPage('fault-key');
    return false;
  }
  return true;
}

form.addEventListener('click', async (event) => {
  if (event.target.closest('[data-slip-next]')) {
    event.preventDefault();
    if (await readSlip()) {
      keepNow();
      go(form.querySelector('[data-question]').id);
    }
  }
});

document.addEventListener('click', async (event) => {
  if (event.target.closest('[data-to-slip]')) {
    event.preventDefault();
    slip = { ...slip, key: null, state: null };
    step().querySelector('[data-key-print]').hidden = true;
    go('slip', true);
  }
  const report = event.target.closest('[data-report]');
  if (report) {
    report.setAttribute('aria-disabled', 'true');
    const reply = await post(`${api}/reports`, { kind: 'already-used', instrument: 'iit', invitation: slip.code });
    const done = report.closest('[data-shown]').querySelector('[data-reported]');
    done.hidden = false;
    done.textContent = text(reply.status === 201 ? 'reported' : 'report-failed');
    report.removeAttribute('aria-disabled');
  }
});

// ---- The ticket

async function ticket(page) {
  if (slip.ticket) return slip.ticket;
  if (!slip.state) slip.state = await begin(slip.key);
  keepNow();
  const { blinded } = slip.state;
  const reply = slip.signedIn
    ? await insist(page, `${api}/tickets/signed-in`, () => ({ instrument: 'iit', blinded }), 'same-origin')
    : await insist(page, `${api}/tickets`, () => ({ invitation: slip.code, blinded }));
  return reply.status === 200 || reply.status === 201 ? signed(page, reply.body.blindSignature) : refused(page, reply);
}

async function signed(page, blindSignature) {
  try {
    slip.ticket = await finish(slip.state, blindSignature);
  } catch {
    showPage('fault-key');
    return undefined;
  }
  keepNow();
  // From here on the code is worth nothing and this number everything, until the answers have arrived.
  const held = page.querySelector('[data-held]');
  held.hidden = false;
  held.querySelector('[data-key]').textContent = key();
  return slip.ticket;
}

function refused(page, reply) {
  if (reply.type === 'window-closed') say(page, 'closed-meanwhile');
  else if (reply.status === 401) window.location.assign(signInAddress());
  else showPage(reply.type === 'invitation-used' ? 'fault-used' : 'fault-unknown');
  return undefined;
}

function signInAddress() {
  return `/sign-in?to=${encodeURIComponent(`${location.pathname}?signed=in&lang=${form.dataset.lang}`)}`;
}

function key() {
  return slip.ticket ? `${slip.ticket.token}.${slip.ticket.signature}` : '';
}

// ---- Beginning

/** Without a slip that was read nothing can be sent. */
function ready() {
  if (slip.ticket || slip.key) return true;
  go('slip', true);
  return false;
}

beginAnswering({
  ticket,
  key,
  ready,
  saved: () => slip,
  restore: ({ code, signedIn: byName, sha256, key: unitKey, state, ticket: held }) => {
    slip = { code, signedIn: byName, sha256, key: unitKey, state, ticket: held };
    form.elements.code.value = code;
  },
});

/** From a slip's QR: #c=CODE&k=SHA256. Taken out of the address before a history keeps it. */
function scan() {
  const brought = new URLSearchParams(location.hash.slice(1));
  const earlier = brought.get('key');
  if (!brought.get('c') && !earlier) return;
  history.replaceState(null, '', location.pathname + location.search);
  if (earlier) {
    form.elements.earlier.value = earlier;
    form.elements.earlier.closest('details').open = true;
    return;
  }
  const read = parseCode(brought.get('c'));
  form.elements.code.value = read.code || brought.get('c');
  slip = { ...slip, code: read.code || '', sha256: brought.get('k') || '' };
}

function showScanned() {
  step().querySelector('[data-scanned]').hidden = !(slip.sha256 && slip.code);
  step().querySelector('[data-by-code]').hidden = signedIn;
  step().querySelector('[data-by-name]').hidden = !signedIn;
  step().querySelector('[data-sign-in]').href = signInAddress();
}

form.addEventListener('redrawn', showScanned);
scan();
showScanned();
