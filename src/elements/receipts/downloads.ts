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
export function bundleOf({ past, texts }: Standing): Bundle {
  return createBundle(past.records, { notices: past.notices, texts });
}

/**
 * Makes a file of a person's records.
 *
 * @param day Today, `2026-11-22`, for its name.
 */
export function makeFile(
  _format: Exclude<Format, 'print'>,
  standing: Standing,
  day: string,
): Promise<MadeFile> {
  const bundle = bundleOf(standing);
  return Promise.resolve({
    name: `${standing.past.policy}-${day}.json`,
    type: 'application/json',
    content: `${JSON.stringify(bundle, null, 2)}\n`,
  });
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
