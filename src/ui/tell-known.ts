import type { KnownPast } from '../core/past.js';
import type { FindingCode } from '../model/finding.js';
import { bringKnown, type Known } from './known-bundles.js';

/** The element that a page passes bundles to. */
export interface KnownHost extends HTMLElement {
  /** Bundles, or the address of some. */
  readonly known: Known;
}

/** What a developer does about receipts that are left out. */
const REMEDY =
  'Pass what the receiver answered, unchanged: GET /accounts/<account>/receipts, or a file that the person has downloaded.';

const BY_CODE: Partial<Record<FindingCode, string>> = {
  'bundle-version': 'The bundle is of a later version: update the script of this page.',
  'ack-strange-key': 'It was signed with a key that this page does not know: see data-ack-keys.',
};

function complain({ localName }: KnownHost, lines: readonly string[]): void {
  console.error(
    `[dongui] <${localName} known>: not all of it counts. The form works without.\n${lines.join('\n')}`,
  );
}

/**
 * The bundles that a page passes in. What can't be fetched is told the developer, and is nothing.
 * Never rejects.
 */
export async function knownBundles(host: KnownHost): Promise<readonly unknown[]> {
  try {
    return await bringKnown(host.known);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    complain(host, [
      `${why} Serve a bundle there, or a list of them, as JSON from this origin; the page's connect-src has to allow it.`,
    ]);
    return [];
  }
}

/** Tells the developer, in one line of the console, what of the bundles does not count, and why. */
export function tellLeft(host: KnownHost, { left, strangers }: KnownPast, policy: string): void {
  const lines = left.map(
    ({ code, path, detail = '' }) =>
      `known${path}: ${code} ${detail}`.trimEnd() + `. ${BY_CODE[code] ?? REMEDY}`,
  );
  if (strangers.length > 0)
    lines.push(
      `Receipts about ${strangers.join(', ')} are left out: this element asks for "${policy}".`,
    );
  if (lines.length > 0) complain(host, lines);
}
