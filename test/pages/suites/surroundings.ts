import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { it } from 'node:test';

import { readManifest } from '../../../scripts/lib/rollup-chunks.mjs';
import { type PageDriver, until } from '../../support/page-driver.js';
import type { ScriptTagSite, SitePage } from '../../support/script-tag-site.js';

const dist = fileURLToPath(new URL('../../../dist', import.meta.url));
const hash = `sha256-${createHash('sha256')
  .update(readFileSync(join(dist, 'dongui.all.js')))
  .digest('base64')}`;
const { entries } = readManifest(dist);

const CONSENT =
  '<dongui-consent src="/policies/nexcore.json" endpoint="/consents/receipts"></dongui-consent>';
const form = (consent = CONSENT, action = '/join'): string =>
  `<form action="${action}" method="post">
    <input name="email" value="someone@mail.example">${consent}<button>OK</button>
  </form>`;

const page = (head: string, body = form(), doctype = '<!doctype html>'): string =>
  `${doctype}<html lang="ko"><head><title>site</title><link rel="icon" href="data:,">${head}</head>
  <body>${body}</body></html>`;

const SCRIPT = '<script defer src="/dongui.js"></script>';
const ALL = '<script defer src="/dongui.all.js"></script>';

/** A policy of today, with what it stops reported; what scripts may come is each page's matter. */
const policy = (scripts: string, types = '', base = 'none'): string =>
  `default-src 'none'; connect-src 'self'; style-src 'none'; img-src data:; form-action 'self'; ` +
  `base-uri '${base}'; require-trusted-types-for 'script'; ${types} report-uri /csp; script-src ${scripts}`;

/** An app that brings its own copy of the element and its texts. */
const BUNDLE = `<script type="module" nonce="r4nd0m">
  import { setLocaleLoader } from '/bundled/${entries['chunks/page']}';
  setLocaleLoader(() => import('/bundled/${entries['locales/ko']}').then((m) => m.default));
  await import('/bundled/${entries['define/consent']}');
</script>`;

/** Decides and sends by itself: nobody presses anything in a frame that is closed to scripts. */
const PRESS = `<script>
  const timer = setInterval(() => {
    const consent = document.querySelector('dongui-consent');
    const button = consent.shadowRoot && consent.shadowRoot.querySelector('.pair button');
    if (!button || consent.validity.customError) return;
    clearInterval(timer);
    button.click();
    document.forms[0].requestSubmit();
    fetch('/open/pressed', { mode: 'no-cors' });
  }, 30);
</script>`;

/** As in a frame without an origin: all that is fetched comes from elsewhere. */
const OPEN_CONSENT =
  '<dongui-consent src="/open/policies/nexcore.json" endpoint="/open/consents/receipts"></dongui-consent>';
const openPage = (script: string): string => page(script + PRESS, form(OPEN_CONSENT));
const frame = (src: string, sandbox?: string): string =>
  `<!doctype html><title>around</title><link rel="icon" href="data:,"><iframe src="${src}" height="900"
    ${sandbox === undefined ? '' : `sandbox="${sandbox}"`}></iframe>`;

/** A page whose document fetches nothing: the whole policy stands in it. */
const inlinePolicy = (): string => {
  const file = join(dist, '../demo/policies/nexcore.json');
  const text = readFileSync(file, 'utf8').replaceAll('<', '\\u003c');
  return `<dongui-consent endpoint="/open/consents/receipts"><script type="application/json">${text}</script></dongui-consent>`;
};

/** Pages on which a person signs up as anywhere, and nothing is stopped by a policy. */
const SIGNUPS: Readonly<Record<string, SitePage>> = {
  '/nonce': {
    html: page('<script nonce="r4nd0m" defer src="/dongui.js"></script>'),
    policy: policy("'nonce-r4nd0m'"),
  },
  '/nonce-strict-dynamic': {
    html: page('<script nonce="r4nd0m" defer src="/dongui.js"></script>'),
    policy: policy("'nonce-r4nd0m' 'strict-dynamic'"),
  },
  '/hash': {
    html: page(`<script integrity="${hash}" defer src="/dongui.all.js"></script>`),
    policy: policy(`'${hash}'`),
  },
  '/hash-strict-dynamic': {
    html: page(`<script integrity="${hash}" defer src="/dongui.all.js"></script>`),
    policy: policy(`'${hash}' 'strict-dynamic'`),
  },
  '/trusted-types': { html: page(SCRIPT), policy: policy("'self'", 'trusted-types lit-html;') },
  '/trusted-types-two-copies': {
    html: page(SCRIPT + ALL),
    policy: policy("'self'", "trusted-types lit-html 'allow-duplicates';"),
  },
  '/twice': { html: page(SCRIPT + SCRIPT), policy: policy("'self'") },
  '/both': { html: page(SCRIPT + ALL), policy: policy("'self'") },
  '/bundle-and-tag': {
    html: page(BUNDLE + SCRIPT),
    policy: policy("'self' 'nonce-r4nd0m'"),
  },
  '/before-jquery': {
    html: page('<script src="/dongui.js"></script><script src="/jquery-1.js"></script>'),
    // jQuery 1.12 does what a strict policy stops, whatever else is on the page.
    policy: '',
  },
  '/after-jquery': {
    html: page('<script src="/jquery-1.js"></script><script src="/dongui.js"></script>'),
    policy: '',
  },
  '/quirks': { html: page(SCRIPT, form(), ''), policy: policy("'self'") },
  '/base': {
    html: page(`<base href="/some/where/else/">${SCRIPT}`),
    policy: policy("'self'", '', 'self'),
  },
};

