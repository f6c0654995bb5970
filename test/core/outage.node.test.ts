import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import type { DeliveryEvent } from '../../src/core/delivery.js';
import { decided, recorderIn, TEXT } from '../support/core-fixtures.js';
import { type FakeAnswer, FakeBrowser } from '../support/fake-browser.js';
import { FakeReceiver } from '../support/fake-receiver.js';
import { hashOf } from '../../src/model/sha256.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

async function setUp(seed = 1) {
  const browser = new FakeBrowser(seed);
  const receiver = new FakeReceiver(() => browser.now, [hashOf(TEXT)]);
  browser.server = receiver.answer;
  const page = browser.open();
  const events: DeliveryEvent[] = [];
  page.delivery.subscribe((event) => events.push(event));
  await browser.settle();
  /** Each receipt of another person, as at a counter. */
  const record = () => {
    const recorder = recorderIn(page);
    recorder.attach(page.delivery);
    return recorder.record(decided());
  };
  const rows = () => page.delivery.ledger.outbox();
  return { browser, receiver, page, events, record, rows };
}

describe('a day offline (R5)', () => {
  for (const [name, isKnown] of [
    ['that the browser knows of', true],
    ['that the browser does not know of', false],
  ] as const) {
    it(`${name} makes no storm, and ends within a minute`, async () => {
      const { browser, receiver, page, record, rows } = await setUp();
      if (isKnown) browser.isOnline = false;
      else browser.server = () => 'refuse';
      const made: string[] = [];
      for (let i = 0; i < 50; i++) {
        const { receipt } = record();
        made.push(receipt.at);
        await browser.advance(DAY / 50);
      }
      const attempts = new Set(browser.requests.map(({ at, key }) => `${at} ${key}`)).size;
      assert.ok(attempts <= 300, `${attempts} attempts`);
      assert.equal((await rows()).length, 50);

      browser.isOnline = true;
      browser.server = receiver.answer;
      page.dispatch('online');
      await browser.advance(MINUTE);

      assert.equal(receiver.receipts.size, 50);
      assert.equal((await rows()).length, 0);
      const stored = [...receiver.receipts.values()].map(({ receipt }) => receipt.at).sort();
      assert.deepEqual(stored, made);
      assert.equal(receiver.repeats, 0);
    });
  }

  it('ends by itself within ten minutes where nothing tells that it is over', async () => {
    const { browser, receiver, record } = await setUp();
    browser.server = () => 'refuse';
    record();
    await browser.advance(DAY);
    browser.server = receiver.answer;

    await browser.advance(10 * MINUTE);

    assert.equal(receiver.receipts.size, 1);
  });
});

describe('Retry-After (R6)', () => {
  const date = (ms: number): string => new Date(ms).toUTCString();
  const start = Date.parse('2026-11-22T00:00:00Z');
  // The server's clock is an hour ahead of the person's, and says so.
  const ahead = date(start + HOUR);
  const cases: readonly (readonly [string, Readonly<Record<string, string>>, number, number])[] = [
    ['0', { 'retry-after': '0' }, 0, 2_000],
    ['7', { 'retry-after': '7' }, 7_000, 8_400],
    ['3600', { 'retry-after': '3600' }, HOUR, 1.2 * HOUR],
    ['a date', { 'retry-after': date(start + HOUR + 60_000), date: ahead }, 60_000, 72_000],
    ['a date without Date', { 'retry-after': date(start + 60_000) }, 60_000, 72_000],
    ['a past date', { 'retry-after': date(start - HOUR), date: ahead }, 0, 2_000],
    ['garbage', { 'retry-after': 'soon' }, 0, 2_000],
    ['a number with a unit', { 'retry-after': '7s' }, 0, 2_000],
    ['less than nothing', { 'retry-after': '-7' }, 0, 2_000],
    ['10^12', { 'retry-after': '1000000000000' }, DAY, 1.2 * DAY],
  ];
  for (const status of [429, 503]) {
    for (const [name, headers, earliest, latest] of cases) {
      it(`of ${name} with ${status} is kept`, async () => {
        for (let seed = 0; seed < 5; seed++) {
          const { browser, record, rows } = await setUp(seed);
          browser.server = () => ({ status, headers });
          record();
          await browser.settle();
          // Another receipt of the page knocks once for itself, and then waits with the others.
          await browser.advance(latest + 1_000);

          const [first, second] = browser.requests.map(({ at }) => at - start);
          assert.equal(first, 0);
          assert.ok(second! >= earliest && second! <= latest + 1, `${second!}`);
          assert.equal((await rows()).length, 1);
        }
      });
    }
  }

  it('holds for every receipt of the endpoint, and in the next page', async () => {
    const { browser, page, record } = await setUp();
    browser.server = () => ({ status: 503, headers: { 'retry-after': '3600' } });
    record();
    record();
    await browser.settle();
    browser.requests.length = 0;

    await browser.advance(HOUR / 2);
    page.dispatch('online');
    await browser.settle();
    await browser.revisit();
    await browser.advance(HOUR / 4);

    assert.deepEqual(browser.requests, []);
  });
});

