import assert from 'node:assert/strict';
import { it } from 'node:test';

import { until } from '../../support/page-driver.js';
import { boxOf, fillFields, openForm, waitForWelcome } from '../../support/signup-form.js';
import type { Stage } from './stage.js';

const ROWS = `[...document.querySelectorAll('[data-row]')]`;

/** The start page: what stands there to be tried. */
export function startPageTests(stage: Stage): void {
  it('copies the snippet as it stands there', () =>
    stage.withPage(async (page) => {
      await page.goto(stage.url('/'));
      // Not every engine lets a test read the clipboard.
      await page.evaluate(`
        Object.defineProperty(navigator, 'clipboard', {
          value: { writeText: (text) => { window.copied = text; return Promise.resolve(); } },
        });
      `);
      await page.click('[data-copy]');
      await until('the button says so', () =>
        page.evaluate(`return find('[data-copied]').textContent === '복사했습니다'`),
      );
      const copied = await page.evaluate<string>('return window.copied');
      assert.match(copied, /^<script defer\n {2}src="\/dongui.js"><\/script>\n\n<form /);
      assert.match(copied, /<dongui-consent\n {4}src="\/policy.json"/);
    }));

  it('draws the preview with the library itself', () =>
    stage.withPage(async (page) => {
      const boxes = await openForm(page, stage.url('/'));
      assert.deepEqual(
        boxes.map(({ id, required }) => [id, required]),
        [
          ['kitchen', true],
          ['birthday', false],
        ],
      );
    }));
}

/** The desk: what the receiver has, checked by the page itself. */
export function deskTests(stage: Stage): void {
  it('shows each receipt at the desk, recomputed, with the text that was seen', () =>
    stage.withPage(async (page) => {
      const id = await stage.withPage(async (visitor) => {
        await openForm(visitor, stage.url('/nexcore/'));
        await fillFields(visitor);
        await visitor.click(boxOf('membership'));
        await visitor.click('.submit');
        return (await stage.row((await waitForWelcome(visitor)).id)).receipt.id;
      });
      await page.goto(stage.url('/desk/'));
      const count = (await stage.server.feed()).length;
      await until('the desk shows the receipts', async () => {
        const rows = await page.evaluate<number>(`return ${ROWS}.length`);
        return rows === Math.min(count, 12);
      });
      const verdicts = await page.evaluate<readonly string[]>(
        `return ${ROWS}.map((row) => row.querySelector('.verdict').textContent.trim())`,
      );
      assert.deepEqual([...new Set(verdicts)], ['맞음']);
      const row = `[data-row="${id}"]`;
      const states = await page.evaluate<string>(`return find(args[0]).dataset.states`, row);
      assert.equal(states, 'membership:given marketing:refused');
      const answers = await page.evaluate<readonly string[]>(
        `return [...document.querySelectorAll(args[0] + ' .parts li')].map((li) => li.textContent)`,
        row,
      );
      assert.deepEqual(answers, ['필수 1', '동의 0', '안 함 1']);

      await page.click(`${row} button`);
      const shown = await page.evaluate<string>(
        `return find('#panel-' + args[0] + ' desk-notice').shadowRoot.textContent`,
        id,
      );
      assert.match(shown, /아이디, 비밀번호, 비밀번호 확인, 회사명, Project 명, 사용제품명/);
    }));

  it('holds the desk still while it is paused', () =>
    stage.withPage(async (page) => {
      await page.goto(stage.url('/desk/'));
      const first = `return ${ROWS}[0]?.dataset.row ?? ''`;
      await until('the desk shows receipts', async () => (await page.evaluate(first)) !== '');
      await page.click('#pause');
      const newest = await page.evaluate<string>(first);
      const [row] = await stage.arrivals(1, () =>
        stage.withPage(async (visitor) => {
          await openForm(visitor, stage.url('/nexcore/'));
          await fillFields(visitor);
          await visitor.click(boxOf('membership'));
          await visitor.click('.submit');
          await waitForWelcome(visitor);
        }),
      );
      assert.equal(await page.evaluate<string>(first), newest);
      await page.click('#pause');
      await until('the new receipt is on top', async () => {
        return (await page.evaluate(first)) === row?.receipt.id;
      });
    }));
}
