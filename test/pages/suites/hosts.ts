import assert from 'node:assert/strict';
import { it } from 'node:test';

import type { FeedItem } from '../../../src/receiver/receipt-store.js';
import { type PageDriver, until } from '../../support/page-driver.js';
import type { ChromiumPage } from '../../support/puppeteer-driver.js';
import {
  boxOf,
  fillFields,
  openForm,
  readBoxes,
  waitForWelcome,
} from '../../support/signup-form.js';
import { findViolations, OVERFLOW } from './accessibility.js';
import type { Stage } from './stage.js';

/** Name and value of each consent that reached the host's server, by name. */
type Arrived = readonly (readonly [field: string, value: string])[];

/** What a signup left at the two servers. */
interface Signup {
  readonly arrived: Arrived;
  readonly receipt: FeedItem['receipt'];
  /** What came along with it, and that the page does not name. */
  readonly others: readonly FeedItem['receipt'][];
}

const REQUIRED = ['age', 'terms', 'membership'];
const GIVEN = Object.fromEntries(REQUIRED.map((id) => [id, 'given checkbox']));

/** Runs a signup to its welcome page, and counts: one receipt, and the one that the page names. */
async function signUp(
  stage: Stage,
  page: PageDriver,
  run: () => Promise<unknown>,
  count = 1,
): Promise<Signup> {
  const receipts = await stage.arrivals(count, async () => {
    await run();
    await waitForWelcome(page);
  });
  const { id, hash } = await waitForWelcome(page);
  assert.equal(receipts.length, count);
  const others = receipts.flatMap(({ receipt }) => (receipt.id === id ? [] : [receipt]));
  assert.equal(others.length, count - 1, 'the page names one of them');
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
  return { arrived: arrived.sort(([a], [b]) => (a < b ? -1 : Number(a > b))), receipt, others };
}

/** What the receipt says of each item: state and how it came about. */
function decided({ items }: Signup['receipt']): Readonly<Record<string, string>> {
  return Object.fromEntries(items.map(({ id, state, by }) => [id, `${state} ${by}`]));
}

async function press(page: PageDriver, ids: readonly string[]): Promise<void> {
  for (const id of ids) await page.click(boxOf(id));
}

/** Opens a page and waits until the element stands, with boxes of its own or without. */
async function openDrawn(page: PageDriver, url: string): Promise<void> {
  await page.goto(url);
  await until('the element is drawn', () =>
    page.evaluate(`return find('dongui-consent')?.shadowRoot?.querySelector('h2') != null`),
  );
}

/** `form.submit()` and what does the same wait for nobody: recording has to be ready before. */
function untilReady(page: PageDriver): Promise<void> {
  return until('everything required is given and can be recorded', () =>
    page.evaluate(`return find('dongui-consent').validity.valid`),
  );
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

  it('sees what gnuboard5’s own agree-all does by script', () =>
    stage.withPage(async (page) => {
      await openForm(page, stage.url('/hosts/gnuboard5/'));
      const { receipt } = await signUp(stage, page, async () => {
        await press(page, ['age']);
        await page.click('label[for="chk_all"]');
        await page.click('.btn_submit');
        await sendStepTwo(page, '1234');
      });
      const { age, terms, membership, neighbours } = decided(receipt);
      assert.deepEqual([age, neighbours], ['given checkbox', 'refused unticked']);
      assert.deepEqual([terms, membership], ['given host', 'given host']);
    }));

  // WebKitGTK's driver never answers again once a page says one thing by alert() after another. That a
  // draft comes back there is tested without alerts in submission.ts.
  const isDriven = stage.engine !== 'webkit';
  if (isDriven)
    it('brings the choices back after gnuboard5’s wrong captcha', () =>
      stage.withPage(async (page) => {
        const url = stage.url('/hosts/gnuboard5/');
        await openForm(page, url);
        await stage.arrivals(1, async () => {
          await press(page, [...REQUIRED, 'neighbours']);
          await page.click('.btn_submit');
          await sendStepTwo(page, '9');
        });
        await until('step 1 is there again, with the choices', async () => {
          const boxes = await readBoxes(page).catch(() => []);
          return boxes.filter(({ checked }) => checked).length === 4;
        });
        assert.equal(await page.url(), url);
        const { arrived, receipt } = await signUp(stage, page, async () => {
          await page.click('.btn_submit');
          await sendStepTwo(page, '1234');
        });
        assert.deepEqual(new Map(arrived).get('mb_thirdparty_agree'), '1');
        assert.equal(decided(receipt)['neighbours'], 'given restored');
      }));

  it('changes what a member has agreed to at gnuboard5', () =>
    stage.withPage(async (page) => {
      const boxes = await openForm(page, stage.url('/hosts/gnuboard5/profile/'));
      const before = boxes.filter(({ checked }) => checked).map(({ id }) => id);
      assert.deepEqual(before, ['marketing-use', 'advertising-email'], 'the member’s record');
      const change = async (): Promise<void> => {
        await press(page, ['advertising-email', 'advertising-sms']);
        await sendStepTwo(page, '1234');
      };
      const { arrived, receipt, others } = await signUp(stage, page, change, 2);
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
      // What is given and what is taken back are two receipts; what stands as it was is in neither.
      assert.deepEqual(decided(receipt), { 'advertising-sms': 'given checkbox' });
      const [back] = others;
      assert.equal(back?.event, 'withdrawal');
      assert.deepEqual(decided(back), { 'advertising-email': 'withdrawn checkbox' });
    }));
}

