import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { createNotice } from '../../src/model/create-notice.js';
import { deriveSurface } from '../../src/model/derive-surface.js';
import type { Notice } from '../../src/model/notice.js';
import type { ItemState, Receipt, ReceiptEvent } from '../../src/model/receipt.js';
import { hashOf } from '../../src/model/sha256.js';
import {
  isStale,
  type MatterState,
  presentState,
  type ShownItem,
} from '../../src/model/staleness.js';
import { authoredPolicy, processingEntry } from '../support/policy-fixtures.js';

function noticeOf(overrides: Parameters<typeof authoredPolicy>[0]): Notice {
  const document = authoredPolicy({ surfaces: { signup: ['birthday'] }, ...overrides });
  return createNotice(document, deriveSurface(document, 'signup')).notice;
}

const shown = (notice: Notice): ShownItem => {
  const [item] = notice.items;
  assert.ok(item);
  return { item, locale: notice.locale };
};

const PERIOD = { processing: [processingEntry({ retention: [{ period: 'P9D' }] })] };
const FIRST = noticeOf({});
const RETITLED = noticeOf({ processing: [processingEntry({ title: 'Other words' })] });
const CHANGED = noticeOf(PERIOD);
const REVISED = noticeOf({ processing: [processingEntry({ revision: '2027-01-01' })] });
const KOREAN = noticeOf({ ...PERIOD, locale: 'ko' });

describe('isStale', () => {
  it('is not for the same item, nor for another title', () => {
    assert.equal(isStale(shown(FIRST), shown(FIRST)), false);
    assert.equal(isStale(shown(FIRST), shown(RETITLED)), false);
  });

  it('is for a changed legal fact in the same language', () => {
    assert.equal(isStale(shown(FIRST), shown(CHANGED)), true);
  });

  it('is not for other words of another language', () => {
    assert.equal(isStale(shown(FIRST), shown(KOREAN)), false);
  });

  it('is for another revision in any language', () => {
    assert.equal(isStale(shown(FIRST), shown(REVISED)), true);
    assert.equal(isStale(shown(KOREAN), shown(REVISED)), true);
  });
});

interface Step {
  readonly state: ItemState;
  readonly event?: ReceiptEvent;
  readonly at?: string;
  readonly chain?: string;
  readonly seq?: number;
  readonly ref?: string;
  readonly notice?: Notice;
  readonly item?: string;
}

const EVENTS: Partial<Record<ItemState, ReceiptEvent>> = {
  withdrawn: 'withdrawal',
  renewed: 'renewal',
  expired: 'expiry',
};

/** Receipts named r1, r2, … in one chain, a day apart, unless a step says otherwise. */
function history(...steps: readonly Step[]): Receipt[] {
  return steps.map((step, i): Receipt => {
    const notice = step.notice ?? FIRST;
    return {
      schema: 'dongui/receipt@1',
      id: `r${i + 1}`,
      event: step.event ?? EVENTS[step.state] ?? 'decision',
      at: step.at ?? `2026-11-${10 + i}T00:00:00.000Z`,
      subject: 'u',
      actor: 'self',
      chain: step.chain ?? 'c',
      seq: step.seq ?? i + 1,
      prev: null,
      ...(step.ref !== undefined && { ref: step.ref }),
      notice: {
        policy: notice.policy.id,
        surface: notice.surface,
        version: notice.policy.version,
        locale: notice.locale,
        sha256: hashOf(notice),
      },
      shown: { sha256: '', hidden: [], framed: false },
      items: [
        { id: 'other', state: 'given', by: 'checkbox' },
        { id: step.item ?? 'birthday', state: step.state, by: 'checkbox' },
      ],
      submit: { by: 'submit', trusted: true, dt: 1 },
      client: { lib: '0', origin: 'https://sample.example', secure: true },
    };
  });
}

const NOTICES = new Map([FIRST, CHANGED, REVISED].map((notice) => [hashOf(notice), notice]));

const MATTER = { policy: 'sample', id: 'birthday' };

function stateOf(receipts: readonly Receipt[], now?: Notice): MatterState {
  return presentState(receipts, { ...MATTER, ...(now && { now: shown(now) }) }, NOTICES);
}

