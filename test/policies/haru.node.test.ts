import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import english from '../../locales/en.js';
import korean from '../../locales/ko.js';
import type { Speaker } from '../../src/i18n/localize-controller.js';
import { formatMessage } from '../../src/i18n/messages.js';
import { deriveSurface } from '../../src/model/derive-surface.js';
import { parsePolicyDocument } from '../../src/model/parse-policy-document.js';
import type { SurfaceItem } from '../../src/model/surface.js';
import {
  basisText,
  countryText,
  dataText,
  listText,
  purposesText,
  retentionText,
} from '../../src/ui/fact-texts.js';
import { readPolicy } from './read-policy.js';

// What stands below is what the signup of the shop is meant to show, word for word.

/** Title and facts of an item, in the words and the order in which a person reads them. */
function reading(item: SurfaceItem, speaker: Speaker): string[] {
  const { recipient, uses: [use] = [], country, refusal } = item;
  const { purposes, data, retention } = { ...item, ...use };
  const lines = [
    item.title,
    item.content,
    recipient?.name,
    ...Object.values<string>({ ...recipient?.contact }),
    purposes && purposesText(purposes, speaker),
    data &&
      listText(
        data.map((each) => dataText(each, speaker)),
        speaker,
      ),
    country && `${countryText(country, speaker)} · ${[item.when, item.how].join(' ')}`,
    ...(retention ?? []).map((rule) => retentionText(rule, speaker)),
    item.kind === 'information' ? basisText(item, speaker) : undefined,
    refusal && [refusal.right, refusal.consequence].join(' '),
  ];
  return lines.flatMap((line) => line ?? []);
}

const LANGUAGES = {
  ko: korean,
  en: english,
};

const READINGS = {
  ko: {
    age: ['만 14세 이상입니다'],
    terms: ['하루 이용약관에 동의합니다'],
    account: [
      '가입과 정기배송에 쓰는 정보',
      '회원 구분, 정기배송 계약의 이행, 주문 문의 답변',
      '이메일, 비밀번호, 이름, 휴대폰 번호, 배송 주소, 공동현관 출입방법',
      '회원 탈퇴 후 5일',
      '주문·결제 기록은 법에 따라 5년',
      '개인정보 보호법 제15조 제1항 제4호 (계약의 체결과 이행)',
    ],
    kitchen: [
      '새봄키친에 배송 정보 제공',
      ...['주식회사 새봄키친', '02-000-1200', 'privacy@saebom.example'],
      '반찬 조리와 배송',
      '이름, 휴대폰 번호, 배송 주소, 공동현관 출입방법',
      '배송 완료 후 3개월',
      '동의하지 않을 수 있습니다. 다만 반찬을 새봄키친이 직접 조리해 배송하므로 정기배송에는 가입할 수 없습니다.',
    ],
    birthday: [
      ...['생일 쿠폰 받기', '생일 달에 쿠폰 지급', '생년월일', '회원 탈퇴 후 5일'],
      '동의하지 않을 수 있습니다. 생일 쿠폰만 받지 못합니다.',
    ],
    allergy: [
      ...['알레르기 식재료 빼기', '못 먹는 식재료가 든 반찬을 다른 반찬으로 바꿈'],
      ...['알레르기 유발 식품 (건강 정보)', '정기배송 해지 후 5일'],
      '동의하지 않을 수 있습니다. 식단이 자동으로 바뀌지 않을 뿐, 배송은 같습니다.',
    ],
    translation: [
      ...['외국어 상담 번역', 'Kotoba Inc.', 'privacy@kotoba.example', '상담 글 번역'],
      ...['상담 글, 사용 언어', '일본 · 상담할 때마다 암호화 통신으로 전송', '번역 후 30일'],
      '동의하지 않거나 ‘내 동의’에서 철회하면 됩니다. 한국어 상담은 그대로 이용합니다.',
    ],
    'marketing-use': [
      ...['홍보에 내 정보 이용', '새 메뉴와 할인 소식', '이름, 이메일, 휴대폰 번호, 주문한 반찬'],
      '동의 철회 또는 회원 탈퇴 후 5일',
      '동의하지 않을 수 있습니다. 할인 소식만 받지 못합니다.',
    ],
    ...Object.fromEntries(
      ['email 이메일', 'sms 문자·알림톡', 'push 앱 푸시'].map((each) => {
        const [channel = '', ...title] = each.split(' ');
        return [
          `advertising-${channel}`,
          [
            ...[title.join(' '), '새 메뉴와 할인 광고를 보냅니다', '철회할 때까지'],
            '고르지 않을 수 있습니다. 고르지 않은 방법으로는 광고를 보내지 않습니다.',
          ],
        ];
      }),
    ),
    'advertising-night': [
      ...['밤에도 받기 (21:00~08:00)', '철회할 때까지'],
      '동의하지 않을 수 있습니다. 밤에는 광고를 보내지 않습니다.',
    ],
  },
  en: {
    age: ['I am 14 or older'],
    terms: ['I agree to the Haru terms of service'],
    account: [
      'Data used for your account and subscription',
      'telling members apart, performing the subscription contract, answering questions about orders',
      'e-mail, password, name, mobile number, delivery address, how to enter the building',
      '5 days after you close your account',
      'Order and payment records: 5 years, by law',
      'Personal Information Protection Act, Article 15(1)4 (entering into and performing a contract)',
    ],
    kitchen: [
      'Delivery details to Saebom Kitchen',
      ...['Saebom Kitchen Co., Ltd.', '02-000-1200', 'privacy@saebom.example'],
      'cooking and delivery',
      'name, mobile number, delivery address, how to enter the building',
      '3 months after delivery',
      'You may refuse. But Saebom Kitchen cooks and delivers the dishes itself, so you cannot sign up for the subscription.',
    ],
    birthday: [
      'Birthday coupon',
      ...['giving you a coupon in your birthday month', 'date of birth'],
      '5 days after you close your account',
      'You may refuse. You only miss the birthday coupon.',
    ],
    allergy: [
      ...['Leave out allergens', 'replacing dishes that contain something you cannot eat'],
      ...['food allergens (health)', '5 days after the subscription ends'],
      'You may refuse. Dishes are not replaced for you; delivery is the same.',
    ],
    translation: [
      ...['Support in other languages', 'Kotoba Inc.', 'privacy@kotoba.example'],
      ...['translating support messages', 'support messages, language'],
      'Japan · at each message over an encrypted connection',
      '30 days after translation',
      'Do not agree, or withdraw in ‘My consents’. Support in Korean is unaffected.',
    ],
    'marketing-use': [
      ...['Use of my data for promotion', 'New dishes and discounts'],
      'name, e-mail, mobile number, dishes ordered',
      '5 days after you withdraw or close your account',
      'You may refuse. You only miss news of discounts.',
    ],
    ...Object.fromEntries(
      [
        ['email', 'E-mail'],
        ['sms', 'Text message and KakaoTalk notice'],
        ['push', 'App notification'],
      ].map(([channel = '', title = '']) => [
        `advertising-${channel}`,
        [
          ...[title, 'Advertising of new dishes and discounts', 'You withdraw'],
          'You may leave any of these out. No advertising is sent that way.',
        ],
      ]),
    ),
    'advertising-night': [
      ...['Also at night (21:00–08:00)', 'You withdraw'],
      'You may refuse. No advertising is sent at night.',
    ],
  },
};

