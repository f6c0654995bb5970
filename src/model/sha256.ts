import { canonicalJson } from './canonical-json.js';

// Letters and formulas are those of the standard, FIPS 180-4: a reader holds the two side by side.
// Words live in DataViews, which are big-endian as the standard is and wrap at 32 bits on writing.

const wordsFor = (bytes: number): DataView => new DataView(new ArrayBuffer(bytes));

const rotate = (word: number, bits: number): number => (word >>> bits) | (word << (32 - bits));

/**
 * The eight words of the first hash, then the 64 constants: the first 32 bits behind the point of
 * the square roots of the first 8 primes, and of the cube roots of the first 64 (4.2.2, 5.3.3).
 */
function computeConstants(): DataView {
  const constants = wordsFor(288);
  const primes: number[] = [];
  for (let candidate = 2; primes.length < 64; candidate++) {
    if (primes.some((prime) => candidate % prime === 0)) continue;
    const i = primes.push(candidate) * 4 - 4;
    if (i < 32) constants.setInt32(i, Math.sqrt(candidate) * 2 ** 32);
    constants.setInt32(32 + i, Math.cbrt(candidate) * 2 ** 32);
  }
  return constants;
}

let constants: DataView | undefined;

/** The text in UTF-8, a one bit, zeros, and its length in bits, in blocks of 64 bytes (5.1.1). */
function pad(text: string): DataView {
  const bytes = new TextEncoder().encode(text);
  const message = wordsFor((((bytes.length + 8) >> 6) + 1) * 64);
  new Uint8Array(message.buffer).set(bytes);
  message.setUint8(bytes.length, 0x80);
  message.setUint32(message.byteLength - 4, bytes.length * 8);
  return message;
}

/** Spreads the 16 words of a block to the 64 words of `W` (6.2.2, step 1). */
function schedule(W: DataView, message: DataView, block: number): void {
  for (let t = 0; t < 256; t += 4) {
    let word = message.getInt32(block + (t & 60));
    if (t >= 64) {
      const near = W.getInt32(t - 8);
      const far = W.getInt32(t - 60);
      word =
        (rotate(near, 17) ^ rotate(near, 19) ^ (near >>> 10)) +
        W.getInt32(t - 28) +
        (rotate(far, 7) ^ rotate(far, 18) ^ (far >>> 3)) +
        W.getInt32(t - 64);
    }
    W.setInt32(t, word);
  }
}

/** Mixes one block's words into the hash (6.2.2, steps 2 to 4). */
function compress(H: DataView, W: DataView, K: DataView): void {
  let [a, b, c, d] = [H.getInt32(0), H.getInt32(4), H.getInt32(8), H.getInt32(12)];
  let [e, f, g, h] = [H.getInt32(16), H.getInt32(20), H.getInt32(24), H.getInt32(28)];
  for (let t = 0; t < 256; t += 4) {
    const one =
      h +
      (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)) +
      ((e & f) ^ (~e & g)) +
      K.getInt32(32 + t) +
      W.getInt32(t);
    const two = (rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
    h = g;
    g = f;
    f = e;
    e = (d + one) | 0;
    d = c;
    c = b;
    b = a;
    a = (one + two) | 0;
  }
  for (const [i, word] of [a, b, c, d, e, f, g, h].entries()) {
    H.setInt32(i * 4, H.getInt32(i * 4) + word);
  }
}

/**
 * SHA-256 (FIPS 180-4) of a text's UTF-8 bytes as base64url without padding (RFC 4648, 5): 43
 * characters.
 *
 * Synchronous, because a receipt is hashed in the one task that a native submit leaves time for,
 * and present on plain http, where WebCrypto is not. Texts are shorter than 512 MiB. A lone surrogate
 * counts as U+FFFD; whoever hashes data calls `hashOf()`, which refuses it.
 */
export function sha256(text: string): string {
  const K = (constants ??= computeConstants());
  const H = wordsFor(32);
  for (let i = 0; i < 32; i += 4) H.setInt32(i, K.getInt32(i));
  const W = wordsFor(256);
  const message = pad(text);
  for (let block = 0; block < message.byteLength; block += 64) {
    schedule(W, message, block);
    compress(H, W, K);
  }
  const base64 = btoa(String.fromCharCode(...new Uint8Array(H.buffer)));
  return base64.replaceAll('+', '-').replaceAll('/', '_').slice(0, 43);
}

/**
 * The address of a value, and what a receipt or ack names it by: SHA-256 of its canonical JSON,
 * base64url, 43 characters.
 *
 * @throws TypeError where `canonicalJson()` does.
 */
export function hashOf(value: unknown): string {
  return sha256(canonicalJson(value));
}
