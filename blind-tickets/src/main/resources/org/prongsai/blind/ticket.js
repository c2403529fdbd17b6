// The respondent's half of a ticket that nobody can trace: RSABSSA-SHA384-PSS-Randomized, RFC 9474.
//
//   const read  = parseCode(typed)                          the invitation from the slip, or what is wrong with it
//   const key   = await checkKey(jwk, thumbprintOnTheSlip)  the issuer's key, and no other
//   const state = await begin(key)                          keep it; send { invitation: read.code, blinded: state.blinded }
//   const ticket = await finish(state, blindSignature)      { token, signature }, to be sent with the answers
//
// The issuer sees the invitation and `blinded`, the intake sees `token` and `signature`, and only the inverse in `state`
// joins the two. Whoever keeps the state forgets it once the ticket is used.
//
// Nothing here takes constant time, and nothing needs to: r is drawn for one token and used once, in the respondent's own
// browser, so there is no second measurement to compare with, and the issuer's private key is never here.
//
// It needs a secure context (https, or localhost), as WebCrypto does. Bytes travel as unpadded base64url.

const PREFIX_BYTES = 32;
const NONCE_BYTES = 32;
const SALT_BYTES = 48;
const HASH_BYTES = 48;
const LEAST_BITS = 2048;
const MOST_BITS = 8192;
const EXPONENT_BITS = 32;

/** What this module refuses, with a word for programs in `reason`. */
export class Refusal extends Error {
  constructor(reason) {
    super(reason);
    this.name = 'Refusal';
    this.reason = reason;
  }
}

// ---- Invitation codes

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const DATA_SYMBOLS = 14;
const SYMBOLS = 16;
// White space, dashes and what cannot be seen only separate; the minus sign is there for its looks.
const SEPARATOR = /[\t-\r\u2212\p{Z}\p{Pd}\p{Cf}]/u;

/**
 * Reads a code as people type it: small letters, O for 0, I and L for 1, spaces and dashes wherever they stand.
 *
 * Returns { code: 'XXXX-XXXX-XXXX-XXXX' }, or { fault } with the first fault that applies:
 * 'unknown-letter' (with `letter`, and its `place` among the letters, from 1), 'wrong-length' or 'mistyped'.
 */
export function parseCode(typed) {
  const letters = Array.from(typed).filter((letter) => !SEPARATOR.test(letter));
  const symbols = letters.map(symbolOf);
  const unknown = symbols.indexOf(-1);
  if (unknown >= 0) return { fault: 'unknown-letter', letter: letters[unknown], place: unknown + 1 };
  if (symbols.length !== SYMBOLS) return { fault: 'wrong-length' };
  const [high, low] = checkSymbols(symbols.slice(0, DATA_SYMBOLS));
  if (high !== symbols[DATA_SYMBOLS] || low !== symbols[DATA_SYMBOLS + 1]) return { fault: 'mistyped' };
  return { code: symbols.map((symbol) => ALPHABET[symbol]).join('').match(/.{4}/g).join('-') };
}

function symbolOf(letter) {
  const capital = /^[a-z]$/.test(letter) ? letter.toUpperCase() : letter;
  if (capital === 'O') return 0;
  if (capital === 'I' || capital === 'L') return 1;
  return ALPHABET.indexOf(capital);
}

/** The remainder of data · x² by x² + 3x + 2 over GF(32): a Reed–Solomon code that betrays any two wrong symbols. */
function checkSymbols(data) {
  let high = 0;
  let low = 0;
  for (const symbol of data) {
    const feedback = symbol ^ high;
    high = low ^ twice(feedback) ^ feedback;
    low = twice(feedback);
  }
  return [high, low];
}

/** Times x, modulo x⁵ + x² + 1. */
function twice(symbol) {
  const shifted = symbol << 1;
  return shifted > 31 ? shifted ^ 0b100101 : shifted;
}

// ---- The issuer's key

