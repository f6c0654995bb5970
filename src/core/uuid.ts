import { sha256 } from '../model/sha256.js';
import type { BrowserPorts } from './ports.js';

type Chance = Pick<BrowserPorts, 'crypto'>;

const randomBytes = ({ crypto }: Chance): Uint8Array<ArrayBuffer> =>
  crypto.getRandomValues(new Uint8Array(16));

/**
 * UUID version 7 (RFC 9562, 5.7), lower case: 48 bits of Unix time in ms, version, variant, and
 * chance. Two of one millisecond have no order; a chain has `seq` for that.
 */
export function createUuidV7(now: number, ports: Chance): string {
  const bytes = randomBytes(ports);
  const digits = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  const variant = '89ab'.charAt(Number(bytes[0]) & 3);
  return (now.toString(16).padStart(12, '0') + digits.slice(12)).replace(
    /(.{8})(.{4}).(.{3}).(.{3})/,
    `$1-$2-7$3-${variant}$4-`,
  );
}

/**
 * A pseudonym that says nothing about anybody: the prefix and 22 characters of base64url that hash
 * 16 random bytes. `u_` names a subject, `c_` a chain.
 */
export function createToken(prefix: 'u_' | 'c_', ports: Chance): string {
  return prefix + sha256(String(randomBytes(ports))).slice(0, 22);
}
