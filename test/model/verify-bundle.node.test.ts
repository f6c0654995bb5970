import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import type { Bundle } from '../../src/model/bundle.js';
import type { FindingCode } from '../../src/model/finding.js';
import type { Receipt } from '../../src/model/receipt.js';
import { hashOf } from '../../src/model/sha256.js';
import { type Verification, verifyBundle } from '../../src/model/verify-bundle.js';
import { createAckSigner } from '../../src/receiver/ack-signer.js';
import { createSignatureCheck } from '../../src/receiver/check-signature.js';
import {
  ackOf,
  bundleOf,
  chainOn,
  newSigningKey,
  signedBundle,
} from '../support/bundle-fixtures.js';
import { NOW, OTHER_POLICY, POLICY, receiptOn, show } from '../support/receiver-fixtures.js';

/** A bundle as somebody else's program would read and write it. */
type Loose = Record<string, unknown>;
const loose = (bundle: Bundle): Loose => JSON.parse(JSON.stringify(bundle)) as Loose;

/** Changes what stands at a path, `receipts.1.ack.iat`. */
function change(value: Loose, path: string, to: (old: unknown) => unknown): void {
  const names = path.split('.');
  const last = names.pop() ?? '';
  const place = names.reduce<Loose>((each, name) => each[name] as Loose, value);
  place[last] = to(place[last]);
}

/** A list with one more at its end. */
const more =
  (value: unknown) =>
  (list: unknown): unknown => [...(list as unknown[]), value];

const codes = ({ findings }: Verification): readonly FindingCode[] =>
  findings.map(({ code }) => code);

async function keysOf(key: ReturnType<typeof newSigningKey>) {
  const { keys } = await createAckSigner(key).keys();
  return createSignatureCheck(keys as Parameters<typeof createSignatureCheck>[0]);
}

/** Of one decision, unsigned and unacknowledged. */
function single(changes: Partial<Receipt> = {}) {
  const shown = show(POLICY);
  const receipt = receiptOn(shown, changes);
  return bundleOf([{ receipt, hash: hashOf(receipt) }], [shown]);
}

const [TEXT] = show(POLICY).texts.map(({ part }) => part);

describe('verifyBundle of a guardian’s decision', () => {
  const hidden = { sha256: 'A'.repeat(43), hidden: ['age'], framed: false };

  it('says until when it has to be confirmed, by the time at which it arrived', async () => {
    const shown = show(POLICY);
    const receipt = receiptOn(shown, { actor: 'guardian', guardian: { method: 'card' } });
    const ack = ackOf(receipt);
    const { findings } = await verifyBundle(
      bundleOf([{ receipt, hash: hashOf(receipt), ack }], [shown]),
    );
    const due = findings.find(({ code }) => code === 'guardian-unconfirmed');
    assert.deepEqual([due?.level, due?.detail], ['unproved', '2026-11-27']);
  });

  it('says nothing once it is confirmed', async () => {
    const guardian = { method: 'card', at: '2026-11-21T00:00:00.000Z' } as const;
    const found = codes(await verifyBundle(single({ actor: 'guardian', guardian })));
    assert.ok(!found.includes('guardian-unconfirmed'));
  });

  it('does not take the age for hidden, which no guardian is asked', async () => {
    const guardian = { method: 'card' } as const;
    const found = codes(await verifyBundle(single({ actor: 'guardian', guardian, shown: hidden })));
    assert.ok(!found.includes('hidden'));
    assert.ok(codes(await verifyBundle(single({ shown: hidden }))).includes('hidden'));
  });
});

