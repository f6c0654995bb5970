import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { somethingWaits } from '../../src/core/journal.js';
import { createSampleNotice, decided, recorderIn } from '../support/core-fixtures.js';
import { FakeBrowser, type PageOptions } from '../support/fake-browser.js';
import { FakeReceiver } from '../support/fake-receiver.js';
import { hashOf } from '../../src/model/sha256.js';

async function setUp(options: PageOptions = {}) {
  const browser = new FakeBrowser();
  const receiver = new FakeReceiver(() => browser.now);
  browser.server = receiver.answer;
  const page = browser.open(options);
  const { delivery } = page;
  const recorder = recorderIn(page);
  recorder.attach(delivery);
  await browser.settle();
  const journal = (): string[] =>
    Object.keys(browser.storage).filter((key) => key.startsWith('dongui/j/'));
  return { browser, receiver, page, delivery, recorder, journal };
}

describe('without a database', () => {
  it('a receipt stays in the journal, is delivered, and says where it is', async () => {
    const { browser, receiver, page, delivery, recorder, journal } = await setUp({
      hasDatabase: false,
    });

    const { receipt, stored, delivered } = recorder.record(decided());

    assert.equal(await stored, 'journal');
    assert.notEqual(await delivered, undefined);
    await browser.settle();
    assert.equal(receiver.receipts.size, 1);
    assert.deepEqual(journal(), [`dongui/j/${receipt.id}`]);
    assert.equal(somethingWaits(page.ports), false);
    const [record] = await delivery.receipts('haru');
    assert.equal(record?.delivery.persisted, 'journal');
    assert.notEqual(record.delivery.ack, undefined);
    assert.deepEqual(await delivery.receipts('other'), []);
  });

  it('a receipt is tried again, also by the next page', async () => {
    const { browser, receiver, delivery, recorder } = await setUp({ hasDatabase: false });
    browser.isOnline = false;
    recorder.record(decided());
    await browser.advance(60_000);
    assert.ok(browser.requests.length > 2);
    const [record] = await delivery.receipts('haru');
    assert.equal(record?.delivery.attempts, browser.requests.length);

    for (const page of browser.pages) page.die();
    browser.isOnline = true;
    browser.open({ hasDatabase: false }).start();
    await browser.advance(10_000);

    assert.equal(receiver.receipts.size, 1);
  });

  it('a receipt moves into the ledger when there is one again, with what became of it', async () => {
    const { browser, page, delivery, recorder, journal } = await setUp({ hasDatabase: false });
    await recorder.record(decided()).delivered;
    page.isDatabaseBroken = false;

    await delivery.wake();

    assert.deepEqual(journal(), []);
    const [record] = await delivery.receipts('haru');
    assert.equal(record?.delivery.persisted, 'idb');
    assert.notEqual(record.delivery.ack, undefined);
    assert.deepEqual(await delivery.ledger.outbox(), []);
    assert.deepEqual(
      await delivery.ledger.notice('haru', record.receipt.notice.sha256),
      createSampleNotice(),
    );
    browser.requests.length = 0;
    await browser.advance(60_000);
    assert.deepEqual(browser.requests, []);
  });

  it('a dead letter is kept and told of', async () => {
    const { browser, delivery, recorder } = await setUp({ hasDatabase: false });
    browser.server = () => ({ status: 422 });

    await recorder.record(decided()).delivered;

    const [record] = await delivery.receipts('haru');
    assert.equal(record?.delivery.rejected, 'HTTP 422');
  });
});

