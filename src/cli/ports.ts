import type { SqlDatabase } from '../receiver/index.js';
import { fill } from './words.js';

/** What the command touches of the world. */
export interface CliPorts {
  /** @throws Error when the file is not there. */
  readonly readFile: (path: string) => Promise<string>;
  /** @throws Error when the file can't be written. */
  readonly writeFile: (path: string, text: string) => Promise<void>;
  readonly print: (text: string) => void;
  readonly printError: (text: string) => void;
  /** Opens a database; undefined where a file stands there. @throws Error that says why it can't. */
  readonly openDatabase?: (
    place: string,
  ) => Promise<(SqlDatabase & { readonly close: () => Promise<void> }) | undefined>;
}

/** `0`: nothing contradicts itself. `1`: something does. `2`: could not be verified or exported. */
export type ExitCode = 0 | 1 | 2;

/** Something that the person who typed the command has to change. */
export class UsageError extends Error {}

/** The texts that reading a file needs, in the language of the report. */
export interface FileWords {
  readonly unreadable: string;
  readonly notJson: string;
}

/**
 * A file of JSON.
 *
 * @throws UsageError when it is not there, or not JSON.
 */
export async function readJson(
  file: string,
  words: FileWords,
  { readFile }: Pick<CliPorts, 'readFile'>,
): Promise<unknown> {
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
