import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { decided, recorderIn, TEXT } from '../support/core-fixtures.js';
import { FakeBrowser, type Step } from '../support/fake-browser.js';
import { FakeReceiver } from '../support/fake-receiver.js';
import { hashOf } from '../../src/model/sha256.js';

interface Run {
  readonly browser: FakeBrowser;
  readonly receiver: FakeReceiver;
}

function start(): Run {
  const browser = new FakeBrowser();
  const receiver = new FakeReceiver(() => browser.now, [hashOf(TEXT)]);
  browser.server = receiver.answer;
  return { browser, receiver };
}

/** Ways to a receipt, each with every effect that it has on the way. */
const stories: Readonly<Record<string, (run: Run) => Promise<void>>> = {
  'a submit with the ledger open': async ({ browser }) => {
    const page = browser.open();
    const recorder = recorderIn(page);
    recorder.attach(page.delivery);
    await browser.settle();
    recorder.record(decided());
    await browser.advance(60_000);
  },
  'a submit before the ledger is there': async ({ browser }) => {
    const page = browser.open();
    const recorder = recorderIn(page);
    recorder.record(decided());
    await browser.settle();
    recorder.attach(page.delivery);
    await browser.advance(60_000);
  },
  'a submit without a database, which comes back': async ({ browser }) => {
    const page = browser.open({ hasDatabase: false });
    const recorder = recorderIn(page);
    recorder.attach(page.delivery);
    await browser.settle();
    recorder.record(decided());
    await browser.settle();
    page.isDatabaseBroken = false;
    void page.delivery.wake();
    await browser.advance(60_000);
  },
  'form.submit()': async ({ browser }) => {
    const page = browser.open();
    const recorder = recorderIn(page);
    recorder.attach(page.delivery);
    await browser.settle();
    recorder.provisional(decided());
    await browser.settle();
    page.dispatch('pagehide');
    recorder.commitProvisional();
    await browser.settle();
    page.die();
    await browser.revisit();
    await browser.advance(60_000);
  },
  'a submit on a bad day': async ({ browser, receiver }) => {
    let count = 0;
    browser.server = (request) => {
      const turn = count++ % 4;
      if (turn === 0) return 'refuse';
      if (turn === 1) return { status: 503 };
      const answer = receiver.answer(request);
      return turn === 2 ? { status: 200, isCut: true } : answer;
    };
    const page = browser.open();
    const recorder = recorderIn(page);
    recorder.attach(page.delivery);
    await browser.settle();
    recorder.record(decided());
    await browser.advance(600_000);
  },
};

/** Plays a story, and lets the page die at one effect, before or after it happens. */
async function dieAt(story: string, index: number, how: 'die-before' | 'die-after') {
  const run = start();
  let count = 0;
  const steps: string[] = [];
  const step: Step = (name) => {
    steps.push(name);
    return count++ === index ? how : 'go';
  };
  run.browser.step = step;
  await stories[story]!(run);
  const isReached = count > index;
  run.browser.step = () => 'go';
  // A day later the person comes back, on a good day.
  run.browser.server = run.receiver.answer;
  const page = await run.browser.revisit();
  await run.browser.advance(3_600_000);
  return { ...run, page, isReached, step: steps[index] ?? 'the end' };
}

describe('a crash at any effect (R3)', () => {
  for (const story of Object.keys(stories)) {
    it(`of ${story} leaves a receipt stored once, or none`, async () => {
      const points: string[] = [];
      for (const how of ['die-before', 'die-after'] as const) {
        for (let index = 0; ; index++) {
          const { browser, receiver, page, isReached, step } = await dieAt(story, index, how);
          const where = `${how} ${index}: ${step}`;
          points.push(where);
          const records = await page.delivery.receipts('haru');
          const stored = [...receiver.receipts.keys()];
          assert.ok(records.length <= 1, where);
          assert.deepEqual(await page.delivery.ledger.outbox(), [], where);
          // Nothing is left in between: no key of the journal, no sign that something waits.
          assert.deepEqual(
            Object.keys(browser.storage).filter((key) => !key.startsWith('dongui/p/')),
            [],
            where,
          );
          // What this browser calls recorded, the receiver has; the other way round too, but for a
          // page that died before the journal was written.
          assert.deepEqual(
            stored,
            records.map(({ receipt }) => receipt.id),
            where,
          );
          assert.ok(
            records.every(({ delivery }) => delivery.ack !== undefined),
            where,
          );
          if (!isReached) {
            assert.equal(stored.length, 1, where);
            break;
          }
        }
      }
      assert.ok(points.length > 20, `${points.length} points`);
    });
  }
});
