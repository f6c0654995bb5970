import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import english from '../../locales/en.js';
import korean from '../../locales/ko.js';
import type { Speaker } from '../../src/i18n/localize-controller.js';
import { formatMessage, type Messages } from '../../src/i18n/messages.js';
import type { RetentionRule } from '../../src/model/retention.js';
import {
  basisText,
  channelsText,
  countryText,
  dataText,
  purposesText,
  retentionText,
} from '../../src/ui/fact-texts.js';

function speaker(lang: string, messages: Messages): Speaker {
  return { lang, messages, term: (key, values = {}) => formatMessage(messages[key], values, lang) };
}

const ko = speaker('ko', korean);
const en = speaker('en', english);

describe('retentionText', () => {
  const cases: readonly (readonly [RetentionRule, string, string])[] = [
    [{ period: 'P5Y' }, '5년', '5 years'],
    [{ period: 'P1Y6M' }, '1년 6개월', '1 year 6 months'],
    [{ period: 'P2W' }, '2주', '2 weeks'],
    [{ period: 'P5D', from: 'x' }, 'x 후 5일', '5 days after x'],
    [{ event: 'x' }, 'x 시까지', 'Until x'],
    [{ until: 'purpose-met' }, '목적을 이룰 때까지', 'Until the purpose is met'],
    [{ until: '2027-12-31' }, '2027-12-31까지', 'Until 2027-12-31'],
    [{ period: 'P1D', statute: 'Act 1' }, '1일 (Act 1)', '1 day (Act 1)'],
    [{ period: 'P1D', reason: 'why' }, '1일 (why)', '1 day (why)'],
    [{ statute: 'Act 1' }, 'Act 1', 'Act 1'],
    [{ text: 'own words', period: 'P1D', statute: 'Act 1' }, 'own words', 'own words'],
    [{ period: 'P1D', condition: 'if' }, 'if: 1일', 'if: 1 day'],
    [{ text: 'only if so', condition: 'if' }, 'only if so', 'only if so'],
    [{ text: 'so', condition: 'if' }, 'if: so', 'if: so'],
    [{}, '', ''],
  ];

  for (const [rule, korean_, english_] of cases) {
    it(`says ${JSON.stringify(rule)}`, () => {
      assert.equal(retentionText(rule, ko), korean_);
      assert.equal(retentionText(rule, en), english_);
    });
  }
});

describe('other facts in words', () => {
  it('adds to a collected item what the policy adds', () => {
    const item = { name: 'n', kind: 'ordinary', note: 'a', condition: 'b', about: 'c' } as const;

    assert.equal(dataText(item, ko), 'n (a, b, c의 정보)');
    assert.equal(dataText({ name: 'n', kind: 'ordinary' }, en), 'n');
  });

  it('says the basis with its statute, either alone, or that it is not stated', () => {
    assert.equal(basisText({ basis: 'law', statute: 'Act 1' }, en), 'Act 1 (a duty under law)');
    assert.equal(basisText({ basis: 'vital' }, en), 'vital interests');
    assert.equal(basisText({ basis: 'unstated', statute: 'Act 1' }, en), 'Act 1');
    assert.equal(basisText({ basis: 'unstated' }, en), 'This policy does not say');
    assert.equal(basisText({}, ko), '이 방침에 적혀 있지 않습니다');
  });

  it('names countries, channels and purposes', () => {
    assert.equal(countryText('JP', ko), '일본');
    assert.equal(countryText('ZZ', en).length > 0, true);
    assert.equal(channelsText(['sms', 'push'], ko), '문자, 앱 푸시');
    assert.equal(purposesText([{ text: 'a' }, { text: 'b' }], en), 'a, b');
  });
});
