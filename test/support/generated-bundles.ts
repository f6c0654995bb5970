import { readdirSync, readFileSync } from 'node:fs';

import { type Bundle, type BundledReceipt, createBundle } from '../../src/model/bundle.js';
import type { NoticeItem } from '../../src/model/notice.js';
import { parsePolicyDocument } from '../../src/model/parse-policy-document.js';
import type { PolicyDocument } from '../../src/model/policy-document.js';
import type {
  Ack,
  DecidedBy,
  ItemState,
  Receipt,
  ReceiptEvent,
  ReceiptItem,
} from '../../src/model/receipt.js';
import { hashOf } from '../../src/model/sha256.js';
import { HOSTILE_TEXTS, LONG_TEXT } from './hostile-texts.js';
import { show, type Shown } from './receiver-fixtures.js';
import { seeded } from './seeded.js';

const POLICIES = new URL('../../demo/policies/', import.meta.url);

/** Every policy document of the demo, by the name of its file. */
export function demoPolicies(): ReadonlyMap<string, PolicyDocument> {
  const names = readdirSync(POLICIES).filter((name) => name.endsWith('.json'));
  return new Map(
    names.sort().map((name) => {
      const text = readFileSync(new URL(name, POLICIES), 'utf8');
      return [name.replace('.json', ''), parsePolicyDocument(JSON.parse(text))];
    }),
  );
}

/** Keys of a policy document under which any words may stand. */
const WORDS = new Set(
  (
    'title text name note condition about event from reason consequence right withdrawal method' +
    ' description summary content sender question when how audience statute limit address'
  ).split(' '),
);

/** A generator of what one seed gives. */
class Dice {
  readonly #next: () => number;

  constructor(seed: number) {
    this.#next = seeded(seed);
  }

  below(limit: number): number {
    return Math.floor(this.#next() * limit);
  }

  happens(share: number): boolean {
    return this.#next() < share;
  }

  one<Value>(values: readonly Value[]): Value {
    return values[this.below(values.length)] as Value;
  }

  word(length: number): string {
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    return Array.from({ length }, () => letters.charAt(this.below(letters.length))).join('');
  }

  hex(digits: number): string {
    return Array.from({ length: digits }, () => this.below(16).toString(16)).join('');
  }
}

/** The document with other words in some of its places. */
function spoil(value: unknown, dice: Dice, key = ''): unknown {
  if (typeof value === 'string') {
    if (!WORDS.has(key) || !dice.happens(0.25)) return value;
    return dice.happens(0.002) ? LONG_TEXT : dice.one(HOSTILE_TEXTS);
  }
  if (Array.isArray(value)) return value.map((each) => spoil(each, dice, key));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [name, spoil(each, dice, name)]),
  );
}

/** Each surface of each policy of the demo, as it is and with hostile words in it. */
function everythingShown(dice: Dice): readonly Shown[] {
  return [...demoPolicies().values()].flatMap((policy) =>
    Object.keys(policy.surfaces).flatMap((surface) => [
      show(policy, surface),
      show(parsePolicyDocument(spoil(policy, dice)), surface),
    ]),
  );
}

const EVENTS: readonly ReceiptEvent[] = [
  'decision',
  'withdrawal',
  'renewal',
  'expiry',
  'correction',
];

const STATES: Readonly<Record<ReceiptEvent, readonly ItemState[]>> = {
  decision: ['given', 'refused'],
  withdrawal: ['withdrawn'],
  renewal: ['renewed'],
  expiry: ['expired'],
  correction: ['given', 'refused', 'withdrawn', 'renewed', 'expired'],
};

const WAYS: readonly DecidedBy[] = [
  'checkbox',
  'agree-all',
  'required-only',
  'unticked',
  'parent',
  'restored',
  'button',
  'host',
  'clock',
];

const METHODS = [
  'sms-notice',
  'card',
  'phone-identity',
  'paper-sign',
  'email',
  'phone-call',
  'other-equivalent',
] as const;

const instant = (dice: Dice): string =>
  new Date(Date.UTC(2016 + dice.below(20), dice.below(12), 1) + dice.below(1e9)).toISOString();

/** Items of which a person says to be old enough: no guardian says so of a child. */
const agesOf = ({ notice }: Shown): readonly NoticeItem[] =>
  notice.items.filter(({ kind }) => kind === 'age');

function answersOn(
  dice: Dice,
  { notice }: Shown,
  { event, actor }: Pick<Receipt, 'event' | 'actor'>,
): readonly ReceiptItem[] {
  const asked = notice.items.filter(
    ({ kind }) => kind !== 'information' && (kind !== 'age' || actor !== 'guardian'),
  );
  const some = asked.filter(() => dice.happens(0.5));
  const answered = event === 'decision' || some.length === 0 ? asked : some;
  return answered.map(({ id }) => {
    const by = dice.one(WAYS);
    return {
      ...{ id, state: dice.one(STATES[event]), by },
      ...(dice.happens(0.5) && { dt: dice.below(1e7) }),
      ...(by === 'host' && { source: dice.one(['결제 대행', '=1+1', '<b>x</b>', "'"]) }),
      ...(by === 'host' && dice.happens(0.5) && { at: instant(dice) }),
    };
  });
}

