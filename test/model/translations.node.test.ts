import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { chooseTranslation } from '../../src/model/translations.js';

const KOREAN = { locale: 'ko', translations: { en: '/en.json', 'zh-Hant': '/zh-hant.json' } };

describe('chooseTranslation', () => {
  const cases: readonly (readonly [string, string | undefined])[] = [
    ['ko', undefined],
    ['ko-KR', undefined],
    ['KO-kr', undefined],
    ['en', '/en.json'],
    ['en-GB', '/en.json'],
    ['EN-us', '/en.json'],
    ['zh-Hant', '/zh-hant.json'],
    ['zh-hant-TW', '/zh-hant.json'],
    ['zh', '/zh-hant.json'],
    ['zh-Hans-CN', '/zh-hant.json'],
    ['fr', undefined],
    ['e', undefined],
    ['', undefined],
  ];

  for (const [lang, url] of cases) {
    it(`is ${url ?? 'this document'} for "${lang}"`, () => {
      assert.equal(chooseTranslation(KOREAN, lang), url);
    });
  }

  it('prefers the exact tag, then the longer part of it, then the same primary language', () => {
    const translations = { 'en-US': '/us.json', en: '/en.json', 'en-GB': '/gb.json' };
    const document = { locale: 'ko', translations };
    assert.equal(chooseTranslation(document, 'en-GB'), '/gb.json');
    assert.equal(chooseTranslation(document, 'en-AU'), '/en.json');
    const regional = { locale: 'ko', translations: { 'en-US': '/us.json' } };
    assert.equal(chooseTranslation(regional, 'en-GB'), '/us.json');
  });

  it('stays with this document where it is as good as another, or lists itself', () => {
    const american = { locale: 'en-US', translations: { 'en-GB': '/gb.json' } };
    assert.equal(chooseTranslation(american, 'en-AU'), undefined);
    assert.equal(chooseTranslation(american, 'en-GB'), '/gb.json');
    assert.equal(
      chooseTranslation({ locale: 'en', translations: { en: '/en.json' } }, 'en'),
      undefined,
    );
  });

  it('is this document where there is no translation', () => {
    assert.equal(chooseTranslation({ locale: 'ko' }, 'en'), undefined);
  });
});
