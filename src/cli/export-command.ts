import { type Bundle, createBundle } from '../model/bundle.js';
import { canonicalJson } from '../model/canonical-json.js';
import { RecordError } from '../model/check-shape.js';
import { fromCsv, toCsv } from '../model/exports/csv.js';
import { dpvGaps, fromDpv, toDpv } from '../model/exports/dpv.js';
import { ImportError, type ImportPlace } from '../model/exports/import-error.js';
import { parseBundle } from '../model/parse-bundle.js';
import { hashOf } from '../model/sha256.js';
import { verifyBundle } from '../model/verify-bundle.js';
import { type ExportWords, exportEnglish, exportKorean } from './export-words.js';
import { type CliPorts, type ExitCode, UsageError } from './ports.js';
import { sentenceOf } from './report.js';
import { fill, type Words } from './words.js';

/** What `dongui export` was called with. */
export interface ExportOptions {
  readonly words: Words;
  readonly lang: 'ko' | 'en';
  readonly files: readonly string[];
  readonly format: string | undefined;
  readonly out: string | undefined;
}

/** A bundle as a file of each format. */
const FORMATS: Readonly<Record<string, (bundle: Bundle) => string>> = {
  dpv: (bundle) => `${JSON.stringify(toDpv(bundle), null, 2)}\n`,
  csv: toCsv,
  json: (bundle) => `${JSON.stringify(bundle, null, 2)}\n`,
};

/** Reads any of the three formats, whatever the file is called. */
function readAny(text: string): Bundle {
  if (!/^\ufeff?\s*[[{]/.test(text)) return fromCsv(text);
  const value = JSON.parse(text.replace(/^\ufeff/, '')) as unknown;
  const { schema } = Object(value) as { readonly schema?: unknown };
  if (typeof schema !== 'string' || !schema.startsWith('dongui/bundle@')) return fromDpv(value);
  if (schema !== 'dongui/bundle@1')
    throw new ImportError('later-version', { path: '$.schema' }, schema);
  return parseBundle(value);
}

function placeWords({ path, row, column }: ImportPlace, words: ExportWords): string {
  if (path !== undefined) return fill(words.path, { path });
  const values = { row: row ?? 1, column: column ?? '' };
  return fill(column === undefined ? words.row : words.column, values);
}

/** Why a file can't be read, in a sentence, and where. */
function explain(error: unknown, file: string, words: ExportWords): UsageError {
  if (error instanceof ImportError) {
    const { code, place, detail = '' } = error;
    const sentence = fill(words.failures[code], { file, detail }).replace(/ ?\(\)/, '');
    return new UsageError(`${sentence}\n${placeWords(place, words)}`);
  }
  if (error instanceof RecordError) {
    const [issue] = error.issues;
    const sentence = fill(words.failures.record, { file, detail: issue?.code ?? '' });
    return new UsageError(`${sentence}\n${fill(words.path, { path: issue?.path ?? '$' })}`);
  }
  return new UsageError(fill(words.notJson, { file, reason: (error as Error).message }));
}

async function readBundle(
  file: string,
  words: ExportWords,
  { readFile }: CliPorts,
): Promise<Bundle> {
  const text = await readFile(file).catch((error: unknown) => {
    throw new UsageError(fill(words.unreadable, { file, reason: (error as Error).message }));
  });
  try {
    return readAny(text);
  } catch (error) {
    throw explain(error, file, words);
  }
}

/** Several bundles as one: what is in two of them, once. */
function joined(bundles: readonly Bundle[]): Bundle {
  const [first, ...others] = bundles as readonly [Bundle, ...Bundle[]];
  if (others.length === 0) return first;
  const byHash = <Part>(parts: readonly Part[]): Map<string, Part> =>
    new Map(parts.map((part) => [hashOf(part), part]));
  const receipts = bundles.flatMap((bundle) => bundle.receipts);
  const once = new Map(receipts.map((receipt) => [canonicalJson(receipt), receipt]));
  return createBundle([...once.values()], {
    notices: byHash(bundles.flatMap(({ notices }) => notices)),
    texts: byHash(bundles.flatMap(({ texts }) => texts)),
  });
}

async function write(
  text: string,
  { out, words }: { readonly out: string | undefined; readonly words: ExportWords },
  ports: CliPorts,
): Promise<void> {
  // `print` ends with a line's end of its own.
  if (out === undefined) ports.print(text.replace(/\n$/, ''));
  else
    await ports.writeFile(out, text).catch((error: unknown) => {
      throw new UsageError(fill(words.unwritable, { file: out, reason: (error as Error).message }));
    });
}

/**
 * `dongui export`: bundles as DPV, as CSV or as a bundle again, from any of the three. What
 * contradicts itself is exported as it is, and told.
 *
 * @throws UsageError when a file can't be read or written. Nothing is exported then.
 */
export async function exportCommand(options: ExportOptions, ports: CliPorts): Promise<ExitCode> {
  const { files, format = '', out, lang } = options;
  const words = lang === 'ko' ? exportKorean : exportEnglish;
  const toText = Object.hasOwn(FORMATS, format) ? FORMATS[format] : undefined;
  if (toText === undefined) throw new UsageError(words.formatWrong);
  const bundles: Bundle[] = [];
  for (const file of files) bundles.push(await readBundle(file, words, ports));
  const bundle = joined(bundles);
  await write(toText(bundle), { out, words }, ports);
  if (out !== undefined)
    ports.printError(fill(words.written, { file: out, n: bundle.receipts.length }));
  const gaps = format === 'dpv' ? dpvGaps(toDpv(bundle)) : [];
  if (gaps.length > 0) ports.printError(fill(words.gaps, { names: gaps.join(', ') }));
  const { firstBroken } = await verifyBundle(bundle);
  if (firstBroken === undefined) return 0;
  const reason = sentenceOf(firstBroken, options.words);
  ports.printError(fill(words.broken, { path: firstBroken.path, reason }));
  return 1;
}
