import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';

import { fieldsOf, RecordError } from '../../src/model/check-shape.js';
import { createNotice } from '../../src/model/create-notice.js';
import { deriveSurface } from '../../src/model/derive-surface.js';
import type { Notice, NoticeItem, TextPart } from '../../src/model/notice.js';
import { parseNotice, parseNoticeOrText } from '../../src/model/parse-notice.js';
import { parsePolicyDocument } from '../../src/model/parse-policy-document.js';
import { POLICY, show } from '../support/receiver-fixtures.js';

const { notice: NOTICE, texts } = show(POLICY);
const TEXT = texts[0]!.part;

type Optionality<Type> = {
  readonly [Key in keyof Type]-?: object extends Pick<Type, Key> ? '?' : '';
};

function holdShape<Type>(shape: string, keys: Optionality<Type>): void {
  const fields = fieldsOf(shape).map(({ key, isOptional }) => [key, isOptional ? '?' : '']);
  assert.deepEqual(Object.fromEntries(fields), keys);
}

function firstIssue(parse: (value: unknown) => unknown, value: unknown): string {
  try {
    parse(value);
  } catch (error) {
    assert.ok(error instanceof RecordError);
    const [issue] = error.issues;
    return `${issue!.code} ${issue!.path}`;
  }
  return 'none';
}

describe('the shapes of notices', () => {
  it('have the keys of the types', () => {
    holdShape<Notice>('noticeRecord', {
      ...{ schema: '', policy: '', surface: '', locale: '', jurisdiction: '', origin: '' },
      ...{ controllers: '', service: '', authority: '?', storage: '?', withdrawal: '?' },
      ...{ rights: '?', items: '', gaps: '?' },
    });
    holdShape<Notice['policy']>('noticePolicy', {
      ...{ id: '', version: '', effective: '', title: '?', url: '?', sha256: '' },
    });
    holdShape<NoticeItem>('noticeItem', {
      ...{ id: '', kind: '', title: '', required: '', revision: '', audience: '?', basis: '?' },
      ...{ statute: '?', purposes: '?', data: '?', source: '?', retention: '?', empty: '?' },
      ...{ question: '?', reason: '?', recipient: '?', uses: '?', country: '?', when: '?' },
      ...{ how: '?', refusal: '?', sender: '?', content: '?', channel: '?', groupTitle: '?' },
      ...{ channels: '?', threshold: '?', guardianMethods: '?', guardianUrl: '?' },
      ...{ childText: '?', terms: '?', detail: '?', detailTitle: '?', dependsOn: '?' },
      ...{ dependsOnAny: '?', gaps: '?', sha256: '', facts: '' },
    });
    holdShape<NonNullable<NoticeItem['terms']>>('noticeTerms', {
      ...{ version: '', summary: '?', url: '?', sha256: '?' },
    });
    holdShape<TextPart>('textRecord', {
      ...{ schema: '', title: '', version: '', locale: '', body: '' },
    });
  });
});

describe('parseNotice', () => {
  const folder = new URL('../../demo/policies/', import.meta.url);
  for (const name of readdirSync(folder).filter((each) => each.endsWith('.json'))) {
    it(`takes every notice and text of ${name}`, () => {
      const document = parsePolicyDocument(JSON.parse(readFileSync(new URL(name, folder), 'utf8')));
      for (const surface of Object.keys(document.surfaces)) {
        const created = createNotice(document, deriveSurface(document, surface));
        // As it arrives: by way of JSON.
        const notice = JSON.parse(JSON.stringify(created.notice)) as unknown;
        assert.equal(parseNotice(notice), notice);
        for (const { part } of created.texts) {
          const text = JSON.parse(JSON.stringify(part)) as unknown;
          assert.equal(parseNoticeOrText(text), text);
        }
      }
    });
  }

  it('refuses what it does not know, at any depth', () => {
    const [first, ...rest] = NOTICE.items;
    const cases: readonly (readonly [object, string])[] = [
      [{ ...NOTICE, html: '<p>' }, 'unknown-key $'],
      [{ ...NOTICE, policy: { ...NOTICE.policy, draft: true } }, 'unknown-key $.policy'],
      [{ ...NOTICE, items: [{ ...first, style: 'x' }, ...rest] }, 'unknown-key $.items[0]'],
      [{ ...NOTICE, items: [{ ...first, kind: 'cookie' }] }, 'wrong-value $.items[0].kind'],
      [{ ...NOTICE, items: [{ ...first, title: 7 }] }, 'wrong-type $.items[0].title'],
      [{ ...NOTICE, items: [first, first] }, 'duplicate $.items[1].id'],
      [{ ...NOTICE, service: { name: 'e\u0301' } }, 'wrong-value $.service.name'],
      [{ ...NOTICE, service: { name: '\ud800' } }, 'wrong-value $.service.name'],
      [{ ...NOTICE, schema: 'dongui/notice@2' }, 'wrong-value $.schema'],
      [
        { ...NOTICE, items: [{ ...first, detail: [{ type: 'html', text: 'x' }] }] },
        'wrong-value $.items[0].detail[0].type',
      ],
      [
        { ...NOTICE, items: [{ ...first, detail: [[{ text: 'x', href: 'y' }]] }] },
        'wrong-type $.items[0].detail[0]',
      ],
    ];
    for (const [value, issue] of cases) assert.equal(firstIssue(parseNotice, value), issue);
  });

  it('refuses more than 64 items', () => {
    const items = (count: number): object[] =>
      Array.from({ length: count }, (_, i) => ({ ...NOTICE.items[0], id: `item-${i}` }));
    assert.equal(firstIssue(parseNotice, { ...NOTICE, items: items(64) }), 'none');
    assert.equal(firstIssue(parseNotice, { ...NOTICE, items: items(65) }), 'too-many $.items');
  });

  it('refuses what is nested more than 16 deep', () => {
    const line = (levels: number): unknown =>
      levels === 0 ? 'end' : { text: 'x', items: [line(levels - 1)] };
    const body = (levels: number): object => ({
      ...TEXT,
      body: [{ type: 'list', items: [line(levels)] }],
    });
    assert.equal(firstIssue(parseNoticeOrText, body(6)), 'none');
    assert.match(firstIssue(parseNoticeOrText, body(7)), /^too-deep /);
  });
});

describe('parseNoticeOrText', () => {
  it('takes a text for a text, and everything else for a notice', () => {
    assert.equal(parseNoticeOrText(TEXT), TEXT);
    assert.equal(parseNoticeOrText(NOTICE), NOTICE);
    assert.equal(firstIssue(parseNoticeOrText, { ...TEXT, title: 1 }), 'wrong-type $.title');
    assert.equal(firstIssue(parseNoticeOrText, null), 'wrong-type $');
    assert.equal(firstIssue(parseNoticeOrText, 'text'), 'wrong-type $');
  });
});
