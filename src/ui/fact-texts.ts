import type { Speaker } from '../i18n/localize-controller.js';
import type { Channel } from '../model/policy-marketing.js';
import type { Basis, DataItem, Purpose } from '../model/policy-processing.js';
import type { RetentionRule } from '../model/retention.js';

const UNITS = { Y: 'year', M: 'month', W: 'week', D: 'day' } as const;

/** An ISO 8601 duration in words: `P5Y` is "5년", "5 years". */
export function periodText(period: string, { lang }: Speaker): string {
  const parts = [...period.matchAll(/(\d+)([YMWD])/g)].map(([, amount, letter]) =>
    new Intl.NumberFormat(lang, {
      style: 'unit',
      unit: UNITS[letter as keyof typeof UNITS],
      unitDisplay: 'long',
    }).format(Number(amount)),
  );
  return parts.join(' ');
}

function endText(rule: RetentionRule, content: Speaker): string {
  const { period, from, event, until } = rule;
  if (period !== undefined) {
    const words = periodText(period, content);
    return from === undefined ? words : content.term('retentionAfter', { from, period: words });
  }
  if (event !== undefined) return content.term('retentionEvent', { event });
  if (until === 'purpose-met') return content.term('retentionPurpose');
  return until === undefined ? '' : content.term('retentionUntil', { date: until });
}

/** One rule of keeping in words: the policy's own, else made of its parts. */
export function retentionText(rule: RetentionRule, content: Speaker): string {
  const end = rule.text ?? endText(rule, content);
  const why = rule.text === undefined ? (rule.statute ?? rule.reason) : undefined;
  const sentence = [end, why === undefined ? '' : end === '' ? why : `(${why})`];
  const words = sentence.filter((part) => part !== '').join(' ');
  return rule.condition === undefined || rule.text?.includes(rule.condition) === true
    ? words
    : `${rule.condition}: ${words}`;
}

/** One collected item with what the policy adds to it, in brackets. */
export function dataText(item: DataItem, content: Speaker): string {
  const added = [
    item.note,
    item.condition,
    item.about === undefined ? undefined : content.term('aboutWhom', { who: item.about }),
  ].filter((part) => part !== undefined);
  return added.length === 0 ? item.name : `${item.name} (${added.join(', ')})`;
}

/** Parts of a list in one line. */
export function listText(parts: readonly string[], { messages }: Speaker): string {
  return parts.join(messages.listSeparator);
}

/** What the data is used for, in one line. */
export function purposesText(purposes: readonly Purpose[], content: Speaker): string {
  return listText(
    purposes.map(({ text }) => text),
    content,
  );
}

const BASES = {
  contract: 'basisContract',
  consent: 'basisConsent',
  law: 'basisLaw',
  'legitimate-interest': 'basisLegitimateInterest',
  vital: 'basisVital',
  'public-task': 'basisPublicTask',
} as const;

/** On what a processing rests: the statute as the policy names it, and what that means. */
export function basisText(
  { basis, statute }: { basis?: Basis; statute?: string },
  content: Speaker,
): string {
  const words =
    basis === undefined || basis === 'unstated' ? undefined : content.term(BASES[basis]);
  if (statute === undefined) return words ?? content.term('unstated');
  return words === undefined ? statute : `${statute} (${words})`;
}

/** A country by its ISO 3166-1 code, in words. */
export function countryText(code: string, { lang }: Speaker): string {
  return new Intl.DisplayNames(lang, { type: 'region', fallback: 'code' }).of(code) ?? code;
}

/** The names of channels of advertising, in one line. */
export function channelsText(channels: readonly Channel[], content: Speaker): string {
  return listText(
    channels.map((channel) => content.messages.channel[channel]),
    content,
  );
}