function builderTests(stage: Stage): void {
  it('leaves the boxes of Cafe24 as they are, and records what they say', () =>
    stage.withPage(async (page) => {
      await openDrawn(page, stage.url('/hosts/cafe24/'));
      const { arrived, receipt } = await signUp(stage, page, async () => {
        await page.type('#member_id', 'maru');
        await page.type('#passwd', 'long-enough-1');
        await page.click('#sAgreeAllChecked');
        await page.click('#is_sms0');
        await untilReady(page);
        await page.click('.btnSubmit');
      });
      assert.deepEqual(arrived, [
        ['agree_information_check[]', '1'],
        ['agree_privacy_check[]', '1'],
        ['agree_privacy_optional_check[]', 'T'],
        ['agree_service_check[]', '1'],
        ['is_news_mail', 'T'],
      ]);
      assert.deepEqual(decided(receipt), {
        terms: 'given host',
        membership: 'given host',
        neighbours: 'given host',
        'marketing-use': 'given host',
        'advertising-email': 'given host',
        'advertising-sms': 'refused checkbox',
      });
    }));

  it('leaves the boxes of 고도몰 as they are, and does not ask what step 2 asks', () =>
    stage.withPage(async (page) => {
      await openDrawn(page, stage.url('/hosts/godomall/'));
      const { arrived, receipt } = await signUp(stage, page, async () => {
        for (const number of [1, 2, 4]) await page.click(`#termsAgree${number}`);
        await untilReady(page);
        await page.click('#btnNextStep');
      });
      assert.deepEqual(arrived, [
        ['agreementInfoFl', 'y'],
        ['privateApprovalFl', 'y'],
        ['privateOfferFl[3]', 'y'],
      ]);
      assert.deepEqual(decided(receipt), {
        terms: 'given checkbox',
        membership: 'given checkbox',
        neighbours: 'given checkbox',
        'marketing-use': 'refused unticked',
      });
      assert.deepEqual(receipt.shown.hidden, ['advertising-email', 'advertising-sms']);
    }));
}

function ruleTests(stage: Stage): void {
  it('finds nothing to object to on the Korean hosts, and no sideways scroll', () =>
    stage.withPage(async (driver) => {
      const page = driver as ChromiumPage;
      await page.resize(360, 800);
      for (const path of ['gnuboard5/', 'gnuboard5/profile/', 'rhymix/', 'cafe24/', 'godomall/']) {
        await openDrawn(page, stage.url(`/hosts/${path}`));
        assert.deepEqual(await findViolations(page), [], path);
        assert.ok((await page.evaluate<number>(OVERFLOW)) <= 0, path);
      }
    }));
}

/** The pages below `/hosts/`: whole signups in the manner of other people's software. */
export function hostTests(stage: Stage): void {
  rhymixTests(stage);
  gnuboardTests(stage);
  builderTests(stage);
  // Rules about the document tree need one engine.
  if (stage.engine === 'chromium') ruleTests(stage);
}
