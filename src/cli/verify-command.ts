import {
  type CheckSignature,
  type Verification,
  type VerifiedReceipt,
  verifyBundle,
} from '../model/verify-bundle.js';
import { verifyLog } from '../model/verify-log.js';
import { createSignatureCheck, type PublicKey } from '../receiver/index.js';
import { asOne, mergeBundles, type NamedBundle, withPlaces } from './merge-bundles.js';
import { type CliPorts, type ExitCode, readJson, UsageError } from './ports.js';
import { logReportOf, reportOf } from './report.js';
import { holdAgainstSite, originOf } from './site-check.js';
import { verifyStored } from './verify-stored.js';
import { fill, type Words } from './words.js';

/** What `dongui verify` was called with. */
export interface VerifyOptions {
  readonly words: Words;
  readonly files: readonly string[];
  readonly keys: string | undefined;
  readonly log: string | undefined;
  /** Address of the site that the receipts are said to be of. */
  readonly site: string | undefined;
  /** Address, folder or copy of a receiver's database. */
  readonly database: string | undefined;
  /** Takes all files for receipts of one person. */
  readonly merge: boolean;
  readonly json: boolean;
}

async function readKeys(
  options: VerifyOptions,
  ports: CliPorts,
): Promise<readonly PublicKey[] | undefined> {
  const { keys: file, words } = options;
  if (file === undefined) return undefined;
  const { keys } = Object(await readJson(file, words, ports)) as { keys?: unknown };
  if (!Array.isArray(keys)) throw new UsageError(fill(words.keysWrong, { file }));
  return keys as readonly PublicKey[];
}

/** Holds the log against what all bundles hold of it. */
async function checkLog(
  { log: file, words, json }: VerifyOptions,
  receipts: readonly VerifiedReceipt[],
  ports: CliPorts,
): Promise<boolean> {
  if (file === undefined) return true;
  const value = await readJson(file, words, ports);
  const findings = verifyLog(value, receipts);
  const { hashes } = Object(value) as { hashes?: unknown };
  const size = Array.isArray(hashes) ? hashes.length : 0;
  const outcome = { findings, size };
  ports.print(json ? JSON.stringify({ file, ...outcome }) : logReportOf(file, outcome, words));
  return findings.length === 0;
}

function siteOf(address: string, words: Words): string {
  const origin = originOf(address);
  if (origin === undefined) throw new UsageError(words.siteWrong);
  return origin;
}

interface Verified {
  readonly isIntact: boolean;
  readonly receipts: readonly VerifiedReceipt[];
}

/** Each file by itself, or all of them as one person's. */
async function verifyFiles(
  { files, words, json, merge, site }: VerifyOptions,
  check: CheckSignature | undefined,
  ports: CliPorts,
): Promise<Verified> {
  const origin = site === undefined ? undefined : siteOf(site, words);
  const read: NamedBundle[] = [];
  for (const file of files) read.push({ file, value: await readJson(file, words, ports) });
  const groups = merge ? mergeBundles(read) : read.map(asOne);
  const results: Verification[] = [];
  for (const { file, value, placeOf } of groups) {
    const verified = holdAgainstSite(await verifyBundle(value, check), origin);
    const result = withPlaces(verified, placeOf);
    results.push(result);
    const { receipts, ...rest } = result;
    ports.print(
      json
        ? JSON.stringify({ file, receipts: receipts.length, ...rest })
        : reportOf(file, result, words),
    );
  }
  return {
    isIntact: results.every(({ isIntact }) => isIntact),
    receipts: results.flatMap(({ receipts }) => receipts),
  };
}

/**
 * `dongui verify`: holds bundles against themselves, the log against all of them, and a receiver's
 * database against itself and both.
 *
 * @throws UsageError when a file or a database can't be read.
 */
export async function verifyCommand(options: VerifyOptions, ports: CliPorts): Promise<ExitCode> {
  const { database } = options;
  const keys = await readKeys(options, ports);
  const check = keys && createSignatureCheck(keys);
  const { isIntact, receipts } = await verifyFiles(options, check, ports);
  const isLogged = await checkLog(options, receipts, ports);
  const evidence = { receipts, ...(check && { checkSignature: check }) };
  const isStored =
    database === undefined || (await verifyStored({ ...options, database }, evidence, ports));
  return isIntact && isLogged && isStored ? 0 : 1;
}
