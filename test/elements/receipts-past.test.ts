import { assert, fixture, html, oneEvent } from '@open-wc/testing';

import { configure } from '../../src/core/config.js';
import { getDelivery } from '../../src/core/delivery.js';
import type { BrowserPorts } from '../../src/core/ports.js';
import { createRecorder } from '../../src/core/recorder.js';
import { IdbStore } from '../../src/core/storage/idb-store.js';
import { type Bundle, createBundle } from '../../src/model/bundle.js';
import { createNotice } from '../../src/model/create-notice.js';
import { deriveSurface } from '../../src/model/derive-surface.js';
import type { Notice, TextPart } from '../../src/model/notice.js';
import { parsePolicyDocument } from '../../src/model/parse-policy-document.js';
import type { Receipt } from '../../src/model/receipt.js';
import { hashOf } from '../../src/model/sha256.js';
import type { ReceiptRejectedEvent } from '../../src/ui/events.js';
import {
  delivery,
  freshPolicy,
  idsIn,
  open,
  type PolicyJson,
  press,
  receiptsFixture,
  receiptsOf,
  recorderOf,
  signedUp,
  signUp,
  stateOf,
  textOf,
  until,
} from '../support/receipts-fixture.js';
import { newAckKey, signedAck } from '../support/signed-acks.js';

/** Writes records as the ledger keeps them, in a way in which nothing would make them. */
async function put(records: readonly Receipt[], notice: Notice): Promise<void> {
  const { ledger } = delivery();
  for (const receipt of records) {
    await ledger.append({
      receipt,
      hash: hashOf(receipt),
      notice,
      delivery: { persisted: 'idb', attempts: 0 },
    });
  }
}

/** What a site's server knows of somebody who signed up elsewhere. */
async function elsewhere(
  policy: PolicyJson,
): Promise<{ readonly bundle: Bundle; readonly receipt: Receipt }> {
  const parsed = parsePolicyDocument(policy);
  const { notice, hash, texts } = createNotice(parsed, deriveSurface(parsed, 'signup'));
  const receipt = await signUp(policy, { refused: ['birthday'] });
  await delivery().clear(policy.id);
  const parts = new Map<string, TextPart>(texts.map((text) => [text.hash, text.part]));
  const bundle = createBundle([{ receipt, hash: hashOf(receipt) }], {
    notices: new Map([[hash, notice]]),
    texts: parts,
  });
  return { bundle, receipt };
}

/** JSON at an address, for as long as a test runs. */
async function serving(
  path: string,
  answer: () => Response,
  run: () => Promise<void>,
): Promise<void> {
  const real = globalThis.fetch;
  globalThis.fetch = (input, init) => {
    const url = input instanceof Request ? input.url : String(input);
    return url.endsWith(path) ? Promise.resolve(answer()) : real(input, init);
  };
  try {
    await run();
  } finally {
    globalThis.fetch = real;
  }
}

