import { generateKeyPairSync } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { SigningKey } from '../../src/receiver/index.js';
import type { Settings } from './settings.js';

/**
 * The key that signs acknowledgements: DONGUI_SIGNING_KEY, else one in the data folder, which is
 * made at the first start. With a database elsewhere and no key of its own the demo signs nothing,
 * for a key that ends with the process proves nothing tomorrow.
 *
 * @throws Error with one line: the key is no private key as JSON.
 */
export async function openSigningKey(settings: Settings): Promise<SigningKey | undefined> {
  const { signingKey, databaseUrl, dataDir } = settings;
  if (signingKey !== undefined) return readKey(signingKey, 'DONGUI_SIGNING_KEY');
  if (databaseUrl !== undefined) return undefined;
  const path = join(dataDir, 'signing-key.json');
  const stored = await readFile(path, 'utf8').catch(() => undefined);
  if (stored !== undefined) return readKey(stored, path);
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const text = JSON.stringify(privateKey.export({ format: 'jwk' }));
  await mkdir(dataDir, { recursive: true });
  await writeFile(path, `${text}\n`, { mode: 0o600, flag: 'wx' });
  return readKey(text, path);
}

function readKey(text: string, place: string): SigningKey {
  try {
    const key = JSON.parse(text) as Partial<SigningKey>;
    if ([key.kty, key.crv, key.x, key.d].every((part) => typeof part === 'string'))
      return key as SigningKey;
  } catch {
    // Said below, without the text: it is secret.
  }
  throw new Error(`${place} is no private key as JSON (RFC 7517, P-256 or Ed25519).`);
}
