import { verifyBundle, type VerifiedReceipt } from '../model/verify-bundle.js';
import { verifyLog } from '../model/verify-log.js';
import { createSignatureCheck, type PublicKey } from '../receiver/index.js';
import { type CliPorts, type ExitCode, readJson, UsageError } from './ports.js';
import { logReportOf, reportOf } from './report.js';
import { fill, type Words } from './words.js';

/** What `dongui verify` was called with. */
export interface VerifyOptions {
  readonly words: Words;
  readonly files: readonly string[];
  readonly keys: string | undefined;
  readonly log: string | undefined;
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

/**
 * `dongui verify`: holds each bundle against itself, and the log against all of them.
 *
 * @throws UsageError when a file can't be read.
 */
export async function verifyCommand(options: VerifyOptions, ports: CliPorts): Promise<ExitCode> {
  const { files, json, words } = options;
  const keys = await readKeys(options, ports);
  const check = keys && createSignatureCheck(keys);
  let isIntact = true;
  const all: VerifiedReceipt[] = [];
  for (const file of files) {
    const result = await verifyBundle(await readJson(file, words, ports), check);
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
