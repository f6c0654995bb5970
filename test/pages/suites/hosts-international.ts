import assert from 'node:assert/strict';
import { it } from 'node:test';

import type { ChromiumPage } from '../../support/puppeteer-driver.js';
import { type DeepSelector, type PageDriver, until } from '../../support/page-driver.js';
import { boxOf, openForm, waitForWelcome } from '../../support/signup-form.js';
import { findViolations, OVERFLOW } from './accessibility.js';
import type { Stage } from './stage.js';

/** A signup at one of the rebuilt hosts, and what that host's server has to get. */
interface HostSignup {
  /** Folder below `/hosts/`. */
  readonly path: string;
  /** What a person ticks. */
  readonly ticks: readonly string[];
  readonly button: DeepSelector;
  /** The consents that arrive, each once, beside the receipt. */
  readonly arrives: Readonly<Record<string, string>>;
  /** What the person does before sending. */
  readonly before?: (page: PageDriver) => Promise<void>;
}

const REQUIRED = ['age', 'terms', 'membership'];

/** Everything that the surface asks, refused but for some. */
function withPrefix(prefix: string, given: readonly string[]): Readonly<Record<string, string>> {
  const asked = ['neighbours', 'marketing-use', 'advertising-email', 'advertising-sms'];
  return Object.fromEntries(
    [...REQUIRED, ...asked].map((id) => [
      `${prefix}[${id}]`,
      given.includes(id) ? 'given' : 'refused',
    ]),
  );
}

const SIGNUPS: readonly HostSignup[] = [
  {
    path: 'wordpress',
    ticks: [...REQUIRED, 'neighbours'],
    button: '#wp-submit',
    arrives: withPrefix('consent', [...REQUIRED, 'neighbours']),
  },
  {
    path: 'woocommerce/account',
    ticks: REQUIRED,
    button: 'button[name="register"]',
    arrives: withPrefix('consent', REQUIRED),
  },
  {
    path: 'keycloak',
    ticks: [...REQUIRED, 'marketing-use', 'advertising-email'],
    button: '#kc-register-form > button',
    arrives: {
      consent_age: 'given',
      consent_terms: 'given',
      consent_membership: 'given',
      consent_neighbours: 'refused',
      consent_marketing_use: 'given',
      consent_advertising_email: 'given',
      consent_advertising_sms: 'refused',
    },
  },
  {
    path: 'laravel',
    ticks: [...REQUIRED, 'neighbours'],
    button: '.end button',
    arrives: {
      age: '1',
      terms: '1',
      membership: '1',
      neighbours: '1',
      marketing_use: '0',
      advertising_email: '0',
      advertising_sms: '0',
    },
  },
  {
    path: 'django',
    ticks: [...REQUIRED, 'marketing-use'],
    button: 'form > button',
    arrives: { age: 'on', terms: 'on', membership: 'on', marketing_use: 'on' },
  },
];

/** The classic checkout, and a page whose button calls `form.submit()`: their fields are mirrored. */
const MIRRORED: readonly HostSignup[] = [
  {
    path: 'woocommerce',
    ticks: ['terms', 'membership'],
    button: '#place_order',
    arrives: {
      'consent[terms]': 'given',
      'consent[membership]': 'given',
      'consent[neighbours]': 'refused',
    },
    before: replaceFragments,
  },
  {
    path: 'spring',
    ticks: [...REQUIRED, 'marketing-use', 'advertising-sms'],
    button: '.btn',
    arrives: {
      ageYn: 'Y',
      termsYn: 'Y',
      privacyYn: 'Y',
      thirdPartyYn: 'N',
      marketingYn: 'Y',
      emailYn: 'N',
      smsYn: 'Y',
    },
  },
];

/** Makes the checkout put other parts in place of its own, the pressed button among them. */
async function replaceFragments(page: PageDriver): Promise<void> {
  await page.click('.review input[value="pickup"]');
  await until('the parts are replaced', () =>
    page.evaluate<boolean>(`return find('#place_order')?.textContent.includes('24,000') ?? false`),
  );
}

/** Writes into the host's own fields, as a script that remembers them would. */
function fillHostFields(page: PageDriver): Promise<void> {
  return page.evaluate(`
    for (const field of document.querySelectorAll('form input[id]:not([type="radio"])')) {
      field.value = field.type === 'email' ? 'person@mail.example' : 'long-enough-1';
    }
  `);
}

/** Every field that the page after the signup says the server got, in the order of arrival. */
function arrivedFields(page: PageDriver): Promise<readonly (readonly [string, string])[]> {
  return page.evaluate(`
    return [...document.querySelectorAll('[data-field]')].map((row) => [
      row.dataset.field,
      row.querySelector('dd').textContent.trim(),
    ]);
  `);
}

const countOf = async (stage: Stage): Promise<number> => (await stage.server.feed()).length;

/** Other people's signup pages with what their recipes say to paste. */
export function internationalHostTests(stage: Stage): void {
  for (const { path, ticks, button, arrives, before } of [...SIGNUPS, ...MIRRORED]) {
    it(`signs up at ${path} as its recipe says`, () =>
      stage.withPage(async (page) => {
        await openForm(page, stage.url(`/hosts/${path}/`));
        await fillHostFields(page);
        for (const id of ticks) await page.click(boxOf(id));
        await before?.(page);
        await page.click(button);
        const { id, hash } = await waitForWelcome(page);

        const fields = await arrivedFields(page);
        const expected = { ...arrives, dongui_receipt: `${id}.${hash}` };
        assert.deepEqual([...fields].sort(), Object.entries(expected).sort(), 'each field once');
        const { receipt } = await stage.row(id);
        const given = receipt.items.filter(({ state }) => state === 'given').map((each) => each.id);
        assert.deepEqual(given.sort(), [...ticks].sort());
      }));
  }

  it('stops a form without validation of its own, and says what is missing', () =>
    stage.withPage(async (page) => {
      await openForm(page, stage.url('/hosts/wordpress/'));
      await fillHostFields(page);
      const count = await countOf(stage);
      await page.click('#wp-submit');
      await until('the element says what is missing', () =>
        page.evaluate<boolean>(
          `return /3/.test(find('dongui-consent >>> [role="alert"]')?.textContent ?? '')`,
        ),
      );
      assert.equal(await page.url(), stage.url('/hosts/wordpress/'));
      assert.equal(await countOf(stage), count);
    }));

  if (stage.engine !== 'chromium') return;
  it('fits a narrow screen in each of these pages, and breaks no rule', () =>
    stage.withPage(async (driver) => {
      const page = driver as ChromiumPage;
      await page.resize(320, 900);
      await page.setScheme('dark');
      for (const { path } of [...SIGNUPS, ...MIRRORED]) {
        await openForm(page, stage.url(`/hosts/${path}/`));
        assert.deepEqual(await findViolations(page), [], path);
        assert.ok((await page.evaluate<number>(OVERFLOW)) <= 0, path);
      }
    }));
}
