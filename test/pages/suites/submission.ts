import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';

import type { FeedItem } from '../../../src/receiver/receipt-store.js';
import { eventually, type PageDriver, until } from '../../support/page-driver.js';
import { boxOf } from '../../support/signup-form.js';
import { type SentForm, startWildSite, type WildSite } from '../../support/wild-site.js';
import type { Stage } from './stage.js';
import { WILD } from './wild-pages.js';

const REQUIRED = boxOf('membership');
const OPTIONAL = boxOf('marketing');

const READY = `
  const consent = find('dongui-consent');
  const drawn = consent?.shadowRoot?.querySelector('input[data-item], .ok');
  return Boolean(drawn) && !consent.validity.customError;
`;

const valueOf = ({ fields }: SentForm, name: string): string | undefined =>
  fields.find(([each]) => each === name)?.[1];

const tokenOf = (form: SentForm): string => valueOf(form, 'dongui_receipt') ?? '';

const linked = ({ receipt, hash }: FeedItem): string => `${receipt.id}.${hash}`;

/** A form of somebody else, however it is sent: what reaches both servers. */
export function submissionTests(stage: Stage): void {
  describe('A form that somebody else has written', () => {
    let site: WildSite;
    let page: PageDriver;

    before(async () => {
      site = await startWildSite(WILD, () => stage.server.origin);
      page = await stage.openPage();
    });
    after(async () => {
      await stage.closePage(page);
      await site.stop();
    });

    const isReady = (): Promise<boolean> => page.evaluate<boolean>(READY).catch(() => false);
    const ready = (): Promise<void> => until('the consent items can be recorded', isReady);
    const open = async (path: string): Promise<void> => {
      site.forget();
      await page.goto(site.origin + path);
      await ready();
    };
    const arrived = (path: string, count: number): Promise<void> =>
      until(`${count} forms at ${path}`, () => {
        return Promise.resolve(site.sent.filter((form) => form.path === path).length >= count);
      });
    const isThere = (script: string): Promise<boolean> =>
      page.evaluate<boolean>(`return Boolean(${script})`).catch(() => false);
    const there = (script: string): Promise<void> => until(script, () => isThere(script));
    const joined = (): Promise<void> => there(`document.querySelector('#joined')`);
    const tried = (times: number): Promise<void> => there(`window.tries >= ${times}`);
    const answered = (times: number): Promise<void> => there(`window.answers.length >= ${times}`);
    const press = (): Promise<void> => page.click('.go');
    const joins = (): readonly SentForm[] => site.sent.filter(({ path }) => path !== '/host/check');

    /** Exactly one receipt, which every form that joins names. */
    async function once(run: () => Promise<void>): Promise<FeedItem> {
      const fresh = await stage.arrivals(1, run);
      assert.equal(fresh.length, 1, 'one signup gives one receipt');
      const [row] = fresh as [FeedItem];
      const tokens = joins().map(tokenOf);
      assert.ok(tokens.length > 0, 'the host has got the form');
      assert.deepEqual(
        tokens.filter((token) => token !== linked(row)),
        [],
        'the host can link it',
      );
      assert.equal(row.status, 'published');
      return row;
    }

    const total = async (): Promise<number> => (await stage.server.feed()).length;

    it('gives one receipt when it is sent natively', async () => {
      await open('/wild/native');
      await page.click(REQUIRED);
      const { receipt } = await once(async () => {
        await press();
        await joined();
      });
      assert.deepEqual([receipt.submit.by, receipt.submit.trusted], ['submit', true]);
      assert.equal(valueOf(site.sent[0]!, 'consent[membership]'), 'given');
      assert.equal(valueOf(site.sent[0]!, 'consent[marketing]'), 'refused');
    });

    for (const kind of ['inline', 'listener', 'jquery', 'sync-xhr']) {
      it(`gives none while the page's own check cancels, and one afterwards: ${kind}`, async () => {
        await open(`/wild/${kind}`);
        await page.click(REQUIRED);
        const before = await total();
        await press();
        await tried(1);
        assert.equal(await total(), before, 'a cancelled try is no signup');
        await page.evaluate('window.ready = true');
        await page.click(OPTIONAL);
        site.forget();
        const { receipt } = await once(async () => {
          if (kind === 'sync-xhr') await page.evaluate(`document.f.onsubmit = () => true`);
          await press();
          await joined();
        });
        assert.deepEqual(
          receipt.items.map(({ state }) => state),
          ['given', 'given'],
        );
      });
    }

    for (const [kind, times] of [
      ['ajax', 1],
      ['ajax-twice', 2],
    ] as const) {
      it(`gives one receipt for new FormData(form): ${kind}`, async () => {
        await open(`/wild/${kind}`);
        await page.click(REQUIRED);
        await once(async () => {
          await press();
          await arrived('/host/join', times);
          await answered(times);
          // And when the person presses again, because the page is slow to say something.
          await press();
          await arrived('/host/join', times * 2);
        });
      });
    }

    it('gives one receipt where the page sends the form for checks before', async () => {
      await open('/wild/ajax-checked');
      const { receipt } = await once(async () => {
        await page.click(REQUIRED);
        await arrived('/host/check', 1);
        await page.click(OPTIONAL);
        await arrived('/host/check', 2);
        await press();
        await arrived('/host/join', 1);
      });
      assert.deepEqual(
        receipt.items.map(({ state }) => state),
        ['given', 'given'],
      );
    });

    it('gives one receipt to a link that sends by script, again after a failed try', async () => {
      await open('/wild/ajax-link');
      await page.click(REQUIRED);
      await once(async () => {
        // The first answer does not get through: the page stays, and the person presses again.
        await page.click('.link');
        await arrived('/host/join', 1);
        await answered(1);
        await page.evaluate('window.ready = true');
        await page.click('.link');
        await joined();
      });
      assert.equal(site.sent.length, 2);
    });

    it('gives one receipt to form.submit()', async () => {
      await open('/wild/form-submit');
      await page.click(REQUIRED);
      const { receipt } = await once(async () => {
        await page.click('.link');
        await joined();
      });
      assert.equal(receipt.submit.by, 'formdata');
    });

    it('gives one receipt to requestSubmit()', async () => {
      await open('/wild/native');
      await page.click(REQUIRED);
      await once(async () => {
        await page.evaluate(`setTimeout(() => document.f.requestSubmit());`);
        await joined();
      });
    });

    for (const kind of ['novalidate', 'captured']) {
      it(`never shows a refused submit to listeners that ask nobody: ${kind}`, async () => {
        await open(`/wild/${kind}`);
        await press();
        await there(`find('dongui-consent').shadowRoot.querySelector('[role="alert"]')`);
        assert.deepEqual([await isThere('window.tries > 0'), site.sent.length], [false, 0]);
        await page.click(REQUIRED);
        await once(async () => {
          await press();
          await arrived('/host/join', 1);
        });
      });
    }

    it('gives one receipt with Turbo, and a new one to the form that Back brings', async () => {
      await open('/wild/turbo');
      await page.evaluate('window.sameDocument = true');
      await page.click(REQUIRED);
      const first = await once(async () => {
        await press();
        await joined();
      });
      await page.evaluate('setTimeout(() => history.back())');
      await ready();
      assert.ok(await isThere('window.sameDocument'), 'Turbo drew the page, not the browser');
      assert.ok(!(await isThere(`find('${REQUIRED}').checked`)), 'nobody has agreed yet');
      await page.click(REQUIRED);
      site.forget();
      const second = await once(async () => {
        await press();
        await joined();
      });
      assert.notEqual(second.receipt.id, first.receipt.id);
      assert.notEqual(second.receipt.subject, first.receipt.subject);
    });

    it('gives one receipt with htmx to each form that it swaps in', async () => {
      await open('/wild/htmx');
      await page.click(REQUIRED);
      const first = await once(async () => {
        await page.evaluate(`find('dongui-consent').toBeReplaced = true`);
        await press();
        await there(`!find('dongui-consent').toBeReplaced`);
      });
      await ready();
      assert.ok(!(await isThere(`find('${REQUIRED}').checked`)), 'nobody has agreed yet');
      await page.click(REQUIRED);
      const sent = site.sent.length;
      const [second] = await stage.arrivals(1, async () => {
        await press();
        await joined();
      });
      assert.equal(site.sent.length, sent + 1);
      assert.equal(tokenOf(site.sent.at(-1)!), linked(second!));
      assert.notEqual(second!.receipt.id, first.receipt.id);
    });

    it('goes on with an element that was taken out and put back', async () => {
      await open('/wild/fragment');
      await page.click(REQUIRED);
      await once(async () => {
        await press();
        await arrived('/host/join', 1);
        await answered(1);
        await page.evaluate(`
          const consent = find('dongui-consent');
          const place = consent.nextSibling;
          consent.remove();
          place.before(consent);
        `);
        await ready();
        await press();
        await arrived('/host/join', 2);
      });
    });

    it('goes on with a fresh element in the same form, and asks anew', async () => {
      await open('/wild/fragment');
      await page.click(REQUIRED);
      await once(async () => {
        await press();
        await arrived('/host/join', 1);
        await answered(1);
        await page.evaluate(`
          const consent = find('dongui-consent');
          consent.outerHTML = consent.outerHTML;
        `);
        await ready();
        assert.ok(!(await isThere(`find('${REQUIRED}').checked`)), 'fresh markup has no answer');
        await page.click(REQUIRED);
        await press();
        await arrived('/host/join', 2);
      });
    });

    it('gives no second receipt to a second press after Back, in the same document', async () => {
      await open('/wild/native');
      await page.evaluate(`window.addEventListener('pageshow', (event) => {
        window.kept = event.persisted;
      });`);
      await page.click(REQUIRED);
      await once(async () => {
        await press();
        await joined();
      });
      const first = tokenOf(site.sent[0]!);
      await page.evaluate('setTimeout(() => history.back())');
      await ready();
      const isKept = await isThere('window.kept');
      // WebKit brings back no state of custom elements: there the person answers again.
      if (!(await isThere(`find('${REQUIRED}').checked`))) await page.click(REQUIRED);
      const [again] = await stage.arrivals(isKept ? 0 : 1, async () => {
        await press();
        await arrived('/host/join', 2);
        await joined();
      });
      const second = tokenOf(site.sent[1]!);
      if (isKept) assert.equal(second, first, 'the same document, the same decisions');
      else {
        assert.equal(second, linked(again!), 'a document of its own, a receipt of its own');
        const [required, optional] = again!.receipt.items;
        assert.deepEqual([optional?.state, optional?.by], ['refused', 'unticked']);
        assert.ok(['restored', 'checkbox'].includes(required!.by));
      }
    });

    it('brings nothing back on Back where autocomplete is off', async () => {
      await open('/wild/no-autocomplete');
      await page.click(REQUIRED);
      await once(async () => {
        await press();
        await joined();
      });
      assert.equal(tokenOf(site.sent[0]!).length, 80);
    });

    it('asks anew after the server sent the person back, and links the second', async () => {
      await open('/wild/bounce');
      await page.click(REQUIRED);
      const [first] = await stage.arrivals(1, async () => {
        await page.evaluate('window.before = true');
        await press();
        await arrived('/host/bounce', 1);
        await there('!window.before');
        await ready();
      });
      assert.ok(!(await isThere(`find('${REQUIRED}').checked`)), 'nobody has agreed yet');
      await page.click(REQUIRED);
      await page.click(OPTIONAL);
      const [second] = await stage.arrivals(1, async () => {
        await press();
        await joined();
      });
      assert.deepEqual(site.sent.map(tokenOf), [linked(first!), linked(second!)]);
      assert.notEqual(first!.receipt.subject, second!.receipt.subject);
    });

    it('brings a draft back after the server sent the person back, and to nobody after that', async () => {
      const drafts = (): Promise<number> =>
        page.evaluate(
          `return Object.keys(sessionStorage).filter((key) => key.startsWith('dongui/d')).length`,
        );
      await open('/wild/draft');
      await page.click(REQUIRED);
      const [first] = await stage.arrivals(1, async () => {
        await page.evaluate('window.before = true');
        await press();
        await arrived('/host/drafted', 1);
        await there('!window.before');
        await there(`find('${REQUIRED}').checked`);
      });
      await page.click(OPTIONAL);
      const [second] = await stage.arrivals(1, async () => {
        await press();
        await joined();
      });
      assert.deepEqual(site.sent.map(tokenOf), [linked(first!), linked(second!)]);
      assert.deepEqual(
        second!.receipt.items.map(({ state, by }) => `${state} ${by}`),
        ['given restored', 'given checkbox'],
      );

      // The page after it has no script of ours here; a next step carries the receipt on.
      await page.goto(`${site.origin}/wild/step`);
      assert.equal(await drafts(), 1);
      await page.goto(`${site.origin}/wild/end`);
      assert.equal(await drafts(), 0);
      await open('/wild/draft');
      assert.ok(!(await isThere(`find('${REQUIRED}').checked`)), 'somebody else sits here now');
      await page.click(REQUIRED);
      await page.evaluate('setTimeout(() => location.reload()); window.before = true');
      await there('!window.before');
      await ready();
      await until('the reload has ended the draft', async () => (await drafts()) === 0);
      assert.ok(!(await isThere(`find('${REQUIRED}').checked`)), 'a reload brings nothing back');
    });

    it('lets no script tick a box before the person has touched the page', async () => {
      site.forget();
      // Asking the page something counts as touching it: the page tells its server by itself.
      await page.goto(`${site.origin}/wild/pre-ticked`);
      await arrived('/host/check', 1);
      const [answer] = site.sent as [SentForm];
      assert.deepEqual(answer.fields, [
        ['checked', 'false'],
        ['type', 'checkbox'],
      ]);
    });

    it('caused no error in the page', async () => {
      const lines = await eventually('the errors', () => Promise.resolve(page.errors));
      assert.deepEqual(lines, []);
    });
  });
}
