import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { setImmediate } from 'node:timers/promises';

import { configure } from '../../src/core/config.js';
import type { DeliveryEvent } from '../../src/core/delivery.js';
import type { Ack } from '../../src/model/receipt.js';
import { hashOf } from '../../src/model/sha256.js';
import { newSigningKey } from '../support/bundle-fixtures.js';
import { decided, ENDPOINT, recorderIn, TEXT } from '../support/core-fixtures.js';
import { type FakeAnswer, FakeBrowser, type FakeRequest } from '../support/fake-browser.js';
import { FakeReceiver } from '../support/fake-receiver.js';
import { type AckSigningKey, newAckKey, signedAck } from '../support/signed-acks.js';
import { createAckSigner } from '../../src/receiver/ack-signer.js';

const KEYS = 'https://receipts.example/consents/.well-known/dongui-keys.json';
const HOUR = 3_600_000;
const { subtle } = globalThis.crypto;

type Sign = (ack: Ack) => Promise<Ack>;

/** Waits for what happens beside the fake clock: signatures are checked by threads of their own. */
async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isSo())) await setImmediate();
}

/** A page with a receiver that signs, and an address of its keys. */
async function setUp(options: { subtle?: SubtleCrypto } = { subtle }) {
  const browser = new FakeBrowser();
  const receiver = new FakeReceiver(() => browser.now, [hashOf(TEXT)]);
  const state = {
    sign: ((ack) => Promise.resolve(ack)) as Sign,
    keys: [] as readonly unknown[],
    areKeysUp: true,
    asked: 0,
  };
  browser.server = async (request: FakeRequest): Promise<FakeAnswer> => {
    if (request.url === KEYS) {
      state.asked += 1;
      if (!state.areKeysUp) return 'refuse';
      return { status: 200, body: JSON.stringify({ keys: state.keys }) };
    }
    const answer = receiver.answer(request);
    if (request.method === 'PUT' || typeof answer === 'string' || answer.status > 299)
      return answer;
    const ack = JSON.parse(answer.body ?? '') as Ack;
    return { ...answer, body: JSON.stringify(await state.sign(ack)) };
  };
  const page = browser.open(options);
  const events: DeliveryEvent[] = [];
  page.delivery.subscribe((event) => events.push(event));
  await browser.settle();
  const record = () => {
    const recorder = recorderIn(page);
    recorder.attach(page.delivery);
    return recorder.record(decided());
  };
  const rows = () => page.delivery.ledger.outbox();
  const isDelivered = () => events.some(({ type }) => type === 'delivered');
  return { browser, page, state, record, rows, isDelivered };
}

const signWith =
  (key: AckSigningKey): Sign =>
  (ack) =>
    signedAck(key, ack);

/** An hour after the first attempt, in steps that let what runs beside the clock end. */
async function pass(browser: FakeBrowser, isSo: () => boolean): Promise<void> {
  for (let past = 0; past < HOUR && !isSo(); past += HOUR / 60) {
    await browser.advance(HOUR / 60);
    for (let i = 0; i < 50 && !isSo(); i++) await setImmediate();
  }
  await until(isSo);
}

