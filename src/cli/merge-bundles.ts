import type { Finding } from '../model/finding.js';
import { isPlainObject } from '../model/is-plain-object.js';
import type { Verification } from '../model/verify-bundle.js';

/** A file, and what is in it. */
export interface NamedBundle {
  readonly file: string;
  /** From `JSON.parse`; anything. */
  readonly value: unknown;
}

/** What is verified as one, and where a place in it is in the files. */
export interface MergedBundle extends NamedBundle {
  readonly placeOf: (path: string) => string;
}

const LISTS = ['receipts', 'notices', 'texts'] as const;

type Lists = Readonly<Record<(typeof LISTS)[number], readonly unknown[]>>;

/** A bundle by itself. */
export function asOne(bundle: NamedBundle): MergedBundle {
  return { ...bundle, placeOf: (path) => path };
}

const isWhole = (value: unknown): value is Lists & Readonly<Record<string, unknown>> =>
  isPlainObject(value) &&
  value['schema'] === 'dongui/bundle@1' &&
  LISTS.every((name) => Array.isArray(value[name])) &&
  Object.keys(value).length === LISTS.length + 1;

/** One thing of a list, with the file and the place that it comes from. */
interface Origin {
  readonly value: unknown;
  readonly place: string;
}

/** The answer in an entry as text; empty where there is none, as in notices and texts. */
function ackOf({ value }: Origin): string {
  const { ack } = (isPlainObject(value) ? value : {}) as { ack?: unknown };
  return ack === undefined ? '' : JSON.stringify(ack);
}

function withoutAck({ value }: Origin): string {
  const { ack: _ack, ...rest } = (isPlainObject(value) ? value : { value }) as { ack?: unknown };
  return JSON.stringify(rest);
}

/**
 * The same thing from two devices is there once. Of a receipt without an answer and the same with
 * one, the latter; two answers are two entries, for a receiver gives one.
 */
function withoutDoubles(all: readonly Origin[]): readonly Origin[] {
  const found = new Map<string, Origin>();
  for (const each of all) {
    const key = withoutAck(each);
    const known = found.get(key);
    const [own, other] = [ackOf(each), known ? ackOf(known) : ''];
    if (!known || (own !== '' && other === '')) found.set(key, each);
    else if (own !== '' && own !== other) found.set(key + own, each);
  }
  return [...found.values()];
}

/**
 * Puts bundles of one person together, as they come from several devices: a chain that one of them
 * holds a part of is followed through all. What has not the form of a bundle stays by itself.
 */
export function mergeBundles(bundles: readonly NamedBundle[]): readonly MergedBundle[] {
  const whole = bundles.filter(({ value }) => isWhole(value));
  const merged = LISTS.map((list) => {
    const all = whole.flatMap(({ file, value }) =>
      (value as Lists)[list].map((each, i) => ({ value: each, place: `${file} $.${list}[${i}]` })),
    );
    return [list, withoutDoubles(all)] as const;
  });
  const origins: Readonly<Record<string, readonly Origin[]>> = Object.fromEntries(merged);
  const placeOf = (path: string): string =>
    path.replace(/^\$\.(\w+)\[(\d+)\]/, (all, list: string, i: string) => {
      return origins[list]?.[Number(i)]?.place ?? all;
    });
  const lists = merged.map(([list, each]) => [list, each.map(({ value }) => value)] as const);
  const value = { schema: 'dongui/bundle@1', ...Object.fromEntries(lists) };
  const file = whole.map((each) => each.file).join(' + ');
  return [
    ...(whole.length > 0 ? [{ file, value, placeOf }] : []),
    ...bundles.filter((each) => !whole.includes(each)).map(asOne),
  ];
}

/** What was found, with the places in the files. */
export function withPlaces(
  { receipts, findings, firstBroken, ...rest }: Verification,
  placeOf: MergedBundle['placeOf'],
): Verification {
  const moved = new Map<Finding, Finding>();
  const move = (finding: Finding): Finding => {
    const known = moved.get(finding) ?? { ...finding, path: placeOf(finding.path) };
    moved.set(finding, known);
    return known;
  };
  return {
    ...rest,
    receipts: receipts.map((each) => ({ ...each, findings: each.findings.map(move) })),
    findings: findings.map(move),
    ...(firstBroken && { firstBroken: move(firstBroken) }),
  };
}
