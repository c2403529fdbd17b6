// Sending: again and again under the same token, until somebody has said yes or no.

import { answers, api, ask, capacity, form, text } from './form.js';

const LONGEST_PAUSE = 30;
const LONGEST_TOLD = 120;

const MOST_PUZZLES = 3;

/** Says on a page how sending goes. */
export function say(page, key, gaps) {
  const state = page.querySelector('[data-state]');
  state.hidden = false;
  state.className = ['sending', 'puzzle'].includes(key) ? 'note' : 'note warn';
  state.textContent = text(key, gaps);
  return state;
}

/** { status, type, body, wait }; status 0 where nobody answered. */
export async function post(url, body, credentials = 'omit') {
  try {
    const reply = await ask(url, {
      method: 'POST',
      credentials,
      headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
      body: JSON.stringify(body),
    });
    const read = await reply.json().catch(() => ({}));
    const type = String(read.type || '').split('/').pop();
    return { status: reply.status, type, body: read, wait: Number(reply.headers.get('Retry-After')) || 0 };
  } catch {
    return { status: 0, type: '', body: {}, wait: 0 };
  }
}

/** Posts until there is an answer that will not change by waiting, or nothing where somebody has left the page meanwhile. */
export async function insist(page, url, body, credentials) {
  for (let turn = 0; page.isConnected; turn++) {
    const reply = await post(url, body, credentials);
    if (reply.status !== 0 && reply.status !== 429 && reply.status < 500) return reply;
    if (page.isConnected) await pause(page, reply, turn);
  }
  return undefined;
}

/** Waits longer each time, or as long as it is told to; who is back on the network, or asks for it, waits no longer. */
function pause(page, reply, turn) {
  const seconds = Math.max(Math.min(LONGEST_TOLD, reply.wait), Math.min(LONGEST_PAUSE, 2 ** turn + Math.random()));
  const busy = reply.status === 429 || (reply.status === 503 && reply.type === 'busy');
  const key = busy ? 'busy' : navigator.onLine === false ? 'offline' : 'try-again';
  const state = say(page, key, { seconds: Math.ceil(seconds) });
  const now = document.createElement('button');
  now.type = 'button';
  now.className = 'button plain small';
  now.textContent = text('send-now');
  const line = document.createElement('p');
  line.append(now);
  state.append(line);
  return new Promise((resolve) => {
    const timer = setTimeout(end, seconds * 1000);
    function end() {
      clearTimeout(timer);
      if (document.activeElement === now) page.querySelector('[data-send]').focus();
      window.removeEventListener('online', end);
      say(page, 'sending');
      resolve();
    }
    window.addEventListener('online', end);
    now.addEventListener('click', end);
  });
}

/**
 * Sends the answers as they are now under a ticket. What comes back is { taken: { receipt, part } }, or { why }, the key of what to say:
 * closed-meanwhile, corrected, counter-wrong, key-wrong, refused or failed; or nothing, where somebody has left the page.
 */
export async function deliver(page, ticket) {
  const reviewed = submission(ticket);
  for (let puzzles = 0; puzzles < MOST_PUZZLES; puzzles++) {
    const passage = await vouch(page);
    const reply = await insist(page, `${api}/responses`, { ...reviewed, ...passage });
    if (!reply) return {};
    if (reply.status === 200 || reply.status === 201) return { taken: reply.body };
    const faults = reply.body.errors || [];
    // A puzzle that was solved too long ago: whether one is needed at all is asked anew.
    if (!faults.some((fault) => fault.pointer === '/proof')) return { why: why(reply.type, faults) };
  }
  return { why: 'failed' };
}

function submission(ticket) {
  const { instrument, part, lang, framework } = form.dataset;
  const body = { instrument, part, language: lang, framework, ticket, answers: answers() };
  return capacity() ? { ...body, capacity: capacity() } : body;
}

function why(type, faults) {
  if (type === 'window-closed') return 'closed-meanwhile';
  if (type === 'ticket-invalid') return 'key-wrong';
  if (faults.some((fault) => fault.reason === 'other-framework')) return 'corrected';
  if (faults.some((fault) => fault.pointer === '/counterCode')) return 'counter-wrong';
  return type === 'invalid-response' ? 'refused' : 'failed';
}

/**
 * What vouches for an answer while a unit is flooded: the code that the counter shows, else a solved puzzle. Where nothing is asked, or
 * nothing can be had, the answer goes without; it is taken all the same.
 */
async function vouch(page) {
  const code = page.querySelector('#counterCode');
  if (!code) return {};
  if (code.value.trim()) return { counterCode: code.value.trim() };
  const asked = await get(`${api}/challenges/${form.dataset.instrument}`);
  if (!asked || !asked.required || !asked.challenge) return {};
  // Who solves the task needs no code.
  say(page, 'puzzle');
  const proof = await solve(asked.challenge);
  say(page, 'sending');
  return proof ? { proof } : {};
}

/** What stands there, or nothing where it cannot be had. */
export async function get(url) {
  try {
    const reply = await ask(url, { headers: { Accept: 'application/json' } });
    return reply.ok ? await reply.json() : undefined;
  } catch {
    return undefined;
  }
}

// ---- Solves a puzzle as ALTCHA has them: which number, written after the salt, has this SHA-256?

/** The solution as it is sent; nothing where there is none, or where the browser cannot count hashes. */
async function solve({ algorithm, challenge, maxnumber, salt, signature }) {
  if (!window.crypto || !crypto.subtle) return undefined;
  const text = new TextEncoder();
  for (let number = 0; number <= maxnumber; number++) {
    const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', text.encode(salt + number)));
    const hex = Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
    if (hex === challenge) return btoa(JSON.stringify({ algorithm, challenge, number, salt, signature }));
  }
  return undefined;
}
