import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { type KnownPast, type PastSource, readPast } from '../../src/core/past.js';
import type { Bundle } from '../../src/model/bundle.js';
import type { FindingCode } from '../../src/model/finding.js';
import { hashOf } from '../../src/model/sha256.js';
import { ackOf, bundleOf, chainOn, signedBundle } from '../support/bundle-fixtures.js';
import { decided, recorderIn } from '../support/core-fixtures.js';
import { FakeBrowser, type PageOptions } from '../support/fake-browser.js';
import { FakeReceiver } from '../support/fake-receiver.js';
import { POLICY, show } from '../support/receiver-fixtures.js';

const NOBODY: PastSource = {
  receipts: () => Promise.resolve([]),
  ledger: {
    notice: () => Promise.resolve(undefined),
    text: () => Promise.resolve(undefined),
  },
};

/** As a page gets it from its server. */
const copyOf = (bundle: Bundle): Bundle => JSON.parse(JSON.stringify(bundle)) as Bundle;

const codesOf = ({ left }: KnownPast): readonly FindingCode[] => left.map(({ code }) => code);

async function openPage(options: PageOptions = {}) {
  const browser = new FakeBrowser();
  const receiver = new FakeReceiver(() => browser.now);
  browser.server = receiver.answer;
  const page = browser.open(options);
  const recorder = recorderIn(page);
  recorder.attach(page.delivery);
  await browser.settle();
  return { browser, page, recorder };
}

describe('the past of this device', () => {
  it('holds receipts, what became of them, and the documents that they name', async () => {
    const { browser, page, recorder } = await openPage();
    const first = recorder.record(decided());
    await first.delivered;
    await browser.settle();

    const past = await readPast(page.delivery, 'haru');

    assert.deepEqual(past.receipts, [first.receipt]);
    const [record] = past.records;
    assert.equal(record?.hash, first.hash);
    assert.equal(record.ack?.rh, first.hash);
    assert.equal(record.delivery?.persisted, 'idb');
    const notice = past.notices.get(first.receipt.notice.sha256);
    assert.equal(hashOf(notice), first.receipt.notice.sha256);
    assert.deepEqual(past.left, []);
  });

  it('counts a receipt that only the journal has, with its notice', async () => {
    const { page, recorder } = await openPage({ hasDatabase: false });
    const { receipt } = recorder.record(decided('given'));

    const past = await readPast(page.delivery, 'haru');

    assert.deepEqual(past.receipts, [receipt]);
    assert.ok(past.notices.has(receipt.notice.sha256));
  });

  it('knows nothing of another policy', async () => {
    const { browser, page, recorder } = await openPage();
    await recorder.record(decided()).stored;
    await browser.settle();
    assert.deepEqual((await readPast(page.delivery, 'maru')).records, []);
  });
});

