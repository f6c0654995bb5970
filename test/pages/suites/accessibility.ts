import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { readFile } from 'node:fs/promises';
import { it } from 'node:test';

import { until } from '../../support/page-driver.js';
import type { ChromiumPage } from '../../support/puppeteer-driver.js';
import { fillFields, FORMS, openForm, waitForWelcome } from '../../support/signup-form.js';
import type { Stage } from './stage.js';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** Each page in both colour schemes, and both on a desk and on the narrowest phone. */
const LOOKS = [
  { scheme: 'light', width: 1280 },
  { scheme: 'dark', width: 360 },
] as const;

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly target: unknown; readonly failureSummary?: string }[];
}

/** What axe-core objects to on the page as it is. */
export async function findViolations(page: ChromiumPage): Promise<readonly string[]> {
  await page.evaluate(await readFile(AXE, 'utf8'));
  const violations = await page.evaluate<readonly Violation[]>(
    `return (await axe.run({ runOnly: args[0] })).violations`,
    TAGS,
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) => `${id}: ${JSON.stringify(target)} ${failureSummary ?? ''}`,
    ),
  );
}

/** Whether anything sticks out to the side. */
export const OVERFLOW = `return document.documentElement.scrollWidth - document.documentElement.clientWidth`;

/** axe-core over every page, and no page that scrolls sideways. */
export function accessibilityTests(stage: Stage): void {
  const check = (name: string, open: (page: ChromiumPage) => Promise<void>): void => {
    it(`finds nothing to object to on ${name}`, () =>
      stage.withPage(async (driver) => {
        const page = driver as ChromiumPage;
        await open(page);
        for (const { scheme, width } of LOOKS) {
          await page.setScheme(scheme);
          await page.resize(width, 900);
          assert.deepEqual(await findViolations(page), [], `${scheme}, ${width} px`);
          assert.equal(await page.evaluate<number>(OVERFLOW), 0, `${width} px`);
        }
      }));
  };

  check('the start page', async (page) => {
    await openForm(page, stage.url('/'));
  });
  for (const { path } of FORMS) {
    check(path, async (page) => {
      await openForm(page, stage.url(path));
    });
  }
  check('a form with problems', async (page) => {
    await openForm(page, stage.url('/haru/'));
    await fillFields(page);
    await page.click('.submit');
  });
  check('the page after signup', async (page) => {
    await openForm(page, stage.url('/haru/'));
    await fillFields(page);
    await page.click('dongui-consent >>> button[aria-pressed]:nth-of-type(1)');
    await page.click('.submit');
    await stage.row((await waitForWelcome(page)).id);
  });
  check('the desk with a text open', async (page) => {
    await page.goto(stage.url('/desk/'));
    await page.click('[data-row] button');
    await until('all is read', () =>
      page.evaluate(`return find('.rates') !== null && find('.due details') !== null`),
    );
    await page.evaluate(`find('.due details').open = true`);
    await until('the text is open', () => page.evaluate(`return find('desk-notice') !== null`));
  });
  check('one’s own consents', async (page) => {
    await page.goto(stage.url('/my/'));
    await until('the consents are drawn', () =>
      page.evaluate(`return find('dongui-receipts >>> [data-action="withdraw"]') !== null`),
    );
    await page.evaluate(`find('.kept').open = true`);
  });
  check('a page that is not there', (page) => page.goto(stage.url('/nothing/')));
  for (const path of ['/haru/guardian/', '/haru/en/guardian/']) {
    check(path, (page) => page.goto(stage.url(path)));
  }
}
