/** Fills a new array with that many random bytes. */
export type RandomBytes = (count: number) => Uint8Array<ArrayBuffer>;

/**
 * UUID version 7 (RFC 9562, 5.7), lower case: 48 bits of Unix time in ms, then chance. Two of one
 * millisecond have no order; a chain has `seq` for that.
 */
export function createUuidV7(now: number, randomBytes: RandomBytes): string {
  const bytes = randomBytes(16);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, now / 2 ** 16);
  view.setUint16(4, now);
  view.setUint8(6, (view.getUint8(6) & 0x0f) | 0x70);
  view.setUint8(8, (view.getUint8(8) & 0x3f) | 0x80);
  const digits = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return digits.replace(/(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

/**
 * A pseudonym that says nothing about anybody: the prefix and 16 random bytes as 22 characters of
 * base64url (RFC 4648, 5). `u_` names a subject, `c_` a chain.
 */
export function createToken(prefix: 'u_' | 'c_', randomBytes: RandomBytes): string {
  const base64 = btoa(String.fromCharCode(...randomBytes(16)));
  return prefix + base64.replaceAll('+', '-').replaceAll('/', '_').slice(0, 22);
}
