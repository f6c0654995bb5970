import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { createNotice } from '../../src/model/create-notice.js';
import { deriveSurface } from '../../src/model/derive-surface.js';
import type { Notice } from '../../src/model/notice.js';
import { parsePolicyDocument } from '../../src/model/parse-policy-document.js';
import { recallAnswers } from '../../src/model/recall-answers.js';
import type { DecidedBy, ItemState, Receipt } from '../../src/model/receipt.js';
import { hashOf } from '../../src/model/sha256.js';
import { readPolicy } from '../policies/read-policy.js';

type Json = Record<string, unknown>;

const DAY = 86_400_000;
const START = Date.parse('2026-11-01T00:00:00.000Z');

/** The checkout of haru, with the recipient as a test wants it. */
function checkout(change: (dalbit: Json) => void = () => undefined, name = 'haru.ko'): Notice {
  const document = structuredClone(readPolicy(name)) as unknown as Json & { thirdParties: Json[] };
  change(document.thirdParties.find(({ id }) => id === 'dalbit') ?? {});
  const policy = parsePolicyDocument(document);
  return createNotice(policy, deriveSurface(policy, 'checkout')).notice;
}

const NOTICE = checkout();

interface Said {
  readonly state: ItemState;
  readonly by?: DecidedBy;
  /** Days after the start. */
  readonly day?: number;
  readonly ref?: string;
  readonly notice?: Notice;
}

/** A chain of receipts about `dalbit`, in order. */
function chain(...said: readonly Said[]) {
  const notices = new Map<string, Notice>();
  const receipts = said.map(({ state, by = 'button', day = 0, ref, notice = NOTICE }, i) => {
    const sha256 = hashOf(notice);
    notices.set(sha256, notice);
    return {
      id: `r${i}`,
      event: state === 'withdrawn' ? 'withdrawal' : 'decision',
      at: new Date(START + day * DAY).toISOString(),
      subject: 'u_1',
      chain: 'c_1',
      seq: i + 1,
      ...(ref === undefined ? {} : { ref }),
      notice: { policy: 'haru', locale: notice.locale, sha256 },
      items: [{ id: 'dalbit', state, by }],
    } as unknown as Receipt;
  });
  return { receipts, notices };
}

const recall = (past: ReturnType<typeof chain>, day: number, notice: Notice = NOTICE) =>
  recallAnswers(past, notice, START + day * DAY);

