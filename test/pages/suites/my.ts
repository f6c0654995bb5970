import assert from 'node:assert/strict';
import { it } from 'node:test';

import { eventually, type PageDriver, until } from '../../support/page-driver.js';
import { boxOf, fillFields, openForm, waitForWelcome } from '../../support/signup-form.js';
import type { Stage } from './stage.js';

const WITHDRAW = (item: string): string =>
  `dongui-receipts >>> [data-item="${item}"][data-action="withdraw"]`;

const isThere = (page: PageDriver, selector: string): Promise<boolean> =>
  page.evaluate<boolean>(`return find(args[0]) !== null`, selector);

/** How many stand and how many were taken back of an item, as the desk's bars say. */
function countsOf(page: PageDriver, item: string): Promise<string | null> {
  const script = `return find('.bars [data-item="' + args[0] + '"]')?.dataset.counts ?? null`;
  return page.evaluate<string | null>(script, item);
}

/** Signs up at Haru with everything required and the birthday. */
async function signUp(stage: Stage, page: PageDriver): Promise<{ id: string; account: string }> {
  const boxes = await openForm(page, stage.url('/haru/'));
  await fillFields(page);
  for (const { id } of boxes.filter(({ required }) => required)) await page.click(boxOf(id));
  await page.click(boxOf('birthday'));
  await page.click('.submit');
  const { id } = await waitForWelcome(page, true);
  const account = await page.evaluate<string>(`return find('[data-account]').dataset.account`);
  await stage.row(id);
  return { id, account };
}

/** My consents: from the signup to the withdrawal, and what the desk makes of it. */
export function myTests(stage: Stage): void {
  it('shows a signup among one’s own, withdraws with one press, here, in another tab and at the desk', () =>
    stage.withPage(async (page) => {
      const { id, account } = await signUp(stage, page);
      await stage.withPage(async (desk) => {
        await desk.goto(stage.url('/desk/'));
        await until('the desk shows the signup', () => isThere(desk, `[data-row="${id}"]`));
        await desk.select('#service', 'haru');
        const before = await eventually('the desk counts', () => countsOf(desk, 'birthday'));

        await page.goto(stage.url('/my/'));
        await until('the record is named', () => isThere(page, `[data-receipt="${id}"]`));
        await until('it can be withdrawn', () => isThere(page, WITHDRAW('birthday')));
        await stage.withPage(async (other) => {
          await other.goto(stage.url('/my/'));
          await until('the other tab has it', () => isThere(other, WITHDRAW('birthday')));
          const [arrived] = await stage.arrivals(1, () => page.click(WITHDRAW('birthday')));
          assert.ok(arrived);
          assert.equal(arrived.receipt.event, 'withdrawal');
          assert.equal(arrived.receipt.ref, id);
          assert.equal(arrived.account, account, 'it follows the account of the signup');
          await until('the other tab no longer offers it', async () => {
            return !(await isThere(other, WITHDRAW('birthday')));
          });

          const withdrawal = `[data-row="${arrived.receipt.id}"]`;
          await until('the desk shows it', () => isThere(desk, withdrawal));
          const [states, verdict] = await desk.evaluate<readonly string[]>(
            `const row = find(args[0]);
             return [row.dataset.states, row.querySelector('.verdict').dataset.verdict]`,
            withdrawal,
          );
          assert.deepEqual([states, verdict], ['birthday:withdrawn', 'intact']);
          const [standing = 0, refused, gone = 0] = before.split(' ').map(Number);
          const counted = [standing - 1, refused, gone + 1].join(' ');
          await until('the desk counts it', async () => {
            return (await countsOf(desk, 'birthday')) === counted;
          });
        });
      });
    }));

  it('shows an account on a device that keeps nothing of it', () =>
    stage.withPage(async (page) => {
      const { id, account } = await signUp(stage, page);
      // By another name the server is another origin, with a storage of its own.
      const elsewhere = stage.url(`/my/?account=${account}`).replace('127.0.0.1', 'localhost');
      await page.goto(elsewhere);
      await until('the record is named', () => isThere(page, `[data-receipt="${id}"]`));
      await until('it can be withdrawn', () => isThere(page, WITHDRAW('birthday')));
    }));
}
