// Lets staff answer with the code of an invitation. The code is exchanged for a ticket when the answers are sent, not before: a
// page that is lost until then loses nothing that cannot be typed again.
//
// What identifies (the code) goes to the issuer with a number that hides the token; what is answered goes to the intake with the
// token. ticket.js says how; this script only asks it.

import { beginAnswering, keepNow } from './answering.js';
import { api, ask, fault, form, go, mark, showPage, signInAddress, text } from './form.js';
import { insist, post, say } from './send.js';
import { begin, checkKey, finish, parseCode } from './ticket.js';

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Whether somebody came back from signing in, to answer by name and without a code. */
const signedIn = new URLSearchParams(location.search).get('signed') === 'in';
const named = signedIn ? '-named' : '';

/**
 * code: of the slip; signedIn: invited by name; sha256: of the slip's QR; key: of the unit, agreed: that it is the slip's; state and
 * ticket: see ticket.js; earlier: whether the ticket is that of an answer that was sent before; arrived: whether this one's was
 */
const NONE = { code: '', signedIn: false, sha256: '', key: null, agreed: false, state: null, ticket: null, earlier: false, arrived: false };
let slip = NONE;
/** What a QR code said: its key holds for its code, and for no other that is typed. */
let scanned = { code: '', sha256: '' };

const fresh = (code) => ({ ...NONE, code, signedIn, sha256: code && code === scanned.code ? scanned.sha256 : '' });

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

const typedKey = () => form.elements.earlier.value.replace(/\s/g, '');

/** Whether the code, or the key of an earlier answer, is one; its key must be the unit's, or nothing goes on. */
async function readSlip() {
  complain('');
  if (typedKey()) return readEarlier(typedKey());
  fault(form.elements.earlier, document.getElementById('earlier-error'), false);
  if (slip.earlier) slip = NONE;
  // The code was exchanged already, and is worth nothing any more.
  if (slip.ticket) return true;
  const read = signedIn ? { code: '' } : parseCode(form.elements.code.value);
  if (read.fault) {
    complain(`code-${read.fault}`, { letter: read.letter, place: read.place });
    return false;
  }
  if (slip.code !== read.code || slip.signedIn !== signedIn) {
    slip = fresh(read.code);
  }
  return slip.key ? agreed() : askKey();
}

function readEarlier(typed) {
  const [token, signature] = typed.split('.');
  const good = /^[A-Za-z0-9_-]{86}$/.test(token) && /^[A-Za-z0-9_-]{342,1366}$/.test(signature || '');
  fault(form.elements.earlier, document.getElementById('earlier-error'), !good);
  form.elements.earlier.closest('details').open = true;
  if (good) slip = { ...slip, ticket: { token, signature }, earlier: true };
  else form.elements.earlier.focus();
  return good;
}