describe('a receipt that the endpoint refuses (R16)', () => {
  for (const status of [400, 409, 413, 415, 422]) {
    it(`with ${status} stays, is told of, and is tried once a day`, async () => {
      const { browser, record, rows, events } = await setUp();
      browser.server = () => ({ status, body: '{"code":"body-invalid"}' });
      const { receipt, hash } = record();
      await browser.advance(30 * DAY);

      const days = browser.requests.length;
      assert.ok(days === 30 || days === 31, `${days}`);
      const [row] = await rows();
      assert.equal(row?.id, receipt.id);
      const told = { policy: 'haru', id: receipt.id, hash };
      assert.deepEqual(events[1], {
        ...told,
        type: 'rejected',
        reason: `HTTP ${status} body-invalid`,
      });
    });
  }

  it('is tried at once by another version of the library', async () => {
    const { browser, receiver, record, rows } = await setUp();
    browser.server = () => ({ status: 422 });
    const { receipt } = record();
    await browser.settle();
    const [row] = await rows();
    browser.values.set(`o/${receipt.id}`, { ...row, lib: '0.0.1' });
    browser.server = receiver.answer;

    const later = await browser.revisit();
    await browser.settle();

    assert.equal(receiver.receipts.size, 1);
    const [record_] = await later.delivery.receipts('haru');
    assert.equal(record_?.delivery.rejected, undefined);
    assert.notEqual(record_?.delivery.ack, undefined);
  });

  for (const status of [422, 500]) {
    it(`or never takes, with ${status}, keeps no other from being delivered`, async () => {
      const { browser, receiver, record, rows } = await setUp();
      let bad: string | undefined;
      browser.server = (request) => {
        bad ??= request.key;
        return request.key === bad ? { status } : receiver.answer(request);
      };
      record();
      await browser.advance(DAY);
      browser.isOnline = false;
      record();
      record();
      await browser.settle();
      browser.isOnline = true;

      await browser.advance(15 * MINUTE);

      assert.equal(receiver.receipts.size, 2);
      assert.deepEqual(
        (await rows()).map(({ id }) => id),
        [bad],
      );
    });
  }
});

describe('an endpoint that is set up wrongly', () => {
  for (const status of [401, 403, 404, 405, 410, 451]) {
    it(`and says ${status} is asked seldom, and gets everything once it is mended`, async () => {
      const { browser, receiver, record, rows, events } = await setUp();
      browser.server = () => ({ status });
      record();
      await browser.advance(DAY);
      assert.ok(browser.requests.length <= 300, `${browser.requests.length}`);
      assert.ok(browser.requests.length >= 100, `${browser.requests.length}`);
      assert.deepEqual(
        events.map(({ type }) => type),
        ['stored'],
      );

      browser.server = receiver.answer;
      await browser.advance(11 * MINUTE);

      assert.equal(receiver.receipts.size, 1);
      assert.deepEqual(await rows(), []);
    });
  }
});

describe('an answer that does not name the receipt (R8)', () => {
  const other = hashOf('another receipt');
  const answers: readonly (readonly [string, FakeAnswer])[] = [
    ['a portal', { status: 200, body: '<!doctype html><title>Hotel Wi-Fi</title>' }],
    ['an empty object', { status: 200, body: '{}' }],
    ['an array', { status: 200, body: '[]' }],
    ['null', { status: 200, body: 'null' }],
    ['a text', { status: 201, body: '"stored"' }],
    ['a number', { status: 200, body: '1' }],
    ['nothing', { status: 204, body: '' }],
    ['a cut body', { status: 201, isCut: true }],
    ['half a body', { status: 201, body: '{"rh":"' }],
    ['the ack of another receipt', { status: 201, body: JSON.stringify({ rh: other, id: 'x' }) }],
    ['the hash in a list', { status: 200, body: '{"rh":["HASH"]}' }],
    ['the hash with a blank', { status: 200, body: '{"rh":"HASH "}' }],
    ['the hash under another name', { status: 200, body: '{"hash":"HASH"}' }],
    ['the hash deeper', { status: 200, body: '{"ack":{"rh":"HASH"}}' }],
    ['the echo of the request', { status: 200, body: 'ECHO' }],
    ['a prototype', { status: 200, body: '{"__proto__":{"rh":"HASH"}}' }],
    ['ten megabytes', { status: 200, body: 'x'.repeat(10_000_000) }],
    ['the right ack with 300', { status: 300, body: '{"rh":"HASH"}' }],
    ['the right ack with 500', { status: 500, body: '{"rh":"HASH"}' }],
    ['the right ack with 404', { status: 404, body: '{"rh":"HASH"}' }],
    ['a redirect', 'refuse'],
  ];
  for (const [name, answer] of answers) {
    it(`but is ${name} deletes nothing`, async () => {
      const { browser, receiver, record, rows } = await setUp();
      browser.server = ({ body: sent }) => {
        if (typeof answer === 'string') return answer;
        const { hash } = JSON.parse(sent) as { hash: string };
        const body = answer.body?.replace('HASH', hash).replace('ECHO', () => sent);
        return { ...answer, ...(body !== undefined && { body }) };
      };
      const { delivered } = record();
      await browser.advance(15_000);
      assert.equal(await delivered, undefined);
      assert.equal((await rows()).length, 1);

      browser.server = receiver.answer;
      await browser.advance(11 * MINUTE);

      assert.deepEqual(await rows(), []);
      assert.equal(receiver.receipts.size, 1);
    });
  }

  it('is enough from an endpoint that can only say 2xx, if the page says so', async () => {
    for (const [status, isEnough] of [
      [200, true],
      [202, true],
      [204, true],
      [302, false],
      [500, false],
    ] as const) {
      const { browser, page, rows } = await setUp();
      browser.server = () => ({ status, body: 'OK' });
      const recorder = recorderIn(page, { ack: 'status' });
      recorder.attach(page.delivery);

      assert.equal(await recorder.record(decided()).delivered, isEnough ? 'status' : undefined);

      assert.equal((await rows()).length, isEnough ? 0 : 1);
    }
  });
});