describe('bundles that the page passes in', () => {
  it('are taken with their answers and documents', async () => {
    const { bundle } = await signedBundle();
    const past = await readPast(NOBODY, POLICY.id, { bundles: [copyOf(bundle)] });
    assert.deepEqual(
      past.records.map(({ hash, ack }) => [hash, ack?.rh]),
      bundle.receipts.map(({ hash }) => [hash, hash]),
    );
    assert.ok(past.records.every(({ delivery }) => delivery === undefined));
    assert.equal(past.notices.size, bundle.notices.length);
    assert.equal(past.texts.size, bundle.texts.length);
    assert.deepEqual(past.left, []);
  });

  it('add to what is here, each receipt once', async () => {
    const { bundle } = await signedBundle();
    const [one, two, three] = bundle.receipts;
    assert.ok(one && two && three);
    const delivery = { persisted: 'idb', attempts: 1 } as const;
    const here: PastSource = { ...NOBODY, receipts: () => Promise.resolve([{ ...two, delivery }]) };

    const past = await readPast(here, POLICY.id, { bundles: [bundle, copyOf(bundle)] });

    assert.deepEqual(
      past.records.map(({ hash }) => hash),
      [one, two, three].map(({ hash }) => hash),
    );
    assert.deepEqual(past.records[1]?.delivery, delivery);
    // This device never got the answer; the site's server knows it.
    assert.equal(past.records[1].ack?.rh, two.hash);
  });

  it('lose the receipts that were changed, and say which', async () => {
    const { bundle } = await signedBundle();
    const changed = copyOf(bundle);
    Object.assign(changed.receipts[1]?.receipt ?? {}, { tz: 'Asia/Tokyo' });

    const past = await readPast(NOBODY, POLICY.id, { bundles: [{ ...bundle }, changed] });
    const alone = await readPast(NOBODY, POLICY.id, { bundles: [changed] });

    assert.equal(past.records.length, 3);
    assert.equal(alone.records.length, 2);
    assert.ok(alone.left.some(({ path }) => path === '[0].receipts[1].hash'));
    assert.ok(past.left.some(({ path }) => path === '[1].receipts[1].hash'));
  });

  it('lose the receipts on a notice that was changed', async () => {
    const { bundle } = await signedBundle();
    const changed = copyOf(bundle);
    const item = changed.notices[0]?.items[0];
    Object.assign(item ?? {}, { title: 'Something else' });

    const past = await readPast(NOBODY, POLICY.id, { bundles: [changed] });

    const others = bundle.receipts.filter(
      ({ receipt }) => receipt.notice.sha256 !== bundle.receipts[0]?.receipt.notice.sha256,
    );
    assert.deepEqual(
      past.records.map(({ hash }) => hash),
      others.map(({ hash }) => hash),
    );
    assert.ok(codesOf(past).includes('item-hash'));
  });

  it('lose the receipts whose notice is not there', async () => {
    const { bundle } = await signedBundle();
    const past = await readPast(NOBODY, POLICY.id, { bundles: [{ ...bundle, notices: [] }] });
    assert.deepEqual(past.records, []);
  });

  it('keep receipts whose chain does not connect: they are shown and told', async () => {
    const shown = show(POLICY);
    const [one, two] = chainOn([shown, shown]);
    assert.ok(one && two);
    const stray = { ...two, prev: hashOf('something else') };
    const receipts = [one, stray].map((receipt) => ({
      receipt,
      hash: hashOf(receipt),
      ack: ackOf(receipt),
    }));
    const past = await readPast(NOBODY, POLICY.id, { bundles: [bundleOf(receipts, [shown])] });
    assert.equal(past.records.length, 2);
  });

  it('of another policy are named and left alone', async () => {
    const shown = show({ ...POLICY, id: 'elsewhere' });
    const [receipt] = chainOn([shown]);
    assert.ok(receipt);
    const bundle = bundleOf([{ receipt, hash: hashOf(receipt) }], [shown]);
    const past = await readPast(NOBODY, POLICY.id, { bundles: [bundle] });
    assert.deepEqual(past.records, []);
    assert.deepEqual(past.strangers, ['elsewhere']);
  });

  for (const [what, value, code] of [
    ['a text', 'receipts', 'bundle-invalid'],
    ['nothing', undefined, 'bundle-invalid'],
    [
      'a bundle of a later version',
      { schema: 'dongui/bundle@2', receipts: [], notices: [], texts: [] },
      'bundle-version',
    ],
  ] as const) {
    it(`take ${what} for what it is`, async () => {
      const past = await readPast(NOBODY, POLICY.id, { bundles: [value] });
      assert.deepEqual(past.records, []);
      assert.deepEqual(codesOf(past), [code]);
    });
  }

  it('with a signature of a strange key are left out where there is a key', async () => {
    const { bundle } = await signedBundle();
    const past = await readPast(NOBODY, POLICY.id, {
      bundles: [bundle],
      checkSignature: () => Promise.resolve('strange-key'),
    });
    assert.deepEqual(past.records, []);
    assert.ok(codesOf(past).includes('ack-strange-key'));
  });
});