async function askKey() {
  const next = step().querySelector('[data-slip-next]');
  next.setAttribute('aria-disabled', 'true');
  try {
    const reply = await ask(`${api}/ticket-keys/iit`, { headers: { Accept: 'application/json' } });
    if (reply.status === 404) {
      showPage(`fault-unknown${named}`);
      return false;
    }
    if (!reply.ok) throw new Error(String(reply.status));
    const { jwk, sha256 } = await reply.json();
    slip.key = await checkKey(jwk, slip.sha256 || sha256);
    slip.agreed = Boolean(slip.sha256);
    return slip.agreed || showKey(sha256);
  } catch (refused) {
    slip.key = null;
    if (refused.reason) showPage(refused.reason === 'insecure-page' ? 'fault-insecure' : `fault-key${named}`);
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
  if (signedIn) box.querySelectorAll('[data-named]').forEach((line) => (line.textContent = line.dataset.named));
  box.querySelector('legend').focus();
  return false;
}

const choice = () => step().querySelector('[data-key-print] input:checked');

/** Whether who compares the key has said that it is the slip's; who signs in has no slip, and compares with a colleague. */
function agreed() {
  if (slip.agreed) return true;
  const box = step().querySelector('[data-key-print]');
  const chosen = choice();
  mark(box, !chosen);
  if (!chosen) {
    box.querySelector('input').focus();
  } else if (chosen.value === 'other') {
    slip.key = null;
    showPage(`fault-key${named}`);
  } else {
    slip.agreed = true;
  }
  return slip.agreed;
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
    slip = NONE;
    if (choice()) choice().checked = false;
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
    ? await insist(page, `${api}/tickets/signed-in`, { instrument: 'iit', blinded }, 'same-origin')
    : await insist(page, `${api}/tickets`, { invitation: slip.code, blinded });
  if (!reply) return undefined;
  return reply.status === 200 || reply.status === 201 ? signed(page, reply.body.blindSignature) : refuse(page, reply);
}

let unfetched = 0;

/** The script that says why is fetched when it is needed: the first page has enough to wait for. */
async function refuse(page, reply) {
  try {
    // A browser that once failed to fetch a script may not try the same address again.
    const { refused } = await import(`./refused.js${unfetched ? `?${unfetched}` : ''}`);
    refused(page, reply, slip);
  } catch {
    unfetched += 1;
    say(page, 'failed');
  }
  return undefined;
}

async function signed(page, blindSignature) {
  try {
    slip.ticket = await finish(slip.state, blindSignature);
  } catch {
    showPage('fault-signature');
    return undefined;
  }
  keepNow();
  showHeld(page);
  return page.isConnected ? slip.ticket : undefined;
}

/** Once the code is exchanged it is worth nothing and this key everything, until the answers have arrived. */
function showHeld(page) {
  const held = page.querySelector('[data-held]');
  held.hidden = !slip.ticket || slip.earlier || slip.arrived;
  held.querySelector('[data-key]').textContent = key();
}

function key() {
  return slip.ticket ? `${slip.ticket.token}.${slip.ticket.signature}` : '';
}

// ---- Beginning

/** Whether what was read is what stands in the fields now. */
function isTyped() {
  const earlier = typedKey();
  if (earlier || slip.earlier) return earlier === key();
  return Boolean(slip.ticket || (slip.key && slip.code === (signedIn ? '' : parseCode(form.elements.code.value).code)));
}

/** Without a slip that was read nothing can be sent: it is read now, and what is lacking is said beside it. */
function ready() {
  if (isTyped()) {
    if (slip.ticket || slip.agreed) return true;
    if (choice()) return agreed();
  }
  go('slip', true);
  readSlip().then((good) => good && step().querySelector('[data-slip-next]').focus());
  return false;
}

beginAnswering({
  ticket,
  key,
  ready,
  // Once there is a ticket the code is of no use to anybody but who wants to know whose this is.
  saved: () => (slip.ticket ? { ...slip, code: '', state: null } : slip),
  restore: (kept) => {
    slip = Object.keys(NONE).reduce((read, name) => ({ ...read, [name]: kept[name] }), {});
    scanned = { code: slip.code, sha256: slip.sha256 };
    form.elements.code.value = slip.code;
    if (slip.earlier) form.elements.earlier.value = key();
  },
  arrived: () => {
    slip = { ...slip, arrived: true };
  },
  // A code that was exchanged can be exchanged by nobody again: without what it brought this answer is lost.
  forgettable: () => !(slip.ticket || slip.state) || slip.earlier || window.confirm(text('forget-sure')),
  forgotten: () => {
    slip = NONE;
    form.elements.code.value = '';
    form.elements.earlier.value = '';
    showScanned();
  },
  reviewed: showHeld,
});

/**
 * From a slip's QR: #c=CODE&k=SHA256. Taken out of the address at once. Whoever comes back with the slip goes on with what was kept
 * of it: once its code is exchanged another exchange would be refused.
 */
function scan() {
  const brought = new URLSearchParams(location.hash.slice(1));
  // Whatever came along, codes of counters too, is not for a history.
  if (location.hash.includes('=')) history.replaceState(null, '', location.pathname + location.search);
  if (!brought.get('c')) return false;
  const read = parseCode(brought.get('c'));
  if (slip.ticket || (read.code && read.code === slip.code)) return true;
  form.elements.code.value = read.code || brought.get('c');
  scanned = { code: read.code || '', sha256: brought.get('k') || '' };
  slip = { ...NONE, ...scanned };
  return true;
}

function showScanned() {
  // A page that was made anew has not been compared with anything yet.
  if (!slip.agreed) slip = { ...slip, key: null };
  step().querySelector('[data-scanned]').hidden = !(slip.sha256 && slip.code);
  const exchanged = Boolean(slip.ticket && !slip.earlier);
  step().querySelector('[data-exchanged]').hidden = !exchanged;
  step().querySelector('[data-by-code]').hidden = signedIn || exchanged;
  step().querySelector('[data-by-name]').hidden = !signedIn || exchanged;
  step().querySelector('[data-sign-in]').href = signInAddress();
}

form.addEventListener('redrawn', showScanned);
// Somebody scans while this page is open.
window.addEventListener('hashchange', () => {
  if (!scan()) return;
  showScanned();
  go('welcome', true);
});
scan();
showScanned();
