import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { it } from 'node:test';

import type { FeedItem } from '../../../src/receiver/receipt-store.js';
import { eventually, type PageDriver, until } from '../../support/page-driver.js';
import { focused } from '../../support/signup-form.js';
import {
  openCheckout,
  press,
  questionOf,
  rowStates,
  THIRD_PARTY,
} from '../../support/third-party-page.js';
import { oracleHash, type Stage } from './stage.js';

const somebody = (): string => `member-${randomUUID()}`;

const statesOf = ({ receipt }: FeedItem): Record<string, string> =>
  Object.fromEntries(receipt.items.map(({ id, state, by }) => [id, `${state} ${by}`]));

/** The one receipt that arrives while something runs, held against what a stranger computes. */
async function arrival(stage: Stage, run: () => Promise<unknown>): Promise<FeedItem> {
  const [row, ...others] = await stage.arrivals(1, run);
  assert.ok(row);
  assert.deepEqual(others, []);
  assert.equal(oracleHash(row.receipt), row.hash, 'the hash is that of the receipt');
  assert.equal(row.status, 'published', 'the server knows the text that was shown');
  return row;
}

/** Recipients, asked about where it is needed: from the page to the row in the database. */
export function thirdPartyTests(stage: Stage): void {
  it('records what somebody answers about two recipients, on the demo’s own page', () =>
    stage.withPage(async (page) => {
      await page.goto(stage.url('/haru/third-party/'));
      const row = await arrival(stage, async () => {
        await questionOf(page, 'dalbit');
        await press(page, 'given');
        await questionOf(page, 'moa-points');
        await press(page, 'refused');
      });

      assert.deepEqual(statesOf(row), { dalbit: 'given button', 'moa-points': 'refused button' });
      assert.deepEqual(row.receipt.submit, { ...row.receipt.submit, by: 'button', trusted: true });
      assert.deepEqual(row.receipt.shown.hidden, []);
      assert.equal(row.receipt.notice.surface, 'checkout');
      const { sha256 } = row.receipt.notice;
      const answer = await fetch(stage.url(`/consents/notices/${sha256}`));
      assert.equal(oracleHash(await answer.json()), sha256, 'the text that was shown is there');
      assert.deepEqual(await rowStates(page), { dalbit: 'given', 'moa-points': 'refused' });
    }));

  it('does not ask again another day, and takes consent back by one press', () =>
    stage.withPage(async (page) => {
      const subject = somebody();
      await openCheckout(page, stage.url('/haru/'), { subject });
      const given = await arrival(stage, async () => {
        await questionOf(page, 'dalbit');
        await press(page, 'given');
        await questionOf(page, 'moa-points');
        await press(page, 'given');
      });
      await rowStates(page);

      await openCheckout(page, stage.url('/haru/'), { subject });
      assert.deepEqual(await rowStates(page), { dalbit: 'given', 'moa-points': 'given' });
      const withdrawn = await arrival(stage, () =>
        page.click(`${THIRD_PARTY} >>> [data-action="withdraw"][data-item="dalbit"]`),
      );

      const { event, ref, prev, items, subject: who } = withdrawn.receipt;
      assert.deepEqual(
        [event, ref, prev, who],
        ['withdrawal', given.receipt.id, given.hash, subject],
      );
      assert.deepEqual(
        items.map(({ id, state }) => [id, state]),
        [['dalbit', 'withdrawn']],
      );
      await openCheckout(page, stage.url('/haru/'), { subject });
      assert.deepEqual(await rowStates(page), { dalbit: 'withdrawn', 'moa-points': 'given' });
    }));

  it('rides in a form that leaves the page, with what was left open refused', () =>
    stage.withPage(async (page) => {
      await openCheckout(page, stage.url('/haru/'), { subject: somebody(), inForm: true });
      const row = await arrival(stage, async () => {
        await questionOf(page, 'dalbit');
        await press(page, 'given');
        await questionOf(page, 'moa-points');
        await page.click('#pay');
      });

      assert.deepEqual(statesOf(row), { dalbit: 'given button', 'moa-points': 'refused unticked' });
      const sent = await eventually('the next page is there', async () => {
        const { searchParams } = new URL(await page.url());
        return searchParams.has('dongui_receipt') ? searchParams : undefined;
      });
      assert.equal(sent.get('dongui_receipt'), `${row.receipt.id}.${row.hash}`);
      assert.equal(sent.get('consent[dalbit]'), 'given');
      assert.equal(sent.get('consent[moa-points]'), 'refused');
    }));

  it('is answered with the keyboard alone, in a dialog that the page asks by', () =>
    stage.withPage(async (page) => {
      await openCheckout(page, stage.url('/haru/'), { subject: somebody(), inDialog: true });
      await page.evaluate(`
        customElements.whenDefined('dongui-third-party').then(() => {
          window.asked = find('dongui-third-party').ask();
        });
      `);
      await questionOf(page, 'dalbit');
      const tabTo = (answer: string): Promise<void> =>
        until(`Tab reaches "${answer}"`, async () => {
          if ((await answerInFocus(page)) === answer) return true;
          await page.press('Tab');
          return false;
        });
      const row = await arrival(stage, async () => {
        await until(
          'the focus is on the question',
          async () => (await focused(page)) === 'box-dalbit',
        );
        await tabTo('refused');
        await page.press('Enter');
        await questionOf(page, 'moa-points');
        await tabTo('given');
        await page.press('Space');
      });

      assert.deepEqual(statesOf(row), { dalbit: 'refused button', 'moa-points': 'given button' });
      assert.deepEqual(await page.evaluate('return window.asked'), {
        dalbit: 'refused',
        'moa-points': 'given',
      });
      assert.equal(await page.evaluate(`return find('dialog').open`), false);
    }));
}

/** The answer whose button has the focus. */
function answerInFocus(page: PageDriver): Promise<string> {
  return page.evaluate(
    `return find('dongui-third-party').shadowRoot.activeElement?.dataset.answer ?? ''`,
  );
}
