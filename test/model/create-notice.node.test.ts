import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { canonicalJson } from '../../src/model/canonical-json.js';
import { type CreatedNotice, createNotice } from '../../src/model/create-notice.js';
import { deriveSurface } from '../../src/model/derive-surface.js';
import type { NoticeItem } from '../../src/model/notice.js';
import type { PolicyDocument } from '../../src/model/policy-document.js';
import { hashOf } from '../../src/model/sha256.js';
import { authoredPolicy, transcribedPolicy } from '../support/policy-fixtures.js';

const create = (document: PolicyDocument, surface = 'signup'): CreatedNotice =>
  createNotice(document, deriveSurface(document, surface));

function itemOf({ notice }: CreatedNotice, id: string): NoticeItem {
  const item = notice.items.find((each) => each.id === id);
  assert.ok(item, `no item "${id}"`);
  return item;
}

/** The same value with the keys of every object in another order. */
function reordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reordered);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, each]) => [key, reordered(each)] as const);
  return Object.fromEntries(entries.reverse());
}

describe('createNotice', () => {
  it('says whose policy it is, in which version, and what holds for all items', () => {
    const document = authoredPolicy();
    const { items: _items, ...head } = create(document).notice;
    assert.deepEqual(head, {
      schema: 'dongui/notice@1',
      policy: {
        id: 'sample',
        version: '2026-11-01',
        effective: '2026-11-01',
        title: 'Privacy policy of Sample',
        url: 'https://sample.example/privacy',
        sha256: hashOf(document),
      },
      surface: 'signup',
      locale: 'en',
      jurisdiction: 'KR',
      origin: 'authored',
      controllers: document.controllers,
      service: document.service,
      authority: document.authority,
      storage: document.storage,
      withdrawal: document.withdrawal,
      rights: document.rights?.list,
    });
  });

  it('leaves out what the document does not have, and lists the gaps in order', () => {
    const { notice } = create(transcribedPolicy());
    assert.deepEqual(Object.keys(notice).sort(), [
      ...['controllers', 'gaps', 'items', 'jurisdiction', 'locale', 'origin', 'policy', 'schema'],
      ...['service', 'surface'],
    ]);
    assert.deepEqual(Object.keys(notice.policy).sort(), ['effective', 'id', 'sha256', 'version']);
    assert.deepEqual(notice.gaps, [
      'processing[0].basis',
      'processing[0].refusal',
      'processing[0].required',
      'thirdParties[0].basis',
      'thirdParties[0].refusal',
      'thirdParties[0].required',
      'thirdParties[0].uses[0].retention',
    ]);
  });

  it('has the items of the surface in its order, without what is only for the page', () => {
    const document = authoredPolicy();
    const { items } = deriveSurface(document, 'signup');
    const { notice } = create(document);
    assert.deepEqual(
      notice.items.map(({ id }) => id),
      items.map(({ id }) => id),
    );
    for (const item of notice.items) {
      for (const name of ['group', 'path', 'bulk', 'text']) assert.equal(name in item, false, name);
    }
  });

  it('has the address of its canonical JSON, and so has each item', () => {
    const { notice, hash } = create(authoredPolicy());
    assert.equal(hash, hashOf(notice));
    for (const { sha256, facts, ...item } of notice.items) {
      assert.equal(sha256, hashOf(item));
      assert.match(facts, /^[\w-]{43}$/);
    }
  });

  it('is the same whatever the order of keys in the document', () => {
    const document = authoredPolicy();
    const other = create(reordered(document) as PolicyDocument);
    assert.deepEqual(other, create(document));
    assert.equal(canonicalJson(other), canonicalJson(create(document)));
  });

  it('is the same after a journey as JSON', () => {
    const document = authoredPolicy();
    const created = create(document);
    assert.deepEqual(create(JSON.parse(JSON.stringify(document)) as PolicyDocument), created);
    assert.deepEqual(JSON.parse(JSON.stringify(created)), created);
  });

  it('is another one for another surface and another version', () => {
    const hashes = [
      create(authoredPolicy()).hash,
      create(authoredPolicy(), 'inquiry').hash,
      create(authoredPolicy({ version: '2' })).hash,
      create(authoredPolicy({ preface: ['Words that no item shows.'] })).hash,
    ];
    assert.equal(new Set(hashes).size, hashes.length);
  });
});

describe('a long text', () => {
  it('stands apart, under the hash that the notice names', () => {
    const created = create(authoredPolicy());
    const part = {
      schema: 'dongui/text@1',
      title: 'Terms of Sample',
      version: '3',
      locale: 'en',
      body: ['Article 1. These terms are about dishes.'],
    };
    assert.deepEqual(created.texts, [{ hash: hashOf(part), part }]);
    const summary = 'Orders, payment, leaving.';
    assert.deepEqual(itemOf(created, 'terms').terms, {
      version: '3',
      summary,
      sha256: hashOf(part),
    });
    assert.equal(canonicalJson(created.notice).includes('Article 1'), false);
  });

  it('that nobody can fetch is not named, so that a receiver does not wait for it', () => {
    const [terms] = authoredPolicy().terms ?? [];
    assert.ok(terms);
    const { text: _text, url: _url, summary: _summary, ...bare } = terms;
    const created = create(authoredPolicy({ terms: [{ ...bare, sha256: 'A'.repeat(43) }] }));
    assert.deepEqual(itemOf(created, 'terms').terms, { version: '3' });
  });

  it('that stands elsewhere is named by the hash that the document gives', () => {
    const sha256 = 'A'.repeat(43);
    const url = 'https://sample.example/terms';
    const [terms] = authoredPolicy().terms ?? [];
    assert.ok(terms);
    const { text: _text, summary: _summary, ...bare } = terms;
    const created = create(authoredPolicy({ terms: [{ ...bare, sha256, url }] }));
    assert.deepEqual(created.texts, []);
    assert.deepEqual(itemOf(created, 'terms').terms, { version: '3', url, sha256 });
  });

  it('changes the facts of the terms, for it is what a person agrees to', () => {
    const [terms] = authoredPolicy().terms ?? [];
    assert.ok(terms);
    const before = itemOf(create(authoredPolicy()), 'terms').facts;
    const longer = authoredPolicy({ terms: [{ ...terms, text: ['Another article.'] }] });
    assert.notEqual(itemOf(create(longer), 'terms').facts, before);
    const summary = authoredPolicy({ terms: [{ ...terms, summary: 'In other words.' }] });
    assert.equal(itemOf(create(summary), 'terms').facts, before);
  });
});
