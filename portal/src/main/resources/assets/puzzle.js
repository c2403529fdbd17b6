// Solves a puzzle as ALTCHA has them: which number, written after the salt, has this SHA-256?

/** The solution as it is sent; nothing where there is none, or where the browser cannot count hashes. */
export async function solve({ algorithm, challenge, maxnumber, salt, signature }) {
  if (!window.crypto || !crypto.subtle) return undefined;
  const text = new TextEncoder();
  for (let number = 0; number <= maxnumber; number++) {
    const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', text.encode(salt + number)));
    const hex = Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
    if (hex === challenge) return btoa(JSON.stringify({ algorithm, challenge, number, salt, signature }));
  }
  return undefined;
}
