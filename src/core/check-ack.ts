import { canonicalJson } from '../model/canonical-json.js';
import type { Ack } from '../model/receipt.js';
import type { SignatureState } from '../model/verify-receipt.js';
import type { AckKey, AckKeys } from './config.js';
import { resolveEndpoint } from './endpoint.js';
import type { Outgoing } from './entry.js';
import type { BrowserPorts } from './ports.js';

/** What a check leaves of an answer: an acknowledgement, or none. */
interface CheckedAck {
  readonly ack?: Ack;
  readonly signature?: 'valid' | 'unchecked';
  /** Somebody answers in the receiver's place, or without its key: that takes people to mend. */
  readonly isMisconfigured?: boolean;
}

/** What names a key in a signature, and how it signs (RFC 7515, 4.1). */
interface Header {
  readonly alg?: unknown;
  readonly kid?: unknown;
}

/** How a key verifies: its name in signatures, and the browser's own two. */
interface Algorithm {
  readonly alg: string;
  readonly key: EcKeyImportParams | { readonly name: string };
  readonly verify: EcdsaParams | { readonly name: string };
}

const ALGORITHMS: Readonly<Record<string, Algorithm>> = {
  'P-256': {
    alg: 'ES256',
    key: { name: 'ECDSA', namedCurve: 'P-256' },
    verify: { name: 'ECDSA', hash: 'SHA-256' },
  },
  Ed25519: { alg: 'EdDSA', key: { name: 'Ed25519' }, verify: { name: 'Ed25519' } },
};

/** Keys of an address, and when and for which of them they were asked for. */
interface Fetched {
  readonly at: number;
  readonly kid: unknown;
  readonly keys: Promise<readonly AckKey[]>;
}

/** What the page has fetched, by address. */
const fetched = new WeakMap<BrowserPorts, Map<string, Fetched>>();

/** A key that is unknown is asked for once, and again after this time. */
const AGAIN_MS = 60_000;

const TIMEOUT_MS = 10_000;

async function fetchKeys(ports: BrowserPorts, url: string): Promise<readonly AckKey[]> {
  const response = await ports.fetch(url, {
    // A key that came since is not in what the browser has kept.
    cache: 'no-cache',
    credentials: 'omit',
    redirect: 'error',
    signal: ports.AbortSignal.timeout(TIMEOUT_MS),
  });
  const { keys } = JSON.parse(await response.text()) as { keys?: unknown };
  if (response.status !== 200 || !Array.isArray(keys)) throw new Error(url);
  return keys as readonly AckKey[];
}

/**
 * The key of a name, asked for once more where the ones that are there do not have it.
 *
 * @throws Error when the keys can't be had now.
 */
async function findKey(
  ports: BrowserPorts,
  source: AckKeys,
  kid: unknown,
): Promise<AckKey | undefined> {
  const named = (keys: readonly AckKey[]): AckKey | undefined =>
    keys.find((key) => key.kid === kid);
  if (typeof source === 'object') return named(source.keys);
  const url = resolveEndpoint(source, ports);
  const known = fetched.get(ports) ?? new Map<string, Fetched>();
  fetched.set(ports, known);
  const ask = async (): Promise<readonly AckKey[]> => {
    const answer = { at: ports.Date.now(), kid, keys: fetchKeys(ports, url) };
    known.set(url, answer);
    try {
      return await answer.keys;
    } catch (error) {
      // The next receipt asks again.
      if (known.get(url) === answer) known.delete(url);
      throw error;
    }
  };
  const before = known.get(url);
  const key = before && named(await before.keys);
  const isFresh =
    before !== undefined && before.kid === kid && ports.Date.now() - before.at < AGAIN_MS;
  return key ?? (isFresh ? undefined : named(await ask()));
}

/** What base64url says; a value has one spelling that counts. */
function decode(part: string): Uint8Array<ArrayBuffer> {
  const text = atob(part.replaceAll('-', '+').replaceAll('_', '/'));
  const spelling = btoa(text).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
  if (spelling !== part) throw new Error(part);
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/** A signature taken apart: what it says of itself, what is signed, and by what. */
function readSignature(jws: string) {
  const [head = '', body = '', signature = '', ...rest] = jws.split('.');
  const { alg, kid, ...others } = JSON.parse(textOf(decode(head))) as Header;
  if (rest.length + Object.keys(others).length > 0) throw new Error(head);
  const signed = new TextEncoder().encode(`${head}.${body}`);
  return { alg, kid, payload: textOf(decode(body)), signed, signature: decode(signature) };
}

/** Whether the answer is signed by this key, in the key's own way: a signature does not choose it. */
async function isSigned(
  subtle: SubtleCrypto,
  { kty, crv, x, y }: AckKey,
  { alg, signature, signed }: ReturnType<typeof readSignature>,
): Promise<boolean> {
  const algorithm = ALGORITHMS[crv];
  if (!algorithm || alg !== algorithm.alg) return false;
  const jwk = { kty, crv, x, ...(y !== undefined && { y }) };
  const key = await subtle.importKey('jwk', jwk, algorithm.key, false, ['verify']);
  return subtle.verify(algorithm.verify, key, signature, signed);
}

/** Reads a signature; undefined for what is none. */
function attempt(jws: string | undefined): ReturnType<typeof readSignature> | undefined {
  try {
    return readSignature(jws ?? '');
  } catch {
    return undefined;
  }
}

/**
 * What the signature of an answer is worth by these keys: whether one of them signed exactly what the
 * answer says. `unchecked` where the browser has no Web Crypto (plain http), or not this algorithm.
 *
 * @throws Error when the keys can't be had now.
 */
export async function signatureOf(
  ports: BrowserPorts,
  { jws, ...said }: Ack,
  keys: AckKeys,
): Promise<SignatureState> {
  const { subtle } = ports.crypto;
  if (!subtle) return 'unchecked';
  const signature = attempt(jws);
  if (signature?.payload !== canonicalJson(said)) return 'invalid';
  const key = await findKey(ports, keys, signature.kid);
  if (key === undefined) return 'strange-key';
  try {
    return (await isSigned(subtle, key, signature)) ? 'valid' : 'invalid';
  } catch (error) {
    const isUnknown = (error as Partial<DOMException>).name === 'NotSupportedError';
    return isUnknown ? 'unchecked' : 'invalid';
  }
}

/**
 * Holds an answer against the keys that the page trusts: only one that is signed by one of them,
 * over exactly what it says, and about this very receipt, is an acknowledgement (receipts.md 1.5).
 * What is not is tried again at long intervals, for somebody answers in the receiver's place.
 *
 * Where the browser has no Web Crypto (plain http), or not this algorithm, the answer counts by the
 * hash that it names alone, and `signature` says so.
 *
 * @throws Error when the keys can't be had now: it is tried again.
 */
export async function checkAck(
  ports: BrowserPorts,
  { receipt, hash }: Pick<Outgoing, 'receipt' | 'hash'>,
  { ack, keys }: { readonly ack: Ack; readonly keys: AckKeys },
): Promise<CheckedAck> {
  const isAboutIt = ack.rh === hash && ack.id === receipt.id;
  const signature = isAboutIt ? await signatureOf(ports, ack, keys) : 'invalid';
  const counts = signature === 'valid' || signature === 'unchecked';
  return counts ? { ack, signature } : { isMisconfigured: true };
}
