import { assert } from '@open-wc/testing';

import { getDelivery } from '../../src/core/delivery.js';
import { somethingWaits } from '../../src/core/journal.js';
import { type BrowserPorts, browserPorts } from '../../src/core/ports.js';
import { createRecorder, type Recorder } from '../../src/core/recorder.js';
import { IdbStore } from '../../src/core/storage/idb-store.js';
import { hashOf } from '../../src/model/sha256.js';
import { createSampleNotice, decided, ENDPOINT } from '../support/core-fixtures.js';
import type { FakeRequest } from '../support/fake-browser.js';
import { FakeReceiver } from '../support/fake-receiver.js';

/** The page's own scope, but for the network: what a tab of this browser has. */
function openTab(receiver: FakeReceiver): BrowserPorts & { isOnline: boolean } {
  const page = browserPorts();
  const tab = {
    isOnline: true,
    fetch: async (url: string, init: RequestInit) => {
      await Promise.resolve();
      if (!tab.isOnline) throw new TypeError('Failed to fetch');
      const request = { url, method: init.method, body: init.body } as unknown as FakeRequest;
      const answer = receiver.answer(request) as { status: number; body: string };
      return new Response(answer.body, { status: answer.status });
    },
    setTimeout: page.setTimeout.bind(window),
    clearTimeout: page.clearTimeout.bind(window),
    addEventListener: page.addEventListener.bind(window),
  };
  const inherited = { get: (target: object, name: string) => Reflect.get(target, name) as unknown };
  return new Proxy(tab, {
    get: (target, name: string) =>
      name in target
        ? inherited.get(target, name)
        : (page as unknown as Record<string, unknown>)[name],
  }) as unknown as BrowserPorts & { isOnline: boolean };
}

function setUp(tabs = 1) {
  const policy = `test-${String(Math.random()).slice(2)}`;
  const database = `test-${policy}`;
  const receiver = new FakeReceiver(() => Date.now());
  const notice = createSampleNotice(policy);
  const open = () => {
    const ports = openTab(receiver);
    const delivery = getDelivery(ports, new IdbStore(database, ports));
    const createOne = (): Recorder => {
      const recorder = createRecorder({
        ...{ notice, hash: hashOf(notice), endpoint: ENDPOINT, newSubject: true, ports },
      });
      recorder.attach(delivery);
      return recorder;
    };
    return { ports, delivery, createRecorder: createOne };
  };
  return { policy, receiver, tabs: Array.from({ length: tabs }, open), open };
}

describe('a receipt in a real browser', () => {
  it('is in the database, and acknowledged, and nowhere else', async () => {
    const { policy, receiver, tabs } = setUp();
    const { ports, delivery, createRecorder: create } = tabs[0]!;
    const { receipt, hash, stored, delivered } = create().record(decided());
    assert.isTrue(somethingWaits(ports));
    assert.isNotNull(localStorage.getItem(`dongui/j/${receipt.id}`));

    assert.equal(await stored, 'idb');
    const ack = await delivered;
    await delivery.wake();

    assert.equal(ack !== 'status' && ack?.rh, hash);
    assert.isNull(localStorage.getItem(`dongui/j/${receipt.id}`));
    assert.isFalse(somethingWaits(ports));
    const records = await delivery.receipts(policy);
    assert.deepEqual(
      records.map((record) => record.hash),
      [hash],
    );
    assert.equal(receiver.receipts.size, 1);
  });

  it('is told to another tab, which continues the chain', async () => {
    const { tabs } = setUp(2);
    const [one, other] = tabs;
    const told = new Promise((resolve) => other!.delivery.subscribe(resolve));
    const first = one!.createRecorder().record(decided());
    await first.stored;

    assert.include(await told, { type: 'stored', id: first.receipt.id });
  });

  it('of two tabs with locks is stored once, and delivered once the network is back (R4)', async () => {
    const { policy, receiver, tabs } = setUp(2);
    for (const { ports } of tabs) Object.assign(ports, { isOnline: false });
    const made: string[] = [];
    const stored: Promise<unknown>[] = [];
    for (const { createRecorder: create } of tabs) {
      const recorder = create();
      for (let i = 0; i < 50; i++) {
        const recording = recorder.record(decided(i % 2 ? 'given' : 'refused'));
        made.push(recording.receipt.id);
        stored.push(recording.stored, recording.delivered);
      }
    }
    await Promise.all(stored);
    assert.equal(receiver.receipts.size, 0);

    // What is not due yet, for it has just been tried, is as if the time had passed.
    for (const { ports } of tabs) {
      const Clock = { now: () => Date.now() + 60_000 };
      Object.assign(ports, { isOnline: true, Date: Clock });
    }
    window.dispatchEvent(new Event('online'));
    await Promise.all(tabs.map(({ delivery }) => delivery.wake()));
    await new Promise<void>((resolve) => {
      const check = (): void => {
        if (receiver.receipts.size === made.length) resolve();
        else setTimeout(check, 20);
      };
      check();
    });

    const records = await tabs[0]!.delivery.receipts(policy);
    assert.sameMembers([...receiver.receipts.keys()], made);
    assert.sameMembers(
      records.map(({ receipt }) => receipt.id),
      made,
    );
  });

  it('costs the same after many others', async () => {
    const { tabs } = setUp();
    const recorder = tabs[0]!.createRecorder();
    const time = async (count: number): Promise<number> => {
      const start = performance.now();
      for (let i = 0; i < count; i++) {
        await recorder.record(decided(i % 2 ? 'given' : 'refused')).stored;
      }
      return performance.now() - start;
    };
    await time(20);
    const first = await time(40);
    await time(300);
    const last = await time(40);

    assert.isBelow(last, 5 * first + 200);
  });
});

describe('browserPorts()', () => {
  it('is the scope of the page', () => {
    const ports = browserPorts();
    assert.equal(ports.location.origin, location.origin);
    assert.equal(ports.isSecureContext, window.isSecureContext);
    assert.equal(ports, browserPorts());
  });
});
