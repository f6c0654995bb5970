import assert from 'node:assert/strict';
import { it } from 'node:test';

import { type PageDriver, until } from '../../support/page-driver.js';
import { boxOf, fillFields, openForm, waitForWelcome } from '../../support/signup-form.js';
import { oracleHash, type Stage } from './stage.js';

/** How many times slower than this machine: a cheap phone. */
const SLOW = 6;
const TRIES = 3;

/** Presses the button by script, so that nothing lies between the press and what comes next. */
const PRESS = `find('.submit').click();`;

async function signUpAndVanish(stage: Stage, factor: number): Promise<void> {
  await stage.withPage(async (page) => {
    await openForm(page, stage.url('/nexcore/'));
    await fillFields(page);
    await page.click(boxOf('membership'));
    const release = factor === 1 ? undefined : await page.slowDown(factor);
    try {
      await page.evaluate(PRESS).catch(() => undefined);
      await page.close();
    } finally {
      await release?.();
    }
  });
}

/** Waits until the browser has nothing left that no server has acknowledged. */
async function nothingWaits(page: PageDriver): Promise<void> {
  await until(
    'nothing waits',
    () =>
      page.evaluate(`return Object.keys(localStorage).every((key) => !key.startsWith('dongui/'))`),
    30_000,
  );
}

/** What becomes of a receipt when pages vanish, devices are slow and servers are away. */
export function deliveryTests(stage: Stage): void {
  it(`loses nothing on a device that is ${SLOW} times slower`, () =>
    stage.withPage(async (page) => {
      await openForm(page, stage.url('/haru/'));
      await fillFields(page);
      await page.click('dongui-consent >>> button[aria-pressed]:nth-of-type(2)');
      const release = await page.slowDown(SLOW);
      try {
        await page.click('.submit');
        const { id, hash } = await waitForWelcome(page, true);
        const row = await stage.row(id);
        assert.equal(row.hash, hash);
        assert.equal(oracleHash(row.receipt), hash);
      } finally {
        await release();
      }
    }));

  for (const factor of [1, SLOW]) {
    it(`loses nothing when the tab is closed right after the press, ${factor} times slower`, async () => {
      const arrived = await stage.arrivals(TRIES, async () => {
        for (let i = 0; i < TRIES; i++) await signUpAndVanish(stage, factor);
        // Whoever comes back to any page with the script sends what did not get out in time.
        await stage.withPage(async (page) => {
          await page.goto(stage.url('/'));
          await nothingWaits(page);
        });
      });
      assert.equal(arrived.length, TRIES);
      for (const { receipt, hash } of arrived) assert.equal(oracleHash(receipt), hash);
    });
  }

  if (stage.engine === 'webkit') {
    // A page that is frozen with a transaction under way blocks the database for the next page.
    // Before transactions were ended in `pagehide`, this was one in eight.
    it('finds the ledger free on the page after signup, ten times in a row', () =>
      stage.withPage(async (page) => {
        for (let i = 0; i < 10; i++) {
          await openForm(page, stage.url('/nexcore/'));
          await fillFields(page);
          await page.click(boxOf('membership'));
          await page.click('.submit');
          await stage.row((await waitForWelcome(page)).id);
        }
      }));
  }

  it('delivers once when the server was away at the signup and comes back', async () => {
    let before = 0;
    await stage.withPage(async (page) => {
      await openForm(page, stage.url('/codexa/'));
      await fillFields(page);
      for (const id of ['age', 'membership']) await page.click(boxOf(id));
      before = (await stage.server.feed()).length;
      await stage.server.stop();
      await page.click('.submit').catch(() => undefined);
      // The signup itself went nowhere: the browser shows that the server is away.
      await until('the form is gone', async () =>
        page.evaluate<boolean>(`return find('.submit') === null`).catch(() => true),
      );
    });
    await stage.restartServer();
    assert.equal((await stage.server.feed()).length, before);
    const arrived = await stage.arrivals(1, () =>
      stage.withPage(async (page) => {
        await page.goto(stage.url('/'));
        await until(
          'the receipt arrives',
          async () => {
            return (await stage.server.feed()).length > before;
          },
          30_000,
        );
        // A second visit finds nothing more to send.
        await page.goto(stage.url('/xperp/'));
      }),
    );
    assert.equal(arrived.length, 1);
    await stage.withPage(async (page) => {
      // Any page will do; everything that this browser ever kept gets its acknowledgement.
      await page.goto(stage.url('/'));
      await nothingWaits(page);
    });
    const [row] = arrived;
    assert.equal(row?.receipt.notice.policy, 'codexa');
    assert.equal(oracleHash(row.receipt), row.hash);
  });
}
