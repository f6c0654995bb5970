import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';

/** How the demo server was asked to run. */
export interface Settings {
  /** TCP port; 0 lets the system choose a free one. */
  readonly port: number;
  readonly host: string;
  /** Absolute path of the folder that the embedded database owns. */
  readonly dataDir: string;
  /** A PostgreSQL connection string; when present, `dataDir` is not touched. */
  readonly databaseUrl?: string;
  /** What `Authorization: Bearer` has to carry on the receiver's routes for operators. */
  readonly apiKey: string;
  /** A private key as JSON that signs acknowledgements; absent: one in `dataDir`. */
  readonly signingKey?: string;
  /** True when no key was given: it is shown once, at the start. */
  readonly apiKeyIsNew: boolean;
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads PORT, HOST, DATA_DIR, DATABASE_URL, DONGUI_API_KEY and DONGUI_SIGNING_KEY; an empty one counts as absent.
 *
 * @throws Error with one line for the person who started the server.
 */
export function readSettings(environment: Environment): Settings {
  const read = (name: string): string | undefined => environment[name]?.trim() || undefined;
  const apiKey = read('DONGUI_API_KEY');
  const databaseUrl = read('DATABASE_URL');
  const signingKey = read('DONGUI_SIGNING_KEY');
  return {
    port: readPort(read('PORT') ?? '4400'),
    host: read('HOST') ?? '127.0.0.1',
    dataDir: resolve(read('DATA_DIR') ?? '.data'),
    ...(databaseUrl === undefined ? {} : { databaseUrl }),
    ...(signingKey === undefined ? {} : { signingKey }),
    apiKey: apiKey ?? randomBytes(24).toString('base64url'),
    apiKeyIsNew: apiKey === undefined,
  };
}

function readPort(text: string): number {
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port < 65536) return port;
  throw new Error(`PORT is "${text}"; it has to be a number from 0 to 65535.`);
}