function guardianOf(dice: Dice, shown: Shown): NonNullable<Receipt['guardian']> {
  const [offered = METHODS] = agesOf(shown).flatMap((age) =>
    age.guardianMethods ? [age.guardianMethods] : [],
  );
  return {
    method: dice.one(offered),
    ...(dice.happens(0.6) && { ref: dice.one(['g-1', '=cmd', '@x;=1', '"<>\\^`{|}']) }),
    ...(dice.happens(0.6) && { at: instant(dice) }),
  };
}

/** A receipt that follows the one before it, or begins a chain, now and then in its middle. */
function receiptAfter(dice: Dice, shown: Shown, before: Receipt | undefined): Receipt {
  const { notice, sha256 } = shown;
  const event = before === undefined ? 'decision' : dice.one(EVENTS);
  const isChild =
    notice.items.some(({ kind }) => kind !== 'information' && kind !== 'age') && dice.happens(0.2);
  const actor = event === 'expiry' ? 'system' : isChild ? 'guardian' : 'self';
  const unseen = actor === 'guardian' ? agesOf(shown).map(({ id }) => id) : [];
  const isMiddle = before === undefined && dice.happens(0.05);
  return {
    schema: 'dongui/receipt@1',
    id: `${dice.hex(8)}-${dice.hex(4)}-7${dice.hex(3)}-${dice.one(['8', '9', 'a', 'b'])}${dice.hex(3)}-${dice.hex(12)}`,
    event,
    at: instant(dice),
    ...(dice.happens(0.8) && { tz: dice.one(['Asia/Seoul', 'UTC', 'America/New_York']) }),
    ...(dice.happens(0.3) && { skew: dice.below(1e6) - 5e5 }),
    subject: before?.subject ?? dice.one([`u_${dice.word(22)}`, '=1+1;@x', '<"}\\^|`{>']),
    actor,
    ...(actor === 'guardian' && { guardian: guardianOf(dice, shown) }),
    chain: before?.chain ?? `c_${dice.word(22)}`,
    seq: isMiddle ? 7 : (before?.seq ?? 0) + 1,
    prev: isMiddle ? hashOf([dice.word(9)]) : before === undefined ? null : hashOf(before),
    ...(before && (event !== 'decision' || dice.happens(0.3)) && { ref: before.id }),
    notice: {
      policy: notice.policy.id,
      surface: notice.surface,
      version: notice.policy.version,
      locale: notice.locale,
      sha256,
    },
    shown: {
      sha256: hashOf([dice.word(9)]),
      hidden: notice.items
        .filter(({ id }) => unseen.includes(id) || dice.happens(0.05))
        .map(({ id }) => id),
      framed: dice.happens(0.1),
    },
    items: answersOn(dice, shown, { event, actor }),
    submit: {
      by: dice.one(['submit', 'formdata', 'script', 'button']),
      trusted: dice.happens(0.9),
      dt: dice.below(1e8),
    },
    client: {
      lib: '0.1.0',
      origin: dice.one(['https://shop.example', 'http://shop.example:8080', 'null']),
      secure: dice.happens(0.9),
    },
  };
}

function ackOf(dice: Dice, receipt: Receipt): Ack | undefined {
  if (dice.happens(0.2)) return undefined;
  return {
    rh: hashOf(receipt),
    id: receipt.id,
    iat: Math.floor(Date.parse(receipt.at) / 1_000) + dice.below(100),
    notice: dice.one(['published', 'unverified']),
    ...(dice.happens(0.5) && { log: { size: 1 + dice.below(1e6), head: hashOf([dice.word(9)]) } }),
    ...(dice.happens(0.7) && { jws: `${dice.word(40)}.${dice.word(80)}.${dice.word(86)}` }),
  };
}

/**
 * Bundles that one seed gives, until they hold so many receipts: all demo policies and surfaces,
 * hostile words, every event, state and way, guardians, other places, answers of every kind; now and
 * then without what is named.
 */
export function* generatedBundles(seed: number, receipts: number): Generator<Bundle> {
  const dice = new Dice(seed);
  const all = everythingShown(dice).filter(({ notice }) =>
    notice.items.some(({ kind }) => kind !== 'information'),
  );
  let left = receipts;
  while (left > 0) {
    const bundled: BundledReceipt[] = [];
    const used: Shown[] = [];
    const count = Math.min(left, 1 + dice.below(12));
    left -= count;
    while (bundled.length < count) {
      const shown = dice.one(used.length > 0 && dice.happens(0.7) ? used : all);
      used.push(shown);
      const receipt = receiptAfter(dice, shown, bundled.at(-1)?.receipt);
      const ack = ackOf(dice, receipt);
      bundled.push({ receipt, hash: hashOf(receipt), ...(ack && { ack }) });
    }
    const kept = used.filter(() => !dice.happens(0.03));
    yield createBundle(bundled, {
      notices: new Map(kept.map(({ sha256, notice }) => [sha256, notice])),
      texts: new Map(kept.flatMap(({ texts }) => texts.map(({ hash, part }) => [hash, part]))),
    });
  }
}
