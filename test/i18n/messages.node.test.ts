import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import english from '../../locales/en.js';
import korean from '../../locales/ko.js';
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

describe('every locale', () => {
  const english_ = new Map(textsOf(english));

  for (const [lang, messages] of [
    ['ko', korean],
    ['en', english],
  ] as const) {
    it(`${lang} has the names of the others in each text`, () => {
      for (const [path, text] of textsOf(messages)) {
        // What a form does is a word of its own in every language; a text may do without it.
        const names = namesIn(text).filter((name) => name !== 'act');
        const wanted = namesIn(english_.get(path) ?? '').filter((name) => name !== 'act');
        assert.deepEqual(names, wanted, path);
      }
    });

    it(`${lang} has no empty text and no markup`, () => {
      for (const [path, text] of textsOf(messages)) {
        assert.notEqual(text.trim(), '', path);
        assert.doesNotMatch(text, /[<>]/, path);
      }
    });
  }

  it('puts no particle that depends on a name behind a value, in Korean', () => {
    // `{items}` of `leftOut` always ends with `leftOutItem`'s own "개".
    for (const [path, text] of textsOf({ ...korean, leftOut: '' })) {
      assert.doesNotMatch(text, /\}[’'"]?(은|는|이|가|을|를|과|와|으로|로)(?=[\s.,])/, path);
    }
  });
});
