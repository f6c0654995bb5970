import assert from 'node:assert/strict';
import { it } from 'node:test';

import type { FeedItem } from '../../../src/receiver/receipt-store.js';
import { type PageDriver, until } from '../../support/page-driver.js';
import { boxOf, fillFields, openForm, waitForWelcome } from '../../support/signup-form.js';
import type { Stage } from './stage.js';

/** What the host's server got, without the receipt, in the order of the names. */
async function arrived(page: PageDriver): Promise<readonly string[]> {
  const fields = await page.evaluate<readonly string[]>(
    `return new URLSearchParams(location.search).getAll('field');`,
  );
  return fields.filter((each) => !each.startsWith('dongui_receipt=')).sort();
}

/** One signup: one receipt, which the page after it names. */
async function signUp(stage: Stage, page: PageDriver): Promise<FeedItem['receipt']> {
  const fresh = await stage.arrivals(1, async () => {
    await page.click('.submit');
    await waitForWelcome(page);
  });
  assert.equal(fresh.length, 1);
  assert.equal(fresh[0]!.receipt.id, (await waitForWelcome(page)).id);
  return fresh[0]!.receipt;
}

const howOf = ({ items }: FeedItem['receipt']): Readonly<Record<string, string>> =>
  Object.fromEntries(items.map(({ id, state, by }) => [id, `${state} ${by}`]));

/** The host pages that send by script: `serialize()` of the oldest and the newest jQuery, and fetch. */
export function scriptedHostTests(stage: Stage): void {
  for (const version of ['1', '4']) {
    it(`signs up by serialize() of jQuery ${version}, with the page's own "agree to all"`, () =>
      stage.withPage(async (page) => {
        await openForm(page, stage.url(`/hosts/jquery/?jquery=${version}`));
        await until('jQuery is there', () =>
          page.evaluate<boolean>(`return window.jQuery?.fn.jquery.startsWith(args[0])`, version),
        );
        await fillFields(page);
        await page.click('#chk_all');
        await until('the boxes show it', () =>
          page.evaluate<boolean>(`return find(args[0]).checked`, boxOf('membership')),
        );
        await page.click(boxOf('neighbours'));
        await page.click(boxOf('marketing-use'));
        await page.click(boxOf('advertising-sms'));
        const receipt = await signUp(stage, page);
        assert.deepEqual(await arrived(page), [
          ...['agree2=1', 'agree=1', 'agree_age=Y'],
          ...['mb_mailling=0', 'mb_marketing=1', 'mb_sms=1'],
        ]);
        assert.deepEqual(howOf(receipt), {
          ...{ age: 'given host', terms: 'given host', membership: 'given host' },
          neighbours: 'refused checkbox',
          'marketing-use': 'given checkbox',
          'advertising-email': 'refused unticked',
          'advertising-sms': 'given checkbox',
        });
      }));
  }

  it('signs up by fetch with new FormData(form), after a check of the id with the same', () =>
    stage.withPage(async (page) => {
      await openForm(page, stage.url('/hosts/ajax/'));
      for (const id of ['age', 'terms', 'membership']) await page.click(boxOf(id));
      await fillFields(page);
      await until('the id was checked', () =>
        page.evaluate<boolean>(`return find('#id-hint').textContent !== ''`),
      );
      const receipt = await signUp(stage, page);
      assert.equal(receipt.submit.by, 'submit');
      assert.deepEqual((await arrived(page)).slice(0, 3), [
        'consent[advertising-email]=refused',
        'consent[advertising-sms]=refused',
        'consent[age]=given',
      ]);
    }));
}
