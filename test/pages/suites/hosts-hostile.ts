import assert from 'node:assert/strict';
import { it } from 'node:test';

import { until } from '../../support/page-driver.js';
import { fillFields, focused, openForm, waitForWelcome } from '../../support/signup-form.js';
import type { Stage } from './stage.js';

/** Whether the box that has the focus can be pressed where it is: nothing lies on it. */
const IS_FREE = `
  const element = find('dongui-consent');
  const { left, top, width, height } = element.shadowRoot.activeElement.getBoundingClientRect();
  return document.elementFromPoint(left + width / 2, top + height / 2) === element;
`;

/** Pages without a product behind them, each hostile in its own way: see docs/hosts/surroundings.md. */
export function hostileHostTests(stage: Stage): void {
  for (const [name, mode, charset] of [
    ['table', 'BackCompat', 'EUC-KR'],
    ['strict', 'CSS1Compat', 'UTF-8'],
  ] as const) {
    it(`signs up at /hosts/${name}/, and shows what is missing beside the bar of the page`, () =>
      stage.withPage(async (page) => {
        await openForm(page, stage.url(`/hosts/${name}/`));
        const is = await page.evaluate(`return [document.compatMode, document.characterSet];`);
        assert.deepEqual(is, [mode, charset]);
        await fillFields(page);

        await page.click('form [type="submit"]');
        await until('the first problem', async () => (await focused(page)) === 'box-age');
        await until('it is free', () => page.evaluate<boolean>(IS_FREE));

        const receipts = await stage.arrivals(1, async () => {
          await page.click('dongui-consent >>> .pair button');
          await page.click('form [type="submit"]');
          await waitForWelcome(page);
        });
        const { id } = await waitForWelcome(page);
        const shown = receipts.map(({ receipt }) => [receipt.id, receipt.shown.hidden]);
        assert.deepEqual(shown, [[id, []]]);
      }));
  }
}