describe('verifyBundle', () => {
  it('finds nothing in a signed bundle that nobody touched', async () => {
    for (const curve of ['P-256', 'Ed25519'] as const) {
      const { bundle, key } = await signedBundle(newSigningKey(curve));
      const result = await verifyBundle(loose(bundle), await keysOf(key));
      assert.deepEqual(result.findings, [], curve);
      assert.equal(result.isIntact, true);
      assert.equal(result.receipts.length, 3);
      assert.equal(result.receipts[0]?.notice?.surface, 'signup');
      assert.deepEqual([bundle.notices.length, bundle.texts.length], [2, 1]);
    }
  });

  /** What is changed, where, to what, and the first finding. */
  type Touch = readonly [name: string, path: string, to: (old: unknown) => unknown, first: string];
  const touched: readonly Touch[] = [
    [
      ...(['a decision', 'receipts.1.receipt.items.0.state', () => 'given'] as const),
      'receipt-hash at $.receipts[1].hash',
    ],
    [
      'a decision and its hash',
      'receipts.1',
      (old) => {
        const { receipt, ...rest } = old as Bundle['receipts'][number];
        const changed = { ...receipt, submit: { ...receipt.submit, dt: 1 } };
        return { ...rest, receipt: changed, hash: hashOf(changed) };
      },
      'ack-other at $.receipts[1].ack',
    ],
    [
      ...(['a fact of the notice', 'notices.0.items.0.title', () => '다른 약관'] as const),
      'notice-missing at $.receipts[0].receipt.notice.sha256',
    ],
    [
      ...(['a word of the terms', 'texts.0.body.0', () => '제2조'] as const),
      'text-missing at $.receipts[0].receipt.notice',
    ],
    [
      ...([
        'the time of the receiver',
        'receipts.0.ack.iat',
        (old: unknown) => Number(old) + 1,
      ] as const),
      'ack-signature at $.receipts[0].ack.jws',
    ],
    [
      'which receipts there are',
      'receipts',
      (old) => [...(old as unknown[])].filter((_, i) => i !== 1),
      'chain-gap at $.receipts[1].receipt.prev',
    ],
    ['the outermost', 'more', () => 1, 'bundle-invalid at $'],
    ['a list into something else', 'texts', () => ({}), 'bundle-invalid at $.texts'],
    [
      ...(['the version of the format', 'schema', () => 'dongui/bundle@2'] as const),
      'bundle-version at $.schema',
    ],
    ['the format', 'schema', () => 'other', 'bundle-invalid at $.schema'],
    [
      'what stands beside a receipt',
      'receipts.0.more',
      () => 1,
      'receipt-invalid at $.receipts[0]',
    ],
    ['a receipt into something else', 'receipts.0', () => 1, 'receipt-invalid at $.receipts[0]'],
    [
      ...([
        'the version of a receipt',
        'receipts.0.receipt.schema',
        () => 'dongui/receipt@2',
      ] as const),
      'receipt-invalid at $.receipts[0].receipt.schema',
    ],
    [
      ...(['an answer into something else', 'receipts.0.ack.rh', () => 1] as const),
      'ack-invalid at $.receipts[0].ack.rh',
    ],
    ['a notice into a text', 'notices', more(TEXT), 'notice-invalid at $.notices[2]'],
    [
      ...(['which notices there are', 'notices', more(show(OTHER_POLICY).notice)] as const),
      'document-unused at $.notices[2]',
    ],
  ];
  for (const [name, path, to, expected] of touched) {
    it(`names the first that is wrong after somebody changed ${name}`, async () => {
      const { bundle, key } = await signedBundle();
      const value = loose(bundle);
      change(value, path, to);
      const [first] = (await verifyBundle(value, await keysOf(key))).findings;
      assert.equal(`${first?.code ?? ''} at ${first?.path ?? ''}`, expected);
    });
  }

  it('tells what breaks a proof from what is only missing', async () => {
    const { isIntact, findings } = await verifyBundle(single());
    assert.equal(isIntact, true);
    assert.deepEqual(
      findings.map(({ level, code }) => [level, code]),
      [['unproved', 'ack-missing']],
    );
    assert.equal((await verifyBundle(null)).firstBroken?.code, 'bundle-invalid');
  });

  it('says what a receipt tells of its moment', async () => {
    const bundle = single({
      shown: { sha256: hashOf(['x']), hidden: ['taste'], framed: true },
      submit: { by: 'script', trusted: false, dt: 1 },
      client: { lib: '0.1.0', origin: 'http://shop.example', secure: false },
    });
    const result = await verifyBundle(loose(bundle));
    assert.deepEqual(codes(result), ['ack-missing', 'hidden', 'framed', 'untrusted', 'insecure']);
    assert.equal(result.findings[1]?.detail, 'taste');
    assert.equal(result.isIntact, true);
  });

  it('flags a clock that is years off, and does not break for it', async () => {
    const shown = show(POLICY);
    const receipt = receiptOn(shown, { at: new Date(NOW - 315_360_000_000).toISOString() });
    const ack = ackOf(receipt, { notice: 'unverified' });
    const bundle = bundleOf([{ receipt, hash: hashOf(receipt), ack }], [shown]);
    const result = await verifyBundle(loose(bundle));
    assert.deepEqual(codes(result), ['clock-skew', 'notice-unverified', 'ack-unsigned']);
    assert.equal(result.findings[0]?.detail, '315360000');
    assert.equal(result.isIntact, true);
  });

  it('does not believe a key that it was not given', async () => {
    const { bundle } = await signedBundle();
    const other = await keysOf(newSigningKey());
    const strange = await verifyBundle(loose(bundle), other);
    assert.deepEqual(new Set(codes(strange)), new Set(['ack-strange-key']));
    assert.equal(strange.isIntact, false);
    const unchecked = await verifyBundle(loose(bundle));
    assert.deepEqual(new Set(codes(unchecked)), new Set(['ack-unchecked']));
    assert.equal(unchecked.isIntact, true);
  });

  it('holds a receipt against its notice', async () => {
    const shown = show(POLICY);
    const receipt = receiptOn(shown);
    const other = {
      ...receipt,
      items: receipt.items.slice(0, 1),
      notice: { ...receipt.notice, version: '2020-01-01' },
    };
    const { findings } = await verifyBundle(
      bundleOf([{ receipt: other, hash: hashOf(other) }], [shown]),
    );
    const misfits = findings.filter(({ code }) => code === 'misfit').map(({ detail }) => detail);
    assert.deepEqual(misfits, ['not-in-notice', 'taste', 'advertising-email', 'advertising-sms']);
  });

  it('is made without what nobody has, and says that it is missing', async () => {
    const receipt = receiptOn(show(POLICY));
    const bundle = bundleOf([{ receipt, hash: hashOf(receipt), ack: ackOf(receipt) }], []);
    assert.deepEqual([bundle.notices, bundle.texts], [[], []]);
    assert.deepEqual(codes(await verifyBundle(loose(bundle))), ['notice-missing', 'ack-unsigned']);
  });

  it('names a receipt that is there twice', async () => {
    const { bundle, key } = await signedBundle();
    const value = loose(bundle);
    change(value, 'receipts', more(bundle.receipts[0]));
    const result = await verifyBundle(value, await keysOf(key));
    assert.deepEqual(codes(result), ['chain-fork', 'receipt-twice']);
    assert.equal(result.isIntact, false);
  });

  it('follows chains: a false link, another person, a fork', async () => {
    const shown = show(POLICY, 'event');
    const [one, two, three] = chainOn([shown, shown, shown]) as [Receipt, Receipt, Receipt];
    const pack = (...receipts: Receipt[]) =>
      verifyBundle(
        loose(
          bundleOf(
            receipts.map((receipt) => ({ receipt, hash: hashOf(receipt), ack: ackOf(receipt) })),
            [shown],
          ),
        ),
      );
    const broken = await pack(one, two, { ...three, prev: hashOf(one) });
    assert.equal(broken.firstBroken?.code, 'chain-broken');
    assert.equal(broken.firstBroken.path, '$.receipts[2].receipt.prev');
    const stranger = await pack(one, { ...two, subject: 'u_somebody-else-entirely' });
    assert.equal(stranger.firstBroken?.code, 'chain-subject');
    const second = { ...two, id: three.id };
    const fork = await pack(one, two, second);
    assert.equal(fork.isIntact, true);
    assert.ok(codes(fork).includes('chain-fork'));
    const first = await pack({ ...one, prev: hashOf(two) });
    assert.equal(first.firstBroken?.code, 'chain-broken');
  });

  it('takes a large ledger in its stride', async () => {
    const shown = show(POLICY, 'event');
    const receipts = chainOn(Array.from({ length: 2_000 }, () => shown));
    const bundle = bundleOf(
      receipts.map((receipt) => ({ receipt, hash: hashOf(receipt) })),
      [shown],
    );
    const { isIntact, receipts: read } = await verifyBundle(loose(bundle));
    assert.deepEqual([isIntact, read.length], [true, 2_000]);
  });

  it('names facts that a transcribed policy does not state', async () => {
    const [first, ...rest] = POLICY.processing as readonly object[];
    const policy = {
      ...POLICY,
      origin: 'transcribed',
      processing: [first, ...rest.map((entry) => ({ ...entry, refusal: undefined }))],
    } as unknown as typeof POLICY;
    const shown = show(policy, 'event');
    const receipt = receiptOn(shown);
    const bundle = bundleOf([{ receipt, hash: hashOf(receipt), ack: ackOf(receipt) }], [shown]);
    assert.ok(codes(await verifyBundle(loose(bundle))).includes('facts-unstated'));
  });
});
