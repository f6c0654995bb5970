import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

import { answerHost } from '../../demo/server/host-pages.js';

const ORIGIN = 'https://demo.example';
const TOKEN = `01890a5d-ac96-774b-bcce-b302099a8057.${'A'.repeat(43)}`;

/** A form that one of the hosts takes: the consents that it needs, and its page. */
interface HostForm {
  readonly page: string;
  readonly needs: Readonly<Record<string, string>>;
  /** How the answer says no. */
  readonly refusal: RegExp;
}

const GIVEN = {
  'consent[age]': 'given',
  'consent[terms]': 'given',
  'consent[membership]': 'given',
};

const FORMS: Readonly<Record<string, HostForm>> = {
  'wordpress/wp-login/': { page: 'wordpress/', needs: GIVEN, refusal: /id="login_error"/ },
  'woocommerce/account/register/': {
    page: 'woocommerce/account/',
    needs: GIVEN,
    refusal: /class="woocommerce-error"/,
  },
  'keycloak/registration/': {
    page: 'keycloak/',
    needs: { consent_age: 'given', consent_terms: 'given', consent_membership: 'given' },
    refusal: /class="kc-error" role="alert"/,
  },
  'laravel/register/': {
    page: 'laravel/',
    needs: { age: '1', terms: '1', membership: '1' },
    refusal: /class="error" role="alert"/,
  },
  'django/join/': {
    page: 'django/',
    needs: { age: 'on', terms: 'on', membership: 'on' },
    refusal: /<p role="alert"/,
  },
  'spring/join/': {
    page: 'spring/',
    needs: { ageYn: 'Y', termsYn: 'Y', privacyYn: 'Y' },
    refusal: /class="msg" role="alert"/,
  },
};

const FILES = new Map(
  Object.values(FORMS).map(({ page }): [string, string] => [
    `/hosts/${page}`,
    fileURLToPath(new URL(`../../demo/hosts/${page}index.html`, import.meta.url)),
  ]),
);

async function post(path: string, fields: Readonly<Record<string, string>>): Promise<Response> {
  const url = new URL(`/hosts/${path}`, ORIGIN);
  const body = new URLSearchParams(fields);
  const response = await answerHost(FILES, new Request(url, { method: 'POST', body }), url);
  assert.ok(response, path);
  return response;
}

/** What is wrong with a form, each a way to leave something out or to make it up. */
function faults(needs: Readonly<Record<string, string>>): readonly Record<string, string>[] {
  const consents = Object.keys(needs).flatMap((name) =>
    ['', '0', 'refused', 'N', 'off'].map((value) => ({ [name]: value })),
  );
  const tokens = ['', 'x', `${TOKEN}x`, `${TOKEN}\n`, `">${TOKEN}`];
  return [...consents, ...tokens.map((token) => ({ dongui_receipt: token }))];
}

describe('The servers of the hosts that draw their form again', () => {
  for (const [path, { needs, refusal }] of Object.entries(FORMS)) {
    it(`${path} takes what is whole, and says what is wrong with the rest`, async () => {
      const whole = { ...needs, dongui_receipt: TOKEN };
      const { status, headers } = await post(path, whole);
      assert.equal(status, 303);
      assert.match(headers.get('location') ?? '', new RegExp(`^/hosts/\\w+/welcome/.*${TOKEN}`));
      for (const fault of faults(needs)) {
        const response = await post(path, { ...whole, ...fault });
        assert.equal(response.status, 200, JSON.stringify(fault));
        assert.match(await response.text(), refusal);
      }
    });

    it(`${path} prints what was typed as text, and no password`, async () => {
      const names = ['user_login', 'email', 'username', 'userId'];
      const typed = Object.fromEntries(names.map((name) => [name, '"><i>']));
      const secret = { password: 'secret', password1: 'secret', userPassword: 'secret' };
      const text = await (await post(path, { ...typed, ...secret })).text();
      assert.match(text, /value="&quot;&gt;&lt;i&gt;"/);
      assert.doesNotMatch(text, /"><i>|secret/);
    });
  }
});

describe('The server of the classic checkout', () => {
  const needs = { 'consent[terms]': 'given', 'consent[membership]': 'given' };
  const ask = async (fields: Readonly<Record<string, string>>): Promise<unknown> =>
    (await post('woocommerce/checkout/', fields)).json();

  it('answers in JSON where to go, or what is wrong', async () => {
    const whole = { ...needs, dongui_receipt: TOKEN };
    assert.deepEqual(Object.keys((await ask(whole)) as object), ['result', 'redirect']);
    for (const fault of faults(needs)) {
      const answer = (await ask({ ...whole, ...fault })) as Record<string, string>;
      assert.equal(answer['result'], 'failure', JSON.stringify(fault));
      assert.match(answer['messages'] ?? '', /woocommerce-error/);
    }
  });

  it('gives the parts that the page puts in place of its own', async () => {
    const path = 'woocommerce/update-order-review/';
    const fragments = async (shipping: string): Promise<Record<string, string>> => {
      const response = await post(path, { shipping_method: shipping });
      const answer: unknown = await response.json();
      return (answer as { fragments: Record<string, string> }).fragments;
    };
    assert.match((await fragments('post'))['.payment'] ?? '', /27,000원/);
    assert.match((await fragments('pickup'))['.payment'] ?? '', /24,000원/);
    assert.doesNotMatch((await fragments('"><i>'))['.review'] ?? '', /<i>/);
  });
});
