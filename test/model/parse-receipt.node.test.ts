import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import fc from 'fast-check';

import { fieldsOf, RecordError, type RecordIssue } from '../../src/model/check-shape.js';
import { parseReceipt, parseReceiptEnvelope } from '../../src/model/parse-receipt.js';
import type { Delivery, Receipt, ReceiptItem } from '../../src/model/receipt.js';
import { envelopeOf, POLICY, receiptOn, show } from '../support/receiver-fixtures.js';

const SEED = 27_560;
const SHOWN = show(POLICY);
const RECEIPT = receiptOn(SHOWN);
const HASH = envelopeOf(RECEIPT).hash;

const issuesOf = (parse: (value: unknown) => unknown, value: unknown): readonly RecordIssue[] => {
  try {
    parse(value);
  } catch (error) {
    assert.ok(error instanceof RecordError);
    return error.issues;
  }
  return [];
};

/** As short as a table needs them. */
const briefly = (issues: readonly RecordIssue[]): string[] =>
  issues.map(({ path, code }) => `${code} ${path}`);

/** For each key of a type whether it may be absent: the compiler holds the lists below against it. */
type Optionality<Type> = {
  readonly [Key in keyof Type]-?: object extends Pick<Type, Key> ? '?' : '';
};

function holdShape<Type>(shape: string, keys: Optionality<Type>): void {
  const fields = fieldsOf(shape).map(({ key, isOptional }) => [key, isOptional ? '?' : '']);
  assert.deepEqual(Object.fromEntries(fields), keys);
}

describe('the shapes of receipts', () => {
  it('have the keys of the types', () => {
    holdShape<Receipt>('receiptRecord', {
      ...{ schema: '', id: '', event: '', at: '', tz: '?', skew: '?', subject: '', actor: '' },
      ...{ guardian: '?', chain: '', seq: '', prev: '', ref: '?', notice: '', shown: '' },
      ...{ items: '', submit: '', client: '' },
    });
    holdShape<ReceiptItem>('receiptItem', {
      ...{ id: '', state: '', by: '', dt: '?', source: '?', at: '?' },
    });
    holdShape<NonNullable<Receipt['guardian']>>('guardianFacts', {
      ...{ method: '', ref: '?', at: '?' },
    });
    holdShape<Receipt['notice']>('noticeReference', {
      ...{ policy: '', surface: '', version: '', locale: '', sha256: '' },
    });
    holdShape<Receipt['shown']>('shownFacts', { sha256: '', hidden: '', framed: '' });
    holdShape<Receipt['submit']>('submission', { by: '', trusted: '', dt: '' });
    holdShape<Receipt['client']>('clientFacts', { lib: '', origin: '', secure: '' });
    holdShape<Delivery>('deliveryFacts', { persisted: '', attempt: '', ack: '' });
  });
});

