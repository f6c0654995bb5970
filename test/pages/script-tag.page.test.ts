import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';

import { engines, startBrowser } from '../support/browsers.js';
import { type BrowserDriver, eventually, type PageDriver, until } from '../support/page-driver.js';
import {
  type ScriptTagSite,
  type SitePage,
  startScriptTagSite,
} from '../support/script-tag-site.js';
import { SURROUNDINGS, surroundingsCases } from './suites/surroundings.js';

const FORM = `<form action="/join" method="post">
  <input name="email" value="someone@mail.example">
  <dongui-consent src="/policies/nexcore.json"></dongui-consent>
  <button>OK</button>
</form>`;

const GUIDE = '<dongui-cookie-guide src="/policies/nexcore.json"></dongui-cookie-guide>';

const page = (head: string, body: string): string =>
  `<!doctype html><html lang="ko"><head><title>site</title>${head}</head><body>${body}</body></html>`;

const PAGES: Readonly<Record<string, SitePage>> = {
  '/defer': { html: page('<script defer src="/dongui.js"></script>', FORM) },
  '/all': { html: page('', `${FORM}<script src="/dongui.all.js"></script>`) },
  '/all-in-head': { html: page('<script src="/dongui.all.js"></script>', FORM) },
  '/slow': {
    html: `<!doctype html><html lang="ko"><head><title>site</title>
      <script src="/dongui.all.js"></script></head>
      <body><form action="/join" method="post"><dongui-consent src="/policies/nexcore.json">`,
    rest: `<dongui-field item="membership" name="agree" on="Y"></dongui-field></dongui-consent>
      <button>OK</button></form></body></html>`,
  },
  '/euc-kr': {
    html: page('<script defer src="/dongui.js"></script>', `<p id="own">가입</p>${FORM}`),
    charset: 'euc-kr',
  },
  '/euc-kr-all': {
    html: page('<script defer src="/dongui.all.js"></script>', `<p id="own">가입</p>${FORM}`),
    charset: 'euc-kr',
  },
  '/guide': { html: page('<script defer src="/dongui.js"></script>', GUIDE) },
  '/guide-all': { html: page('', `${GUIDE}<script src="/dongui.all.js"></script>`) },
  '/guide-euc-kr': {
    html: page('<script defer src="/dongui.js"></script>', `<p id="own">가입</p>${GUIDE}`),
    charset: 'euc-kr',
  },
  '/defaults': {
    html: page(
      '<script defer src="/dongui.js" data-src="/policies/nexcore.json" data-endpoint="/consents/receipts"></script>',
      '<form><dongui-consent></dongui-consent></form>',
    ),
  },
  '/later': { html: page('<script defer src="/dongui.js"></script>', '<form></form>') },
  '/alone': { html: page('<script defer src="/dongui.js"></script>', '<p>nothing</p>') },
  '/blocked': {
    html: page('<script defer src="/dongui.js"></script>', FORM),
    policy: "default-src 'none'; script-src 'none'; form-action 'self'",
  },
  // Lit has to have a policy of its own.
  '/no-types': {
    html: page('<script defer src="/dongui.js"></script>', FORM),
    policy: "script-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'",
  },
};

const TITLE = `return document.querySelector('dongui-consent')?.shadowRoot
  ?.querySelector('h2')?.textContent ?? null;`;

const drawn = (at: PageDriver): Promise<string> =>
  eventually('the items', () => at.evaluate<string | null>(TITLE));

/** Presses the form's button and waits for the page that answers. */
async function send(at: PageDriver, site: ScriptTagSite): Promise<URLSearchParams> {
  await at.click('form > button');
  await until('the next page', async () => (await at.url()).endsWith('/join'));
  await until('its title', async () => (await at.evaluate(`return document.title;`)) === 'joined');
  assert.equal(site.sent.length, 1);
  return site.sent[0]!;
}

