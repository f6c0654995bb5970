import type { PolicyDocument } from '../../src/model/policy-document.js';
import type {
  DataItem,
  DataKind,
  ProcessingEntry,
  Purpose,
  Refusal,
  ThirdParty,
  Transfer,
} from '../../src/model/policy-processing.js';
import type { Marketing } from '../../src/model/policy-marketing.js';
import type { Retention } from '../../src/model/retention.js';

// Small documents that hold every kind of matter once. Functions, so that no test can change the
// document of another one.

/** The revision of every entry here. */
export const REVISION = '2026-11-01';

export const PURPOSES: readonly Purpose[] = [{ text: 'Coupons in the month of birth' }];
export const RETENTION: Retention = [{ period: 'P5D', from: 'leaving the service' }];
const REFUSAL: Refusal = {
  right: 'You may refuse.',
  consequence: 'Only the coupons are left out.',
};

/** One collected item of a kind. */
export const datum = (kind: DataKind = 'ordinary', name: string = kind): DataItem => ({
  name,
  kind,
});

/** An optional consent with all its legal facts. */
export const processingEntry = (overrides: Partial<ProcessingEntry> = {}): ProcessingEntry => ({
  id: 'birthday',
  title: 'Birthday coupons',
  purposes: PURPOSES,
  data: [datum('ordinary', 'date of birth')],
  basis: 'consent',
  required: false,
  retention: RETENTION,
  refusal: REFUSAL,
  revision: REVISION,
  ...overrides,
});

/** A required provision to a third party with all its legal facts. */
export const thirdParty = (overrides: Partial<ThirdParty> = {}): ThirdParty => ({
  id: 'kitchen',
  recipient: { name: 'Sample Kitchen' },
  uses: [
    {
      purposes: [{ text: 'Cooking and delivery' }],
      data: [datum('ordinary', 'address')],
      retention: [{ period: 'P3M', from: 'the delivery' }],
    },
  ],
  basis: 'consent',
  required: true,
  refusal: { right: 'You may refuse.', consequence: 'Nothing can be delivered.' },
  revision: REVISION,
  ...overrides,
});

/** An optional overseas transfer with all its legal facts. */
export const transfer = (overrides: Partial<Transfer> = {}): Transfer => ({
  id: 'translation',
  title: 'Answers in other languages',
  recipient: { name: 'Sample Translation', contact: { email: 'privacy@translation.example' } },
  data: [datum('ordinary', 'question')],
  country: 'JP',
  when: 'with each question',
  how: 'over an encrypted connection',
  purposes: [{ text: 'Translation of questions' }],
  retention: [{ period: 'P30D', from: 'the translation' }],
  basis: 'consent',
  required: false,
  refusal: { right: 'Leave it open or withdraw it.', consequence: 'Answers come in Korean.' },
  revision: REVISION,
  ...overrides,
});

/** Use for promotion, three channels, and the night for the two of them that may be asked. */
export const marketing = (overrides: Partial<Marketing> = {}): Marketing => ({
  sender: 'Sample Table Inc.',
  use: {
    title: 'Use of my data for promotion',
    purposes: [{ text: 'New dishes and discounts' }],
    data: [datum('ordinary', 'name')],
    retention: RETENTION,
    refusal: REFUSAL,
    revision: REVISION,
  },
  advertising: {
    title: 'Ways to receive advertising',
    content: 'New dishes and discounts',
    channels: [
      { channel: 'email' },
      { channel: 'sms', title: 'Text message' },
      { channel: 'push' },
    ],
    retention: [{ event: 'withdrawal' }],
    revision: REVISION,
  },
  night: { channels: ['sms', 'push'], retention: [{ event: 'withdrawal' }], revision: REVISION },
  ...overrides,
});

/** All items of `authoredPolicy()` in legal order. */
export const SIGNUP: readonly string[] = [
  ...['age', 'terms', 'account', 'kitchen', 'birthday', 'allergy', 'translation'],
  ...['marketing-use', 'advertising-email', 'advertising-sms', 'advertising-push'],
  'advertising-night',
];

/** A document without a fault: its `signup` asks for one matter of almost every kind. */
export const authoredPolicy = (overrides: Partial<PolicyDocument> = {}): PolicyDocument => ({
  schema: 'dongui/policy@1',
  id: 'sample',
  locale: 'en',
  jurisdiction: 'KR',
  version: '2026-11-01',
  effective: '2026-11-01',
  title: 'Privacy policy of Sample',
  pageUrl: 'https://sample.example/privacy',
  controllers: [{ name: 'Sample Table Inc.', email: 'privacy@sample.example' }],
  service: { name: 'Sample' },
  authority: { name: 'PIPC', url: 'https://www.pipc.go.kr' },
  storage: { countries: ['KR'] },
  withdrawal: { url: 'https://sample.example/my', method: 'My consents' },
  rights: { list: [{ right: 'Access', statute: 'PIPA 35' }] },
  age: { threshold: 14, guardianMethods: ['phone-identity'], revision: REVISION },
  terms: [
    {
      id: 'terms',
      title: 'Terms of Sample',
      summary: 'Orders, payment, leaving.',
      version: '3',
      required: true,
      text: ['Article 1. These terms are about dishes.'],
      revision: REVISION,
    },
  ],
  processing: [
    processingEntry({ id: 'account', title: 'Account', basis: 'contract', required: true }),
    processingEntry(),
    processingEntry({ id: 'allergy', title: 'Allergies', data: [datum('sensitive', 'allergy')] }),
  ],
  thirdParties: [thirdParty()],
  transfers: [transfer()],
  marketing: marketing(),
  surfaces: { signup: SIGNUP, inquiry: ['account', 'birthday'] },
  ...overrides,
});

/** A document as policies found in the world are: no basis, no choice, no right to refuse. */
export const transcribedPolicy = (overrides: Partial<PolicyDocument> = {}): PolicyDocument => ({
  schema: 'dongui/policy@1',
  id: 'found',
  locale: 'ko',
  jurisdiction: 'KR',
  origin: 'transcribed',
  version: '2015-02-15',
  effective: '2015-02-15',
  controllers: [{ brands: ['Found'] }],
  service: { name: 'Found' },
  processing: [
    {
      id: 'membership',
      title: '회원 관리',
      purposes: [{ text: '본인 확인' }],
      data: [datum('ordinary', '이름')],
      basis: 'unstated',
      required: 'unstated',
      retention: [{ until: 'purpose-met' }],
      revision: '2015-02-15',
    },
  ],
  thirdParties: [
    {
      id: 'invoice',
      recipient: { name: '세금계산서 회사' },
      uses: [
        {
          purposes: [{ text: '세금계산서' }],
          data: [datum('ordinary', '상호'), datum('rrn', '주민등록번호')],
          retention: [],
        },
      ],
      basis: 'unstated',
      required: 'unstated',
      revision: '2015-02-15',
    },
  ],
  surfaces: { signup: ['invoice', 'membership'] },
  ...overrides,
});
