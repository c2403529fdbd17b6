// Lets people answer one question a screen, check, send and change, on the page that also works without this script.
//
// Nothing is stored on the device unless it is asked for. The token of an answer is made here, so that nobody else has ever
// seen it before it is sent; the same token and answers again are the same answer, so whatever is lost is simply sent again.
(() => {
  'use strict';

  const form = document.getElementById('answers');
  if (!form || !window.fetch || !window.crypto || !window.crypto.getRandomValues) return;

  const data = form.dataset;
  const api = `/api/v1/rounds/${encodeURIComponent(data.round)}/agencies/${encodeURIComponent(data.agency)}`;
  const shelf = `prongsai:${data.round}:${data.agency}:${data.instrument}`;
  const steps = () => Array.from(form.querySelectorAll('.step'));
  const questions = () => Array.from(form.querySelectorAll('[data-question]'));
  const token = { own: newToken(), key: '' };

  /** Who answers brings a number of their own; where only the invited may answer, another script brings a signed one. */
  let source = {
    ticket: async () => ({ token: token.key || token.own }),
    key: () => token.key || token.own,
    saved: () => ({ token: token.own }),
    restore: (saved) => {
      token.own = saved.token;
    },
  };

  /** What the counter's screen shows, where its QR code was scanned. */
  let counterCode = '';
  let sent = false;
  let sending = false;

  /** Why a solved puzzle is worth nothing any more, so that another one is solved. */
  const STALE_PROOFS = ['expired', 'already-used', 'other-place'];

  // ---- What was chosen

  function answers() {
    const chosen = {};
    for (const box of questions()) {
      const input = box.querySelector('input:checked');
      if (input) chosen[box.dataset.question] = input.value;
    }
    return chosen;
  }

  function choose(chosen) {
    for (const box of questions()) {
      const value = chosen[box.dataset.question];
      for (const input of box.querySelectorAll('input')) input.checked = input.value === value;
    }
  }

  function capacity() {
    const input = form.querySelector('input[name="capacity"]:checked');
    return input ? input.value : '';
  }

  function unanswered() {
    const chosen = answers();
    return questions().filter((box) => !(box.dataset.question in chosen));
  }

  function mark(box, bad) {
    box.classList.toggle('bad', bad);
    const error = box.querySelector('.error');
    const fieldset = box.querySelector('fieldset');
    error.hidden = !bad;
    if (bad) fieldset.setAttribute('aria-describedby', error.id);
    else fieldset.removeAttribute('aria-describedby');
  }

  // ---- From screen to screen: the address says which, so that the back button goes back

  let wanted = null;

  function shown() {
    const name = location.hash.slice(1);
    return steps().find((step) => step.id === name) || steps()[0];
  }

  function arrive() {
    const name = location.hash.slice(1);
    const focus = wanted;
    wanted = null;
    if (sent) return showSent();
    if (name === 'review') return review();
    if (name === 'sent') return go(steps()[0].id, true);
    leaveReview();
    showStep();
    if (form.classList.contains('one')) focusOn(focus || shown().querySelector('[data-heading], legend'));
    else if (focus) focus.focus();
    return undefined;
  }

  function showStep() {
    const now = shown();
    steps().forEach((step) => step.classList.toggle('now', step === now));
  }

  /** To a step, a checking page or the end; where something is to be mended there, to that. */
  function go(id, replace, focus) {
    wanted = focus || null;
    if (location.hash === `#${id}`) return arrive();
    if (!replace) {
      location.hash = id;
      return undefined;
    }
    history.replaceState(null, '', `#${id}`);
    return arrive();
  }

  function focusOn(element) {
    if (!element) return;
    element.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }

  form.addEventListener('click', (event) => {
    const next = event.target.closest('[data-next]');
    if (!next) return;
    const box = next.closest('[data-question]');
    if (!box || box.querySelector('input:checked')) return;
    event.preventDefault();
    mark(box, true);
    box.querySelector('input').focus();
  });

  form.addEventListener('change', (event) => {
    const box = event.target.closest('[data-question]');
    if (box) mark(box, false);
    if (event.target.name === 'key') readKey();
    keep();
  });

  window.addEventListener('hashchange', arrive);

  // ---- The other way of showing the questions, and another language: what was chosen stays

  document.addEventListener('click', (event) => {
    const other = event.target.closest('[data-show], .switch');
    if (!other) return;
    event.preventDefault();
    reload(other.getAttribute('href'));
  });

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const by = event.submitter;
    if (by && by.hasAttribute('formaction')) return reload(by.getAttribute('formaction'));
    if (!readKey()) return undefined;
    const left = unanswered();
    left.forEach((box) => mark(box, true));
    if (left.length > 0) {
      return go(left[0].id, false, left[0].querySelector('input'));
    }
    return go('review');
  });

  /** Fetches this page anew and takes over what it says; a page that cannot be fetched leaves everything as it is. */
  async function reload(address) {
    const url = new URL(address, location.href);
    const typed = Array.from(form.querySelectorAll('input[type="text"], textarea'), (input) => [input.name, input.value]);
    const held = { answers: answers(), capacity: capacity(), keep: field('keep').checked };
    try {
      const reply = await fetch(url.pathname + url.search, { credentials: 'omit' });
      if (!reply.ok) throw new Error(String(reply.status));
      const page = new DOMParser().parseFromString(await reply.text(), 'text/html');
      const fresh = page.getElementById('answers');
      if (!fresh) throw new Error('closed');
      document.documentElement.lang = page.documentElement.lang;
      document.title = page.title;
      for (const part of ['.masthead', '.footing']) swap(document.querySelector(part), page.querySelector(part));
      form.className = `${fresh.className} scripted`;
      Object.assign(form.dataset, fresh.dataset);
      form.action = fresh.getAttribute('action');
      form.replaceChildren(...fresh.childNodes);
      for (const template of document.querySelectorAll('template')) swap(template, page.getElementById(template.id));
      const oldNotes = document.querySelectorAll('[data-asking]');
      page.querySelectorAll('[data-asking]').forEach((note, i) => oldNotes[i] && swap(oldNotes[i], note));
      choose(held.answers);
      for (const input of form.querySelectorAll('input[name="capacity"]')) input.checked = input.value === held.capacity;
      for (const [name, value] of typed) if (field(name)) field(name).value = value;
      field('keep').checked = held.keep;
      form.querySelectorAll('[data-scripted]').forEach((part) => (part.hidden = false));
      if (source.redrawn) source.redrawn();
      history.replaceState(null, '', url.pathname + url.search + location.hash);
      arrive();
    } catch {
      window.location.assign(url.href);
    }
  }

  function swap(old, fresh) {
    if (old && fresh) old.replaceWith(fresh);
  }

  function field(name) {
    return form.querySelector(`[name="${name}"]`);
  }

  // ---- The key of an earlier answer

  /** Whether what stands there is a key, or nothing. */
  function readKey() {
    const input = field('key');
    if (!input) return true;
    const typed = input.value.replace(/\s/g, '');
    const good = typed === '' || /^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/.test(typed);
    input.closest('.field').classList.toggle('bad', !good);
    document.getElementById('key-error').hidden = good;
    token.key = good ? typed : '';
    if (!good) {
      input.closest('details').open = true;
      go('about', false, input);
    }
    return good;
  }

  // ---- Checking before sending

  const main = document.getElementById('main');

  function leaveReview() {
    document.querySelectorAll('[data-shown]').forEach((page) => page.remove());
    form.hidden = false;
    document.querySelectorAll('[data-asking]').forEach((note) => (note.hidden = false));
  }

  function showPage(template) {
    leaveReview();
    form.hidden = true;
    document.querySelectorAll('[data-asking]').forEach((note) => (note.hidden = true));
    const page = document.getElementById(template).content.cloneNode(true).firstElementChild;
    page.dataset.shown = template;
    main.insertBefore(page, form);
    return page;
  }

  function review() {
    if (unanswered().length > 0) return go(unanswered()[0].id, true);
    if (source.missing && source.missing()) return go(source.missing(), true);
    const page = showPage('review-page');
    const list = page.querySelector('[data-answers]');
    questions().forEach((box, i) => list.append(row(box, i + 1)));
    if (counterCode) {
      page.querySelector('#counterCode').value = counterCode;
      page.querySelector('[data-counter]').hidden = false;
    }
    page.querySelector('[data-send]').addEventListener('click', () => send(page));
    focusOn(page.querySelector('h1'));
    return undefined;
  }

  function row(box, number) {
    const made = document.getElementById('answer-row').content.cloneNode(true).firstElementChild;
    const ask = box.querySelector('.ask');
    const label = box.querySelector('input:checked + label');
    made.querySelector('dt').textContent = ask.textContent;
    made.querySelector('dt').lang = ask.lang;
    made.querySelector('dd').textContent = label.textContent;
    made.querySelector('dd').lang = label.lang;
    const change = made.querySelector('a');
    change.href = `#${box.id}`;
    change.setAttribute('aria-label', change.dataset.name.replace('#', String(number)));
    return made;
  }

  function say(page, key, gaps) {
    const state = page.querySelector('[data-state]');
    const text = document.getElementById('says').content.querySelector(`[data-says="${key}"]`).textContent;
    const full = Object.keys(gaps || {}).reduce((sofar, gap) => sofar.replace(`{${gap}}`, gaps[gap]), text);
    state.hidden = false;
    state.className = ['sending', 'puzzle'].includes(key) ? 'note' : 'note warn';
    state.textContent = full;
    return state;
  }

  // ---- Sending: again and again under the same token until somebody has said yes or no

  async function send(page) {
    if (sending) return;
    sending = true;
    const button = page.querySelector('[data-send]');
    button.setAttribute('aria-disabled', 'true');
    say(page, 'sending');
    try {
      await deliver(page);
    } finally {
      sending = false;
      button.removeAttribute('aria-disabled');
    }
  }

  async function deliver(page) {
    const ticket = await source.ticket(page);
    if (!ticket) return undefined;
    const passage = await vouch(page);
    for (let turn = 0; ; turn++) {
      const body = {
        instrument: data.instrument,
        part: data.part,
        language: form.dataset.lang,
        framework: form.dataset.framework,
        ticket,
        answers: answers(),
        ...passage,
      };
      if (capacity()) body.capacity = capacity();
      const reply = await post(`${api}/responses`, body);
      if (reply.status === 200 || reply.status === 201) return taken(reply.body);
      const reasons = (reply.body.errors || []).map((fault) => fault.reason);
      if (reply.status === 0 || reply.status === 429 || reply.status >= 500) {
        await pause(page, reply, turn);
        continue;
      }
      if (reply.type === 'window-closed') return say(page, 'closed-meanwhile');
      if (reply.type === 'invalid-response' && reasons.some((reason) => STALE_PROOFS.includes(reason)) && passage.proof) {
        Object.assign(passage, await vouch(page));
        continue;
      }
      if (reasons.includes('other-framework')) return corrected();
      return say(page, reply.type === 'invalid-response' ? 'refused' : 'failed');
    }
  }

  /**
   * What vouches for an answer while a unit is flooded: the code that the counter shows, else a solved puzzle (ALTCHA). Where
   * nothing is asked, or nothing can be had, the answer goes without; it is taken all the same.
   */
  async function vouch(page) {
    const code = page.querySelector('#counterCode');
    if (!code) return {};
    if (code.value.trim()) return { counterCode: code.value.trim() };
    const asked = await get(`${api}/challenges/${data.instrument}`);
    if (!asked || !asked.required || !asked.challenge || !(crypto.subtle && window.TextEncoder)) return {};
    page.querySelector('[data-counter]').hidden = false;
    say(page, 'puzzle');
    const proof = await solve(asked.challenge);
    say(page, 'sending');
    return proof ? { proof } : {};
  }

  async function solve({ algorithm, challenge, maxnumber, salt, signature }) {
    const text = new TextEncoder();
    for (let number = 0; number <= maxnumber; number++) {
      const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', text.encode(salt + number)));
      const hex = Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
      if (hex === challenge) return btoa(JSON.stringify({ algorithm, challenge, number, salt, signature }));
    }
    return undefined;
  }

  async function get(url) {
    try {
      const reply = await fetch(url, { credentials: 'omit', headers: { Accept: 'application/json' } });
      return reply.ok ? await reply.json() : undefined;
    } catch {
      return undefined;
    }
  }

  /** A page was open while its questions were corrected: they are fetched anew, and what still fits stays chosen. */
  async function corrected() {
    go(steps()[0].id, true);
    await reload(location.pathname + location.search);
    const note = document.createElement('p');
    note.className = 'note warn';
    note.setAttribute('role', 'alert');
    note.textContent = document.getElementById('says').content.querySelector('[data-says="corrected"]').textContent;
    form.prepend(note);
  }

  function taken(body) {
    sent = body;
    forget();
    const channel = tabs();
    if (channel) channel.postMessage('sent');
    history.replaceState(null, '', '#sent');
    showSent();
  }

  async function post(url, body, credentials = 'omit') {
    const stop = new AbortController();
    const timer = setTimeout(() => stop.abort(), 20000);
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
      return { status: reply.status, body: read, type, wait: Number(reply.headers.get('Retry-After')) || 0 };
    } catch {
      return { status: 0, body: {}, type: '', wait: 0 };
    } finally {
      clearTimeout(timer);
    }
  }

  /** Waits longer each time, up to half a minute; who is back on the network, or asks for it, waits no longer. */
  function pause(page, reply, turn) {
    const seconds = Math.max(reply.wait, Math.min(30, 2 ** turn + Math.random()));
    const busy = reply.status === 429 || (reply.status === 503 && reply.type === 'busy');
    const key = busy ? 'busy' : navigator.onLine === false ? 'offline' : 'try-again';
    const state = say(page, key, { seconds: Math.ceil(seconds) });
    const now = document.createElement('button');
    now.type = 'button';
    now.className = 'button plain small';
    now.textContent = document.getElementById('says').content.querySelector('[data-says="send-now"]').textContent;
    const line = document.createElement('p');
    line.append(now);
    state.append(line);
    return new Promise((resolve) => {
      const timer = setTimeout(go, seconds * 1000);
      function go() {
        clearTimeout(timer);
        window.removeEventListener('online', go);
        say(page, 'sending');
        resolve();
      }
      window.addEventListener('online', go);
      now.addEventListener('click', go);
    });
  }

  // ---- After sending

  function showSent() {
    const page = showPage('sent-page');
    const key = source.key();
    page.querySelector('[data-receipt]').textContent = sent.receipt;
    page.querySelector('[data-key]').textContent = key;
    page.querySelector('[data-aside]').hidden = !sent.part;
    draw(page, 'receipt', `${location.origin}/receipt#${sent.receipt}`);
    draw(page, 'key', `${location.origin}${location.pathname}#key=${key}`);
    if (navigator.clipboard) page.querySelectorAll('[data-copy]').forEach((line) => (line.hidden = false));
    page.addEventListener('click', (event) => {
      const copy = event.target.closest('[data-copies]');
      if (copy) {
        navigator.clipboard.writeText(copy.dataset.copies === 'key' ? key : sent.receipt).then(() => {
          copy.textContent = copy.dataset.done;
        });
      }
      if (event.target.closest('[data-change]')) {
        sent = false;
        go(steps()[0].id);
      }
    });
    focusOn(page.querySelector('h1'));
  }

  function draw(page, name, text) {
    const place = page.querySelector(`[data-qr="${name}"]`);
    const label = page.querySelector('#receipt-title').textContent;
    withQr(() => {
      const canvas = document.createElement('canvas');
      canvas.setAttribute('role', 'img');
      canvas.setAttribute('aria-label', name === 'key' ? page.querySelector('summary').textContent : label);
      place.replaceChildren(canvas);
      window.QrCreator.render({ text, radius: 0, ecLevel: 'M', fill: '#000', background: '#fff', size: 352 }, canvas);
    });
  }

  let qrScript;

  function withQr(then) {
    if (!qrScript) {
      qrScript = new Promise((resolve) => {
        const script = document.createElement('script');
        script.src = data.qrScript;
        script.onload = resolve;
        document.head.append(script);
      });
    }
    qrScript.then(then);
  }

  // ---- Other tabs, and what is kept because somebody asked for it

  function tabs() {
    try {
      return new BroadcastChannel(shelf);
    } catch {
      return undefined;
    }
  }

  const others = tabs();
  if (others) {
    others.onmessage = () => {
      if (!sent) document.querySelector('[data-elsewhere]').hidden = false;
    };
  }

  function keep() {
    const box = field('keep');
    if (!box.checked) return forget();
    try {
      localStorage.setItem(shelf, JSON.stringify({ ...source.saved(), answers: answers(), capacity: capacity() }));
    } catch {
      box.checked = false;
    }
    return undefined;
  }

  function forget() {
    try {
      localStorage.removeItem(shelf);
    } catch {
      // Nothing could be kept either.
    }
  }

  function bringBack() {
    let kept;
    try {
      kept = JSON.parse(localStorage.getItem(shelf));
    } catch {
      kept = null;
    }
    if (!kept) return;
    source.restore(kept);
    choose(kept.answers);
    for (const input of form.querySelectorAll('input[name="capacity"]')) input.checked = input.value === kept.capacity;
    field('keep').checked = true;
    const note = form.querySelector('[data-kept]');
    note.hidden = false;
    note.querySelector('[data-forget]').addEventListener('click', () => {
      forget();
      field('keep').checked = false;
      choose({});
      note.hidden = true;
    });
  }

  /** Answers that are neither sent nor kept are worth a question before the page goes. */
  window.addEventListener('beforeunload', (event) => {
    if (!sent && Object.keys(answers()).length > 0 && !field('keep').checked) event.preventDefault();
  });

  function newToken() {
    const bytes = window.crypto.getRandomValues(new Uint8Array(32));
    return btoa(String.fromCharCode(...bytes)).replace(/\+/g, '-').replace(/\//g, '_').replace(/=/g, '');
  }

  // ---- Beginning

  function begin() {
    form.classList.add('scripted');
    showStep();
    form.querySelectorAll('[data-scripted]').forEach((part) => (part.hidden = false));
    bringBack();
    const withKey = location.hash.match(/^#key=([A-Za-z0-9_-]+)$/);
    if (withKey && field('key')) {
      // Out of the address, before anybody looks over a shoulder or a history keeps it.
      history.replaceState(null, '', location.pathname + location.search);
      field('key').value = withKey[1];
      field('key').closest('details').open = true;
      readKey();
      return;
    }
    const shownCode = location.hash.match(/^#counter=([0-9A-Za-z-]{7,12})$/);
    if (shownCode) {
      history.replaceState(null, '', location.pathname + location.search);
      counterCode = shownCode[1];
    } else if (/^#(about|review|sent)$/.test(location.hash) && unanswered().length > 0) {
      // A reload has emptied the questions.
      go(steps()[0].id, true);
    } else if (location.hash) {
      arrive();
    }
  }

  form.answering = {
    begin(other) {
      source = other;
      begin();
    },
    go,
    say,
    post,
    get,
    pause,
    keep,
    showPage,
    focusOn,
  };
  if (!data.ticketed) begin();
})();
