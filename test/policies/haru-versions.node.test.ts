import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { describe, it } from 'node:test';

import { checkTranslation } from '../../src/model/check-translation.js';
import { createNotice } from '../../src/model/create-notice.js';
import { deriveSurface } from '../../src/model/derive-surface.js';
import type { NoticeItem } from '../../src/model/notice.js';
import { parsePolicyDocument } from '../../src/model/parse-policy-document.js';
import type { PolicyDocument } from '../../src/model/policy-document.js';
import { hashOf } from '../../src/model/sha256.js';
import { isStale } from '../../src/model/staleness.js';
import { readPolicy } from './read-policy.js';

const HANGUL = /[\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3]/;

const read = (name: string): PolicyDocument => parsePolicyDocument(readPolicy(name));

const signupItems = (policy: PolicyDocument): readonly NoticeItem[] =>
  createNotice(policy, deriveSurface(policy, 'signup')).notice.items;

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
}

for (const version of ['', '1.0.']) {
  const name = (lang: string): string => `haru.${version}${lang}`;
  const original = read(name('ko'));
  const translation = read(name('en'));

  describe(`${name('en')}: a translation of ${name('ko')}`, () => {
    it('names the hash of its original', () => {
      const sha256 = hashOf(original);
      assert.deepEqual(
        translation.translationOf,
        { locale: 'ko', sha256 },
        `translationOf.sha256 of ${name('en')}.json must be ${sha256}`,
      );
    });

    it('has every fact of it, and no other', () => {
      assert.deepEqual(checkTranslation(original, translation), []);
    });

    it('says the same days, numbers and addresses outside its matters', () => {
      for (const part of ['announced', 'changeNotice', 'history', 'next', 'age'] as const) {
        const numbers = (value: unknown): string[] =>
          textsOf(value).filter((text) => /^[\d-]+$/.test(text));
        assert.deepEqual(numbers(translation[part]), numbers(original[part]), part);
      }
      assert.equal(translation.changeNotice?.days, original.changeNotice?.days);
      const reach = ({ contacts, remedies, controllers }: PolicyDocument): unknown[] =>
        [...(contacts ?? []), ...(remedies ?? []), ...controllers].map(
          ({ phone, url, ...rest }) => [phone, url, 'email' in rest ? rest.email : ''],
        );
      assert.deepEqual(reach(translation), reach(original));
      assert.deepEqual(
        translation.rights?.list.map(({ statute = '' }) => statute.match(/\d+(-\d+)?/)?.[0] ?? ''),
        original.rights?.list.map(
          ({ statute = '' }) =>
            statute
              .match(/\d+조(의\d+)?/)?.[0]
              .replace('조의', '-')
              .replace('조', '') ?? '',
        ),
      );
    });

    it('is in one language each, and they name each other', () => {
      assert.deepEqual(
        textsOf(translation).filter((text) => HANGUL.test(text)),
        [],
      );
      assert.deepEqual({ ...translation.translations }, { ko: `${name('ko')}.json` });
      assert.deepEqual({ ...original.translations }, { en: `${name('en')}.json` });
    });

    it('was last changed in none of its matters after it took effect', () => {
      const revisions = [...JSON.stringify(original).matchAll(/"revision":"([\d-]+)"/g)];
      assert.ok(revisions.length > 15);
      for (const [, revision = ''] of revisions)
        assert.ok(revision <= original.effective, revision);
    });
  });
}

for (const lang of ['ko', 'en']) {
  const then = signupItems(read(`haru.1.0.${lang}`));
  const now = signupItems(read(`haru.${lang}`));
  const pairs = now.flatMap((item) => {
    const before = then.find(({ id }) => id === item.id);
    return before ? [{ before, item }] : [];
  });

  describe(`haru 1.0 and 2.0 in ${lang}: what is asked again`, () => {
    it('is the birthday coupon alone, whose period changed', () => {
      const stale = pairs.filter(({ before, item }) =>
        isStale({ item: before, locale: lang }, { item, locale: lang }),
      );
      assert.deepEqual(
        stale.map(({ item }) => item.id),
        ['birthday'],
      );
      const [{ before, item } = {}] = stale;
      assert.deepEqual(
        [before?.retention?.[0]?.period, item?.retention?.[0]?.period],
        ['P1Y', 'P5D'],
      );
      assert.deepEqual([before?.revision, item?.revision], ['2025-06-01', '2026-09-01']);
    });

    it('is not what was only worded otherwise', () => {
      const reworded = pairs.filter(
        ({ before, item }) => before.sha256 !== item.sha256 && before.facts === item.facts,
      );
      assert.deepEqual(
        reworded.map(({ item }) => item.id),
        ['allergy', 'marketing-use'],
      );
      for (const { before, item } of reworded) assert.equal(before.revision, item.revision);
    });

    it('is asked for the first time where the matter is new', () => {
      const isNew = now.filter(({ id }) => !then.some((item) => item.id === id));
      assert.deepEqual(
        isNew.map(({ id, revision }) => `${id} ${revision}`),
        ['translation 2026-09-01'],
      );
      assert.deepEqual(
        then.filter(({ id }) => !now.some((item) => item.id === id)),
        [],
      );
    });

    it('lacks nothing in the older version either', () => {
      const { gaps, refusals, errors } = deriveSurface(read(`haru.1.0.${lang}`), 'signup');
      assert.deepEqual([gaps, refusals, errors], [[], [], []]);
    });
  });

  describe(`haru in ${lang}: its versions`, () => {
    const current = read(`haru.${lang}`);
    const archived = read(`haru.1.0.${lang}`);

    it('follow each other day by day, each with its document', () => {
      const lines = current.history?.map(
        ({ version, announced, effective, until, document }) =>
          `${version} ${announced ?? ''} ${effective} ${until ?? ''} ${document ?? ''}`,
      );
      assert.deepEqual(lines, [
        `2.0 2026-08-20 2026-09-01  haru.${lang}.json`,
        `1.0 2025-05-20 2025-06-01 2026-08-31 haru.1.0.${lang}.json`,
      ]);
      for (const { document = '' } of current.history ?? [])
        assert.ok(
          existsSync(new URL(`../../demo/policies/${document}`, import.meta.url)),
          document,
        );
    });

    it('are the current one and the one before', () => {
      const head = ({ status, version, effective, announced }: PolicyDocument): string =>
        [status, version, effective, announced].join(' ');
      assert.equal(head(current), 'current 2.0 2026-09-01 2026-08-20');
      assert.equal(head(archived), 'archived 1.0 2025-06-01 2025-05-20');
      assert.equal(archived.history?.length, 1);
      assert.deepEqual(
        [current.next?.version, current.next?.announced, current.next?.effective],
        ['2.1', '2026-11-15', '2026-12-15'],
      );
    });
  });
}