describe('what <dongui-receipts> reads', () => {
  it('is the ledger alone, where the page gives no document', async () => {
    const policy = await freshPolicy();
    const receipt = await signUp(policy);

    const { element, root } = await receiptsFixture({ policyId: policy.id });
    assert.include(idsIn(root, 'given'), 'allergy');

    await press(element, '[data-action="withdraw"][data-item="allergy"]');
    await open(element, 'again-birthday');
    await press(element, '[data-action="give"][data-item="birthday"]');
    const [, , given] = await receiptsOf(policy, 3);
    assert.equal(given?.notice.sha256, receipt.notice.sha256);
  });

  it('is the ledger, with a word about it, where the document does not come', async () => {
    const policy = await freshPolicy();
    await signUp(policy);

    const { root } = await receiptsFixture({ policyId: policy.id, src: '/absent/policy.json' });

    assert.include(idsIn(root, 'given'), 'allergy');
    assert.include(
      textOf(root.querySelector('.missing')),
      '지금의 처리방침을 불러오지 못했습니다.',
    );
  });

  it('says so where nothing tells whose records are wanted', async () => {
    const { root } = await receiptsFixture({ src: '/absent/policy.json' });

    assert.include(
      textOf(root.querySelector('[role="alert"]')),
      '동의 기록을 보여 드릴 수 없습니다',
    );
  });

  it('is the newest person of this browser, or the one whom the page names', async () => {
    const policy = await freshPolicy();
    await signUp(policy, { subject: 'first', refused: [] });
    await signUp(policy, { subject: 'second', refused: ['birthday'] });

    const newest = await receiptsFixture({ policy });
    assert.equal(stateOf(newest.root, 'birthday'), 'refused');

    const named = await receiptsFixture({ policy, subject: 'first' });
    assert.equal(stateOf(named.root, 'birthday'), 'given');
    const more = await open(named.element, 'more-birthday');
    assert.equal(more.querySelectorAll('.time li').length, 1);
  });

  it('is what the page passes in, and goes on in its chain', async () => {
    const policy = await freshPolicy();
    const { bundle, receipt } = await elsewhere(policy);
    await signUp(policy, { subject: 'another', refused: [] });

    const { element, root } = await receiptsFixture({ policy, known: bundle });
    assert.equal(stateOf(root, 'birthday'), 'refused');
    assert.equal(textOf(root.querySelector('#entry-allergy .delivery')), '사이트에 있는 기록');

    await press(element, '[data-action="withdraw"][data-item="allergy"]');
    const receipts = await receiptsOf(policy, 2);
    const withdrawal = receipts.find(({ event }) => event === 'withdrawal');
    assert.deepInclude(withdrawal!, {
      subject: receipt.subject,
      chain: receipt.chain,
      seq: 2,
      prev: hashOf(receipt),
    });
    assert.equal(stateOf(root, 'allergy'), 'withdrawn');
  });

  it('is fetched where the page names an address, and told where it does not come', async () => {
    const policy = await freshPolicy();
    const { bundle } = await elsewhere(policy);
    await serving(
      '/test-known',
      () => Response.json([bundle]),
      async () => {
        const { root } = await receiptsFixture({ policy, known: '/test-known' });
        assert.equal(stateOf(root, 'birthday'), 'refused');
      },
    );
    await serving(
      '/test-known',
      () => new Response('', { status: 503 }),
      async () => {
        const { root } = await receiptsFixture({ policy, known: '/test-known' });
        assert.isNotNull(root.querySelector('[data-left="leftUnreachable"]'));
        assert.isNotNull(root.querySelector('#empty'));
      },
    );
  });

  it('tells of what it can not show in a sentence for each cause', async () => {
    const policy = await freshPolicy();
    const other = await freshPolicy();
    const { bundle } = await elsewhere(policy);
    const foreign = await elsewhere(other);
    const [first] = bundle.receipts;
    const damaged = {
      ...bundle,
      receipts: [{ ...first!, receipt: { ...first!.receipt, tz: 'Europe/Paris' } }],
    };
    const later = { ...bundle, schema: 'dongui/bundle@2' } as unknown as Bundle;
    const cases: readonly (readonly [string, Bundle])[] = [
      ['leftDamaged', damaged],
      ['leftStranger', foreign.bundle],
      ['leftVersion', later],
      ['leftDamaged', null as unknown as Bundle],
      ['leftDamaged', 'nonsense' as unknown as Bundle],
    ];
    for (const [key, known] of cases) {
      const { root } = await receiptsFixture({ policy, known: [bundle, known] });
      const told = [...root.querySelectorAll<HTMLElement>('[data-left]')];
      assert.deepEqual(
        told.map((each) => each.dataset['left']),
        [key],
      );
      assert.equal(stateOf(root, 'birthday'), 'refused', key);
    }
  });

  it('leaves out what is acknowledged with a key of somebody else', async () => {
    const policy = await freshPolicy();
    const { bundle, receipt } = await elsewhere(policy);
    const [first] = bundle.receipts;
    const said = {
      rh: first!.hash,
      id: receipt.id,
      iat: 1_790_000_000,
      notice: 'published',
    } as const;
    const [own, strange] = [await newAckKey('own'), await newAckKey('strange')];
    const signedBy = async (key: typeof own): Promise<Bundle> => ({
      ...bundle,
      receipts: [{ ...first!, ack: await signedAck(key, said) }],
    });
    configure({ ackKeys: { keys: [own.jwk] } });
    try {
      const left = await receiptsFixture({ policy, known: await signedBy(strange) });
      assert.isNotNull(left.root.querySelector('[data-left="leftKey"]'));
      assert.isNull(left.root.querySelector('[data-part]'));

      const taken = await receiptsFixture({ policy, known: await signedBy(own) });
      assert.isNull(taken.root.querySelector('[data-left]'));
      assert.equal(stateOf(taken.root, 'birthday'), 'refused');
    } finally {
      configure({ ackKeys: undefined });
    }
  });

  it('says that there is nothing, and where to log in', async () => {
    const policy = await freshPolicy();

    const { root } = await receiptsFixture({ policy, loginUrl: '/login' });
    const link = root.querySelector<HTMLAnchorElement>('#empty a');
    assert.equal(link?.getAttribute('href'), new URL('/login', document.baseURI).href);
    assert.isNull(root.querySelector('.end'));

    const hostile = await receiptsFixture({ policy, loginUrl: 'javascript:alert(1)' });
    assert.isNull(hostile.root.querySelector('#empty a'));
  });
});

