import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';

import { koreanDay } from '../../src/model/due-dates.js';
import type { Receipt, ReceiptItem } from '../../src/model/receipt.js';
import type { DueItem } from '../../src/receiver/index.js';
import { allGiven, follow, operate, type Operation, SHOWN } from './operator-fixtures.js';
import { NOW, receiptOn } from './receiver-fixtures.js';
import type { OpenDatabase } from './receiver-mounts.js';

const DAY = 86_400_000;
const ADVERTISING = ['advertising-email', 'advertising-sms'];

const EMAIL = { id: 'advertising-email', state: 'given', by: 'button' } as const;
const at = (ms: number): { at: string } => ({ at: new Date(ms).toISOString() });

/** Every test begins without receipts. */
async function empty({ database }: OpenDatabase): Promise<void> {
  await database.query('TRUNCATE dongui_receipt, dongui_account, dongui_erasure CASCADE');
}

/**
 * What is due, and what was decided how often.
 *
 * @param where Said in the names of the tests.
 */
export function testDue(where: string, open: () => Promise<OpenDatabase>): void {
  describe(`what is due, ${where}`, () => {
    let opened: OpenDatabase;
    let desk: Operation;

    before(async () => {
      opened = await open();
      desk = operate(opened);
      await desk.ask('/stats');
    });
    beforeEach(() => empty(opened));
    after(() => opened.close());

    const due = async (query = ''): Promise<readonly DueItem[]> => {
      const { status, json } = await desk.ask(`/due${query}`);
      assert.equal(status, 200);
      return json['items'] as readonly DueItem[];
    };

    const ofKind = async (kind: DueItem['kind'], query = '?until=2099-01-01') =>
      (await due(query)).filter((each) => each.kind === kind);

    /** Posts when it was made, as an honest browser does. */
    const post = async (receipt: Receipt): Promise<Receipt> => {
      desk.now = Date.parse(receipt.at) + 1_500;
      await desk.post(receipt);
      desk.now = NOW;
      return receipt;
    };

    it('is the notice of the result 14 days after what was said of advertising', async () => {
      const said = await post(allGiven());
      const items = said.items.map((item): ReceiptItem => {
        if (item.id === 'advertising-email') return { ...item, state: 'refused' };
        return item.id === 'advertising-sms'
          ? { id: item.id, state: 'refused', by: 'unticked' }
          : item;
      });
      const refused = await post(allGiven({ items }));
      // Nothing of it was said: every box was left open.
      await post(receiptOn(SHOWN));

      const list = await ofKind('result-notice');

      const day = '2026-12-06';
      const common = { kind: 'result-notice', due: day, policy: 'shop', requirement: 'MKT-06' };
      assert.deepEqual(
        new Set(list),
        new Set([
          { ...common, receipt: said.id, subject: said.subject, items: ADVERTISING },
          {
            ...common,
            receipt: refused.id,
            subject: refused.subject,
            items: ['advertising-email'],
          },
        ]),
      );
      const taken = await post(
        follow(said, 'withdrawal', { ...EMAIL, state: 'withdrawn' }, at(NOW + 3 * DAY)),
      );
      const third = (await ofKind('result-notice')).find(({ receipt }) => receipt === taken.id);
      assert.deepEqual([third?.due, third?.items], ['2026-12-09', ['advertising-email']]);
    });

    it('reckons in days of Korea', async () => {
      // 23:59:59 and 00:00:00 in Seoul.
      const late = await post(allGiven(at(Date.UTC(2026, 10, 21, 14, 59, 59))));
      const early = await post(allGiven(at(Date.UTC(2026, 10, 21, 15, 0, 0))));
      const list = await ofKind('result-notice');
      const dayOf = (id: string) => list.find(({ receipt }) => receipt === id)?.due;
      assert.deepEqual([dayOf(late.id), dayOf(early.id)], ['2026-12-05', '2026-12-06']);
    });

    it('is the reconfirmation before the second year is over, until it is withdrawn', async () => {
      const first = await post(allGiven(at(NOW - 400 * DAY)));
      const [one, ...none] = await ofKind('reconfirmation');
      assert.deepEqual(none, []);
      assert.deepEqual(one, {
        ...{ kind: 'reconfirmation', due: '2027-10-17', receipt: first.id, policy: 'shop' },
        ...{ subject: first.subject, items: ADVERTISING, requirement: 'MKT-08' },
      });
      const second = await post(
        follow(first, 'withdrawal', { ...EMAIL, state: 'withdrawn' }, at(NOW - DAY)),
      );
      assert.deepEqual(
        (await ofKind('reconfirmation')).map(({ items }) => items),
        [['advertising-sms']],
      );
      // Given again: another consent, another two years.
      await post(follow(second, 'decision', EMAIL, { ...at(NOW), ref: second.id }));
      const days = (await ofKind('reconfirmation')).map(({ due: day, items }) => [day, items]);
      assert.deepEqual(days, [
        ['2027-10-17', ['advertising-sms']],
        ['2028-11-21', ['advertising-email']],
      ]);
    });

    for (const order of ['in the order of time', 'in another order'])
      it(`counts from the first giving through renewals that arrive ${order}`, async () => {
        const first = allGiven(at(Date.UTC(2020, 10, 22)));
        const renewed = { ...EMAIL, state: 'renewed' } as const;
        const second = follow(first, 'renewal', renewed, at(Date.UTC(2022, 10, 1)));
        const third = follow(second, 'renewal', renewed, at(Date.UTC(2024, 10, 10)));
        const all = [first, second, third];
        if (order === 'in another order') all.reverse();
        for (const each of all) {
          await post(each);
          // Each is looked into on its own.
          await due();
        }
        const list = await ofKind('reconfirmation');
        assert.deepEqual(
          list.map(({ receipt, due: day, items }) => [receipt, day, items]),
          [
            [first.id, '2022-11-21', ['advertising-sms']],
            [third.id, '2026-11-21', ['advertising-email']],
          ],
        );
      });

    it('comes back in the next second year after a reconfirmation without an answer', async () => {
      const first = await post(allGiven(at(NOW - 720 * DAY)));
      const [one] = await ofKind('reconfirmation', '');
      assert.equal(one?.due, '2026-12-01');
      const path = `/due/${first.id}/reconfirmation`;
      for (let time = 0; time < 2; time += 1) {
        assert.equal((await desk.ask(path, 'PUT')).status, 200);
        const [next, ...none] = await ofKind('reconfirmation');
        assert.deepEqual([next?.due, none], ['2028-12-01', []]);
      }
    });

    it('is a guardian who has not confirmed within five days', async () => {
      const guardian = { method: 'sms-notice', ref: 'g-1' } as const;
      const asked = await post(allGiven({ actor: 'guardian', guardian }));
      await post(allGiven({ actor: 'guardian', guardian: { ...guardian, ...at(NOW) } }));
      const list = await ofKind('guardian');
      assert.deepEqual(list, [
        {
          ...{ kind: 'guardian', due: '2026-11-27', receipt: asked.id, policy: 'shop' },
          ...{ subject: asked.subject, items: [], requirement: 'CHD-05' },
        },
      ]);
      await post(
        follow(asked, 'decision', EMAIL, {
          ...{ ...at(NOW), actor: 'guardian', guardian: { ...guardian, ...at(NOW) } },
        }),
      );
      assert.deepEqual(await ofKind('guardian'), []);
    });

    it('is a receipt that no account has after thirty days', async () => {
      const [one, other] = [await post(receiptOn(SHOWN)), await post(receiptOn(SHOWN))];
      const list = await ofKind('unlinked');
      assert.deepEqual(
        list.map(({ due: day, requirement, items }) => [day, requirement, items]),
        [one, other].map(() => ['2026-12-22', 'REC-05', []]),
      );
      await desk.link(one, 'a1');
      assert.deepEqual(
        (await ofKind('unlinked')).map(({ receipt }) => receipt),
        [other.id],
      );
      const said = await post(allGiven());
      await desk.link(said, 'a2');
      const [notice] = await ofKind('result-notice');
      assert.equal(notice?.account, 'a2');
    });

    it('goes from the list when it is done, and stays gone', async () => {
      const said = await post(allGiven());
      const path = `/due/${said.id}/result-notice`;
      for (let time = 0; time < 2; time += 1) {
        const { status, json } = await desk.ask(path, 'PUT');
        assert.deepEqual([status, json], [200, { receipt: said.id, kind: 'result-notice' }]);
        assert.deepEqual(await ofKind('result-notice'), []);
      }
      const { rows } = await opened.database.query('SELECT kind FROM dongui_settled');
      assert.deepEqual(rows, [{ kind: 'result-notice' }]);
      for (const [way, code] of [
        [`/due/${said.id}/guardian`, 'due-not-found'],
        [`/due/${receiptOn(SHOWN).id}/unlinked`, 'due-not-found'],
        [`/due/${said.id}/everything`, 'route-unknown'],
      ] as const)
        assert.equal((await desk.ask(way, 'PUT')).json['code'], code, way);
    });

    it('forgets what is erased', async () => {
      const said = await post(allGiven());
      await desk.link(said, 'a1');
      await desk.ask('/accounts/a1', 'DELETE');
      assert.deepEqual(await due('?until=2099-01-01'), []);
      assert.equal((await desk.ask(`/due/${said.id}/result-notice`, 'PUT')).status, 404);
    });

    it('is listed for the next sixty days, or until a day, a page at a time', async () => {
      for (let i = 0; i < 7; i += 1) await post(allGiven(at(NOW - i * DAY)));
      const usual = await due();
      assert.equal(usual.length, 14);
      assert.ok(usual.every((each) => each.due <= koreanDay(NOW + 60 * DAY)));
      assert.equal((await due('?until=2026-12-03')).length, 4);
      assert.deepEqual(await due('?until=2020-01-01'), []);
      const paged: DueItem[] = [];
      let after = '';
      for (;;) {
        const { json } = await desk.ask(`/due?until=2099-01-01&limit=3&after=${after}`);
        paged.push(...(json['items'] as DueItem[]));
        if (json['next'] === undefined) break;
        after = json['next'] as string;
      }
      assert.deepEqual(paged, await due('?until=2099-01-01'));
      assert.equal(paged.length, 21);
      assert.deepEqual(
        paged.map((each) => each.due),
        paged.map((each) => each.due).sort(),
      );
    });

    it('refuses days and cursors that are none, and who has no key', async () => {
      for (const until of ['2026-02-30', 'tomorrow', '2026-1-1', '20261201', "2026-12-01'--", ''])
        assert.equal((await desk.ask(`/due?until=${until}`)).json['code'], 'until-invalid', until);
      const id = receiptOn(SHOWN).id;
      for (const cursor of ['d', 'f1', `d2026-02-30.${id}.unlinked`, `d2026-12-01.${id}.x`])
        assert.equal(
          (await desk.ask(`/due?after=${cursor}`)).json['code'],
          'cursor-invalid',
          cursor,
        );
      assert.equal((await desk.ask('/due?limit=501')).json['code'], 'limit-invalid');
      for (const [path, method] of [
        ['/due', 'GET'],
        [`/due/${id}/unlinked`, 'PUT'],
        ['/stats', 'GET'],
      ] as const)
        assert.equal((await desk.askOpenly(path, method)).json['code'], 'key-required');
    });

    it('counts from the time of arrival where the clock is years off, and never refuses', async () => {
      for (const years of [-10, 10]) {
        const receipt = allGiven(at(NOW + years * 365 * DAY));
        await desk.post(receipt);
        const own = (await due('?until=2099-01-01')).filter((each) => each.receipt === receipt.id);
        assert.deepEqual(
          own.map((each) => [each.kind, each.due]),
          [
            ['result-notice', '2026-12-06'],
            ['unlinked', '2026-12-22'],
            ['reconfirmation', '2028-11-21'],
          ],
        );
      }
      const { json } = await desk.ask('/receipts');
      const flags = (json['items'] as { flags: unknown }[]).map((item) => item.flags);
      assert.deepEqual(flags, [['clock-skew'], ['clock-skew']]);
    });
  });

  describe(`statistics, ${where}`, () => {
    let opened: OpenDatabase;
    let desk: Operation;

    before(async () => {
      opened = await open();
      desk = operate(opened);
      await desk.ask('/stats');
    });
    beforeEach(() => empty(opened));
    after(() => opened.close());

    it('counts each item of each notice, and the last fourteen days', async () => {
      const given = allGiven();
      const later = allGiven();
      const taken = follow(given, 'withdrawal', { ...EMAIL, state: 'withdrawn' });
      const ended = follow(later, 'expiry', { ...EMAIL, state: 'expired', by: 'clock' });
      desk.now = NOW - 3 * DAY;
      await desk.post(given);
      desk.now = NOW - 13 * DAY;
      await desk.post(receiptOn(SHOWN));
      desk.now = NOW - 14 * DAY;
      await desk.post(later);
      desk.now = NOW;
      for (const each of [taken, ended]) await desk.post(each);

      const { status, json } = await desk.ask('/stats');

      assert.equal(status, 200);
      const { sha256, notice } = SHOWN;
      assert.deepEqual(json['notices'], [
        {
          ...{ notice: sha256, policy: 'shop', surface: 'signup', version: notice.policy.version },
          ...{ locale: 'ko', receipts: 5 },
          items: [
            { id: 'terms', given: 3, refused: 0, withdrawn: 0 },
            { id: 'taste', given: 2, refused: 1, withdrawn: 0 },
            { id: 'advertising-email', given: 2, refused: 1, withdrawn: 2 },
            { id: 'advertising-sms', given: 2, refused: 1, withdrawn: 0 },
          ],
        },
      ]);
      const days = json['days'] as { day: string; decisions: number; withdrawals: number }[];
      assert.deepEqual(
        days.map(({ day }) => day),
        Array.from({ length: 14 }, (_, i) => koreanDay(NOW - (13 - i) * DAY)),
      );
      assert.deepEqual(
        days.flatMap(({ decisions, withdrawals }, i) =>
          decisions + withdrawals > 0 ? [[i, decisions, withdrawals]] : [],
        ),
        [
          [0, 1, 0],
          [10, 1, 0],
          [13, 0, 1],
        ],
      );
    });

    it('counts one policy alone, and nothing of what is erased', async () => {
      const receipt = allGiven();
      await desk.post(receipt);
      const other = (await desk.ask('/stats?policy=cafe')).json;
      assert.deepEqual(other['notices'], []);
      assert.equal(((await desk.ask('/stats?policy=shop')).json['notices'] as unknown[]).length, 1);
      await desk.link(receipt, 'a1');
      await desk.ask('/accounts/a1', 'DELETE');
      const { json } = await desk.ask('/stats');
      assert.deepEqual(json['notices'], []);
      assert.ok(
        (json['days'] as { decisions: number }[]).every(({ decisions }) => decisions === 0),
      );
    });
  });
}