/**
 * Returns the key { kty, n, e } if its thumbprint (RFC 7638, SHA-256, base64url) is the one printed on the slip.
 *
 * A key of its own for each respondent would let an issuer recognise them by it; so anything else is refused:
 * 'other-key', or the fault of a key that is none for tickets: 'not-rsa', 'other-alg', 'bad-modulus', 'weak-modulus',
 * 'bad-exponent'. A page that was not fetched securely cannot check anything: 'insecure-page'.
 */
export async function checkKey(jwk, expectedThumbprint) {
  if (!globalThis.crypto || !globalThis.crypto.subtle) throw new Refusal('insecure-page');
  requireSound(jwk);
  const canonical = `{"e":"${jwk.e}","kty":"RSA","n":"${jwk.n}"}`;
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(canonical));
  if (encode(new Uint8Array(hash)) !== expectedThumbprint) throw new Refusal('other-key');
  return { kty: 'RSA', n: jwk.n, e: jwk.e };
}

function requireSound(jwk) {
  if (jwk.kty !== 'RSA') throw new Refusal('not-rsa');
  if (jwk.alg !== undefined && jwk.alg !== null && jwk.alg !== 'PS384') throw new Refusal('other-alg');
  const n = keyNumber(jwk.n);
  if (n % 2n === 0n || bitLength(n) > MOST_BITS) throw new Refusal('bad-modulus');
  if (bitLength(n) < LEAST_BITS) throw new Refusal('weak-modulus');
  const e = keyNumber(jwk.e);
  if (e % 2n === 0n || e < 3n || bitLength(e) > EXPONENT_BITS) throw new Refusal('bad-exponent');
}

/** Zero, which no key has, where the text is not how the number is written (RFC 7518, section 2). */
function keyNumber(text) {
  const bytes = decode(text);
  return bytes === undefined || bytes[0] === 0 ? 0n : toNumber(bytes);
}

// ---- Tickets

/**
 * A new token, blinded for this issuer. Returns what is needed to finish, as plain strings that survive JSON:
 * { key, token, blinded, inverse }. When a reply is lost, send the same `blinded` again.
 */
export async function begin(key) {
  for (;;) {
    const token = randomBytes(PREFIX_BYTES + NONCE_BYTES);
    const state = await blind(key, token, randomBytes(SALT_BYTES), randomBelow(keyNumber(key.n)));
    if (state !== undefined) return state;
  }
}

/**
 * Takes the issuer's signature off its blinding and checks it (RFC 9474, section 4.4).
 *
 * Returns { token, signature }. Refuses with 'wrong-signature' what is no signature of state.blinded by state.key.
 */
export async function finish(state, blindSignature) {
  requireSound(state.key);
  const n = keyNumber(state.key.n);
  const length = byteLength(n);
  const signed = decode(blindSignature);
  if (signed === undefined || signed.length !== length) throw new Refusal('wrong-signature');
  const signature = toBytes((toNumber(signed) * toNumber(decode(state.inverse))) % n, length);
  if (!(await verifies(state.key, decode(state.token), signature))) throw new Refusal('wrong-signature');
  return { token: state.token, signature: encode(signature) };
}

/** The token of an answer that needs no invitation. */
export function openToken() {
  return encode(randomBytes(NONCE_BYTES));
}

/**
 * Blind (RFC 9474, section 4.2) with its luck handed in, so that the RFC's test vector can be run; pages call begin.
 *
 * prepared: bytes; salt: 48 bytes; r: a BigInt in [1, n). Returns the state, or nothing where r or the encoded message
 * shares a factor with n.
 */
export async function blind(key, prepared, salt, r) {
  requireSound(key);
  const n = keyNumber(key.n);
  // RFC 9474 writes bit_len(n); its vectors, and RSASSA-PSS-VERIFY, have one bit less.
  const m = toNumber(await encodePss(prepared, bitLength(n) - 1, salt));
  const inverse = inverseOf(r, n);
  if (inverse === undefined || inverseOf(m, n) === undefined) return undefined;
  const blinded = (m * power(r, keyNumber(key.e), n)) % n;
  const length = byteLength(n);
  return {
    key: { kty: 'RSA', n: key.n, e: key.e },
    token: encode(prepared),
    blinded: encode(toBytes(blinded, length)),
    inverse: encode(toBytes(inverse, length)),
  };
}

