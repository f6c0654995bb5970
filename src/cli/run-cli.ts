import { parseArgs } from 'node:util';

import { verifyBundle, type VerifiedReceipt } from '../model/verify-bundle.js';
import { verifyLog } from '../model/verify-log.js';
import { createSignatureCheck, type PublicKey } from '../receiver/index.js';
import { logReportOf, reportOf } from './report.js';
import { fill, type Words } from './words.js';
import { english } from './words-en.js';
import { korean } from './words-ko.js';

/** What the command touches of the world. */
export interface CliPorts {
  /** @throws Error when the file is not there. */
  readonly readFile: (path: string) => Promise<string>;
  readonly print: (text: string) => void;
  readonly printError: (text: string) => void;
}

/** `0`: nothing contradicts itself. `1`: something does. `2`: could not be verified. */
export type ExitCode = 0 | 1 | 2;

interface Options {
  readonly words: Words;
  readonly files: readonly string[];
  readonly keys: string | undefined;
  readonly log: string | undefined;
  readonly json: boolean;
}

/** Something that the person who typed the command has to change. */
class UsageError extends Error {}

async function readJson(file: string, words: Words, { readFile }: CliPorts): Promise<unknown> {
  const explain = (text: string, error: unknown): UsageError =>
    new UsageError(fill(text, { file, reason: (error as Error).message }));
  const text = await readFile(file).catch((error: unknown) => {
    throw explain(words.unreadable, error);
  });
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw explain(words.notJson, error);
  }
}

async function readKeys(
  options: Options,
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
  { log: file, words, json }: Options,
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

async function verify(options: Options, ports: CliPorts): Promise<ExitCode> {
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

function readOptions(args: readonly string[]): Options & { readonly command: string | undefined } {
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      keys: { type: 'string' },
      log: { type: 'string' },
      lang: { type: 'string' },
      json: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  const { keys, log, lang = 'ko', json = false, help = false } = values;
  if (lang !== 'ko' && lang !== 'en') throw new UsageError(korean.langWrong);
  const [command, ...files] = positionals;
  const words = lang === 'ko' ? korean : english;
  return { command: help ? undefined : command, files, words, keys, log, json };
}

/** The `dongui` command. It reads the files that are named, and nothing else; it needs no network. */
export async function runCli(args: readonly string[], ports: CliPorts): Promise<ExitCode> {
  try {
    const options = readOptions(args);
    const { command, files, words } = options;
    if (command === undefined) {
      ports.print(words.usage);
      return args.length === 0 ? 2 : 0;
    }
    if (command !== 'verify')
      throw new UsageError(`${fill(words.unknownCommand, { name: command })}\n\n${words.usage}`);
    if (files.length === 0) throw new UsageError(`${words.noFile}\n\n${words.usage}`);
    return await verify(options, ports);
  } catch (error) {
    const isUsage =
      error instanceof UsageError ||
      (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS');
    if (isUsage !== true) throw error;
    ports.printError((error as Error).message);
    return 2;
  }
}