describe('a database that fails in the middle', () => {
  it('loses nothing: what it does not take waits in the journal and goes out', async () => {
    const { browser, receiver, page, delivery, recorder, journal } = await setUp();
    const first = recorder.record(decided('refused'));
    await first.delivered;
    page.isDatabaseBroken = true;
    const second = recorder.record(decided('given'));
    assert.equal(await second.stored, 'journal');
    await second.delivered;
    page.isDatabaseBroken = false;
    const third = recorder.record(decided('refused'));
    assert.equal(await third.stored, 'idb');
    await browser.advance(60_000);

    assert.equal(receiver.receipts.size, 3);
    assert.deepEqual(journal(), []);
    const records = await delivery.receipts('haru');
    assert.deepEqual(
      records.map(({ receipt }) => receipt.seq),
      [1, 2, 3],
    );
    assert.ok(records.every(({ delivery: { ack } }) => ack !== undefined));
  });

  it('while the acknowledgement is noted costs one more request, no more', async () => {
    const { browser, receiver, page, recorder } = await setUp();
    browser.step = (name) => {
      if (name === 'answer') page.isDatabaseBroken = true;
      return 'go';
    };
    const { stored, delivered } = recorder.record(decided());
    assert.equal(await stored, 'idb');
    assert.notEqual(await delivered, undefined);
    await browser.settle();
    browser.step = () => 'go';

    const later = await browser.revisit();
    await browser.advance(60_000);

    assert.equal(receiver.receipts.size, 1);
    assert.equal(receiver.repeats, 1);
    assert.deepEqual(await later.delivery.ledger.outbox(), []);
  });
});

describe('a full localStorage', () => {
  it('takes the receipt without the notice, where that fits', async () => {
    const { browser, page, recorder, journal } = await setUp({ hasDatabase: false });
    page.storageRoom = 1_500;

    const { receipt, stored } = recorder.record(decided());

    assert.equal(await stored, 'journal');
    assert.deepEqual(journal(), [`dongui/j/${receipt.id}`]);
    const entry = JSON.parse(browser.storage.getItem(journal()[0]!)!) as object;
    assert.deepEqual('notice' in entry, false);
  });

  it('hinders nothing while there is a database', async () => {
    const { page, recorder } = await setUp();
    page.storageRoom = 0;

    const { stored, delivered } = recorder.record(decided());

    assert.equal(await stored, 'idb');
    assert.notEqual(await delivered, undefined);
  });
});

for (const [name, options] of [
  ['that is full', {}],
  ['that is blocked', { hasStorage: false }],
] as const) {
  describe(`neither a database nor a localStorage ${name}`, () => {
    it('keep a receipt from being sent, and tried again while the page lives', async () => {
      const { browser, receiver, page, delivery, recorder } = await setUp({
        ...options,
        hasDatabase: false,
      });
      page.storageRoom = 0;
      browser.isOnline = false;

      const { stored, delivered } = recorder.record(decided());
      assert.equal(await stored, 'none');
      assert.equal(await delivered, undefined);
      const [waiting] = await delivery.receipts('haru');
      assert.equal(waiting?.delivery.persisted, 'none');
      browser.isOnline = true;
      await browser.advance(10_000);

      assert.equal(receiver.receipts.size, 1);
      const [record] = await delivery.receipts('haru');
      assert.notEqual(record?.delivery.ack, undefined);
      assert.equal(somethingWaits(page.ports), false);
    });
  });
}

describe('clear()', () => {
  it('forgets the receipts of one policy, wherever they are, and leaves the others', async () => {
    const { browser, page, delivery, recorder, journal } = await setUp();
    browser.isOnline = false;
    for (const policy of ['o', 'other']) {
      const notice = createSampleNotice(policy);
      const another = recorderIn(page, { notice, hash: hashOf(notice) });
      another.attach(delivery);
      await another.record(decided()).stored;
    }
    await recorder.record(decided()).stored;
    page.isDatabaseBroken = true;
    await recorder.record(decided('given')).stored;
    page.isDatabaseBroken = false;

    await delivery.clear('haru');
    await delivery.clear('o');

    assert.deepEqual(await delivery.receipts('haru'), []);
    assert.deepEqual(await delivery.receipts('o'), []);
    assert.deepEqual(journal(), []);
    assert.equal((await delivery.receipts('other')).length, 1);
    assert.deepEqual(
      (await delivery.ledger.outbox()).map(({ policy }) => policy),
      ['other'],
    );
    assert.ok([...browser.values.keys()].every((key) => /^(other\/|o\/[0-9a-f]{8}-)/.test(key)));
  });
});
