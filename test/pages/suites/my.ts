import assert from 'node:assert/strict';
import { it } from 'node:test';

import { eventually, type PageDriver, until } from '../../support/page-driver.js';
import { boxOf, fillFields, openForm, waitForWelcome } from '../../support/signup-form.js';
import type { Stage } from './stage.js';

const WITHDRAW =
  '[data-service="haru"] dongui-receipts >>> [data-item="birthday"][data-action="withdraw"]';

const isThere = (page: PageDriver, selector: string): Promise<boolean> =>
  page.evaluate<boolean>(`return find(args[0]) !== null`, selector);

/** What the desk's bars say of the birthday at Haru: "<standing> <refused> <withdrawn>". */
async function countsAtDesk(stage: Stage, arrived: string): Promise<readonly number[]> {
  return await stage.withPage(async (desk) => {
    await desk.goto(stage.url('/desk/'));
    await until('the desk shows the receipt', () => isThere(desk, `[data-row="${arrived}"]`));
    const script = `
      const which = find('#which');
      const wanted = [...(which?.options ?? [])].find(({ value }) => value.startsWith('haru signup'));
      if (wanted && which.value !== wanted.value) {
        which.value = wanted.value;
        which.dispatchEvent(new Event('change', { bubbles: true }));
      }
      return find('.bars [data-item="birthday"]')?.dataset.counts ?? null;
    `;
    const counts = await eventually('the desk counts', () => desk.evaluate<string | null>(script));
    return counts.split(' ').map(Number);
  });
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
  it('shows a signup among one’s own, and withdraws with one press: here, in another tab, at the desk', () =>
    stage.withPage(async (page) => {
      const { id, account } = await signUp(stage, page);
      const [standing = 0, refused = 0, gone = 0] = await countsAtDesk(stage, id);
      await page.goto(stage.url('/my/'));
      await until('the record is named', () => isThere(page, `[data-receipt="${id}"]`));
      await until('it can be withdrawn', () => isThere(page, WITHDRAW));

      // Pressed in the tab in front; the one behind it follows.
      const arrived = await stage.withPage(async (front) => {
        await front.goto(stage.url('/my/'));
        await until('the tab in front offers it', () => isThere(front, WITHDRAW));
        const [withdrawal] = await stage.arrivals(1, () => front.click(WITHDRAW));
        await until('the tab in front no longer offers it', async () => {
          return !(await isThere(front, WITHDRAW));
        });
        return withdrawal;
      });
      await until('the other tab no longer offers it', async () => {
        return !(await isThere(page, WITHDRAW));
      });
      assert.ok(arrived);
      const { receipt } = arrived;
      assert.deepEqual([receipt.event, receipt.ref], ['withdrawal', id]);
      assert.deepEqual(
        receipt.items.map((item) => [item.id, item.state, item.by]),
        [['birthday', 'withdrawn', 'button']],
      );
      assert.equal(arrived.account, account, 'it belongs to the account of the signup');
      await until('the page names it too', () => isThere(page, `[data-receipt="${receipt.id}"]`));
      const counted = [standing - 1, refused, gone + 1];
      assert.deepEqual(await countsAtDesk(stage, receipt.id), counted);
    }));

  it('shows an account on a device that keeps nothing of it', () =>
    stage.withPage(async (page) => {
      const { id, account } = await signUp(stage, page);
      // By another name the server is another origin, with a storage of its own.
      const elsewhere = stage.url(`/my/?account=${account}`).replace('127.0.0.1', 'localhost');
      await page.goto(elsewhere);
      await until('the record is named', () => isThere(page, `[data-receipt="${id}"]`));
      await until('it can be withdrawn', () => isThere(page, WITHDRAW));
    }));
}
