import { createNotice } from '../../src/model/create-notice.js';
import { deriveSurface } from '../../src/model/derive-surface.js';
import type { Notice, TextPart } from '../../src/model/notice.js';
import type { PolicyDocument } from '../../src/model/policy-document.js';
import type { ProcessingEntry } from '../../src/model/policy-processing.js';
import type { Receipt, ReceiptEnvelope } from '../../src/model/receipt.js';
import { hashOf } from '../../src/model/sha256.js';

export const API_KEY = 'key-of-the-desk';
export const ORIGIN = 'https://shop.example';

/** 22 November 2026, 00:00:00 UTC. */
export const NOW: number = Date.UTC(2026, 10, 22);

const ACCOUNT = {
  id: 'account',
  title: '회원 가입과 관리',
  purposes: [{ text: '회원 식별' }],
  data: [{ name: '이메일', kind: 'ordinary' }],
  basis: 'contract',
  required: true,
  retention: [{ event: '회원 탈퇴' }],
  revision: '2026-11-01',
} as const satisfies ProcessingEntry;

const TASTE = {
  ...ACCOUNT,
  id: 'taste',
  title: '취향 분석',
  basis: 'consent',
  required: false,
  refusal: { right: '동의하지 않을 수 있습니다.', consequence: '추천을 받지 못합니다.' },
} as const satisfies ProcessingEntry;

/** A shop's document: terms with their whole text, one matter by contract, two by consent. */
export const POLICY: PolicyDocument = {
  schema: 'dongui/policy@1',
  id: 'shop',
  locale: 'ko',
  jurisdiction: 'KR',
  version: '2026-11-01',
  effective: '2026-11-01',
  controllers: [{ name: '주식회사 상점', email: 'privacy@shop.example' }],
  service: { name: '상점' },
  terms: [
    {
      ...{ id: 'terms', title: '이용약관', version: '3', required: true, revision: '2026-11-01' },
      text: ['제1조 (목적)', { type: 'list', items: ['첫째', { text: '둘째', items: ['아래'] }] }],
    },
  ],
  processing: [ACCOUNT, TASTE],
  marketing: {
    advertising: {
      channels: [{ channel: 'email' }, { channel: 'sms' }],
      retention: [{ period: 'P2Y' }],
      revision: '2026-11-01',
    },
  },
  surfaces: {
    signup: ['terms', 'account', 'taste', 'advertising-email', 'advertising-sms'],
    event: ['taste'],
  },
};

/** The same in a later version, which receivers of these tests were not given. */
export const OTHER_POLICY: PolicyDocument = {
  ...POLICY,
  version: '2026-12-01',
  terms: [
    {
      ...{ id: 'terms', title: '이용약관', version: '4', required: true, revision: '2026-12-01' },
      text: ['제1조 (목적) 개정'],
    },
  ],
};

export interface Shown {
  readonly notice: Notice;
  readonly sha256: string;
  readonly texts: readonly { readonly hash: string; readonly part: TextPart }[];
}

export function show(policy: PolicyDocument, surface = 'signup'): Shown {
  const { notice, hash, texts } = createNotice(policy, deriveSurface(policy, surface));
  return { notice, sha256: hash, texts };
}

/** A number as hexadecimal digits. */
const hex = (number: number, digits: number): string => number.toString(16).padStart(digits, '0');

let last = 0;

/** A UUIDv7 that no other receipt of this run has. */
export function newId(): string {
  last += 1;
  const random = hex(last, 12);
  return `${hex(NOW, 12).slice(0, 8)}-${hex(NOW, 12).slice(8)}-7000-8000-${random}`;
}

/** What a first visitor decided on a notice: everything required, nothing else. */
export function receiptOn({ notice, sha256 }: Shown, changes: Partial<Receipt> = {}): Receipt {
  const asked = notice.items.filter(({ kind }) => kind !== 'information');
  const number = String(last + 1);
  return {
    schema: 'dongui/receipt@1',
    id: newId(),
    event: 'decision',
    at: new Date(NOW - 1_500).toISOString(),
    tz: 'Asia/Seoul',
    subject: `u_${number.padStart(22, 's')}`,
    actor: 'self',
    chain: `c_${number.padStart(22, 'c')}`,
    seq: 1,
    prev: null,
    notice: {
      policy: notice.policy.id,
      surface: notice.surface,
      version: notice.policy.version,
      locale: notice.locale,
      sha256,
    },
    shown: { sha256: hashOf([number]), hidden: [], framed: false },
    items: asked.map(({ id, required }) => ({
      ...{ id, state: required ? 'given' : 'refused', by: required ? 'checkbox' : 'unticked' },
      ...(required && { dt: 900 }),
    })),
    submit: { by: 'submit', trusted: true, dt: 9_000 },
    client: { lib: '0.1.0', origin: ORIGIN, secure: true },
    ...changes,
  };
}

export function envelopeOf(receipt: Receipt, notice?: Notice): ReceiptEnvelope {
  return {
    receipt,
    hash: hashOf(receipt),
    ...(notice && { notice }),
    delivery: { persisted: 'idb', attempt: 1, ack: 'hash' },
  };
}