describe('parseReceipt', () => {
  it('returns a receipt as it is', () => {
    assert.equal(parseReceipt(RECEIPT), RECEIPT);
  });

  const good: Readonly<Record<string, Partial<Receipt>>> = {
    'the least that a receipt can say': { tz: undefined as never },
    'a later receipt': { seq: 12, prev: HASH, skew: -5_400_000 },
    'a guardian': {
      actor: 'guardian',
      guardian: { method: 'phone-identity', ref: 'check-1', at: '2026-11-22T00:00:00.000Z' },
    },
    'a guardian whom nobody has confirmed': { actor: 'guardian', guardian: { method: 'card' } },
    'a zone without a place': { tz: 'UTC' },
    'a zone with a number': { tz: 'Etc/GMT+9' },
    'a zone of three parts': { tz: 'America/Argentina/Buenos_Aires' },
    'an expiry': {
      ...{ event: 'expiry', actor: 'system', ref: RECEIPT.id, seq: 2, prev: HASH },
      items: [{ id: 'taste', state: 'expired', by: 'clock' }],
    },
    'an opaque origin': { client: { lib: '1.0.0-rc.1+5', origin: 'null', secure: false } },
    'the origin of an app': { client: { ...RECEIPT.client, origin: 'capacitor://localhost' } },
    'the last day of February': { at: '2028-02-29T23:59:59.999Z' },
  };
  for (const [what, changes] of Object.entries(good)) {
    it(`takes ${what}`, () => {
      const receipt = JSON.parse(JSON.stringify({ ...RECEIPT, ...changes })) as unknown;
      assert.equal(parseReceipt(receipt), receipt);
    });
  }

  const item = { id: 'taste', state: 'given', by: 'checkbox' };
  const bad: readonly (readonly [changes: object, issue: string])[] = [
    [{ schema: 'dongui/receipt@2' }, 'wrong-value $.schema'],
    [{ id: RECEIPT.id.toUpperCase() }, 'wrong-value $.id'],
    [{ id: '01a2008d-7400-4000-8000-000000000001' }, 'wrong-value $.id'],
    [{ id: `${RECEIPT.id}\n` }, 'wrong-value $.id'],
    [{ event: 'consent' }, 'wrong-value $.event'],
    [{ at: '2026-11-22T00:12:34Z' }, 'wrong-value $.at'],
    [{ at: '2026-02-30T00:00:00.000Z' }, 'wrong-value $.at'],
    [{ at: '2026-11-22T24:00:00.000Z' }, 'wrong-value $.at'],
    [{ at: '2026-11-22T09:00:00.000+09:00' }, 'wrong-value $.at'],
    [{ at: 1_795_305_600_000 }, 'wrong-type $.at'],
    [{ tz: '' }, 'wrong-value $.tz'],
    [{ tz: 'Asia/Seoul; DROP' }, 'wrong-value $.tz'],
    [{ skew: 0.5 }, 'wrong-value $.skew'],
    [{ skew: '0' }, 'wrong-type $.skew'],
    [{ subject: '' }, 'wrong-value $.subject'],
    [{ subject: '홍길동' }, 'wrong-value $.subject'],
    [{ subject: 'hong gil dong' }, 'wrong-value $.subject'],
    [{ subject: 'u'.repeat(129) }, 'wrong-value $.subject'],
    [{ actor: 'bot' }, 'wrong-value $.actor'],
    [{ guardian: { method: 'guess' } }, 'wrong-value $.guardian.method'],
    [{ guardian: { method: 'card', name: 'x' } }, 'unknown-key $.guardian'],
    [{ actor: 'guardian' }, 'missing-key $.guardian'],
    [{ guardian: { method: 'card' } }, 'wrong-value $.actor'],
    [{ chain: 'c_short' }, 'wrong-value $.chain'],
    [{ seq: 0 }, 'wrong-value $.seq'],
    [{ seq: 1.5 }, 'wrong-value $.seq'],
    [{ prev: 'x' }, 'wrong-value $.prev'],
    [{ prev: undefined }, 'missing-key $.prev'],
    [{ ref: null }, 'wrong-type $.ref'],
    [{ notice: { ...RECEIPT.notice, policy: 'Shop' } }, 'wrong-value $.notice.policy'],
    [{ notice: { ...RECEIPT.notice, sha256: `${HASH}=` } }, 'wrong-value $.notice.sha256'],
    [{ notice: [] }, 'wrong-type $.notice'],
    [{ shown: { ...RECEIPT.shown, hidden: 'taste' } }, 'wrong-type $.shown.hidden'],
    [{ shown: { ...RECEIPT.shown, hidden: ['a', 'a'] } }, 'duplicate $.shown.hidden[1]'],
    [{ shown: { ...RECEIPT.shown, framed: 0 } }, 'wrong-type $.shown.framed'],
    [{ items: [] }, 'wrong-value $.items'],
    [{ items: {} }, 'wrong-type $.items'],
    [{ items: [item, item] }, 'duplicate $.items[1].id'],
    [{ items: [{ ...item, state: 'withdrawn' }] }, 'wrong-value $.items[0].state'],
    [{ event: 'withdrawal', items: [item] }, 'wrong-value $.items[0].state'],
    [{ items: [{ ...item, by: 'pre-ticked' }] }, 'wrong-value $.items[0].by'],
    [{ items: [{ ...item, dt: -1 }] }, 'wrong-value $.items[0].dt'],
    [{ items: [{ ...item, dt: 1e300 }] }, 'wrong-value $.items[0].dt'],
    [{ items: [{ ...item, label: 'x' }] }, 'unknown-key $.items[0]'],
    [{ submit: { ...RECEIPT.submit, by: 'enter' } }, 'wrong-value $.submit.by'],
    [{ client: { ...RECEIPT.client, lib: '1.0 beta' } }, 'wrong-value $.client.lib'],
    [
      { client: { ...RECEIPT.client, origin: 'https://a.example/b' } },
      'wrong-value $.client.origin',
    ],
    [
      { client: { ...RECEIPT.client, origin: 'https://a@b.example' } },
      'wrong-value $.client.origin',
    ],
    [{ client: { ...RECEIPT.client, agent: 'x' } }, 'unknown-key $.client'],
    [{ ip: '203.0.113.7' }, 'unknown-key $'],
  ];
  for (const [changes, issue] of bad) {
    it(`refuses ${JSON.stringify(changes).slice(0, 90)}`, () => {
      const receipt = JSON.parse(JSON.stringify({ ...RECEIPT, ...changes })) as unknown;
      assert.deepEqual(briefly(issuesOf(parseReceipt, receipt)), [issue]);
    });
  }

  it('refuses more than 64 items', () => {
    const items = (count: number): object[] =>
      Array.from({ length: count }, (_, i) => ({ ...item, id: `item-${i}` }));
    assert.deepEqual(issuesOf(parseReceipt, { ...RECEIPT, items: items(64) }), []);
    assert.deepEqual(briefly(issuesOf(parseReceipt, { ...RECEIPT, items: items(65) })), [
      'too-many $.items',
    ]);
  });

  it('refuses a receipt without any one of its keys', () => {
    for (const key of Object.keys(RECEIPT)) {
      if (key === 'tz') continue;
      const { [key as keyof Receipt]: _left, ...rest } = RECEIPT;
      assert.deepEqual(briefly(issuesOf(parseReceipt, rest)), [`missing-key $.${key}`]);
    }
  });

  it('says at most 50 things at once', () => {
    const items = Array.from({ length: 60 }, () => ({}));
    assert.equal(issuesOf(parseReceipt, { ...RECEIPT, items }).length, 50);
  });

  it('answers any value with a receipt or an error of its own', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 8 }), (value) => {
        assert.ok(issuesOf(parseReceipt, value).length > 0);
      }),
      { numRuns: 500, seed: SEED },
    );
  });
});

describe('parseReceiptEnvelope', () => {
  it('names places by the whole body', () => {
    const envelope = envelopeOf(RECEIPT, SHOWN.notice);
    const broken = {
      ...envelope,
      receipt: { ...RECEIPT, seq: -1 },
      notice: { ...SHOWN.notice, locale: '?' },
    };
    assert.equal(parseReceiptEnvelope(envelope), envelope);
    assert.deepEqual(briefly(issuesOf(parseReceiptEnvelope, broken)), [
      'wrong-value $.receipt.seq',
      'wrong-value $.notice.locale',
    ]);
  });

  it('refuses what does not belong beside a receipt', () => {
    const envelope = envelopeOf(RECEIPT);
    const delivery = { ...envelope.delivery, attempt: 0 };
    assert.deepEqual(briefly(issuesOf(parseReceiptEnvelope, { ...envelope, delivery })), [
      'wrong-value $.delivery.attempt',
    ]);
    assert.deepEqual(briefly(issuesOf(parseReceiptEnvelope, { ...envelope, sig: {} })), [
      'unknown-key $',
    ]);
    assert.deepEqual(briefly(issuesOf(parseReceiptEnvelope, { ...envelope, notice: null })), [
      'wrong-type $.notice',
    ]);
  });
});