const ORDER = [
  ...['age age required', 'terms terms required', 'account information required'],
  ...['kitchen third-party required', 'birthday collection optional'],
  ...['allergy sensitive optional', 'translation overseas optional'],
  'marketing-use marketing-use promotion',
  ...['email', 'sms', 'push'].map((channel) => `advertising-${channel} advertising promotion`),
  'advertising-night advertising-night promotion',
];

for (const lang of ['ko', 'en'] as const) {
  const policy = parsePolicyDocument(readPolicy(`haru.${lang}`));
  const { items, gaps, refusals, errors } = deriveSurface(policy, 'signup');
  const messages = LANGUAGES[lang];
  const speaker: Speaker = {
    lang,
    messages,
    term: (key, values = {}) => formatMessage(messages[key], values, lang),
  };

  describe(`haru.${lang}: what the signup asks and shows`, () => {
    it('parses without a loss', () => {
      assert.deepEqual(JSON.parse(JSON.stringify(policy)), readPolicy(`haru.${lang}`));
    });

    it('lacks no legal fact, and asks nothing that law forbids', () => {
      assert.deepEqual([gaps, refusals, errors], [[], [], []]);
    });

    it('has twelve items in legal order', () => {
      assert.deepEqual(
        items.map(({ id, kind, group }) => `${id} ${kind} ${group}`),
        ORDER,
      );
    });

    it('requires three answers, and counts seven of eight optional ones as one press', () => {
      const asked = items.filter(({ kind }) => kind !== 'information');
      assert.equal(asked.filter(({ required }) => required).length, 3);
      const optional = asked.filter(({ required }) => !required);
      assert.equal(optional.length, 8);
      assert.deepEqual(
        optional.filter(({ bulk }) => !bulk).map(({ id }) => id),
        ['allergy'],
      );
    });

    it('lets channels hang on the use for promotion, and night on channels but e-mail', () => {
      const parents = items.flatMap(({ id, dependsOn, dependsOnAny }) =>
        dependsOn || dependsOnAny ? [`${id}: ${(dependsOn ?? dependsOnAny ?? []).join(' ')}`] : [],
      );
      assert.deepEqual(parents, [
        'advertising-email: marketing-use',
        'advertising-sms: marketing-use',
        'advertising-push: marketing-use',
        'advertising-night: advertising-sms advertising-push',
      ]);
    });

    it('reads as it is meant to', () => {
      const read = items.map((item) => [item.id, reading(item, speaker)]);
      assert.deepEqual(Object.fromEntries(read), READINGS[lang]);
    });
  });
}
