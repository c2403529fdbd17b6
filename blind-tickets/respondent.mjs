// A client of one's own, for whoever does not trust the page: Node 20.19 or newer and ticket.js, which is the page's own script.
//
//   node respondent.mjs begin FILE UNIT CODE SHA256   checks the key of the unit against the slip and makes a blinded token
//   node respondent.mjs redeem FILE                   exchanges the code for a ticket; after a lost reply, simply again
//   node respondent.mjs answer FILE ANSWERS           sends answers, a file of {"i1": "3", …}; others later replace them
//
// UNIT is an address: http://localhost:8080/api/v1/rounds/ROUND/agencies/AGENCY. FILE is yours alone: who has it can answer for
// you and change what you answered. It holds the code until the ticket is there, and not afterwards; delete it at the end.
// Nothing is sent but what is printed by REQUESTS=1. Days and networks may lie between the three steps, and should.

import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { begin, checkKey, finish, parseCode } from './src/main/resources/org/prongsai/blind/ticket.js';

const INSTRUMENT = 'iit';
const [command, file, ...rest] = process.argv.slice(2);

const steps = {
  async begin(unit, typed, sha256) {
    const read = parseCode(typed);
    if (read.fault) throw new Error(`the code is not as on the slip: ${JSON.stringify(read)}`);
    const { jwk } = await reply(`${unit}/ticket-keys/${INSTRUMENT}`);
    const state = await begin(await checkKey(jwk, sha256));
    keep({ unit, state, request: { invitation: read.code, blinded: state.blinded } }, true);
    return 'the key is the one on the slip; nothing was sent yet';
  },

  async redeem() {
    const { unit, state, request } = kept();
    const { blindSignature } = await reply(`${unit}/tickets`, request);
    keep({ unit, ticket: await finish(state, blindSignature) });
    return 'signed: the ticket is in the file, and the code is no more';
  },

  async answer(answers) {
    const { unit, ticket } = kept();
    return reply(`${unit}/responses`, { instrument: INSTRUMENT, ticket, answers: JSON.parse(readFileSync(answers)) });
  },
};

async function reply(url, body) {
  const json = body && JSON.stringify(body);
  if (process.env.REQUESTS) console.error(json ? `POST ${url} ${json}` : `GET ${url}`);
  const sent = await fetch(url, json && { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: json });
  const received = await sent.json();
  if (!sent.ok) throw new Error(JSON.stringify(received));
  return received;
}

function kept() {
  return JSON.parse(readFileSync(file));
}

/** Never over another code's; whole or not at all, for a machine that stops while it writes must not lose the only copy. */
function keep(content, first) {
  if (first) return writeFileSync(file, JSON.stringify(content), { mode: 0o600, flag: 'wx', flush: true });
  writeFileSync(`${file}.new`, JSON.stringify(content), { mode: 0o600, flush: true });
  renameSync(`${file}.new`, file);
}

try {
  console.log(await steps[command](...rest));
} catch (refused) {
  console.error(refused.reason ?? refused.message);
  process.exitCode = 1;
}
