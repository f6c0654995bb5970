import { parseArgs } from 'node:util';

import { exportCommand } from './export-command.js';
import { type CliPorts, type ExitCode, UsageError } from './ports.js';
import { verifyCommand } from './verify-command.js';
import { fill, type Words } from './words.js';
import { english } from './words-en.js';
import { korean } from './words-ko.js';

export type { CliPorts, ExitCode } from './ports.js';

/** What was typed, whatever the command makes of it. */
export interface Typed {
  readonly words: Words;
  readonly lang: 'ko' | 'en';
  readonly files: readonly string[];
  /** Options with a value, by name. */
  readonly texts: Readonly<Record<string, string | undefined>>;
  readonly json: boolean;
}

type Command = (typed: Typed, ports: CliPorts) => Promise<ExitCode>;

const COMMANDS: Readonly<Record<string, Command>> = {
  export: ({ texts, json: _json, ...rest }, ports) =>
    exportCommand({ ...rest, format: texts['format'], out: texts['out'] }, ports),
  verify: ({ texts, ...rest }, ports) =>
    verifyCommand({ ...rest, keys: texts['keys'], log: texts['log'], site: texts['site'] }, ports),
};

/** The options that take a value, of all commands. */
const TEXTS = ['keys', 'log', 'site', 'lang', 'format', 'out'] as const;

function readArguments(args: readonly string[]): Typed & { readonly command: string | undefined } {
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      ...Object.fromEntries(TEXTS.map((name) => [name, { type: 'string' as const }])),
      json: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  const { lang = 'ko', json, help, ...texts } = values as Record<string, string | undefined>;
  if (lang !== 'ko' && lang !== 'en') throw new UsageError(korean.langWrong);
  const [command, ...files] = positionals;
  const words = lang === 'ko' ? korean : english;
  const typed = { files, words, lang, texts, json: json !== undefined } as const;
  return { command: help === undefined ? command : undefined, ...typed };
}

/** The `dongui` command. It reads the files that are named, and nothing else; it needs no network. */
export async function runCli(args: readonly string[], ports: CliPorts): Promise<ExitCode> {
  try {
    const { command, ...typed } = readArguments(args);
    const { words, files } = typed;
    if (command === undefined) {
      ports.print(words.usage);
      return args.length === 0 ? 2 : 0;
    }
    const run = Object.hasOwn(COMMANDS, command) ? COMMANDS[command] : undefined;
    if (run === undefined)
      throw new UsageError(`${fill(words.unknownCommand, { name: command })}\n\n${words.usage}`);
    if (files.length === 0) throw new UsageError(`${words.noFile}\n\n${words.usage}`);
    return await run(typed, ports);
  } catch (error) {
    const isUsage =
      error instanceof UsageError ||
      (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS');
    if (isUsage !== true) throw error;
    ports.printError((error as Error).message);
    return 2;
  }
}