describe('records that do not fit, in <dongui-receipts>', () => {
  async function chainOf(change: (receipts: Receipt[]) => Receipt[]) {
    const policy = await freshPolicy();
    const { recorder, notice } = recorderOf(policy);
    const shown = { sha256: hashOf('shown'), hidden: [], framed: false } as const;
    const submit = { by: 'submit', trusted: true, dt: 1 } as const;
    const receipts = (['given', 'refused', 'given'] as const).map(
      (state) =>
        recorder.record({
          items: [{ id: 'birthday', state, by: 'checkbox' }],
          shown,
          submit,
          actor: 'self',
        }).receipt,
    );
    await receiptsOf(policy, 3);
    await delivery().clear(policy.id);
    await put(change(receipts), notice);
    return { ...(await receiptsFixture({ policyId: policy.id })), policy };
  }

  const flagsIn = (details: HTMLElement) =>
    [...details.querySelectorAll<HTMLElement>('[data-flag]')].map((each) => each.dataset['flag']);

  it('shows and keeps a link that leads elsewhere, and says so', async () => {
    const { element, policy } = await chainOf(([one, two, three]) => [
      one!,
      { ...two!, prev: hashOf('elsewhere') },
      three!,
    ]);

    const more = await open(element, 'more-birthday');
    assert.deepEqual(flagsIn(more), ['unlinked', 'unlinked']);
    assert.include(textOf(more), '이 기록은 앞 기록과 이어지지 않습니다.');
    assert.equal(more.querySelectorAll('.time li').length, 3);
    const kept = await receiptsOf(policy, 3);
    assert.equal(kept.find(({ seq }) => seq === 2)?.prev, hashOf('elsewhere'));
  });

  it('tells of a record that is missing in between', async () => {
    const { element } = await chainOf(([one, , three]) => [one!, three!]);

    assert.deepEqual(flagsIn(await open(element, 'more-birthday')), ['gap']);
  });

  it('flags a clock that is ten years off, and takes the record all the same', async () => {
    const { element, root } = await chainOf(([one]) => [
      { ...one!, at: '2016-01-01T00:00:00.000Z' },
    ]);

    assert.equal(stateOf(root, 'birthday'), 'given');
    assert.deepEqual(flagsIn(await open(element, 'more-birthday')), ['clock']);
  });
});

describe('advertising that was agreed to two years ago, in <dongui-receipts>', () => {
  const DAY_MS = 86_400_000;

  async function agreed(daysAgo: number) {
    const policy = await freshPolicy();
    const receipt = await signUp(policy);
    const { notice } = recorderOf(policy);
    await delivery().clear(policy.id);
    const at = new Date(Date.now() - daysAgo * DAY_MS).toISOString();
    const old = { ...receipt, at };
    await put([old], notice);
    return { ...(await receiptsFixture({ policy })), policy, old };
  }

  it('is asked for with sender and day, and stands whatever is answered', async () => {
    const { element, root, policy, old } = await agreed(730);
    const entry = root.querySelector('#entry-advertising-email')!;

    assert.equal(stateOf(root, 'advertising-email'), 'given');
    assert.include(textOf(entry), '계속 받을지 정해 주세요.');
    assert.include(textOf(entry), '보내는 곳: 주식회사 하루식탁');
    const [first, second] = entry.querySelectorAll<HTMLElement>('.answers button');
    assert.deepEqual([first?.dataset['action'], second?.dataset['action']], ['withdraw', 'renew']);
    assert.equal(entry.querySelectorAll('[data-action="withdraw"]').length, 1);

    await press(element, '[data-action="renew"][data-item="advertising-email"]');
    const [, renewal] = await receiptsOf(policy, 2);
    assert.deepInclude(renewal!, {
      event: 'renewal',
      ref: old.id,
      items: [{ id: 'advertising-email', state: 'renewed', by: 'button' }],
    });
    assert.equal(stateOf(root, 'advertising-email'), 'given');
    assert.isNull(root.querySelector('[data-action="renew"][data-item="advertising-email"]'));
    assert.isNotNull(root.querySelector('[data-action="renew"][data-item="advertising-sms"]'));
    assert.equal(root.activeElement?.id, 'result-advertising-email');
  });

  it('is not asked for before it is time', async () => {
    const { root } = await agreed(600);

    assert.isNull(root.querySelector('[data-action="renew"]'));
  });
});

