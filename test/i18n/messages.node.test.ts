import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { describe, it } from 'node:test';

import { formatMessage } from '../../src/i18n/messages.js';

/** Every text of a locale by its path: `kind.age`. */
function textsOf(messages: object, path = ''): [string, string][] {
  return Object.entries(messages).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'string' ? [[path + key, value]] : textsOf(value as object, `${path}${key}.`),
  );
}

function namesIn(text: string): string[] {
  return [...new Set([...text.matchAll(/\{(\w+)/g)].map(([, name]) => name ?? ''))].sort();
}

describe('formatMessage', () => {
  it('puts values in', () => {
    assert.equal(formatMessage('{act}하려면 {n}개', { act: '가입', n: 2 }, 'ko'), '가입하려면 2개');
  });

  it('leaves a name that it does not know', () => {
    assert.equal(formatMessage('{nobody}', {}, 'en'), '{nobody}');
    assert.equal(formatMessage('{nobody:one|other}', {}, 'en'), '{nobody:one|other}');
  });

  it('chooses the word by the plural rules of the language', () => {
    const text = '{n} {n:item|items}';

    assert.equal(formatMessage(text, { n: 1 }, 'en'), '1 item');
    assert.equal(formatMessage(text, { n: 0 }, 'en'), '0 items');
    assert.equal(formatMessage(text, { n: 1 }, 'ko'), '1 items');
  });

  it('puts a value in as it is, whatever it looks like', () => {
    assert.equal(formatMessage('{a}', { a: '{b} $& $1' }, 'en'), '{b} $& $1');
  });
});

/** Every text file of a language, by its path in the language: `''`, `policy`. */
async function filesOf(lang: string): Promise<Map<string, Map<string, string>>> {
  const parts = readdirSync(`locales/${lang}`).map((file) => file.replace(/\.ts$/, ''));
  const files = new Map<string, Map<string, string>>();
  for (const part of ['', ...parts.sort()]) {
    const path = part === '' ? `../../locales/${lang}.js` : `../../locales/${lang}/${part}.js`;
    const module = (await import(path)) as { default: object };
    files.set(part, new Map(textsOf(module.default)));
  }
  return files;
}

/** What a form does is a word of its own in every language; a text may do without it. */
function valuesIn(text: string): string[] {
  return namesIn(text).filter((name) => name !== 'act');
}

const LANGUAGES = readdirSync('locales')
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.replace(/\.ts$/, ''));
const wanted = await filesOf('en');

describe('every locale', () => {
  it('is one of those that README names', () => {
    assert.deepEqual(LANGUAGES, ['en', 'ja', 'ko']);
  });

  for (const lang of LANGUAGES) {
    it(`${lang} has every file and every text that English has, with the same values in it`, async () => {
      const files = await filesOf(lang);
      assert.deepEqual([...files.keys()], [...wanted.keys()]);
      for (const [part, texts] of files) {
        const english = wanted.get(part) ?? new Map<string, string>();
        assert.deepEqual([...texts.keys()].sort(), [...english.keys()].sort(), part);
        for (const [path, text] of texts) {
          assert.deepEqual(valuesIn(text), valuesIn(english.get(path) ?? ''), `${part} ${path}`);
        }
      }
    });

    it(`${lang} has no empty text and no markup`, async () => {
      for (const [part, texts] of await filesOf(lang)) {
        for (const [path, text] of texts) {
          assert.notEqual(text.trim(), '', `${part} ${path}`);
          assert.doesNotMatch(text, /[<>]/, `${part} ${path}`);
        }
      }
    });
  }

  it('puts no particle that depends on a name behind a value, in Korean', async () => {
    for (const [part, texts] of await filesOf('ko')) {
      for (const [path, text] of texts) {
        // `{items}` of `leftOut` always ends with `leftOutItem`'s own "개".
        if (path === 'leftOut') continue;
        assert.doesNotMatch(
          text,
          /\}[’'"]?(은|는|이|가|을|를|과|와|으로|로)(?=[\s.,])/,
          `${part} ${path}`,
        );
      }
    }
  });
});
