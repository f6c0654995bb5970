import { createRecorder, type Recorder, type RecorderOptions } from '../../src/core/recorder.js';
import type { RecordInput } from '../../src/core/make-receipt.js';
import type { Notice, NoticeItem, TextPart } from '../../src/model/notice.js';
import { hashOf } from '../../src/model/sha256.js';
import type { FakePage } from './fake-browser.js';

export const ENDPOINT = 'https://receipts.example/consents/receipts';

const item = (id: string): NoticeItem => ({
  id,
  kind: 'collection',
  title: `Item ${id}`,
  required: false,
  revision: '2026-11-01',
  sha256: hashOf(id),
  facts: hashOf(`facts of ${id}`),
});

/** A long text that the notice names. */
export const TEXT: TextPart = {
  schema: 'dongui/text@1',
  title: 'Terms',
  version: '1',
  locale: 'en',
  body: ['A long text.'],
};

/** A notice of a policy, with so many letters of padding. */
export function createSampleNotice(policy = 'haru', padding = 0): Notice {
  return {
    schema: 'dongui/notice@1',
    policy: { id: policy, version: '1', effective: '2026-11-01', sha256: hashOf(policy) },
    surface: 'signup',
    locale: 'en',
    jurisdiction: 'KR',
    origin: 'authored',
    controllers: [{ name: 'Haru' }],
    service: { name: 'Haru', ...(padding > 0 && { description: 'x'.repeat(padding) }) },
    items: [item('terms'), item('coupons')],
  };
}

/** What a person decided: `terms` given, `coupons` as said. */
export function decided(coupons: 'given' | 'refused' = 'refused'): RecordInput {
  return {
    items: [
      { id: 'terms', state: 'given', by: 'checkbox', dt: 1_200.4 },
      { id: 'coupons', state: coupons, by: coupons === 'given' ? 'checkbox' : 'unticked' },
    ],
    shown: { sha256: hashOf('shown'), hidden: [], framed: false },
    submit: { by: 'submit', trusted: true, dt: 4_200.6 },
    actor: 'self',
  };
}

/** A recorder of the sample notice in a page. */
export function recorderIn(page: FakePage, options: Partial<RecorderOptions> = {}): Recorder {
  const notice = options.notice ?? createSampleNotice();
  return createRecorder({
    notice,
    hash: hashOf(notice),
    texts: [{ hash: hashOf(TEXT), part: TEXT }],
    endpoint: ENDPOINT,
    newSubject: true,
    ports: page.ports,
    ...options,
  });
}
