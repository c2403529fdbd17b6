// Sending: again and again under the same token, until somebody has said yes or no.

import { answers, api, capacity, form, text } from './form.js';
import { solve } from './puzzle.js';

const PATIENCE = 20000;
const LONGEST_PAUSE = 30;

/** Why a solved puzzle is worth nothing any more, so that another one is solved. */
const STALE_PROOFS = ['expired', 'already-used', 'other-place'];

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
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), PATIENCE);
  try {
    const reply = await fetch(url, {
      method: 'POST',
      credentials,
      headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
      body: JSON.stringify(body),
      signal: stop.signal,
    });
    const read = await reply.json().catch(() => ({}));
    const type = String(read.type || '').split('/').pop();
    return { status: reply.status, type, body: read, wait: Number(reply.headers.get('Retry-After')) || 0 };
  } catch {
    return { status: 0, type: '', body: {}, wait: 0 };
  } finally {
    clearTimeout(timer);
  }
}

/** Posts until there is an answer that will not change by waiting. */
export async function insist(page, url, body, credentials) {
  for (let turn = 0; ; turn++) {
    const reply = await post(url, body(), credentials);
    if (reply.status !== 0 && reply.status !== 429 && reply.status < 500) return reply;
    await pause(page, reply, turn);
  }
}

/** Waits longer each time, up to half a minute; who is back on the network, or asks for it, waits no longer. */
function pause(page, reply, turn) {
  const seconds = Math.max(reply.wait, Math.min(LONGEST_PAUSE, 2 ** turn + Math.random()));
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
      window.removeEventListener('online', end);
      say(page, 'sending');
      resolve();
    }
    window.addEventListener('online', end);
    now.addEventListener('click', end);
  });
}

/**
 * Sends the answers under a ticket; what comes back is { receipt, part }, or the key of what to say: closed-meanwhile, corrected,
 * refused or failed.
 */
export async function deliver(page, ticket) {
  const passage = await vouch(page);
  for (;;) {
    const reply = await insist(page, `${api}/responses`, () => submission(ticket, passage));
    if (reply.status === 200 || reply.status === 201) return { taken: reply.body };
    const reasons = (reply.body.errors || []).map((fault) => fault.reason);
    if (passage.proof && reasons.some((reason) => STALE_PROOFS.includes(reason))) {
      Object.assign(passage, await vouch(page));
    } else {
      return { why: why(reply.type, reasons) };
    }
  }
}

function submission(ticket, passage) {
  const { instrument, part, lang, framework } = form.dataset;
  const body = { instrument, part, language: lang, framework, ticket, answers: answers(), ...passage };
  return capacity() ? { ...body, capacity: capacity() } : body;
}

function why(type, reasons) {
  if (type === 'window-closed') return 'closed-meanwhile';
  if (reasons.includes('other-framework')) return 'corrected';
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
  page.querySelector('[data-counter]').hidden = false;
  say(page, 'puzzle');
  const proof = await solve(asked.challenge);
  say(page, 'sending');
  return proof ? { proof } : {};
}

async function get(url) {
  try {
    const reply = await fetch(url, { credentials: 'omit', headers: { Accept: 'application/json' } });
    return reply.ok ? await reply.json() : undefined;
  } catch {
    return undefined;
  }
}