/** State, receipt and day since when. */
const summary = (receipts: readonly Receipt[], now?: Notice): unknown[] => {
  const { state, receipt, since } = stateOf(receipts, now);
  return [state, receipt?.id, since?.slice(8, 10)];
};

describe('presentState', () => {
  it('is open without an answer, with one about another matter, and with one to another policy', () => {
    assert.deepEqual(stateOf([]), { state: 'open' });
    assert.deepEqual(stateOf(history({ state: 'given', item: 'allergy' })), { state: 'open' });
    const receipts = history({ state: 'given' });
    assert.deepEqual(presentState(receipts, { ...MATTER, policy: 'elsewhere' }, NOTICES), {
      state: 'open',
    });
  });

  it('is what was answered', () => {
    assert.deepEqual(summary(history({ state: 'given' })), ['given', 'r1', '10']);
    assert.deepEqual(summary(history({ state: 'refused' })), ['refused', 'r1', '10']);
  });

  it('is the newest giving, in whatever order the receipts come', () => {
    const receipts = history({ state: 'given' }, { state: 'refused' }, { state: 'given' });
    assert.deepEqual(summary(receipts), ['given', 'r3', '12']);
    assert.deepEqual(summary(receipts.reverse()), ['given', 'r3', '12']);
  });

  it('stays given when a later question was answered with no', () => {
    const receipts = history({ state: 'given' }, { state: 'refused' });
    assert.deepEqual(summary(receipts), ['given', 'r1', '10']);
  });

  it('ends with a withdrawal or an expiry', () => {
    assert.deepEqual(summary(history({ state: 'given' }, { state: 'withdrawn', ref: 'r1' })), [
      ...['withdrawn', 'r2', '11'],
    ]);
    assert.deepEqual(summary(history({ state: 'given' }, { state: 'expired' })), [
      ...['expired', 'r2', '11'],
    ]);
  });

  it('ends with a withdrawal of the matter, whichever earlier receipt that names', () => {
    const receipts = history(
      { state: 'given' },
      { state: 'given' },
      { state: 'withdrawn', ref: 'r1' },
    );
    assert.equal(stateOf(receipts).state, 'withdrawn');
  });

  it('is given again after a withdrawal, and refused where that came last', () => {
    const again = history({ state: 'given' }, { state: 'withdrawn' }, { state: 'given' });
    assert.deepEqual(summary(again), ['given', 'r3', '12']);
    const refused = history({ state: 'given' }, { state: 'withdrawn' }, { state: 'refused' });
    assert.deepEqual(summary(refused), ['refused', 'r3', '12']);
  });

  it('is given since the first time when it was renewed', () => {
    const receipts = history(
      { state: 'given' },
      { state: 'renewed', ref: 'r1' },
      { state: 'renewed', ref: 'r2' },
    );
    assert.deepEqual(summary(receipts), ['given', 'r3', '10']);
    assert.deepEqual(summary(receipts.slice(1)), ['given', 'r3', '11']);
  });

  it('counts from the renewal where that leads back to nothing', () => {
    assert.deepEqual(summary(history({ state: 'renewed', ref: 'r1' })), ['given', 'r1', '10']);
    const receipts = history({ state: 'renewed', ref: 'r2' }, { state: 'renewed', ref: 'r1' });
    assert.equal(stateOf(receipts).state, 'given');
  });

  it('goes by the number in a chain, not by a clock that was set back', () => {
    const receipts = history(
      { state: 'given' },
      { state: 'withdrawn', at: '2026-01-01T00:00:00.000Z' },
    );
    assert.equal(stateOf(receipts).state, 'withdrawn');
  });

  it('believes a withdrawal on another device that names the receipt, whatever its clock says', () => {
    const early = { at: '2026-01-01T00:00:00.000Z', chain: 'd', seq: 1 };
    const named = history({ state: 'given' }, { state: 'withdrawn', ref: 'r1', ...early });
    assert.equal(stateOf(named).state, 'withdrawn');
    const unnamed = history({ state: 'given' }, { state: 'withdrawn', ...early });
    assert.equal(stateOf(unnamed).state, 'given');
  });

  it('is withdrawn where two devices say both at the same time', () => {
    const at = '2026-11-10T00:00:00.000Z';
    const receipts = history({ state: 'given', at }, { state: 'withdrawn', at, chain: 'd' });
    assert.equal(stateOf(receipts).state, 'withdrawn');
  });

  it('is withdrawn where two tabs say both in one place of the chain', () => {
    const receipts = history({ state: 'given' }, { state: 'withdrawn', seq: 1 });
    assert.equal(stateOf(receipts).state, 'withdrawn');
  });

  it('is what a correction makes of it', () => {
    const undone = history(
      { state: 'given' },
      { state: 'refused', event: 'correction', ref: 'r1' },
    );
    assert.deepEqual(summary(undone), ['refused', 'r2', '11']);
    const restored = history(
      { state: 'given' },
      { state: 'withdrawn', ref: 'r1' },
      { state: 'given', event: 'correction', ref: 'r2' },
    );
    assert.deepEqual(summary(restored), ['given', 'r3', '12']);
  });

  it('is stale when facts or revision changed since, and not for a new title', () => {
    const receipts = history({ state: 'given' });
    assert.deepEqual(summary(receipts, CHANGED), ['stale', 'r1', '10']);
    assert.deepEqual(summary(receipts, REVISED), ['stale', 'r1', '10']);
    assert.deepEqual(summary(receipts, RETITLED), ['given', 'r1', '10']);
    assert.deepEqual(summary(receipts, KOREAN), ['given', 'r1', '10']);
  });

  it('is given where an older consent covers the present facts', () => {
    const receipts = history({ state: 'given' }, { state: 'given', notice: CHANGED });
    assert.deepEqual(summary(receipts, FIRST), ['given', 'r1', '10']);
    assert.deepEqual(summary(receipts, REVISED), ['stale', 'r2', '11']);
  });

  it('is not stale where the notice is not at hand, or does not have the matter', () => {
    const notices = new Map([[hashOf(FIRST), { ...FIRST, items: [] }]]);
    const matter = { ...MATTER, now: shown(CHANGED) };
    assert.equal(presentState(history({ state: 'given' }), matter, notices).state, 'given');
    assert.equal(stateOf(history({ state: 'given', notice: KOREAN }), CHANGED).state, 'given');
  });

  describe('of a consent that ends by its own period', () => {
    const NINE_DAYS = { ...MATTER, asOf: Date.parse('2026-11-19T15:00:00.000Z') };
    const lasting = new Map(NOTICES);
    const LAST_DAY = { ...NINE_DAYS, asOf: NINE_DAYS.asOf - 1 };

    it('is given to the end of its last day in Korea, and expired from then on', () => {
      const receipts = history({ state: 'given', notice: CHANGED });

      assert.equal(presentState(receipts, LAST_DAY, lasting).state, 'given');
      assert.deepEqual(presentState(receipts, NINE_DAYS, lasting), {
        state: 'expired',
        receipt: receipts[0],
        since: '2026-11-10T00:00:00.000Z',
        endedOn: '2026-11-19',
      });
    });

    it('never ends where nobody looks at the clock, nor without its notice', () => {
      const receipts = history({ state: 'given', notice: CHANGED });

      assert.equal(presentState(receipts, MATTER, lasting).state, 'given');
      assert.equal(presentState(receipts, NINE_DAYS, new Map()).state, 'given');
    });

    it('begins anew when it is given or renewed again, and counts from the first giving', () => {
      const renewed = history(
        { state: 'given', notice: CHANGED },
        { state: 'renewed', ref: 'r1', notice: CHANGED },
      );

      const { state, since } = presentState(renewed, NINE_DAYS, lasting);
      assert.deepEqual([state, since], ['given', '2026-11-10T00:00:00.000Z']);
      const later = { ...MATTER, asOf: NINE_DAYS.asOf + 86_400_000 };
      assert.equal(presentState(renewed, later, lasting).endedOn, '2026-11-20');
    });

    it('is withdrawn where the person was first', () => {
      const receipts = history(
        { state: 'given', notice: CHANGED },
        { state: 'withdrawn', ref: 'r1' },
      );

      assert.equal(presentState(receipts, NINE_DAYS, lasting).state, 'withdrawn');
    });
  });
});
