import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { decided, recorderIn } from '../support/core-fixtures.js';
import { FakeBrowser, type FakePage } from '../support/fake-browser.js';
import { FakeReceiver } from '../support/fake-receiver.js';

function setUp(hasLocks: boolean, seed = 4) {
  const browser = new FakeBrowser(seed);
  const receiver = new FakeReceiver(() => browser.now);
  const open = (): FakePage => browser.open({ hasLocks });
  return { browser, receiver, open };
}

describe('several tabs (R4)', () => {
  for (const [tabs, each] of [
    [2, 100],
    [8, 25],
  ] as const) {
    for (const hasLocks of [true, false]) {
      it(`${tabs} with ${each} receipts ${hasLocks ? 'with' : 'without'} locks lose and double none`, async () => {
        const { browser, receiver, open } = setUp(hasLocks);
        let underWay = 0;
        let most = 0;
        browser.server = async (request) => {
          // The first request of a receipt is its own; only what drains do must not overlap.
          const isDrain =
            (JSON.parse(request.body) as { delivery: { attempt: number } }).delivery.attempt > 1;
          if (isDrain) most = Math.max(most, ++underWay);
          await new Promise((resolve) =>
            browser.later(browser.random() * 200, () => {
              resolve(undefined);
            }),
          );
          if (isDrain) underWay -= 1;
          const fate = browser.random();
          if (fate < 0.12) return { status: 500 };
          const answer = receiver.answer(request);
          if (fate < 0.2) return { status: 503 };
          return fate < 0.28 ? 'refuse' : answer;
        };
        const made: string[] = [];
        for (let tab = 0; tab < tabs; tab++) {
          const page = open();
          const recorder = recorderIn(page);
          recorder.attach(page.delivery);
          for (let i = 0; i < each; i++) {
            browser.later(browser.random() * 1_000, () => {
              made.push(recorder.record(decided(i % 2 ? 'given' : 'refused')).receipt.id);
            });
          }
        }
        await browser.advance(3_600_000);

        assert.deepEqual([...receiver.receipts.keys()].sort(), [...new Set(made)].sort());
        const page = [...browser.pages][0]!;
        assert.deepEqual(await page.delivery.ledger.outbox(), []);
        const records = await page.delivery.receipts('haru');
        assert.equal(records.length, new Set(made).size);
        assert.ok(records.every(({ delivery }) => delivery.ack !== undefined));
        if (hasLocks) assert.equal(most, 1);
        else assert.ok(most >= 1);
      });
    }
  }

  it('that continue one chain at once make a fork, which is marked and no error', async () => {
    const { browser, receiver, open } = setUp(true);
    browser.server = receiver.answer;
    const first = open();
    const signup = recorderIn(first);
    signup.attach(first.delivery);
    const { receipt, stored } = signup.record(decided());
    await stored;
    const pages = [open(), open()];
    const recorders = pages.map((page) => {
      const recorder = recorderIn(page, { newSubject: false });
      recorder.attach(page.delivery);
      return recorder;
    });
    await browser.settle();

    const made = recorders.map((recorder) => recorder.record(decided('given')).receipt);
    await browser.advance(60_000);

    assert.equal(made[0]!.prev, made[1]!.prev);
    assert.equal(made[0]!.subject, receipt.subject);
    const ids = new Set(made.map(({ id }) => id));
    const records = await first.delivery.receipts('haru');
    assert.deepEqual(
      records.map(({ fork = false, receipt: { id } }) => [ids.has(id), fork]).sort(),
      [
        [false, false],
        [true, false],
        [true, true],
      ],
    );
    assert.equal(receiver.receipts.size, 3);
    const head = await first.delivery.ledger.head('haru');
    assert.equal(head?.seq, 2);
  });

  it('take over from a tab that crashed while it was at work', async () => {
    const { browser, receiver, open } = setUp(true);
    browser.isOnline = false;
    const one = open();
    const recorder = recorderIn(one);
    recorder.attach(one.delivery);
    recorder.record(decided());
    const other = open();
    other.start();
    await browser.settle();
    browser.isOnline = true;
    browser.server = () => 'hang';
    await browser.advance(6_000);
    assert.equal(browser.locks.size, 1);

    for (const page of browser.locks.values()) page.die();
    browser.server = receiver.answer;
    await browser.advance(30_000);

    assert.equal(receiver.receipts.size, 1);
  });

  it('work without locks where a frame may not use them', async () => {
    const { browser, receiver, open } = setUp(true);
    browser.server = receiver.answer;
    const page = open();
    const locks = { request: () => Promise.reject(new DOMException('no', 'SecurityError')) };
    Object.assign(page.ports.navigator, { locks });
    browser.isOnline = false;
    const recorder = recorderIn(page);
    recorder.attach(page.delivery);
    recorder.record(decided());
    await browser.settle();
    browser.isOnline = true;

    await browser.advance(30_000);

    assert.equal(receiver.receipts.size, 1);
  });
});
