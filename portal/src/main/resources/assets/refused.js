// What is shown where no ticket can be had for a code or for a name.

import { closed } from './answering.js';
import { form, showPage, signInAddress, text } from './form.js';
import { get, say } from './send.js';

/** Says why the issuer refused. */
export function refused(page, reply, slip) {
  if (reply.type === 'window-closed') closed(page);
  else if (reply.type === 'invitation-used') showPage(slip.signedIn ? 'fault-named' : 'fault-used');
  else if (slip.signedIn) signedOut(page, reply.status === 401 ? 'signed-out' : 'uninvited');
  else notHere(slip.code, reply.body.errors || []);
}

/** A code that is not known here may be one of another office or round, or withdrawn. */
function notHere(code, [{ reason, expected } = {}]) {
  const pages = { 'other-agency': 'fault-elsewhere', 'other-round': 'fault-round', voided: 'fault-voided' };
  showPage(pages[reason] || 'fault-unknown', (page) => {
    const there = page.querySelector('[data-there]');
    if (there) lead(page, there, code, expected);
  });
}

/** The code goes along behind the #, where nobody but the browser reads it. */
async function lead(page, there, code, { agency, round }) {
  const what = page.querySelector('.lead');
  const told = what.textContent;
  const name = (office) => (what.textContent = told.replace('{there}', () => office));
  const { lang } = form.dataset;
  there.href = `/a/${encodeURIComponent(agency)}/${encodeURIComponent(round)}/iit?lang=${lang}#c=${code}`;
  name(agency);
  const office = await get(`/api/v1/agencies/${encodeURIComponent(agency)}`);
  if (office) name(office.name[lang] || office.name.th);
}

/** The page stays, with all its answers; signing in again is for another tab. */
function signedOut(page, why) {
  const state = say(page, why);
  const again = document.createElement('a');
  again.href = signInAddress();
  again.target = '_blank';
  again.textContent = text('sign-in-again');
  state.append(' ', again);
}
