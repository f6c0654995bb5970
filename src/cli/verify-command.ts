import { verifyBundle, type VerifiedReceipt } from '../model/verify-bundle.js';
import { verifyLog } from '../model/verify-log.js';
import { createSignatureCheck, type PublicKey } from '../receiver/index.js';
import { type CliPorts, type ExitCode, readJson, UsageError } from './ports.js';
import { logReportOf, reportOf } from './report.js';
import { holdAgainstSite, originOf } from './site-check.js';
import { fill, type Words } from './words.js';

/** What `dongui verify` was called with. */
export interface VerifyOptions {
  readonly words: Words;
  readonly files: readonly string[];
  readonly keys: string | undefined;
  readonly log: string | undefined;
  /** Address of the site that the receipts are said to be of. */
  readonly site: string | undefined;
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

/**
 * `dongui verify`: holds each bundle against itself, and the log against all of them.
 *
 * @throws UsageError when a file can't be read.
 */
export async function verifyCommand(options: VerifyOptions, ports: CliPorts): Promise<ExitCode> {
  const { files, json, words, site } = options;
  const origin = site === undefined ? undefined : siteOf(site, words);
  const keys = await readKeys(options, ports);
  const check = keys && createSignatureCheck(keys);
  let isIntact = true;
  const all: VerifiedReceipt[] = [];
  for (const file of files) {
    const verified = await verifyBundle(await readJson(file, words, ports), check);
    const result = holdAgainstSite(verified, origin);
    isIntact &&= result.isIntact;
    const { receipts, ...rest } = result;
    all.push(...receipts);
    ports.print(
      json
        ? JSON.stringify({ file, receipts: receipts.length, ...rest })
        : reportOf(file, result, words),
    );
  }
  const isLogged = await checkLog(options, all, ports);
  return isIntact && isLogged ? 0 : 1;
}
