import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import type { Recording } from '../../src/core/recorder.js';
import { parseReceiptEnvelope } from '../../src/model/parse-receipt.js';
import { hashOf } from '../../src/model/sha256.js';
import {
  createSampleNotice,
  decided,
  ENDPOINT,
  recorderIn,
  TEXT,
} from '../support/core-fixtures.js';
import { FakeBrowser, type PageOptions } from '../support/fake-browser.js';
import { FakeReceiver } from '../support/fake-receiver.js';
import { seeded } from '../support/seeded.js';

function setUp(options: PageOptions = {}) {
  const browser = new FakeBrowser();
  const receiver = new FakeReceiver(() => browser.now, [hashOf(TEXT)]);
  browser.server = receiver.answer;
  const page = browser.open(options);
  const keys = (prefix: string): string[] =>
    Object.keys(browser.storage).filter((key) => key.startsWith(prefix));
  return { browser, receiver, page, keys };
}

const linkOf = ({ receipt, hash }: Recording) => ({ ...receipt, hash });

describe('record()', () => {
  it('has hashed, journalled and sent when it returns', () => {
    const { browser, page, keys } = setUp();

    const { receipt, hash, token } = recorderIn(page).record(decided());

    assert.equal(hash, hashOf(receipt));
    assert.equal(token, `${receipt.id}.${hash}`);
    assert.match(token, /^[\x21-\x7e]{80}$/);
    assert.deepEqual(keys('dongui/j/'), [`dongui/j/${receipt.id}`]);
    assert.deepEqual(
      browser.requests.map(({ method, url, key, keepalive }) => [method, url, key, keepalive]),
      [['POST', ENDPOINT, receipt.id, true]],
    );
  });

  it('has begun its transaction when it returns, once the ledger is there', async () => {
    const { browser, page } = setUp();
    const recorder = recorderIn(page);
    recorder.attach(page.delivery);
    await browser.settle();
    const steps: string[] = [];
    browser.step = (name) => (steps.push(name), 'go');

    recorder.record(decided());

    assert.deepEqual(steps, [
      'storage dongui/waits',
      'storage dongui/j',
      'fetch POST',
      'transact begins',
    ]);
  });

  it('makes a receipt that the receiver understands', () => {
    const { browser, page } = setUp();

    const { receipt } = recorderIn(page).record(decided());

    const envelope = parseReceiptEnvelope(JSON.parse(browser.requests[0]!.body));
    assert.deepEqual(envelope.receipt, receipt);
    assert.deepEqual(envelope.delivery, { persisted: 'journal', attempt: 1, ack: 'hash' });
    assert.deepEqual(envelope.notice, createSampleNotice());
    assert.equal(receipt.at, '2026-11-22T00:00:00.000Z');
    assert.equal(receipt.tz, 'Asia/Seoul');
    assert.deepEqual(receipt.client, {
      lib: '0.1.0',
      origin: 'https://shop.example',
      secure: true,
    });
  });

  it('rounds fractions of milliseconds, which have no canonical JSON', () => {
    const { page } = setUp();

    const { receipt } = recorderIn(page).record(decided());

    assert.equal(receipt.items[0]?.dt, 1_200);
    assert.equal(receipt.items[1]?.dt, undefined);
    assert.equal(receipt.submit.dt, 4_201);
  });

  it('is the same recording however often a host retries', () => {
    const { browser, page } = setUp();
    const recorder = recorderIn(page);

    const first = recorder.record(decided());
    const { items, submit } = decided();
    const slower = items.map((item) => ({ ...item, dt: 9_000 }));
    const second = recorder.record({
      ...decided(),
      items: slower,
      submit: { ...submit, dt: 20_000 },
    });

    assert.equal(second, first);
    assert.equal(browser.requests.length, 1);
  });

  it('continues the chain when the decisions change, also when they change back', () => {
    const { page } = setUp();
    const recorder = recorderIn(page);

    const [first, second, third] = [
      recorder.record(decided('refused')),
      recorder.record(decided('given')),
      recorder.record(decided('refused')),
    ].map(linkOf);

    assert.deepEqual(
      [first, second, third].map((link) => [link?.seq, link?.prev]),
      [
        [1, null],
        [2, first?.hash],
        [3, second?.hash],
      ],
    );
    assert.equal(new Set([first?.chain, second?.chain, third?.chain]).size, 1);
    assert.equal(new Set([first?.id, second?.id, third?.id]).size, 3);
  });

  it('tells a guardian from the person, and a withdrawal from an answer', () => {
    const { page } = setUp();
    const recorder = recorderIn(page);

    const self = recorder.record(decided());
    const guardian = recorder.record({
      ...decided(),
      actor: 'guardian',
      guardian: { method: 'card' },
    });
    const withdrawal = recorder.record({
      ...decided(),
      event: 'withdrawal',
      ref: self.receipt.id,
    });

    assert.deepEqual(guardian.receipt.guardian, { method: 'card' });
    assert.equal(withdrawal.receipt.event, 'withdrawal');
    assert.equal(withdrawal.receipt.ref, self.receipt.id);
    assert.equal(withdrawal.receipt.seq, 3);
  });

  it('accounts for what stood there only where nothing goes before it', () => {
    const recorder = recorderIn(setUp().page);
    const standing = ['age'];
    const first = recorder.record({ ...decided(), standing });
    const next = recorder.record({ ...decided('given'), standing });
    const other = recorderIn(setUp().page);
    const back = other.record({
      ...decided(),
      standing,
      event: 'withdrawal',
      ref: first.receipt.id,
    });

    const hiddenIn = ({ receipt }: Recording) => receipt.shown.hidden;
    assert.deepEqual([first, next, back].map(hiddenIn), [['age'], [], []]);
    assert.ok(!('standing' in first.receipt));
  });

  it('begins anew after a reset: the same decisions are those of another try', () => {
    const { page, keys } = setUp();
    const signup = recorderIn(page, { newSubject: true });
    const named = recorderIn(page, { newSubject: true, subject: 'member-1024' });
    const twice = (recorder: typeof signup): readonly Recording[] => {
      const first = recorder.record(decided());
      recorder.provisional(decided('given'));
      recorder.startOver();
      return [first, recorder.record(decided())];
    };

    const [first, second] = twice(signup).map(({ receipt }) => receipt);
    const [, two] = twice(named).map(linkOf);

    assert.notEqual(second?.id, first?.id);
    assert.notEqual(second?.subject, first?.subject);
    assert.deepEqual([second?.seq, second?.prev], [1, null]);
    assert.deepEqual([two?.subject, two?.seq, two?.prev], ['member-1024', 1, null]);
    assert.deepEqual(keys('dongui/p/'), []);
  });

  it('keeps receipts on this device where there is no endpoint', async () => {
    const { browser, page, keys } = setUp();
    const recorder = recorderIn(page, { endpoint: '' });
    recorder.attach(page.delivery);

    const recording = recorder.record(decided());

    assert.equal(await recording.stored, 'idb');
    assert.equal(await recording.delivered, undefined);
    await browser.settle();
    assert.deepEqual(browser.requests, []);
    assert.deepEqual(keys('dongui/'), []);
    const [record] = await page.delivery.receipts('haru');
    assert.deepEqual(record?.delivery.attempts, 0);
  });

  it('refuses a text that has no canonical JSON, and journals nothing', () => {
    const { page, keys } = setUp();
    const input = { ...decided(), guardian: { method: 'card', ref: '\ud800' } } as const;

    assert.throws(() => recorderIn(page).record(input), TypeError);

    assert.deepEqual(keys('dongui/'), []);
  });

  it('takes what a wrong clock says, and never loses the order of a chain (R9)', async () => {
    const random = seeded(9);
    const year = 365 * 86_400_000;
    for (let i = 0; i < 50; i++) {
      let zone = 'Asia/Seoul';
      const skew = Math.round((random() * 2 - 1) * 10 * year);
      const { browser, receiver, page } = setUp({ skew, timeZone: () => zone });
      const recorder = recorderIn(page);
      recorder.attach(page.delivery);
      for (const coupons of ['refused', 'given', 'refused', 'given'] as const) {
        recorder.record(decided(coupons));
        zone = 'America/New_York';
        browser.now += Math.round((random() - 0.5) * 7_200_000);
      }
      await browser.advance(600_000);

      const records = await page.delivery.receipts('haru');
      assert.deepEqual(records.map(({ receipt }) => receipt.seq).sort(), [1, 2, 3, 4]);
      assert.deepEqual(new Set(records.map(({ receipt }) => receipt.tz)).size, 2);
      assert.equal(receiver.receipts.size, 4);
    }
  });

  it('says that a page on plain http is not secure (R14)', () => {
    const { browser, page } = setUp();
    browser.origin = 'http://shop.example';
    const plain = browser.open({ hasLocks: false });

    assert.equal(recorderIn(plain).record(decided()).receipt.client.secure, false);
    assert.equal(recorderIn(page).record(decided()).receipt.client.secure, true);
  });
});

