// What is shown after sending: the receipt and the key to change the answer by, as words and as QR codes.

import { form } from './form.js';
import { showPage } from './steps.js';

let drawing;

/** @param sent { receipt, part } as the intake gave it; @param key as the respondent keeps it */
export function showReceipt(sent, key) {
  const page = showPage('sent-page');
  page.querySelector('[data-receipt]').textContent = sent.receipt;
  page.querySelector('[data-key]').textContent = key;
  page.querySelector('[data-aside]').hidden = !sent.part;
  draw(page, 'receipt', `${location.origin}/receipt#${sent.receipt}`, page.querySelector('#receipt-title').textContent);
  // The key alone, and no address with it: whoever is sent an address must not answer under a key of others.
  draw(page, 'key', key, page.querySelector('summary').textContent);
  if (!navigator.clipboard) return page;
  page.querySelectorAll('[data-copy]').forEach((line) => (line.hidden = false));
  page.querySelectorAll('[data-copies]').forEach((button) => {
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(button.dataset.copies === 'key' ? key : sent.receipt);
      button.textContent = button.dataset.done;
    });
  });
  return page;
}

async function draw(page, name, text, label) {
  await drawer();
  const canvas = document.createElement('canvas');
  canvas.setAttribute('role', 'img');
  canvas.setAttribute('aria-label', label);
  page.querySelector(`[data-qr="${name}"]`).replaceChildren(canvas);
  window.QrCreator.render({ text, radius: 0, ecLevel: 'M', fill: '#000', background: '#fff', size: 512 }, canvas);
}

/** Fetched when it is needed, once. */
function drawer() {
  if (!drawing) {
    drawing = new Promise((resolve) => {
      const script = document.createElement('script');
      script.src = form.dataset.qrScript;
      script.onload = resolve;
      document.head.append(script);
    });
  }
  return drawing;
}
