import type { PolicyDocument } from './policy-document.js';

/**
 * Address of the document in the language that a page wants, or undefined where this document is
 * the one to show. Looks up as RFC 4647, 3.4 does: `zh-Hant-TW`, then `zh-Hant`, then `zh`; after
 * that any document in the same primary language. Where there is none the original is shown, with
 * its own `lang` (DESIGN 3).
 *
 * @param lang A BCP 47 tag in any case: `en-GB`.
 */
export function chooseTranslation(
  { locale, translations }: Pick<PolicyDocument, 'locale' | 'translations'>,
  lang: string,
): string | undefined {
  const wanted = lang.toLowerCase().split('-');
  // This document comes first: it wins where two are equally good.
  const tags = [locale, ...Object.keys(translations ?? {})];
  const closeness = (tag: string): number => {
    const parts = tag.toLowerCase().split('-');
    const isPrefix = parts.every((part, i) => part === wanted[i]);
    return isPrefix ? parts.length : parts[0] === wanted[0] ? 0.5 : 0;
  };
  const best = tags.reduce((one, other) => (closeness(other) > closeness(one) ? other : one));
  return best === locale ? undefined : translations?.[best];
}
