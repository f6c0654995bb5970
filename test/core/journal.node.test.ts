import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { somethingWaits } from '../../src/core/journal.js';
import { readJournal } from '../../src/core/leftovers.js';
import { decided, recorderIn } from '../support/core-fixtures.js';
import { FakeBrowser } from '../support/fake-browser.js';
import { FakeReceiver } from '../support/fake-receiver.js';

describe('somethingWaits()', () => {
  it('knows of a receipt that has an endpoint, without a database', () => {
    const browser = new FakeBrowser();
    const page = browser.open();
    assert.equal(somethingWaits(page.ports), false);

    recorderIn(page, { endpoint: '' }).record(decided());
    assert.equal(somethingWaits(page.ports), false);
    recorderIn(page).record(decided());
    assert.equal(somethingWaits(page.ports), true);
  });

  it('is false where localStorage is blocked', () => {
    const { ports } = new FakeBrowser().open({ hasStorage: false });

    assert.equal(somethingWaits(ports), false);
  });

  it('does not forget what another tab adds in the moment of forgetting', async () => {
    const browser = new FakeBrowser();
    const receiver = new FakeReceiver(() => browser.now);
    browser.server = receiver.answer;
    const one = browser.open();
    const other = recorderIn(browser.open());
    const first = recorderIn(one);
    first.attach(one.delivery);
    let isTime = false;
    // While the first tab takes the sign away, the other one records and then crashes.
    browser.step = (name, page) => {
      if (page === one && name === 'storage dongui/waits' && isTime) {
        isTime = false;
        browser.server = () => 'refuse';
        other.record(decided('given'));
      }
      return 'go';
    };
    await browser.settle();
    const { delivered } = first.record(decided());
    isTime = true;
    await delivered;
    await browser.settle();

    assert.equal(somethingWaits(one.ports), true);
  });
});

describe('the journal', () => {
  it('leaves alone what is not ours or not whole, and goes on', async () => {
    const browser = new FakeBrowser();
    const receiver = new FakeReceiver(() => browser.now);
    browser.server = receiver.answer;
    const hostile = {
      theme: 'dark',
      'dongui/j/x': 'not JSON',
      'dongui/j/y': 'null',
      'dongui/j/z': '{"receipt":null}',
      'dongui/j/w': '{"receipt":{"id":"other"},"hash":"x"}',
      'dongui/p/x': '[]',
    };
    for (const [key, value] of Object.entries(hostile)) browser.storage.setItem(key, value);
    const page = browser.open();

    const { receipt } = recorderIn(page).record(decided());

    assert.deepEqual(
      readJournal(page.ports).map((entry) => entry.receipt.id),
      [receipt.id],
    );
    page.start();
    await browser.advance(60_000);
    assert.equal(receiver.receipts.size, 1);
    assert.deepEqual(Object.fromEntries(Object.entries(browser.storage)), hostile);
  });

  it('is read in the order of the chain', () => {
    const browser = new FakeBrowser();
    const page = browser.open();
    const recorder = recorderIn(page);
    for (let i = 0; i < 12; i++) recorder.record(decided(i % 2 ? 'given' : 'refused'));

    assert.deepEqual(
      readJournal(page.ports).map((entry) => entry.receipt.seq),
      Array.from({ length: 12 }, (_none, i) => i + 1),
    );
  });
});