for (const engine of engines) {
  describe(`The script tag in ${engine}`, () => {
    let site: ScriptTagSite;
    let browser: BrowserDriver;
    let at: PageDriver;

    before(async () => {
      site = await startScriptTagSite({ ...PAGES, ...SURROUNDINGS });
      browser = await startBrowser(engine);
      at = await browser.open();
    });
    after(async () => {
      await browser.stop();
      await site.stop();
    });

    for (const path of ['/defer', '/all', '/all-in-head', '/euc-kr', '/euc-kr-all']) {
      it(`draws and records under the strict policy: ${path}`, async () => {
        site.forget();
        await at.goto(site.origin + path);

        assert.equal(await drawn(at), '확인하고 동의하기');
        await at.click('dongui-consent >>> .pair button');

        const fields = Object.fromEntries(await send(at, site));
        assert.equal(fields['consent[membership]'], 'given');
        assert.match(fields['dongui_receipt']!, /^[0-9a-f-]{36}\.[\w-]{43}$/);
        // Firefox tells of the icon that it asks for by itself and that the policy stops.
        assert.deepEqual(
          at.errors.filter((error) => !error.includes('/favicon.ico')),
          [],
        );
      });
    }

    it('reads a map that arrives after the element, from a slow server', async () => {
      site.forget();
      await at.goto(`${site.origin}/slow`);
      await drawn(at);
      await at.click('dongui-consent >>> .pair button');
      const fields = await send(at, site);
      assert.deepEqual([fields.get('agree'), fields.has('consent[membership]')], ['Y', false]);
    });

    for (const path of ['/guide', '/guide-all', '/guide-euc-kr']) {
      it(`draws an element that only shows, alone, under the strict policy: ${path}`, async () => {
        site.forget();
        await at.goto(site.origin + path);

        const steps = await eventually('the steps', () =>
          at.evaluate<string | null>(`return document.querySelector('dongui-cookie-guide')
            ?.shadowRoot?.querySelector('[data-kind="refuse"] .steps')?.textContent ?? null;`),
        );
        assert.match(steps, /[가-힣]/);
        assert.deepEqual(
          at.errors.filter((error) => !error.includes('/favicon.ico')),
          [],
        );
      });
    }

    it('needs one file with everything in it, and few without', async () => {
      site.forget();
      await at.goto(`${site.origin}/all`);
      await drawn(at);
      assert.deepEqual(
        site.requested.filter((path) => path.startsWith('/cdn/')),
        [],
      );

      site.forget();
      await at.goto(`${site.origin}/defer`);
      await drawn(at);
      assert.ok(site.requested.filter((path) => path.startsWith('/cdn/')).length <= 9);
    });

    it('takes defaults for the page from its own attributes', async () => {
      await at.goto(`${site.origin}/defaults`);

      await drawn(at);

      const endpoint = await at.evaluate<string>(
        `return document.querySelector('dongui-consent').endpoint;`,
      );
      assert.equal(endpoint, '/consents/receipts');
    });

    it('sees an element that comes later', async () => {
      await at.goto(`${site.origin}/later`);

      await at.evaluate(`
        const consent = document.createElement('dongui-consent');
        consent.setAttribute('src', '/policies/nexcore.json');
        document.querySelector('form').append(consent);
      `);

      assert.equal(await drawn(at), '확인하고 동의하기');
    });

    it('fetches nothing where nothing is to be drawn or delivered', async () => {
      await at.goto(`${site.origin}/alone`);
      await at.evaluate(`localStorage.clear();`);
      site.forget();

      await at.goto(`${site.origin}/alone`);

      assert.deepEqual(
        site.requested.filter((path) => path.startsWith('/cdn/')),
        [],
      );
    });

    surroundingsCases(
      () => site,
      () => at,
    );

    for (const path of ['/blocked', '/no-types']) {
      it(`leaves the form as it is where it may not run: ${path}`, async () => {
        site.forget();
        await at.goto(site.origin + path);

        const fields = await send(at, site);

        assert.deepEqual([...fields.keys()], ['email']);
      });
    }
  });
}
