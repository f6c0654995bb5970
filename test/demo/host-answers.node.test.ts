import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

import { answerHost } from '../../demo/server/host-pages.js';
import { toCharset } from '../../demo/server/hosts/answers.js';
import { readForm } from '../../demo/server/form-body.js';

const ORIGIN = 'https://demo.example';
const TOKEN = `01890a5d-ac96-774b-bcce-b302099a8057.${'A'.repeat(43)}`;

const page = (path: string): string =>
  fileURLToPath(new URL(`../../demo/hosts/${path}index.html`, import.meta.url));
const FILES = new Map([
  ['/hosts/gnuboard5/', page('gnuboard5/')],
  ['/hosts/gnuboard5/register-form/', page('gnuboard5/register-form/')],
]);

async function ask(path: string, init?: RequestInit): Promise<Response> {
  const url = new URL(`/hosts/${path}`, ORIGIN);
  const response = await answerHost(FILES, new Request(url, init), url);
  assert.ok(response, path);
  return response;
}

const post = (path: string, fields: Readonly<Record<string, string>>): Promise<Response> =>
  ask(path, { method: 'POST', body: new URLSearchParams(fields) });

/** What each host needs, where it is sent, and how it says no. */
const SIGNUPS = {
  'gnuboard5/register-form-update/': { w: '', captcha_key: '1234', agree: '1', agree2: '1' },
  'rhymix/': { 'accept_agreement[1]': 'Y', 'accept_agreement[2]': 'Y' },
  'cafe24/join/': { 'agree_service_check[]': '1', 'agree_privacy_check[]': '1' },
  'godomall/join/': { agreementInfoFl: 'y', privateApprovalFl: 'y' },
};

/** Where an answer leads when the signup was taken; undefined when it was refused. */
async function placeOf(response: Response): Promise<string | undefined> {
  const { headers, status } = response;
  if (status === 303) return headers.get('location') ?? undefined;
  if (!(headers.get('content-type') ?? '').includes('json')) return undefined;
  return ((await response.json()) as { redirect_url?: string }).redirect_url;
}

describe('The servers of the rebuilt hosts', () => {
  for (const [path, fields] of Object.entries(SIGNUPS)) {
    const [name = ''] = path.split('/');
    const full = { ...fields, dongui_receipt: TOKEN };

    it(`${name} takes a signup that is whole, and shows the consents alone`, async () => {
      const sent = { ...full, mb_name: 'Person', passwd: 'x' };
      const place = (await placeOf(await post(path, sent))) ?? '';
      assert.ok(place.startsWith(`/hosts/${name}/welcome/?receipt=${TOKEN}&field=`), place);
      const response = await ask(place.slice('/hosts/'.length));
      const text = await response.text();
      assert.match(text, new RegExp(`data-field="dongui_receipt".*${TOKEN}`));
      assert.doesNotMatch(place + text, /Person|passwd/);
      assert.match(response.headers.get('content-security-policy') ?? '', /^default-src 'none'/);
    });

    it(`${name} takes none without a consent, with another value, or without a receipt`, async () => {
      const consents = Object.entries(fields).filter(([, value]) => /^[1yY]$/.test(value));
      assert.equal(consents.length, 2);
      for (const [consent] of consents) {
        for (const value of ['', '0', 'on', 'refused']) {
          assert.equal(await placeOf(await post(path, { ...full, [consent]: value })), undefined);
        }
      }
      for (const token of ['', 'x', `${TOKEN}x`, `${TOKEN}\n`, `">${TOKEN}`]) {
        const sent = { ...full, dongui_receipt: token };
        assert.equal(await placeOf(await post(path, sent)), undefined, token);
      }
    });
  }

  it('gnuboard5 sends a person back to step 1 for a wrong captcha, and loses what was typed', async () => {
    const wrong = await post('gnuboard5/register-form-update/', { captcha_key: '9' });
    assert.match(
      await wrong.text(),
      /alert\(".*"\);\s*location\.replace\("\/hosts\/gnuboard5\/reg/,
    );
    const empty = await ask('gnuboard5/register-form/');
    assert.match(await empty.text(), /location\.replace\("\/hosts\/gnuboard5\/"\)/);
  });

  it('gnuboard5 prints what was posted into step 2 as text', async () => {
    const response = await post('gnuboard5/register-form/', { agree: '1"><b>', agree2: '1' });
    const text = await response.text();
    assert.match(text, /name="agree" value="1&quot;&gt;&lt;b&gt;"/);
    assert.doesNotMatch(text, /%%/);
    assert.equal(response.headers.get('content-security-policy'), null, 'as the real one');
  });

  it('shows hostile values on the page after signup as text', async () => {
    const address = 'rhymix/welcome/?receipt=x&field=%22%3E%3Cscript%3E%3D%3Cb%3E';
    const text = await (await ask(address)).text();
    assert.match(text, /data-field="&quot;&gt;&lt;script&gt;"/);
    assert.doesNotMatch(text, /<b>/);
  });

  it('takes a form and nothing else, where a form goes', async () => {
    assert.equal((await ask('rhymix/', { method: 'POST', body: '{}' })).status, 415);
    assert.equal((await post('rhymix/nowhere/', {})).status, 405);
    assert.equal((await ask('rhymix/', { method: 'PUT', body: '' })).status, 405);
    for (const path of ['/hosts/', '/hosts/nobody/', '/hosts/rhymix', '/haru/']) {
      const url = new URL(path, ORIGIN);
      assert.equal(await answerHost(FILES, new Request(url), url), undefined, path);
    }
  });
});

describe('Pages of an older character set', () => {
  it('are sent as ASCII that says the same', async () => {
    const html = { 'content-type': 'text/html; charset=utf-8' };
    const response = await toCharset(new Response('<p>가 🙂</p>', { headers: html }), 'euc-kr');
    assert.equal(response.headers.get('content-type'), 'text/html; charset=euc-kr');
    assert.equal(await response.text(), '<p>&#44032; &#128578;</p>');
    const script = new Response('가', { headers: { 'content-type': 'text/javascript' } });
    assert.equal(await (await toCharset(script, 'euc-kr')).text(), '가');
  });

  it('send their forms in it', async () => {
    const body = 'name=%B0%A1+1&agree=1&empty=&a%5B%5D=x%3Dy';
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const request = new Request(ORIGIN, { method: 'POST', body, headers });
    const form = await readForm(request, 'euc-kr');
    assert.ok(form instanceof FormData);
    assert.deepEqual(
      [...form],
      [
        ['name', '가 1'],
        ['agree', '1'],
        ['empty', ''],
        ['a[]', 'x=y'],
      ],
    );
  });
});
