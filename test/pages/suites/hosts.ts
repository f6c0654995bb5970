import assert from 'node:assert/strict';
import { it } from 'node:test';

import type { FeedItem } from '../../../src/receiver/receipt-store.js';
import { type PageDriver, until } from '../../support/page-driver.js';
import { boxOf, fillFields, openForm, waitForWelcome } from '../../support/signup-form.js';
import type { Stage } from './stage.js';

/** Name and value of each consent that reached the host's server, by name. */
type Arrived = readonly (readonly [field: string, value: string])[];

/** What a signup left at the two servers. */
interface Signup {
  readonly arrived: Arrived;
  readonly receipt: FeedItem['receipt'];
}

const REQUIRED = ['age', 'terms', 'membership'];
const GIVEN = Object.fromEntries(REQUIRED.map((id) => [id, 'given checkbox']));

/** Runs a signup to its welcome page, and counts: one receipt, and the one that the page names. */
async function signUp(
  stage: Stage,
  page: PageDriver,
  run: () => Promise<unknown>,
): Promise<Signup> {
  const receipts = await stage.arrivals(1, async () => {
    await run();
    await waitForWelcome(page);
  });
  const { id, hash } = await waitForWelcome(page);
  assert.deepEqual(
    receipts.map(({ receipt }) => receipt.id),
    [id],
  );
  const { receipt, status } = await stage.row(id);
  assert.equal(status, 'published', 'the server knows the text that was shown');
  const all = await page.evaluate<Arrived>(`
    const rows = document.querySelectorAll('[data-field]');
    return [...rows].map((row) => [row.dataset.field, row.querySelector('dd').textContent]);
  `);
  assert.deepEqual(
    all.filter(([name]) => name === 'dongui_receipt'),
    [['dongui_receipt', `${id}.${hash}`]],
    'one token came along',
  );
  const arrived = all.filter(([name]) => name !== 'dongui_receipt');
  return { arrived: arrived.sort(([a], [b]) => (a < b ? -1 : Number(a > b))), receipt };
}

/** What the receipt says of each item: state and how it came about. */
function decided({ items }: Signup['receipt']): Readonly<Record<string, string>> {
  return Object.fromEntries(items.map(({ id, state, by }) => [id, `${state} ${by}`]));
}

async function press(page: PageDriver, ids: readonly string[]): Promise<void> {
  for (const id of ids) await page.click(boxOf(id));
}

/** Fills step 2 of gnuboard5, once it is there, and sends it. */
async function sendStepTwo(page: PageDriver, captcha: string): Promise<void> {
  await until('step 2 is there', () =>
    page
      .evaluate<boolean>(
        `return find('#captcha_key') !== null && document.readyState === 'complete'`,
      )
      .catch(() => false),
  );
  await fillFields(page);
  await page.evaluate(`find('#captcha_key').value = args[0]`, captcha);
  await page.click('.btn_submit');
}

function rhymixTests(stage: Stage): void {
  it('signs up at Rhymix, which sends new FormData(form)', () =>
    stage.withPage(async (page) => {
      await openForm(page, stage.url('/hosts/rhymix/'));
      const { arrived, receipt } = await signUp(stage, page, async () => {
        await fillFields(page);
        await press(page, [...REQUIRED, 'marketing-use', 'advertising-email']);
        await page.click('form [type="submit"]');
      });
      assert.deepEqual(arrived, [
        ['accept_agreement[1]', 'Y'],
        ['accept_agreement[2]', 'Y'],
        ['accept_agreement[3]', 'N'],
        ['allow_mailing', 'Y'],
        ['consent[advertising-sms]', 'refused'],
        ['consent[age]', 'given'],
        ['consent[marketing-use]', 'given'],
      ]);
      assert.deepEqual(decided(receipt), {
        ...GIVEN,
        neighbours: 'refused unticked',
        'marketing-use': 'given checkbox',
        'advertising-email': 'given checkbox',
        'advertising-sms': 'refused unticked',
      });
    }));
}

function gnuboardTests(stage: Stage): void {
  it('signs up at gnuboard5 in two steps, with one receipt', () =>
    stage.withPage(async (page) => {
      await openForm(page, stage.url('/hosts/gnuboard5/'));
      const { arrived, receipt } = await signUp(stage, page, async () => {
        await press(page, [...REQUIRED, 'marketing-use', 'advertising-sms']);
        await page.click('.btn_submit');
        await sendStepTwo(page, '1234');
      });
      assert.deepEqual(arrived, [
        ['agree', '1'],
        ['agree2', '1'],
        ['consent[age]', 'given'],
        ['mb_mailling', '0'],
        ['mb_marketing_agree', '1'],
        ['mb_sms', '1'],
        ['mb_thirdparty_agree', '0'],
      ]);
      assert.deepEqual(decided(receipt), {
        ...GIVEN,
        neighbours: 'refused unticked',
        'marketing-use': 'given checkbox',
        'advertising-email': 'refused unticked',
        'advertising-sms': 'given checkbox',
      });
    }));

  it('changes what a member has agreed to at gnuboard5', () =>
    stage.withPage(async (page) => {
      const boxes = await openForm(page, stage.url('/hosts/gnuboard5/profile/'));
      const before = boxes.filter(({ checked }) => checked).map(({ id }) => id);
      assert.deepEqual(before, ['marketing-use', 'advertising-email'], 'the member’s record');
      const { arrived, receipt } = await signUp(stage, page, async () => {
        await press(page, ['advertising-email', 'advertising-sms']);
        await sendStepTwo(page, '1234');
      });
      assert.deepEqual(arrived, [
        ['mb_mailling', '0'],
        ['mb_mailling_default', '1'],
        ['mb_marketing_agree', '1'],
        ['mb_marketing_agree_default', '1'],
        ['mb_sms', '1'],
        ['mb_sms_default', '0'],
        ['mb_thirdparty_agree', '0'],
        ['mb_thirdparty_agree_default', '0'],
      ]);
      assert.deepEqual(decided(receipt), {
        neighbours: 'refused host',
        'marketing-use': 'given host',
        'advertising-email': 'refused checkbox',
        'advertising-sms': 'given checkbox',
      });
    }));
}

/** The pages below `/hosts/`: whole signups in the manner of other people's software. */
export function hostTests(stage: Stage): void {
  rhymixTests(stage);
  gnuboardTests(stage);
}