describe('recallAnswers', () => {
  it('knows nothing of somebody who decided nothing', () => {
    const { known, stale } = recall(chain(), 0);

    assert.deepEqual([known.size, stale.size], [0, 0]);
  });

  it('knows for ever what is given, and since when', () => {
    const { known } = recall(chain({ state: 'given', day: 1 }), 4_000);

    const answer = known.get('dalbit');
    assert.equal(answer?.state, 'given');
    assert.equal(answer.since, '2026-11-02T00:00:00.000Z');
    assert.equal(answer.receipt.id, 'r0');
    assert.equal(known.has('moa-points'), false);
  });

  it('leaves alone for seven days who refused or withdrew, and asks again then', () => {
    const refused = chain({ state: 'refused' });
    const withdrawn = chain({ state: 'given' }, { state: 'withdrawn', ref: 'r0' });

    assert.equal(recall(refused, 6.9).known.get('dalbit')?.state, 'refused');
    assert.equal(recall(refused, 7).known.size, 0);
    assert.equal(recall(withdrawn, 6.9).known.get('dalbit')?.state, 'withdrawn');
    assert.equal(recall(withdrawn, 7).known.size, 0);
  });

  it('takes for no refusal what was only left open', () => {
    for (const by of ['unticked', 'parent'] as const) {
      assert.equal(recall(chain({ state: 'refused', by }), 0).known.size, 0, by);
    }
  });

  it('keeps given what was refused later: a refusal answers a question and withdraws nothing', () => {
    const past = chain({ state: 'given' }, { state: 'refused', day: 1 });

    assert.equal(recall(past, 2).known.get('dalbit')?.state, 'given');
  });

  it('asks again when a fact changed, and says which', () => {
    const changes: readonly [string, (dalbit: Json) => void][] = [
      ['recipient', (dalbit) => (dalbit['recipient'] = { name: '다른 협동조합' })],
      ['refusal', (dalbit) => (dalbit['refusal'] = { right: '됩니다.', consequence: '없습니다.' })],
      [
        'purposes',
        ({ uses }) => Object.assign((uses as Json[])[0]!, { purposes: [{ text: '광고' }] }),
      ],
      [
        'data',
        ({ uses }) =>
          Object.assign((uses as Json[])[0]!, { data: [{ name: '이메일', kind: 'ordinary' }] }),
      ],
      [
        'retention',
        ({ uses }) => Object.assign((uses as Json[])[0]!, { retention: [{ period: 'P1Y' }] }),
      ],
    ];
    for (const [name, change] of changes) {
      const { known, stale } = recall(chain({ state: 'given' }), 1, checkout(change));

      assert.equal(known.has('dalbit'), false, name);
      assert.deepEqual(stale.get('dalbit')?.changed, [name]);
      assert.equal(stale.get('dalbit')?.since, '2026-11-01T00:00:00.000Z');
    }
  });

  it('does not ask again in another language of the same facts', () => {
    const english = checkout(undefined, 'haru.en');

    assert.equal(recall(chain({ state: 'given' }), 1, english).known.get('dalbit')?.state, 'given');
  });

  it('names no change between languages that cannot be held against each other', () => {
    const english = checkout((dalbit) => (dalbit['revision'] = '2026-11-20'), 'haru.en');

    assert.deepEqual(
      recall(chain({ state: 'given' }), 1, english).stale.get('dalbit')?.changed,
      [],
    );
  });

  it('leaves alone who refused the changed facts, and asks who refused other ones', () => {
    const now = checkout((dalbit) => (dalbit['revision'] = '2026-11-20'));
    const refusedNow = chain({ state: 'given' }, { state: 'refused', day: 1, notice: now });
    const refusedThen = chain({ state: 'refused', day: 1 });

    assert.equal(recall(refusedNow, 2, now).known.get('dalbit')?.state, 'refused');
    assert.equal(recall(refusedNow, 9, now).stale.has('dalbit'), true);
    assert.equal(recall(refusedThen, 2, now).known.size, 0);
  });

  it('holds nothing against a consent whose notice is lost', () => {
    const { receipts } = chain({ state: 'given' });

    const { known } = recallAnswers({ receipts, notices: new Map() }, NOTICE, START);

    assert.equal(known.get('dalbit')?.state, 'given');
  });

  it('leaves alone who refused on a notice that is lost', () => {
    const { receipts } = chain({ state: 'refused', day: 1 });
    const past = { receipts, notices: new Map<string, Notice>() };

    const { known } = recallAnswers(past, NOTICE, START + 2 * DAY);

    assert.equal(known.get('dalbit')?.state, 'refused');
  });

  it('knows nothing of a matter by what was said of others', () => {
    const { receipts, notices } = chain({ state: 'refused' });
    const others = receipts.map((receipt) => ({
      ...receipt,
      items: receipt.items.map((item) => ({ ...item, id: 'moa-points' })),
    }));

    const { known } = recallAnswers({ receipts: others, notices }, NOTICE, START);

    assert.deepEqual([...known.keys()], ['moa-points']);
  });

  it('names each fact that a policy which said nothing has stated since', () => {
    const named = NOTICE.items.find(({ id }) => id === 'dalbit')!;
    const { recipient: _recipient, uses: _uses, refusal: _refusal, ...silent } = named;
    const bare = { ...silent, facts: 'other', revision: '2020-01-01' };
    const before = { ...NOTICE, items: [bare as typeof named] };

    const { stale } = recall(chain({ state: 'given', notice: before }), 1);

    assert.deepEqual(stale.get('dalbit')?.changed, [
      ...['recipient', 'purposes', 'data', 'retention', 'refusal'],
    ]);
  });

  it('counts the week from the newest refusal, in whatever order the ledger gives the receipts', () => {
    const { receipts, notices } = chain(
      { state: 'refused', day: 1 },
      { state: 'refused', day: 3 },
      { state: 'refused', day: 2 },
    );
    const other = { ...receipts[0]!, items: [] };

    const past = { receipts: [...receipts, other], notices };
    const { known } = recallAnswers(past, NOTICE, START + 9 * DAY);

    assert.equal(known.get('dalbit')?.since, '2026-11-04T00:00:00.000Z');
  });

  describe('of a consent that ends by its own period', () => {
    const lasting = checkout((dalbit) => {
      const [use] = dalbit['uses'] as Json[];
      Object.assign(use ?? {}, { retention: [{ period: 'P30D', from: '동의' }] });
    });

    it('asks again when it is over, and says until when it was', () => {
      const past = chain({ state: 'given', notice: lasting });

      assert.equal(recall(past, 30, lasting).known.get('dalbit')?.state, 'given');
      const { known, stale } = recall(past, 31, lasting);
      assert.equal(known.has('dalbit'), false);
      assert.deepEqual(stale.get('dalbit')?.endedOn, '2026-12-01');
      assert.deepEqual(stale.get('dalbit')?.changed, []);
    });

    it('leaves alone who said no to the new question', () => {
      const past = chain(
        { state: 'given', notice: lasting },
        { state: 'refused', day: 32, notice: lasting },
      );

      assert.equal(recall(past, 33, lasting).known.get('dalbit')?.state, 'refused');
      assert.equal(recall(past, 40, lasting).stale.get('dalbit')?.endedOn, '2026-12-01');
    });
  });
});