/** EMSA-PSS-ENCODE (RFC 8017, section 9.1.1) with SHA-384 and MGF1-SHA384, into a number of so many bits. */
export async function encodePss(message, bits, salt) {
  const length = Math.ceil(bits / 8);
  const hash = await sha384(new Uint8Array(8), await sha384(message), salt);
  const block = new Uint8Array(length - HASH_BYTES - 1);
  block[block.length - salt.length - 1] = 1;
  block.set(salt, block.length - salt.length);
  for (let from = 0, counter = 0; from < block.length; from += HASH_BYTES, counter++) {
    const mask = await sha384(hash, Uint8Array.of(0, 0, 0, counter));
    for (let i = from; i < block.length && i < from + HASH_BYTES; i++) block[i] ^= mask[i - from];
  }
  block[0] &= 0xff >> (8 * length - bits);
  return joined(block, hash, Uint8Array.of(0xbc));
}

async function verifies(jwk, message, signature) {
  const algorithm = { name: 'RSA-PSS', hash: 'SHA-384' };
  const key = await crypto.subtle.importKey('jwk', { kty: 'RSA', n: jwk.n, e: jwk.e }, algorithm, false, ['verify']);
  return crypto.subtle.verify({ name: 'RSA-PSS', saltLength: SALT_BYTES }, key, signature, message);
}

// ---- Luck

function randomBytes(length) {
  return crypto.getRandomValues(new Uint8Array(length));
}

/** Uniform in [1, n): whatever falls outside is drawn again, since reducing it would favour small numbers. */
function randomBelow(n) {
  const bits = bitLength(n);
  for (;;) {
    const bytes = randomBytes(Math.ceil(bits / 8));
    bytes[0] &= 0xff >> (8 * bytes.length - bits);
    const r = toNumber(bytes);
    if (r > 0n && r < n) return r;
  }
}

// ---- Numbers

function power(base, exponent, n) {
  let result = 1n;
  for (let square = base % n, rest = exponent; rest > 0n; rest >>= 1n, square = (square * square) % n) {
    if (rest & 1n) result = (result * square) % n;
  }
  return result;
}

/** By Euclid's extended algorithm; nothing where the two share a factor. */
function inverseOf(number, n) {
  let [previous, remainder] = [n, number % n];
  let [before, coefficient] = [0n, 1n];
  while (remainder !== 0n) {
    const quotient = previous / remainder;
    [previous, remainder] = [remainder, previous - quotient * remainder];
    [before, coefficient] = [coefficient, before - quotient * coefficient];
  }
  return previous === 1n ? ((before % n) + n) % n : undefined;
}

function bitLength(number) {
  return number === 0n ? 0 : number.toString(2).length;
}

function byteLength(number) {
  return Math.ceil(bitLength(number) / 8);
}

/** OS2IP (RFC 8017, section 4.2). */
function toNumber(bytes) {
  return BigInt('0x00' + Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join(''));
}

/** I2OSP (RFC 8017, section 4.1). */
function toBytes(number, length) {
  const hex = number.toString(16).padStart(2 * length, '0');
  return Uint8Array.from({ length }, (_, i) => parseInt(hex.slice(2 * i, 2 * i + 2), 16));
}

// ---- Bytes

async function sha384(...parts) {
  return new Uint8Array(await crypto.subtle.digest('SHA-384', joined(...parts)));
}

function joined(...parts) {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let from = 0;
  for (const part of parts) {
    all.set(part, from);
    from += part.length;
  }
  return all;
}

function encode(bytes) {
  return btoa(String.fromCharCode(...bytes)).replace(/\+/g, '-').replace(/\//g, '_').replace(/=/g, '');
}

/** Nothing where encode would not have written this text: every run of bytes has one spelling. */
function decode(text) {
  try {
    const bytes = Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (letter) => letter.charCodeAt(0));
    return encode(bytes) === text ? bytes : undefined;
  } catch {
    return undefined;
  }
}
