import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { decided, recorderIn } from '../support/core-fixtures.js';
import { FakeBrowser } from '../support/fake-browser.js';
import { FakeReceiver } from '../support/fake-receiver.js';

async function setUp() {
  const browser = new FakeBrowser();
  const receiver = new FakeReceiver(() => browser.now);
  browser.server = receiver.answer;
  const page = browser.open();
  const recorder = recorderIn(page);
  recorder.attach(page.delivery);
  await browser.settle();
  const notes = (): string[] =>
    Object.keys(browser.storage).filter((key) => key.startsWith('dongui/p/'));
  return { browser, receiver, page, recorder, notes };
}

describe('a provisional note (DESIGN 4, case 2)', () => {
  it('is written down and sent nowhere', async () => {
    const { browser, page, recorder, notes } = await setUp();

    const token = recorder.provisional(decided());
    await browser.advance(60_000);

    assert.deepEqual(notes(), [`dongui/p/${token.split('.')[0]!}`]);
    assert.deepEqual(browser.requests, []);
    assert.deepEqual(await page.delivery.receipts('haru'), []);
  });

  it('becomes a receipt when the page goes, without a transaction', async () => {
    const { browser, receiver, recorder, notes } = await setUp();
    const token = recorder.provisional(decided());
    const steps: string[] = [];
    browser.step = (name) => (steps.push(name), 'go');

    recorder.commitProvisional();
    await browser.settle();

    const [id, hash] = token.split('.');
    assert.equal(receiver.receipts.get(id!)?.hash, hash);
    assert.equal(browser.requests[0]?.keepalive, true);
    assert.deepEqual(notes(), []);
    assert.deepEqual(
      steps.filter((step) => /^(transact|read|list|remove)/.test(step)),
      [],
    );
  });

  it('is in the ledger after the next visit', async () => {
    const { browser, receiver, recorder } = await setUp();
    const token = recorder.provisional(decided());
    recorder.commitProvisional();

    const later = await browser.revisit();
    await browser.advance(60_000);

    const [record] = await later.delivery.receipts('haru');
    assert.equal(`${record!.receipt.id}.${record!.hash}`, token);
    assert.notEqual(record!.delivery.ack, undefined);
    assert.equal(receiver.receipts.size, 1);
  });

  it('goes on when the page comes back from the cache of pages', async () => {
    const { browser, page, recorder } = await setUp();
    recorder.provisional(decided());
    page.dispatch('pagehide');
    recorder.commitProvisional();
    await browser.settle();
    assert.equal(browser.values.size, 0);

    page.dispatch('pageshow');
    await browser.settle();

    const [record] = await page.delivery.receipts('haru');
    assert.equal(record?.delivery.persisted, 'idb');
  });

  it('is forgotten when the form is really sent, and never reaches anybody', async () => {
    const { browser, receiver, recorder, notes } = await setUp();
    const token = recorder.provisional(decided());

    const recording = recorder.record(decided());
    recorder.commitProvisional();
    await browser.settle();

    assert.notEqual(recording.token, token);
    assert.deepEqual(notes(), []);
    assert.deepEqual([...receiver.receipts.keys()], [recording.receipt.id]);
  });

  it('is the same note while the decisions are the same, and another one when they change', async () => {
    const { recorder, notes } = await setUp();

    const first = recorder.provisional(decided());
    const same = recorder.provisional(decided());
    const changed = recorder.provisional(decided('given'));

    assert.equal(same, first);
    assert.notEqual(changed, first);
    assert.deepEqual(notes(), [`dongui/p/${changed.split('.')[0]!}`]);
  });

  it('answers the token of what is recorded already', async () => {
    const { recorder, notes } = await setUp();
    const { token } = recorder.record(decided());

    assert.equal(recorder.provisional(decided()), token);
    assert.deepEqual(notes(), []);
  });

  it('of a page that went without sending is dropped after an hour, never sent', async () => {
    const { browser, receiver, recorder, notes } = await setUp();
    recorder.provisional(decided());

    await browser.revisit();
    await browser.advance(3_500_000);
    assert.equal(notes().length, 1);
    browser.now += 3_600_000;
    await browser.revisit();
    await browser.advance(86_400_000);

    assert.deepEqual(notes(), []);
    assert.equal(receiver.receipts.size, 0);
    assert.deepEqual(browser.requests, []);
  });

  it('is not there to be committed twice', async () => {
    const { browser, recorder } = await setUp();
    recorder.provisional(decided());

    recorder.commitProvisional();
    recorder.commitProvisional();

    assert.equal(browser.requests.length, 1);
  });
});
