import assert from 'node:assert/strict';
import { lookup } from 'node:dns/promises';
import { hostname } from 'node:os';
import { it } from 'node:test';

import { until } from '../../support/page-driver.js';
import {
  type Box,
  boxOf,
  fillFields,
  focused,
  FORMS,
  openForm,
  readBoxes,
  waitForWelcome,
} from '../../support/signup-form.js';
import { oracleHash, type Stage } from './stage.js';

/** What a person presses here: everything required, and the first of what is optional. */
function pressesFor(boxes: readonly Box[]): readonly string[] {
  const optional = boxes.find((box) => !box.required && !box.disabled);
  const required = boxes.filter((box) => box.required);
  return [...required, ...(optional === undefined ? [] : [optional])].map(({ id }) => id);
}

/**
 * A name of the server under which no browser calls it trustworthy. The machine's own leads there on
 * most; else the address of any interface, which Chromium alone goes to.
 */
const machine = await lookup(hostname(), 4).catch(() => undefined);
const ANY_INTERFACE = '0.0.0.0';
const INSECURE_HOST = machine?.address === '127.0.0.1' ? hostname() : ANY_INTERFACE;

/** From the page to the row: every form of the demo, and what a person can do wrong. */
export function signupTests(stage: Stage): void {
  for (const { path, policy } of FORMS) {
    it(`records a signup at ${path}, from the page to the database`, () =>
      stage.withPage(async (page) => {
        const boxes = await openForm(page, stage.url(path));
        await fillFields(page);
        const given = pressesFor(boxes);
        for (const id of given) await page.click(boxOf(id));
        await page.click('.submit');
        const { id, hash } = await waitForWelcome(page);

        const row = await stage.row(id);
        assert.equal(row.hash, hash, 'the row has the hash that the page named');
        assert.equal(oracleHash(row.receipt), hash, 'the hash is that of the receipt');
        assert.equal(row.status, 'published', 'the server knows the text that was shown');
        assert.equal(row.receipt.notice.policy, policy);
        const states = Object.fromEntries(row.receipt.items.map((item) => [item.id, item.state]));
        const expected = boxes.map((box) => [box.id, given.includes(box.id) ? 'given' : 'refused']);
        assert.deepEqual(states, Object.fromEntries(expected), 'each answer, refusals too');

        const { sha256 } = row.receipt.notice;
        const notice: unknown = await (
          await fetch(stage.url(`/consents/notices/${sha256}`))
        ).json();
        assert.equal(oracleHash(notice), sha256, 'the text that was shown is there');
        const shown = await page.evaluate<Record<string, string>>(`
          const items = document.querySelectorAll('#record [data-item]');
          return Object.fromEntries([...items].map((item) => [item.dataset.item, item.dataset.state]));
        `);
        assert.deepEqual(shown, states, 'the page after signup says the same');
      }));
  }

  it('records a refusal of everything optional by one press', () =>
    stage.withPage(async (page) => {
      const boxes = await openForm(page, stage.url('/haru/'));
      await fillFields(page);
      const buttons = 'dongui-consent >>> button[aria-pressed]:nth-of-type(2)';
      await page.click(buttons);
      await page.click('.submit');
      const { receipt } = await stage.row((await waitForWelcome(page, true)).id);
      const required = boxes.filter((box) => box.required).map(({ id }) => id);
      const given = receipt.items.filter(({ state }) => state === 'given').map(({ id }) => id);
      assert.deepEqual(given.sort(), required.sort());
      assert.ok(receipt.items.filter(({ state }) => state === 'refused').length > 5);
    }));

  it('sends nothing while a required item is open, and moves the focus to it', () =>
    stage.withPage(async (page) => {
      const boxes = await openForm(page, stage.url('/haru/'));
      const first = boxes.find((box) => box.required);
      await fillFields(page);
      const before = (await stage.server.feed()).length;
      await page.click('.submit');
      await until('the focus is on the first problem', async () => {
        return (await focused(page)) === `box-${first?.id ?? ''}`;
      });
      assert.equal(await page.url(), stage.url('/haru/'));
      assert.equal((await stage.server.feed()).length, before);
      const isMarked = await page.evaluate(
        `return find(args[0]).getAttribute('aria-invalid')`,
        boxOf(first?.id ?? ''),
      );
      assert.equal(isMarked, 'true');
      assert.deepEqual(
        (await readBoxes(page)).filter(({ checked }) => checked),
        [],
      );
    }));

  it('lets somebody sign up with the keyboard alone', () =>
    stage.withPage(async (page) => {
      await openForm(page, stage.url('/nexcore/'));
      const tabTo = (id: string): Promise<void> =>
        until(`Tab reaches ${id}`, async () => {
          if ((await focused(page)) === id) return true;
          await page.press('Tab');
          return false;
        });
      const fields = {
        account: 'id',
        password: 'long-enough-1',
        'password-again': 'long-enough-1',
      };
      const rest = { company: 'c', project: 'p', product: 'q' };
      for (const [id, text] of Object.entries({ ...fields, ...rest })) {
        await tabTo(id);
        await page.typeHere(text);
      }
      await tabTo('box-membership');
      await page.press('Space');
      await tabTo('submit');
      await page.press('Enter');
      const { receipt } = await stage.row((await waitForWelcome(page)).id);
      const states = Object.fromEntries(
        receipt.items.map(({ id, state, by }) => [id, [state, by]]),
      );
      assert.deepEqual(states, {
        membership: ['given', 'checkbox'],
        marketing: ['refused', 'unticked'],
      });
    }));

  it('keeps two people at one browser apart', () =>
    stage.withPage(async (page) => {
      const receipts = [];
      for (const answer of ['given', 'refused']) {
        await openForm(page, stage.url('/nexcore/'));
        await fillFields(page);
        await page.click(boxOf('membership'));
        if (answer === 'given') await page.click(boxOf('marketing'));
        await page.click('.submit');
        receipts.push((await stage.row((await waitForWelcome(page)).id)).receipt);
      }
      const [first, second] = receipts;
      assert.notEqual(first?.id, second?.id);
      assert.notEqual(first?.subject, second?.subject);
      assert.notEqual(first?.chain, second?.chain);
      assert.deepEqual([first?.seq, second?.seq], [1, 1]);
      assert.deepEqual([first?.prev, second?.prev], [null, null]);
    }));

  it('makes one receipt of one page, however often its form is sent', () =>
    stage.withPage(async (page) => {
      await openForm(page, stage.url('/nexcore/'));
      await fillFields(page);
      await page.click(boxOf('membership'));
      // A host that sends the form itself, and whose first try fails.
      await page.evaluate(`
        window.tokens = [];
        document.forms[0].addEventListener('submit', (event) => {
          event.preventDefault();
          window.tokens.push(new FormData(event.target).get('dongui_receipt'));
        });
      `);
      const readTokens = (): Promise<readonly string[]> =>
        page.evaluate<readonly string[]>('return window.tokens');
      // A press that comes before recording is ready is sent when it is: the second waits for that.
      const press = async (sent: number): Promise<void> => {
        await page.click('.submit');
        await until(
          `the form was sent ${sent} times`,
          async () => (await readTokens()).length >= sent,
        );
      };
      const arrived = await stage.arrivals(1, async () => {
        await press(1);
        await press(2);
      });
      const tokens = await readTokens();
      assert.equal(tokens.length, 2);
      assert.equal(tokens[0], tokens[1]);
      assert.equal(arrived.length, 1);
      assert.equal(tokens[0], `${arrived[0]?.receipt.id ?? ''}.${arrived[0]?.hash ?? ''}`);
    }));

  // Firefox and WebKitGTK refuse to go to the other address.
  const goesThere = INSECURE_HOST !== ANY_INTERFACE || stage.engine === 'chromium';
  if (goesThere)
    it('signs up at an http: origin, and says in the receipt that it was not secure', () =>
      stage.withPage(async (page) => {
        const url = stage.url('/nexcore/').replace('127.0.0.1', INSECURE_HOST);
        await openForm(page, url);
        assert.equal(await page.evaluate('return window.isSecureContext'), false);
        await fillFields(page);
        await page.click(boxOf('membership'));
        await page.click('.submit');
        const { id, hash } = await waitForWelcome(page);
        const row = await stage.row(id);
        assert.equal(row.hash, hash);
        assert.equal(oracleHash(row.receipt), hash);
        assert.deepEqual(
          [row.receipt.client.secure, row.receipt.client.origin],
          [false, new URL(url).origin],
        );
      }));

  it('says plainly that nobody was asked, where the script is blocked', () =>
    stage.withPage(async (page) => {
      await openForm(page, stage.url('/nexcore/'));
      await fillFields(page);
      const before = (await stage.server.feed()).length;
      await page.evaluate(`find('dongui-consent').remove()`);
      await page.click('.submit');
      await until('the server’s page is there', async () =>
        page
          .evaluate<boolean>(`return document.title.startsWith('가입하지 못했습니다')`)
          .catch(() => false),
      );
      assert.equal((await stage.server.feed()).length, before);
    }));
}
