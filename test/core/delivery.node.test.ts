import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import type { DeliveryEvent } from '../../src/core/delivery.js';
import { getDelivery } from '../../src/core/delivery.js';
import { somethingWaits } from '../../src/core/journal.js';
import { hashOf } from '../../src/model/sha256.js';
import { createSampleNotice, decided, recorderIn, TEXT } from '../support/core-fixtures.js';
import { type FakeAnswer, FakeBrowser, type PageOptions } from '../support/fake-browser.js';
import { FakeReceiver } from '../support/fake-receiver.js';

async function setUp(options: PageOptions = {}, wanted: readonly string[] = []) {
  const browser = new FakeBrowser();
  const receiver = new FakeReceiver(() => browser.now, wanted);
  browser.server = receiver.answer;
  const page = browser.open(options);
  const recorder = recorderIn(page);
  const { delivery } = page;
  recorder.attach(delivery);
  const events: DeliveryEvent[] = [];
  delivery.subscribe((event) => events.push(event));
  await browser.settle();
  const keys = (): string[] => Object.keys(browser.storage);
  const rows = (): string[] => [...browser.values.keys()].filter((key) => key.startsWith('o/'));
  return { browser, receiver, page, recorder, delivery, events, keys, rows };
}

describe('a receipt that is delivered', () => {
  it('leaves the journal for the ledger, and the outbox on the acknowledgement', async () => {
    const { browser, page, recorder, delivery, events, keys, rows } = await setUp();

    const { receipt, hash, stored, delivered } = recorder.record(decided());

    assert.equal(somethingWaits(page.ports), true);
    assert.equal(await stored, 'idb');
    const ack = { rh: hash, id: receipt.id, iat: browser.now / 1_000, notice: 'published' };
    assert.deepEqual(await delivered, ack);
    await browser.settle();
    assert.deepEqual(keys(), []);
    assert.deepEqual(rows(), []);
    const told = { policy: 'haru', id: receipt.id, hash };
    assert.deepEqual(events, [
      { ...told, type: 'stored', persisted: 'idb' },
      { ...told, type: 'delivered', ack },
    ]);
    const [record] = await delivery.receipts('haru');
    assert.deepEqual(record?.receipt, receipt);
    assert.deepEqual(
      { ...record.delivery },
      {
        persisted: 'idb',
        attempts: 1,
        ack,
        rejected: undefined,
      },
    );
  });

  it('keeps signature and log head of the acknowledgement, where there are such', async () => {
    const LOG = { size: 3, head: 'h'.repeat(43) };
    const { browser, receiver, recorder, delivery } = await setUp();
    browser.server = (request) => {
      const answer = receiver.answer(request) as Exclude<FakeAnswer, string>;
      const ack = JSON.parse(answer.body ?? '{}') as object;
      const more = { log: LOG, jws: 'e30.e30.sig', more: 'ignored' };
      return { ...answer, body: JSON.stringify({ ...ack, ...more }) };
    };

    const { hash, delivered } = recorder.record(decided());

    const ack = await delivered;
    assert.ok(typeof ack === 'object');
    assert.deepEqual([ack.rh, ack.jws, 'more' in ack], [hash, 'e30.e30.sig', false]);
    assert.deepEqual(ack.log, LOG);
    await browser.settle();
    const [record] = await delivery.receipts('haru');
    assert.deepEqual(record?.delivery.ack, ack);
  });

  it('is stored with the notice and the texts that were shown', async () => {
    const { recorder, delivery } = await setUp();
    const { receipt, stored } = recorder.record(decided());
    await stored;

    const { ledger } = delivery;
    assert.deepEqual(await ledger.receipt('haru', receipt.id).then((r) => r?.receipt), receipt);
    assert.deepEqual(
      await ledger.notice('haru', hashOf(createSampleNotice())),
      createSampleNotice(),
    );
    assert.deepEqual(await ledger.text('haru', hashOf(TEXT)), TEXT);
    assert.equal(await ledger.notice('haru', 'nothing'), undefined);
  });

  it('that was made before the ledger was there is delivered all the same', async () => {
    const browser = new FakeBrowser();
    const receiver = new FakeReceiver(() => browser.now);
    browser.server = receiver.answer;
    const page = browser.open();
    const recorder = recorderIn(page);
    const { receipt, stored, delivered } = recorder.record(decided());
    assert.equal(await stored, 'journal');
    assert.equal(await delivered, undefined);

    recorder.attach(page.delivery);
    await browser.advance(10_000);

    const [record] = await page.delivery.receipts('haru');
    assert.equal(record?.receipt.id, receipt.id);
    assert.notEqual(record.delivery.ack, undefined);
    assert.deepEqual(Object.keys(browser.storage), []);
  });

  it('is delivered by a page that has the script alone', async () => {
    const { browser, receiver, recorder } = await setUp();
    browser.isOnline = false;
    const { receipt } = recorder.record(decided());
    await browser.settle();

    browser.isOnline = true;
    await browser.revisit();
    await browser.advance(6_000);

    assert.deepEqual([...receiver.receipts.keys()], [receipt.id]);
  });

  it('tells the other tabs', async () => {
    const { browser, recorder } = await setUp();
    const other = browser.open();
    const told: string[] = [];
    other.delivery.subscribe(({ type }) => told.push(type));
    await browser.settle();

    await recorder.record(decided()).delivered;
    await browser.settle();

    assert.deepEqual(told, ['stored', 'delivered']);
  });

  it('is not told to who no longer listens', async () => {
    const { browser, recorder, delivery } = await setUp({ hasChannel: false });
    const told: string[] = [];
    const leave = delivery.subscribe(({ type }) => told.push(type));
    leave();

    recorder.record(decided());
    await browser.settle();

    assert.deepEqual(told, []);
  });

  it('is known to the page that asks twice for its delivery', async () => {
    const { page, delivery } = await setUp();

    assert.equal(getDelivery(page.ports), delivery);
  });
});

