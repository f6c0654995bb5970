import { itemTexts } from '../model/exports/csv-columns.js';
import type { Finding, FindingLevel } from '../model/finding.js';
import type { Notice, NoticeItem } from '../model/notice.js';
import type { Receipt, ReceiptItem } from '../model/receipt.js';
import type { Verification, VerifiedReceipt } from '../model/verify-bundle.js';
import { fill, type Words } from './words.js';

const LEVELS: readonly FindingLevel[] = ['broken', 'unproved', 'note'];

/** What was found of a log, and how many receipts it has. */
export interface LogOutcome {
  readonly findings: readonly Finding[];
  readonly size: number;
}

/** What was found, in a sentence. A code of a parser stands in brackets where there is one. */
export function sentenceOf({ code, detail }: Finding, words: Words): string {
  return fill(words.findings[code], { detail: detail ?? '' }).replace(/ ?\(\)/, '');
}

/** What an item is called: by the policy, by its recipient, or by what it is. */
function titleOf(item: NoticeItem, words: Words): string {
  const { id, kind, title, recipient, channel, groupTitle } = item;
  // A way to receive advertising is called by its own name alone: "e-mail".
  if (title !== '') return groupTitle ? `${groupTitle}, ${title}` : title;
  const name = recipient?.name ?? words.untitled[kind] ?? id;
  return channel === undefined ? name : `${name}, ${words.channels[channel]}`;
}

function itemLine(answer: ReceiptItem, item: NoticeItem | undefined, words: Words): string {
  const { id, state, by, dt, source } = answer;
  const rank = item && (item.required ? words.required : words.optional);
  const title = item === undefined ? id : titleOf(item, words);
  const how = [
    words.by[by],
    ...(source === undefined ? [] : [fill(words.from, { source })]),
    ...(dt === undefined ? [] : [fill(words.after, { seconds: (dt / 1_000).toFixed(1) })]),
  ];
  return `${rank === undefined ? '' : `[${rank}] `}${title}: ${words.states[state]} (${how.join(', ')})`;
}

/** Who decided, where it was not the person. */
function guardianLines({ guardian }: Receipt, words: Words): readonly string[] {
  if (guardian === undefined) return [];
  const method = words.guardianMethods[guardian.method];
  const { at } = guardian;
  return [
    `   ${at === undefined ? fill(words.guardian, { method }) : fill(words.guardianConfirmed, { method, at })}`,
  ];
}

/** What an item is called, with whether it had to be given. */
function nameOf(id: string, notice: Notice | undefined, words: Words): string {
  const item = notice?.items.find((each) => each.id === id);
  if (item === undefined) return id;
  return `[${item.required ? words.required : words.optional}] ${titleOf(item, words)}`;
}

/** What was in front of the person, and what of it nobody could see. */
function shownLines({ receipt, notice }: VerifiedReceipt, words: Words): readonly string[] {
  const { shown, actor } = receipt;
  // A guardian is not asked whether the child is old enough.
  const hidden = shown.hidden.filter((id) => actor !== 'guardian' || id !== 'age');
  const items = hidden.map((id) => nameOf(id, notice, words)).join(', ');
  return [
    fill(words.shownTexts, { sha256: shown.sha256 }),
    hidden.length === 0 ? words.allVisible : fill(words.notVisible, { items }),
  ].map((line) => `   ${line}`);
}

/** What is proved of a receipt: each claim falls with the findings that contradict it. */
function claimsOf({ ack, findings, receipt }: VerifiedReceipt, words: Words): readonly string[] {
  const holds = (...codes: readonly Finding['code'][]): boolean =>
    !findings.some(({ code }) => codes.includes(code));
  const time = new Date((ack?.iat ?? 0) * 1_000).toISOString();
  return [
    ...(holds('receipt-hash') ? [words.provedContent] : []),
    ...(holds('notice-missing', 'text-missing', 'misfit') ? [words.provedShown] : []),
    ...(receipt.seq > 1 && holds('chain-broken', 'chain-gap', 'chain-subject')
      ? [words.provedChain]
      : []),
    ...(ack?.jws !== undefined &&
    holds('ack-other', 'ack-signature', 'ack-strange-key', 'ack-unchecked')
      ? [fill(words.provedReceived, { time })]
      : []),
  ];
}

function listed(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [`   ${title}`, ...lines.map((line) => `   - ${line}`)];
}

