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
  readonly merge: boolean;
}

type Command = (typed: Typed, ports: CliPorts) => Promise<ExitCode>;

const COMMANDS: Readonly<Record<string, Command>> = {
  export: ({ texts, json: _json, merge: _merge, ...rest }, ports) =>
    exportCommand({ ...rest, format: texts['format'], out: texts['out'] }, ports),
  verify: ({ texts, ...rest }, ports) =>
    verifyCommand(
      {
        ...{ ...rest, keys: texts['keys'], log: texts['log'] },
        ...{ site: texts['site'], database: texts['database'] },
      },
      ports,
    ),
};

/** The options that take a value, of all commands. */
const TEXTS = ['keys', 'log', 'site', 'database', 'lang', 'format', 'out'] as const;

function readArguments(args: readonly string[]): Typed & { readonly command: string | undefined } {
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      ...Object.fromEntries(TEXTS.map((name) => [name, { type: 'string' as const }])),
      json: { type: 'boolean' },
      merge: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  const { lang = 'ko', json, merge, help, ...texts } = values as Record<string, string | undefined>;
  if (lang !== 'ko' && lang !== 'en') throw new UsageError(korean.langWrong);
  const [command, ...files] = positionals;
  const words = lang === 'ko' ? korean : english;
  const flags = { json: json !== undefined, merge: merge !== undefined };
  const typed = { files, words, lang, texts, ...flags } as const;
  return { command: help === undefined ? command : undefined, ...typed };
}

/** @throws UsageError when there is no such command, or nothing for it to read. */
function commandOf(name: string, { words, files, texts }: Typed): Command {
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command === undefined)
    throw new UsageError(`${fill(words.unknownCommand, { name })}\n\n${words.usage}`);
  if (files.length === 0 && texts['database'] === undefined)
    throw new UsageError(`${words.noFile}\n\n${words.usage}`);
  return command;
}

/** The `dongui` command. It reads the files that are named, and nothing else; it needs no network. */
export async function runCli(args: readonly string[], ports: CliPorts): Promise<ExitCode> {
  try {
    const { command, ...typed } = readArguments(args);
    if (command !== undefined) return await commandOf(command, typed)(typed, ports);
    ports.print(typed.words.usage);
    return args.length === 0 ? 2 : 0;
  } catch (error) {
    const isUsage =
      error instanceof UsageError ||
      (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS');
    if (isUsage !== true) throw error;
    ports.printError((error as Error).message);
    return 2;
  }
}