describe('a notice', () => {
  it('goes by a request of its own when the receiver lacks it or a text', async () => {
    const { browser, receiver, recorder } = await setUp({}, [hashOf(TEXT)]);

    const { hash, delivered } = recorder.record(decided());

    const ack = await delivered;
    assert.equal(ack !== 'status' && ack?.rh, hash);
    assert.deepEqual(
      browser.requests.map(({ method, url }) => `${method} ${new URL(url).pathname}`),
      [
        'POST /consents/receipts',
        `PUT /consents/notices/${hashOf(TEXT)}`,
        'POST /consents/receipts',
      ],
    );
    assert.ok(receiver.documents.has(hashOf(TEXT)));
  });

  it('that is big goes ahead at page load, and not in the body of the receipt', async () => {
    const { browser, receiver, page } = await setUp();
    const notice = createSampleNotice('haru', 50_000);
    const recorder = recorderIn(page, { notice, hash: hashOf(notice) });
    recorder.attach(page.delivery);
    await browser.settle();
    assert.ok(receiver.documents.has(hashOf(notice)));

    await recorder.record(decided()).delivered;

    const bodies = browser.requests.map(({ method, body }) => [method, body.length > 49_152]);
    assert.deepEqual(bodies, [
      ['PUT', true],
      ['POST', false],
    ]);
    assert.equal(receiver.receipts.size, 1);
  });

  it('counts in bytes, not in letters', async () => {
    const { browser, page } = await setUp();
    const service = { name: '\ud55c'.repeat(16_500) };
    const notice = { ...createSampleNotice(), service };

    recorderIn(page, { notice, hash: hashOf(notice) }).record(decided());

    assert.equal('notice' in (JSON.parse(browser.requests[0]!.body) as object), false);
  });

  it('that nobody has any more keeps the receipt waiting, without a storm', async () => {
    const { browser, receiver, page, recorder } = await setUp({ hasDatabase: true });
    browser.isOnline = false;
    const { receipt } = recorder.record(decided());
    await browser.settle();
    browser.values.delete(`haru/n/${receipt.notice.sha256}`);
    browser.isOnline = true;
    browser.requests.length = 0;

    await browser.advance(3_600_000);

    assert.equal(receiver.receipts.size, 0);
    assert.ok(browser.requests.length <= 14, String(browser.requests.length));
    assert.equal((await page.delivery.ledger.outbox()).length, 1);
  });

  it('that the receiver refuses makes a dead letter, and one it cannot take now waits', async () => {
    for (const [status, isDead] of [
      [422, true],
      [503, false],
    ] as const) {
      const { browser, recorder, events } = await setUp();
      browser.server = ({ method }) => (method === 'PUT' ? { status } : { status: 424 });

      await recorder.record(decided()).delivered;
      await browser.settle();

      assert.equal(
        events.some(({ type }) => type === 'rejected'),
        isDead,
      );
    }
  });

  it('is asked for three times at most in one attempt', async () => {
    const { browser, recorder } = await setUp();
    browser.server = ({ method }) => ({ status: method === 'PUT' ? 201 : 424 });

    await recorder.record(decided()).delivered;

    assert.equal(browser.requests.filter(({ method }) => method === 'PUT').length, 3);
    assert.equal(browser.requests.filter(({ method }) => method === 'POST').length, 4);
  });
});