function findingLines(findings: readonly Finding[], words: Words): readonly string[] {
  return LEVELS.flatMap((level) =>
    listed(
      words.levels[level],
      findings.filter((each) => each.level === level).map((each) => sentenceOf(each, words)),
    ),
  );
}

/** A moment by the person's own clock, where the zone is known; otherwise as it stands, in UTC. */
function momentText({ at, tz }: Receipt): string {
  try {
    const options = { timeZone: String(tz), dateStyle: 'short', timeStyle: 'medium' } as const;
    // Swedish writes a date as ISO 8601 does.
    return `${new Intl.DateTimeFormat('sv-SE', options).format(new Date(at))} (${String(tz)})`;
  } catch {
    return at;
  }
}

/** A period in words: `P1Y6M` is "1년 6개월". */
function periodText(period: string, words: Words): string {
  const parts = [...period.matchAll(/(\d+)([YMWD])/g)];
  return parts
    .map(([, n = '', unit]) => fill(words.periods[unit as keyof Words['periods']], { n }))
    .join(' ');
}

/** What was shown of an item, in one line. */
function factLine(item: NoticeItem | undefined, words: Words): readonly string[] {
  const facts: readonly [string, string][] =
    item === undefined ? [] : Object.entries(itemTexts(item));
  const said = facts.flatMap(([name, fact]) => {
    const text = fact.replace(/\bP(\d+[YMWD])+/g, (period) => periodText(period, words));
    const label = words.facts[name as keyof Words['facts']];
    return fact === '' ? [] : [`${label}: ${name === 'retention' ? text : fact}`];
  });
  return said.length === 0 ? [] : [`     ${said.join(' | ')}`];
}

/** A finding with items called as the person saw them. */
function named(each: Finding, notice: Notice | undefined, words: Words): Finding {
  if (each.code !== 'hidden' || notice === undefined) return each;
  const titles = String(each.detail)
    .split(', ')
    .map((id) => {
      const item = notice.items.find((one) => one.id === id);
      return item === undefined ? id : titleOf(item, words);
    });
  return { ...each, detail: titles.join(', ') };
}

function receiptLines(verified: VerifiedReceipt, number: number, words: Words): readonly string[] {
  const { receipt, notice, findings } = verified;
  const { service, policy } = notice ?? {};
  const { version, surface, locale, sha256 } = receipt.notice;
  const shown =
    service === undefined || policy === undefined
      ? fill(words.shownMissing, { sha256 })
      : fill(words.shown, { service: service.name, version, surface, locale });
  const told = findings.map((each) => named(each, notice, words));
  const items = receipt.items.flatMap((answer) => {
    const item = notice?.items.find(({ id }) => id === answer.id);
    return [`   - ${itemLine(answer, item, words)}`, ...factLine(item, words)];
  });
  return [
    `${number}. ${momentText(receipt)} ${words.events[receipt.event]} ${receipt.id}`,
    `   ${fill(words.madeAt, { origin: receipt.client.origin })}`,
    `   ${shown}`,
    ...shownLines(verified, words),
    ...guardianLines(receipt, words),
    `   ${words.decided}`,
    ...items,
    ...listed(words.proved, claimsOf(verified, words)),
    ...findingLines(told, words),
    '',
  ];
}

/** What verification found of a receiver's log. */
export function logReportOf(file: string, log: LogOutcome, words: Words): string {
  const { findings, size } = log;
  if (findings.length === 0) return fill(words.logIntact, { file, n: size });
  return [fill(words.log, { file }), ...findingLines(findings, words)].join('\n');
}

/** A line that cannot steer a terminal or turn its direction, whatever words are in it. */
const printable = (line: string): string =>
  line.replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, '\ufffd');

/** What verification found, for a person: what was shown, what was decided, what is proved of it. */
export function reportOf(file: string, result: Verification, words: Words): string {
  const { receipts, findings, firstBroken, isIntact } = result;
  const broken = findings.filter(({ level }) => level === 'broken').length;
  const values = { file, n: receipts.length, broken };
  const told = new Set(receipts.flatMap((each) => each.findings));
  const rest = findings.filter((each) => !told.has(each));
  return [
    fill(isIntact ? words.intact : words.broken, values),
    ...(firstBroken === undefined ? [] : [fill(words.firstBroken, { path: firstBroken.path })]),
    '',
    ...receipts.flatMap((each, i) => receiptLines(each, i + 1, words)),
    ...(rest.length === 0 ? [] : [words.elsewhere, ...findingLines(rest, words), '']),
    words.limits,
  ]
    .map(printable)
    .join('\n');
}
