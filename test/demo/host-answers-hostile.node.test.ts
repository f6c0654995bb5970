import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

import { answerHost } from '../../demo/server/host-pages.js';

const ORIGIN = 'https://demo.example';
const TOKEN = `01890a5d-ac96-774b-bcce-b302099a8057.${'A'.repeat(43)}`;
const REQUIRED = { 'consent[age]': 'given', 'consent[membership]': 'given' };

const FILES = new Map(
  ['strict', 'table'].map((name) => [
    `/hosts/${name}/`,
    fileURLToPath(new URL(`../../demo/hosts/${name}/index.html`, import.meta.url)),
  ]),
);

async function ask(path: string, fields?: Readonly<Record<string, string>>): Promise<Response> {
  const url = new URL(`/hosts/${path}`, ORIGIN);
  const init = fields && { method: 'POST', body: new URLSearchParams(fields) };
  const response = await answerHost(FILES, new Request(url, init), url);
  assert.ok(response, path);
  return response;
}

describe('The servers of the hostile pages', () => {
  it('strict allows its scripts and styles by a nonce that is new each time', async () => {
    const nonces = new Set<string>();
    for (let i = 0; i < 2; i++) {
      const response = await ask('strict/');
      const policy = response.headers.get('content-security-policy') ?? '';
      const [, nonce = ''] = /script-src 'nonce-([\w-]{22})' 'strict-dynamic'/.exec(policy) ?? [];
      assert.ok(policy.includes(`style-src 'nonce-${nonce}'`), policy);
      assert.match(policy, /require-trusted-types-for 'script'; trusted-types lit-html/);
      const page = await response.text();
      assert.deepEqual(new Set(page.match(/nonce="[^"]*"/g)), new Set([`nonce="${nonce}"`]));
      assert.doesNotMatch(page, /<script(?![^>]*\bnonce=)/);
      nonces.add(nonce);
    }
    assert.equal(nonces.size, 2);
  });

  it('table is sent in euc-kr, in quirks mode and without a policy', async () => {
    const response = await ask('table/');
    assert.equal(response.headers.get('content-type'), 'text/html; charset=euc-kr');
    assert.equal(response.headers.get('content-security-policy'), null);
    const page = await response.text();
    assert.match(page, /^<!doctype html public/i);
    assert.match(page, /^[\0-\x7f]*$/);
  });

  for (const [name, path, fields] of [
    ['strict', 'strict/join/', { ...REQUIRED, 'consent[terms]': 'given' }],
    ['table', 'table/join.do/', { 'consent[membership]': 'given', agree: 'Y' }],
  ] as const) {
    it(`${name} takes a signup that is whole, and refuses any other`, async () => {
      const whole: Record<string, string> = { ...fields, dongui_receipt: TOKEN };
      const taken = await ask(path, whole);
      assert.equal(taken.status, 303);
      assert.match(taken.headers.get('location') ?? '', new RegExp(`^/hosts/${name}/welcome/`));
      for (const field of Object.keys(whole)) {
        const rest = Object.fromEntries(Object.entries(whole).filter(([key]) => key !== field));
        assert.notEqual((await ask(path, rest)).status, 303, field);
      }
    });
  }
});