describe('what becomes of records in <dongui-receipts>', () => {
  const SERVER = '/test-receipts';

  function answering(status: number, run: () => Promise<void>): Promise<void> {
    return serving(SERVER, () => new Response('{"code":"test"}', { status }), run);
  }

  it('is told in words: how many wait, and that they are safe', () =>
    answering(503, async () => {
      const { root, policy } = await signedUp({ endpoint: SERVER });

      const note = textOf(root.querySelector('.note.pending'));
      assert.include(note, '아직 전달하지 못한 기록이 1개 있습니다');
      assert.include(note, '연결되면 저절로 보냅니다');
      assert.equal(
        root.querySelector<HTMLElement>('#entry-allergy .delivery')?.dataset['delivery'],
        'waiting',
      );
      await delivery().clear(policy.id);
    }));

  it('is told of one that the site refuses: it stays, and no code is shown', () =>
    answering(422, async () => {
      const { root, policy } = await signedUp({ endpoint: SERVER });

      await until(() => root.querySelector('[data-delivery="rejected"]') !== null);
      assert.include(textOf(root.querySelector('#entry-allergy')), '전달하지 못함');
      const entry = textOf(root.querySelector('.list'));
      assert.include(entry, '받는 쪽에서 이 기록을 받지 않았습니다.');
      assert.notMatch(entry, /422|HTTP|test/);
      await delivery().clear(policy.id);
    }));
});

describe('<dongui-receipts> and other windows', () => {
  /** Another window of the same browser, with a database connection and a channel of its own. */
  async function otherWindow() {
    const frame = await fixture<HTMLIFrameElement>(html`<iframe title="other"></iframe>`);
    const ports = frame.contentWindow as unknown as BrowserPorts;
    return { ports, delivery: getDelivery(ports, new IdbStore('dongui', ports)) };
  }

  it('shows what another window decides', async () => {
    const { element, root, policy } = await signedUp();
    const other = await otherWindow();
    const parsed = parsePolicyDocument(policy);
    const created = createNotice(parsed, deriveSurface(parsed, 'signup'));
    const [receipt] = await receiptsOf(policy, 1);
    const head = await delivery().ledger.head(policy.id);
    const recorder = createRecorder({ ...created, ports: other.ports, head: head! });
    recorder.attach(other.delivery);
    await recorder.record({
      event: 'withdrawal',
      ref: receipt!.id,
      items: [{ id: 'allergy', state: 'withdrawn', by: 'button' }],
      shown: { sha256: hashOf('shown'), hidden: [], framed: false },
      submit: { by: 'button', trusted: true, dt: 1 },
      actor: 'self',
    }).stored;

    await until(() => stateOf(root, 'allergy') === 'withdrawn');
    assert.include(textOf(root.querySelector('.announced')), '다른 창에서');
    assert.equal(element.decisions['allergy'], 'refused');
  });

  it('clears this device after its consequence, in every window, and only this policy', async () => {
    const { element, root, policy } = await signedUp();
    const second = await receiptsFixture({ policy });
    const other = await signedUp();

    await press(element, '[data-panel="clear"]');
    const panel = root.querySelector('#panel-clear');
    assert.equal(root.activeElement, panel);
    assert.include(textOf(panel), '이 기기에서 기록 1개를 지울까요?');
    assert.include(textOf(panel), '1개는 아직 전달하지 못했습니다.');
    await press(element, '#panel-clear [data-panel="clear"]');
    assert.isNull(root.querySelector('#panel-clear'));
    assert.equal((await receiptsOf(policy, 1)).length, 1);

    await press(element, '[data-panel="clear"]');
    await press(element, '[data-action="clear"]');
    await until(() => root.querySelector('#empty') !== null);
    await until(() => second.root.querySelector('#empty') !== null);
    assert.equal((await delivery().receipts(policy.id)).length, 0);
    assert.equal((await receiptsOf(other.policy, 1)).length, 1);
    assert.equal(root.activeElement?.id, 'receipts');
  });

  it('tells the page what becomes of its receipts', () =>
    serving(
      '/test-receipts',
      () => new Response('{}', { status: 422 }),
      async () => {
        const { element, policy } = await signedUp();
        element.endpoint = '/test-receipts';
        const rejected = oneEvent<ReceiptRejectedEvent>(element, 'dongui-receipt-rejected');

        await press(element, '[data-action="withdraw"][data-item="allergy"]');

        assert.include((await rejected).detail.reason, '422');
        await delivery().clear(policy.id);
      },
    ));
});
