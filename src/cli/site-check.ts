import { type Finding, finding } from '../model/finding.js';
import type { Verification, VerifiedReceipt } from '../model/verify-bundle.js';

/** What stands in a receipt as the place where it was made: scheme, host and port, no more. */
export function originOf(address: string): string | undefined {
  try {
    return new URL(address).origin;
  } catch {
    return undefined;
  }
}

const foundOf = ({ receipt, path }: VerifiedReceipt, origin: string): readonly Finding[] =>
  receipt.client.origin === origin
    ? []
    : [finding('site-other', `${path}.receipt.client.origin`, receipt.client.origin)];

/**
 * Holds receipts against the site that they are said to be of: one made at another breaks the proof.
 *
 * @param origin as the receipts name it: `https://shop.example`. Undefined: nobody said.
 */
export function holdAgainstSite(result: Verification, origin: string | undefined): Verification {
  if (origin === undefined) return result;
  const strangers = result.receipts.flatMap((each) => foundOf(each, origin));
  const [first] = strangers;
  if (first === undefined) return result;
  return {
    ...result,
    isIntact: false,
    receipts: result.receipts.map((each) => ({
      ...each,
      findings: [
        ...strangers.filter(({ path }) => path.startsWith(`${each.path}.`)),
        ...each.findings,
      ],
    })),
    findings: [...strangers, ...result.findings],
    firstBroken: first,
  };
}
