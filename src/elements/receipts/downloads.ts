import { type Bundle, createBundle } from '../../model/bundle.js';
import type { Format } from './end-view.js';
import type { Standing } from './standing.js';

/** A file, ready to be saved. */
interface MadeFile {
  readonly name: string;
  readonly type: string;
  readonly content: string;
}

/** All of a person's receipts with what they name: what an auditor verifies (DESIGN 5). */
function bundleOf({ past, texts }: Standing): Bundle {
  return createBundle(past.records, { notices: past.notices, texts });
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** How each format is written; what writes it is fetched when it is wanted. */
const WRITERS: Readonly<
  Record<
    Exclude<Format, 'print'>,
    {
      readonly ending: string;
      readonly type: string;
      readonly write: (bundle: Bundle) => Promise<string>;
    }
  >
> = {
  bundle: {
    ending: 'json',
    type: 'application/json',
    write: (bundle) => Promise.resolve(json(bundle)),
  },
  csv: {
    ending: 'csv',
    type: 'text/csv',
    write: async (bundle) => (await import('../../model/exports/csv.js')).toCsv(bundle),
  },
  dpv: {
    ending: 'jsonld',
    type: 'application/ld+json',
    write: async (bundle) => json((await import('../../model/exports/dpv.js')).toDpv(bundle)),
  },
};

/**
 * Makes a file of a person's records.
 *
 * @param day Today, `2026-11-22`, for its name.
 * @throws Error when the records can't be written so: what they name is not all there.
 */
export async function makeFile(
  format: Exclude<Format, 'print'>,
  standing: Standing,
  day: string,
): Promise<MadeFile> {
  const { ending, type, write } = WRITERS[format];
  const name = `${standing.past.policy}-${day}.${ending}`;
  return { name, type, content: await write(bundleOf(standing)) };
}

/** Hands a file to the browser, which asks the person where to, or puts it among their downloads. */
export function saveFile({ name, type, content }: MadeFile): void {
  const href = URL.createObjectURL(new Blob([content], { type }));
  const link = Object.assign(document.createElement('a'), { href, download: name });
  link.click();
  // The browser reads it after the press; a minute is long enough for any.
  setTimeout(() => {
    URL.revokeObjectURL(href);
  }, 60_000);
}