describe('an acknowledgement where the page has keys', () => {
  afterEach(() => {
    configure({ ackKeys: undefined });
  });

  it('stands beside the receipt with what its signature is worth', async () => {
    const { page, state, record, rows } = await setUp();
    const key = await newAckKey('one');
    state.sign = signWith(key);
    configure({ ackKeys: { keys: [key.jwk] } });

    const { receipt, delivered } = record();
    const ack = (await delivered) as Ack;

    assert.match(ack.jws ?? '', /^[\w-]+\.[\w-]+\.[\w-]+$/);
    await until(async () => (await rows()).length === 0);
    const { delivery } = (await page.delivery.ledger.receipt('haru', receipt.id))!;
    assert.deepEqual([delivery.ack, delivery.signature], [ack, 'valid']);
  });

  for (const curve of ['P-256', 'Ed25519'] as const)
    it(`is taken as our own receiver signs it: ${curve}`, async () => {
      const { state, record } = await setUp();
      const signer = createAckSigner(newSigningKey(curve));
      state.sign = (ack) => signer.sign(ack);
      configure({ ackKeys: (await signer.keys()) as { keys: [] } });

      assert.equal(typeof (await record().delivered), 'object');
    });

  it('does not count without a signature: the receipt waits, and is delivered once there is one', async () => {
    const { browser, state, record, rows, isDelivered } = await setUp();
    const key = await newAckKey('one');
    configure({ ackKeys: { keys: [key.jwk] } });

    const { delivered } = record();
    assert.equal(await delivered, undefined);
    await until(async () => (await rows())[0]?.tries === 1);
    assert.equal(isDelivered(), false);

    state.sign = signWith(key);
    await pass(browser, isDelivered);
    await until(async () => (await rows()).length === 0);
  });

  it('is asked for at long intervals while somebody answers in the receiver’s place', async () => {
    const { browser, state, record } = await setUp();
    state.sign = signWith(await newAckKey('stranger'));
    configure({ ackKeys: { keys: [(await newAckKey('one')).jwk] } });

    await record().delivered;
    const posts = () => browser.requests.filter(({ url }) => url === ENDPOINT).length;
    const before = posts();
    for (let i = 0; i < 60; i++) {
      await browser.advance(HOUR / 60);
      for (let turn = 0; turn < 10; turn++) await setImmediate();
    }

    assert.ok(posts() - before <= 12, String(posts() - before));
  });

  it('is checked by keys that are fetched once for many receipts', async () => {
    const { state, record } = await setUp();
    const key = await newAckKey('one');
    Object.assign(state, { sign: signWith(key), keys: [key.jwk] });
    configure({ ackKeys: KEYS });

    for (let i = 0; i < 3; i++) assert.equal(typeof (await record().delivered), 'object');

    assert.equal(state.asked, 1);
  });

  it('is checked by a key that came since: an unknown name is asked for once', async () => {
    const { state, record } = await setUp();
    const [first, second] = [await newAckKey('one'), await newAckKey('two')];
    Object.assign(state, { sign: signWith(first), keys: [first.jwk] });
    configure({ ackKeys: KEYS });
    await record().delivered;

    Object.assign(state, { sign: signWith(second), keys: [second.jwk, first.jwk] });
    assert.equal(typeof (await record().delivered), 'object');
    assert.equal(state.asked, 2);

    state.sign = signWith(await newAckKey('stranger'));
    assert.equal(await record().delivered, undefined);
    assert.equal(await record().delivered, undefined);
    assert.equal(state.asked, 3);
  });

  it('waits while the keys can’t be had, and loses nothing', async () => {
    const { browser, state, record, rows, isDelivered } = await setUp();
    const key = await newAckKey('one');
    Object.assign(state, { sign: signWith(key), keys: [key.jwk], areKeysUp: false });
    configure({ ackKeys: KEYS });

    assert.equal(await record().delivered, undefined);
    assert.equal((await rows()).length, 1);

    state.areKeysUp = true;
    await pass(browser, isDelivered);
    await until(async () => (await rows()).length === 0);
  });

  it('waits while the address of the keys answers something else', async () => {
    const { browser, state, record, rows, isDelivered } = await setUp();
    const key = await newAckKey('one');
    Object.assign(state, { sign: signWith(key), keys: 'none' });
    configure({ ackKeys: KEYS });

    assert.equal(await record().delivered, undefined);

    state.keys = [key.jwk];
    await pass(browser, isDelivered);
    await until(async () => (await rows()).length === 0);
  });

  it('does not count where the key itself is broken', async () => {
    const { state, record, rows } = await setUp();
    const key = await newAckKey('one');
    state.sign = signWith(key);
    configure({ ackKeys: { keys: [{ ...key.jwk, x: 'AA' }] } });

    assert.equal(await record().delivered, undefined);
    assert.equal((await rows()).length, 1);
  });

  it('counts by its hash on plain http, and says that nobody checked', async () => {
    const { page, record, rows } = await setUp({});
    configure({ ackKeys: { keys: [(await newAckKey('one')).jwk] } });

    const { receipt, delivered } = record();

    assert.equal(typeof (await delivered), 'object');
    await until(async () => (await rows()).length === 0);
    const record2 = await page.delivery.ledger.receipt('haru', receipt.id);
    assert.equal(record2?.delivery.signature, 'unchecked');
  });

  it('counts by its hash where the browser lacks the algorithm', async () => {
    const lacking = {
      importKey: () => Promise.reject(new DOMException('Ed25519', 'NotSupportedError')),
    } as unknown as SubtleCrypto;
    const { state, record, page, rows } = await setUp({ subtle: lacking });
    const key = await newAckKey('one', 'Ed25519');
    state.sign = signWith(key);
    configure({ ackKeys: { keys: [key.jwk] } });

    const { receipt, delivered } = record();
    assert.equal(typeof (await delivered), 'object');
    await until(async () => (await rows()).length === 0);
    const kept = await page.delivery.ledger.receipt('haru', receipt.id);
    assert.equal(kept?.delivery.signature, 'unchecked');
  });

  it('is checked by a later page that was told of no keys', async () => {
    const { browser, state, record } = await setUp();
    const key = await newAckKey('one');
    configure({ ackKeys: KEYS });
    assert.equal(await record().delivered, undefined);

    configure({ ackKeys: undefined });
    Object.assign(state, { keys: [key.jwk] });
    for (const each of browser.pages) each.die();
    const later = browser.open({ subtle });
    const events: DeliveryEvent[] = [];
    later.delivery.subscribe((event) => events.push(event));
    await browser.advance(HOUR / 2);
    assert.ok(!events.some(({ type }) => type === 'delivered'));

    state.sign = signWith(key);
    await pass(browser, () => events.some(({ type }) => type === 'delivered'));
  });

  it('needs no signature where an endpoint can only say that it succeeded', async () => {
    const { page, record: _record, state } = await setUp();
    state.sign = () => Promise.resolve({} as Ack);
    configure({ ackKeys: { keys: [(await newAckKey('one')).jwk] } });
    const recorder = recorderIn(page, { ack: 'status' });
    recorder.attach(page.delivery);

    assert.equal(await recorder.record(decided()).delivered, 'status');
  });
});