describe('a subject', () => {
  it('is new at each document load of a signup', () => {
    const { browser, page } = setUp();

    const one = recorderIn(page).record(decided()).receipt;
    const other = recorderIn(browser.open()).record(decided()).receipt;

    assert.match(one.subject, /^u_[\w-]{22}$/);
    assert.match(one.chain, /^c_[\w-]{22}$/);
    assert.notEqual(one.subject, other.subject);
    assert.notEqual(one.chain, other.chain);
    assert.notEqual(one.id, other.id);
  });

  it('is the newest one of the policy on other surfaces, also in a later page', async () => {
    const { browser, page } = setUp();
    const signup = recorderIn(page);
    signup.attach(page.delivery);
    const first = signup.record(decided());
    await first.stored;
    const later = await browser.revisit();
    const inquiry = recorderIn(later, { newSubject: false });
    inquiry.attach(later.delivery);
    await browser.settle();

    const { receipt } = inquiry.record(decided('given'));

    const { subject, chain } = first.receipt;
    assert.deepEqual(
      [receipt.subject, receipt.chain, receipt.seq, receipt.prev],
      [subject, chain, 2, first.hash],
    );
  });

  it('is the one that signed up a moment ago on the same page', async () => {
    const { browser, page } = setUp();
    const { delivery } = page;
    const before = recorderIn(page);
    before.attach(delivery);
    before.record(decided());
    const partner = recorderIn(page, { newSubject: false });
    partner.attach(delivery);
    await browser.settle();
    const signup = recorderIn(page);
    signup.attach(delivery);
    const { receipt } = signup.record(decided());
    await browser.settle();

    const next = partner.record(decided('given')).receipt;

    assert.equal(next.subject, receipt.subject);
    assert.equal(next.seq, 2);
  });

  it('is that of the page’s other recorder, in the same task and in one chain', () => {
    const { page } = setUp();
    const recorders = [1, 2].map(() => recorderIn(page, { newSubject: false }));

    const [first, second, third] = [0, 1, 0].map((which, i) =>
      recorders[which]!.record(decided(i === 2 ? 'given' : 'refused')),
    );

    assert.equal(second?.receipt.subject, first?.receipt.subject);
    assert.deepEqual(
      [second, third].map((each) => [each?.receipt.chain, each?.receipt.seq, each?.receipt.prev]),
      [
        [first?.receipt.chain, 2, first?.hash],
        [first?.receipt.chain, 3, second?.hash],
      ],
    );
  });

  it('is not that of another recorder which signs somebody up, has a name, or another policy', () => {
    const { page } = setUp();
    const { subject } = recorderIn(page, { newSubject: false }).record(decided()).receipt;

    for (const options of [
      { newSubject: true },
      { newSubject: false, subject: 'member-1' },
      { newSubject: false, notice: createSampleNotice('other') },
    ]) {
      const { receipt } = recorderIn(page, options).record(decided());
      assert.notEqual(receipt.subject, subject);
      assert.equal(receipt.prev, null);
    }
  });

  it('is never shared by two policies', async () => {
    const { browser, page } = setUp();
    const haru = recorderIn(page);
    haru.attach(page.delivery);
    haru.record(decided());
    await browser.settle();
    const notice = createSampleNotice('other');
    const other = recorderIn(page, { notice, hash: hashOf(notice), newSubject: false });
    other.attach(page.delivery);
    await browser.settle();

    const { receipt } = other.record(decided());

    assert.equal(receipt.seq, 1);
    assert.equal(receipt.prev, null);
  });

  it('is the one that the host passes, with its own chain', async () => {
    const { browser, page } = setUp();
    const recorder = recorderIn(page, { subject: 'member-1024' });
    recorder.attach(page.delivery);
    const first = recorder.record(decided());
    await first.stored;
    const later = await browser.revisit();
    const again = recorderIn(later, { subject: 'member-1024' });
    again.attach(later.delivery);
    await browser.settle();

    const second = again.record(decided('given')).receipt;

    assert.equal(first.receipt.subject, 'member-1024');
    assert.deepEqual([second.subject, second.seq, second.prev], ['member-1024', 2, first.hash]);
  });

  it('begins anew where the ledger cannot be read', async () => {
    const { browser, page } = setUp({ hasDatabase: false });
    const recorder = recorderIn(page, { newSubject: false });
    recorder.attach(page.delivery);
    await browser.settle();

    assert.equal(recorder.record(decided()).receipt.seq, 1);
  });

  it('that no receiver would take is refused: blanks, other scripts, more than 128 characters', () => {
    const { page } = setUp();
    for (const subject of ['two words', '\uae40', 'a\tb', 'x'.repeat(129)]) {
      assert.throws(() => recorderIn(page, { subject }), /128 printable ASCII/, subject);
    }
    assert.ok(recorderIn(page, { subject: 'x'.repeat(128) }));
  });

  it('that looks personal is refused (S10)', () => {
    const { page } = setUp();
    const random = seeded(10);
    const digits = (count: number): string =>
      Array.from({ length: count }, () => Math.floor(random() * 10)).join('');
    const makers = [
      () => `user${digits(3)}@mail${digits(2)}.example`,
      () => `010-${digits(4)}-${digits(4)}`,
      () => `010${digits(8)}`,
      () => `+82 10 ${digits(4)} ${digits(4)}`,
      () => `${digits(6)}-${1 + Math.floor(random() * 8)}${digits(6)}`,
    ];
    for (let i = 0; i < 1_000; i++) {
      const subject = makers[i % makers.length]!();
      assert.throws(() => recorderIn(page, { subject }), /subject/, subject);
    }
    assert.doesNotThrow(() => recorderIn(page, { subject: crypto.randomUUID() }));
  });
});