/** Frames, and whether a receipt comes out of them. */
const FRAMES: Readonly<Record<string, { readonly html: string; readonly signs: boolean }>> = {
  '/in-frame': { html: frame('/framed'), signs: true },
  '/in-sandbox-with-origin': {
    html: frame('/framed', 'allow-scripts allow-forms allow-same-origin'),
    signs: true,
  },
  '/in-sandbox': { html: frame('/framed-open', 'allow-scripts allow-forms'), signs: true },
  '/in-sandbox-alone': { html: frame('/framed-alone', 'allow-scripts allow-forms'), signs: true },
  '/in-sandbox-without-forms': {
    html: frame('/framed', 'allow-scripts allow-same-origin'),
    signs: false,
  },
};

/** What has to stand on the site for this suite. */
export const SURROUNDINGS: Readonly<Record<string, SitePage>> = {
  ...SIGNUPS,
  ...Object.fromEntries(
    Object.entries(FRAMES).map(([path, { html }]) => [path, { html, policy: '' }]),
  ),
  '/framed': { html: page(SCRIPT + PRESS), policy: '' },
  '/framed-open': {
    html: openPage('<script defer crossorigin src="/open/dongui.js"></script>'),
    policy: '',
  },
  '/framed-alone': { html: page(ALL + PRESS, form(inlinePolicy())), policy: '' },
  '/euc-kr-form': {
    html: page(
      SCRIPT,
      `<form action="/join" method="post"><input name="nick" value="가입">${CONSENT}<button>OK</button></form>`,
    ),
    charset: 'euc-kr',
  },
  '/around-other-site': { html: '', policy: '' },
};

const READY = `const consent = document.querySelector('dongui-consent');
  return Boolean(consent?.shadowRoot?.querySelector('.pair button')) && !consent.validity.customError;`;

/** Signs up as a person does, and waits until the server has both the form and the receipt. */
async function signUp(at: PageDriver, site: ScriptTagSite): Promise<void> {
  await until('the items', () => at.evaluate<boolean>(READY));
  await at.click('dongui-consent >>> .pair button');
  await at.click('form > button');
  await until('the next page', async () => (await at.url()).endsWith('/join'));
  await arrived(site);
}

async function arrived(site: ScriptTagSite): Promise<void> {
  await until('the form', () => Promise.resolve(site.sent.length > 0));
  await until('the receipt', () => Promise.resolve(site.receipts.length > 0));
  const [receipt] = site.receipts;
  const token = site.sent[0]!.get('dongui_receipt');
  assert.match(token ?? '', /^[0-9a-f-]{36}\.[\w-]{43}$/);
  assert.equal(token!.slice(0, 36), receipt!.id);
  assert.deepEqual([site.sent.length, site.receipts.length], [1, 1]);
  assert.deepEqual(receipt!.shown.hidden, []);
}

/** The surroundings that a page and its server make, in the browser and on the site of a suite. */
export function surroundingsCases(site: () => ScriptTagSite, tab: () => PageDriver): void {
  for (const path of Object.keys(SIGNUPS)) {
    it(`signs up, and no policy stops anything: ${path}`, async () => {
      site().forget();
      const before = tab().errors.length;
      await tab().goto(site().origin + path);

      await signUp(tab(), site());

      assert.equal(site().receipts[0]!.shown.framed, false);
      assert.deepEqual(site().stopped, []);
      assert.deepEqual(tab().errors.slice(before), []);
    });
  }

  for (const [path, { signs }] of Object.entries(FRAMES)) {
    it(`${signs ? 'signs up' : 'keeps still where no form may be sent'}: ${path}`, async () => {
      site().forget();
      await tab().goto(site().origin + path);
      if (!signs) {
        await until('the press', () => Promise.resolve(site().requested.includes('/open/pressed')));
        // Firefox tells the page of the submit before it stops it: such a receipt stays unlinked.
        assert.deepEqual(site().sent, []);
        return;
      }
      await arrived(site());
      assert.equal(site().receipts[0]!.shown.framed, true);
      if (path === '/in-sandbox' || path === '/in-sandbox-alone') {
        assert.deepEqual(site().persisted, ['none'], 'a page without an origin has no storage');
      }
    });
  }

  it('signs up in a frame of another site', async () => {
    site().forget();
    await tab().goto(`${site().origin}/around-other-site`);
    const other = `${site().origin.replace('127.0.0.1', 'localhost')}/framed`;
    await tab().evaluate(
      `const frame = document.createElement('iframe');
       frame.src = args[0];
       document.body.append(frame);`,
      other,
    );

    await arrived(site());

    assert.equal(site().receipts[0]!.shown.framed, true);
  });

  it('rides in a form that is sent in euc-kr', async () => {
    site().forget();
    await tab().goto(`${site().origin}/euc-kr-form`);

    await signUp(tab(), site());

    assert.match(site().bodies[0]!, /^nick=%B0%A1%C0%D4&/);
  });
}
