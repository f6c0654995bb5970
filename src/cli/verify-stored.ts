import { verifyLog } from '../model/verify-log.js';
import type { LogExport } from '../model/log.js';
import { copyDatabase, type DatabaseEvidence, verifyDatabase } from '../receiver/index.js';
import { databaseReportOf } from './database-report.js';
import { type CliPorts, readJson, UsageError } from './ports.js';
import { fill, type Words } from './words.js';

/** A database, and what of the command line it is held against. */
export interface StoredOptions {
  readonly words: Words;
  /** An address, a folder, or a copy as a file of JSON. */
  readonly database: string;
  readonly log: string | undefined;
  readonly json: boolean;
}

const reasonOf = (error: unknown): string => (error as Error).message.split('\n')[0] ?? '';

/** The copy of a database, from wherever it is. */
async function readCopy(
  { database: place, words }: StoredOptions,
  ports: CliPorts,
): Promise<unknown> {
  const opened = await ports.openDatabase?.(place).catch((error: unknown) => {
    throw new UsageError(fill(words.database.unopened, { place, reason: reasonOf(error) }));
  });
  if (opened === undefined) return readJson(place, words, ports);
  try {
    return await copyDatabase(opened);
  } catch (error) {
    throw new UsageError(fill(words.database.unknownTables, { place, reason: reasonOf(error) }));
  } finally {
    await opened.close();
  }
}

async function readLog(
  { log: file, words }: StoredOptions,
  ports: CliPorts,
): Promise<LogExport | undefined> {
  if (file === undefined) return undefined;
  const value = await readJson(file, words, ports);
  if (verifyLog(value, []).some(({ code }) => code === 'log-invalid'))
    throw new UsageError(fill(words.database.logWrong, { file }));
  return value as LogExport;
}

/**
 * Verifies a receiver's database and reports.
 *
 * @returns Whether nothing contradicts itself.
 * @throws UsageError when it can't be opened or read.
 */
export async function verifyStored(
  options: StoredOptions,
  evidence: DatabaseEvidence,
  ports: CliPorts,
): Promise<boolean> {
  const { database: place, json, words } = options;
  const log = await readLog(options, ports);
  const copy = await readCopy(options, ports);
  const result = await verifyDatabase(copy, { ...evidence, ...(log && { log }) });
  ports.print(
    json
      ? JSON.stringify({ database: nameOf(place), ...result })
      : databaseReportOf(nameOf(place), result, words),
  );
  return result.isIntact;
}

/** An address without its password. */
function nameOf(place: string): string {
  return place.replace(/^(\w+:\/\/[^:/@]*):[^@]*@/, '$1@');
}
