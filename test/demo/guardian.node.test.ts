import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { readFile } from 'node:fs/promises';

import { createGuardianDesk } from '../../demo/server/guardian.js';
import { parsePolicyDocument } from '../../src/model/parse-policy-document.js';

const file = (path: string): string =>
  fileURLToPath(new URL(`../../demo/${path}`, import.meta.url));
const HOME = '/haru/guardian/';
const SITE = 'https://demo.example';

const policy = parsePolicyDocument(
  JSON.parse(await readFile(file('policies/haru.ko.json'), 'utf8')),
);
const FILES = new Map(
  ['check/', 'consent/'].map((step) => [`${HOME}${step}`, file(`haru/guardian/${step}index.html`)]),
);
const CHILD = { 'guardian-name': '지어낸 이름', 'guardian-phone': '000-0000-0000' };

function open() {
  const desk = createGuardianDesk(FILES, [{ path: '/haru/', policy }]);
  const get = async (path: string): Promise<Response | undefined> =>
    desk(new Request(SITE + path), new URL(SITE + path));
  const post = async (step: string, fields: Readonly<Record<string, string>>) => {
    const url = `${SITE}${HOME}${step}`;
    const body = new URLSearchParams(fields);
    const response = await desk(new Request(url, { method: 'POST', body }), new URL(url));
    return response?.headers.get('location') ?? '';
  };
  return { get, post };
}

const requestOf = (address: string): string =>
  new URL(address, SITE).searchParams.get('request') ?? '';

describe('the way of a child to a guardian', () => {
  it('leads over the check to a page that says how and when the guardian was confirmed', async () => {
    const { get, post } = open();
    const check = await post('ask', { ...CHILD, method: 'phone-identity' });
    assert.ok(check.startsWith(`${HOME}check/?request=`));
    const request = requestOf(check);
    assert.match((await (await get(check))?.text()) ?? '', new RegExp(`value="${request}"`));

    const consent = await post('confirm', { request });
    assert.equal(consent, `${HOME}consent/?request=${request}`);
    const page = (await (await get(consent))?.text()) ?? '';

    assert.match(page, /actor="guardian"\s+guardian-method="phone-identity"/);
    assert.match(page, new RegExp(`guardian-ref="${request}"`));
    assert.match(page, /guardian-at="\d{4}-\d\d-\d\dT[\d:.]+Z"/);
    assert.doesNotMatch(page, /지어낸 이름|000-0000|%/);
  });

  it('lets the guardian decide first where a text message confirms it afterwards', async () => {
    const { get, post } = open();
    const consent = await post('ask', { ...CHILD, method: 'sms-notice' });
    assert.ok(consent.startsWith(`${HOME}consent/?request=`));

    const page = (await (await get(consent))?.text()) ?? '';

    assert.match(page, /guardian-method="sms-notice"/);
    assert.match(page, /guardian-at=""/);
  });

  it('goes back to its beginning with what it does not know', async () => {
    const { get, post } = open();
    for (const fields of [{ ...CHILD, method: 'guess' }, { method: 'card' }, {}])
      assert.equal(await post('ask', fields as Record<string, string>), HOME);
    assert.equal(await post('confirm', { request: 'nobody' }), HOME);
    const answer = await get(`${HOME}consent/?request=%22%3E%3Cscript%3E`);
    assert.equal(answer?.headers.get('location'), HOME);
  });

  it('asks of the guardian all that is required but the age', async () => {
    const { post } = open();
    const token = `01a2008d-7400-7000-8000-000000000001.${'A'.repeat(43)}`;
    const given = { 'consent[terms]': 'given', 'consent[kitchen]': 'given' };

    const welcome = await post('join', { ...given, dongui_receipt: token });
    assert.equal(welcome, `/haru/welcome/?receipt=${token}`);
    assert.equal(await post('join', { 'consent[terms]': 'given', dongui_receipt: token }), '');
  });

  it('leaves every other page to others', async () => {
    const { get } = open();
    assert.equal(await get('/haru/'), undefined);
    assert.equal(await get(HOME), undefined);
  });
});