describe('a request', () => {
  it('that the browser refuses with keepalive goes once more without', async () => {
    const { browser, receiver, recorder } = await setUp();
    browser.server = (request) => (request.keepalive ? 'refuse' : receiver.answer(request));

    const { delivered } = recorder.record(decided());

    assert.notEqual(await delivered, undefined);
    assert.deepEqual(
      browser.requests.map(({ keepalive }) => keepalive),
      [true, false],
    );
  });

  it('is not repeated at once when the browser is offline', async () => {
    const { browser, recorder } = await setUp();
    browser.isOnline = false;

    await recorder.record(decided()).delivered;

    assert.equal(browser.requests.length, 1);
  });

  it('is given up after 10 s, and not repeated at once: the receiver may be at work', async () => {
    for (const answer of ['hang', { status: 201, isCut: true }] as const) {
      const { browser, recorder } = await setUp();
      browser.server = () => answer;
      let isOver = false;
      void recorder.record(decided()).delivered.then(() => (isOver = true));

      await browser.advance(9_999);
      assert.equal(isOver, false);
      await browser.advance(1);

      assert.equal(isOver, true);
      assert.equal(browser.requests.length, 1);
    }
  });

  it('carries no credentials and follows no redirect', async () => {
    const { page, recorder } = await setUp();
    const inits: RequestInit[] = [];
    Object.assign(page.ports, {
      fetch: (_url: string, init: RequestInit) => {
        inits.push(init);
        return Promise.reject(new TypeError('no'));
      },
    });

    await recorder.record(decided()).delivered;

    for (const { credentials, redirect, headers } of inits) {
      assert.equal(credentials, 'omit');
      assert.equal(redirect, 'error');
      assert.equal((headers as Record<string, string>)['content-type'], 'application/json');
    }
    assert.equal(inits.length, 2);
  });
});

describe('a page that is going away', () => {
  it('begins no transaction until it is shown again', async () => {
    const { browser, page, recorder, delivery } = await setUp();
    page.dispatch('pagehide');
    const steps: string[] = [];
    browser.step = (name) => (steps.push(name), 'go');

    const { stored } = recorder.record(decided());
    await delivery.wake();
    await browser.advance(60_000);

    assert.equal(await stored, 'journal');
    assert.deepEqual(
      steps.filter((step) => /^(transact|read|list|remove)/.test(step)),
      [],
    );
    page.dispatch('pageshow');
    await browser.settle();
    assert.equal((await delivery.receipts('haru'))[0]?.delivery.persisted, 'idb');
  });

  for (const type of ['online', 'pageshow', 'visibilitychange']) {
    it(`delivers again at ${type}`, async () => {
      const { browser, receiver, page, recorder } = await setUp();
      browser.isOnline = false;
      await recorder.record(decided()).delivered;
      await browser.advance(3_600_000);
      browser.isOnline = true;

      page.dispatch(type);
      await browser.settle();

      assert.equal(receiver.receipts.size, 1);
    });
  }

  it('does nothing when it is hidden', async () => {
    const { browser, page, recorder } = await setUp();
    browser.isOnline = false;
    await recorder.record(decided()).delivered;
    await browser.settle();
    browser.requests.length = 0;

    page.visibility = 'hidden';
    page.dispatch('visibilitychange');
    await browser.settle();

    assert.deepEqual(browser.requests, []);
  });
});
