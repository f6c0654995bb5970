import { assert } from '@open-wc/testing';

import type { PolicyDocument } from '../../src/model/policy-document.js';
import { demoPolicy } from '../support/consent-fixture.js';
import {
  DOCUMENTS,
  langOf,
  policyFixture,
  textOf,
  wholeDrawn,
} from '../support/policy-element-fixture.js';

/** The smallest document that there is. */
const BARE = {
  schema: 'dongui/policy@1',
  id: 'bare',
  locale: 'ko',
  jurisdiction: 'KR',
  origin: 'transcribed',
  version: '1',
  effective: '2026-01-01',
  controllers: [{}],
  service: { name: '가게' },
  surfaces: {},
} satisfies PolicyDocument;

const chapter = (root: ShadowRoot, name: string): HTMLElement =>
  root.querySelector<HTMLElement>(`#policy-${name}`)!.closest('section')!;

describe('<dongui-policy>', () => {
  for (const name of DOCUMENTS) {
    it(`holds all 24 rows of the guide in their order: ${name}`, async () => {
      const { root } = await policyFixture(name, langOf(name));

      const rows = [...root.querySelectorAll<HTMLElement>('.chapter')].flatMap((each) =>
        (each.dataset['rows'] ?? '').split(' ').map(Number),
      );
      assert.deepEqual(
        rows,
        Array.from({ length: 24 }, (_, index) => index + 1),
      );
    });

    it(`has contents whose entries are the headings that they lead to: ${name}`, async () => {
      const { root } = await policyFixture(name, langOf(name));

      const entries = [...root.querySelectorAll<HTMLAnchorElement>('.above a')];
      assert.equal(entries.length, root.querySelectorAll('h3').length);
      for (const entry of entries) {
        assert.equal(textOf(root.querySelector(entry.hash)), textOf(entry));
        assert.equal(entry.href.replace(/#.*/, ''), location.href.replace(/#.*/, ''));
      }
    });

    it(`has no table without rows, and no cell without text: ${name}`, async () => {
      const { root } = await policyFixture(name, langOf(name));

      for (const table of root.querySelectorAll('table'))
        assert.isNotNull(table.querySelector('tbody tr'));
      for (const cell of root.querySelectorAll('.records :is(th, td > div)'))
        assert.notEqual(textOf(cell), '', textOf(cell.closest('tr')));
    });
  }

  it('says what a document leaves out, and what it declares as not applicable', async () => {
    const { root } = await policyFixture({
      ...BARE,
      notApplicable: ['transfers', 'asProcessor'],
      processors: [{ names: ['택배사'], work: ['배송'] }],
      remedies: [],
    });

    assert.equal(chapter(root, 'third-parties').dataset['state'], 'unstated');
    assert.include(textOf(chapter(root, 'third-parties')), '이 방침에 적혀 있지 않습니다');
    assert.isNotNull(chapter(root, 'third-parties').querySelector('[part="unstated"]'));
    assert.equal(chapter(root, 'transfers').dataset['state'], 'absent');
    assert.include(textOf(chapter(root, 'transfers')), '해당 없음');
    assert.include(textOf(chapter(root, 'processors')), '고객에게서 위탁받은 처리: 해당 없음');
    assert.equal(chapter(root, 'remedies').dataset['state'], 'announced');
    assert.include(textOf(chapter(root, 'remedies')), '제목만 있습니다');
    assert.notInclude(textOf(chapter(root, 'remedies')), '해당 없음');
  });

  it('keeps data on consent apart from other data, with article (POL-05)', async () => {
    const { root } = await policyFixture({
      ...BARE,
      processing: [
        matter('order', '주문', { basis: 'contract' }),
        matter('coupon', '쿠폰', { basis: 'consent', required: false }),
        matter('allergy', '알레르기', {
          basis: 'consent',
          data: [{ name: '알레르기', kind: 'sensitive' }],
        }),
        matter('log', '기록', { basis: 'unstated', required: 'unstated' }),
      ],
    });

    const tables = [...chapter(root, 'processing').querySelectorAll('table')];
    assert.deepEqual(
      tables.map((table) => table.getAttribute('aria-label')),
      ['동의 없이 처리하는 정보', '동의를 받아 처리하는 정보', '근거가 적혀 있지 않은 정보'],
    );
    const [without, on, unstated] = tables.map(textOf);
    assert.include(without, '개인정보 보호법 제15조 제1항 제4호');
    assert.include(on, '개인정보 보호법 제15조 제1항 제1호');
    assert.include(on, '개인정보 보호법 제23조 제1항 제1호');
    assert.include(on, '민감정보');
    assert.include(unstated, '필수인지 선택인지 적혀 있지 않습니다');
  });

  it('marks what is sensitive, identifies, or is collected by itself', async () => {
    const { root } = await policyFixture({
      ...BARE,
      processing: [
        matter('all', '모두', {
          data: [
            { name: '지문', kind: 'biometric' },
            { name: '여권번호', kind: 'unique-id' },
            { name: '주민번호', kind: 'rrn' },
            { name: '방문한 곳', kind: 'location' },
          ],
        }),
      ],
      automaticCollection: { data: [{ name: '쿠키', kind: 'behavioural' }] },
    });

    const marks = [...root.querySelectorAll('[part="data-kind"]')].map(textOf);
    assert.includeMembers(marks, [
      ...['생체인식정보', '고유식별정보', '주민등록번호', '위치정보', '행태정보', '자동 수집'],
    ]);
  });

  it('says codes in words', async () => {
    const { root } = await policyFixture('haru.ko');
    const text = textOf(root);

    for (const words of [
      '대한민국',
      '일본',
      '3개월',
      '회원 탈퇴 후 5일',
      '문자',
      '계약의 체결과 이행',
    ])
      assert.include(text, words);
    assert.notMatch(
      text,
      /\bP\d+[YMWD]\b|\bindexed-db\b|\bsms-notice\b|\bunstated\b|undefined|\[object/,
    );
  });

  it('warns of bodies that are gone, and names those of today', async () => {
    const { root } = await policyFixture('xperp');
    const remedies = chapter(root, 'remedies');

    assert.isAtLeast(remedies.querySelectorAll('[part="retired"]').length, 1);
    const current = textOf(remedies.querySelector('[part="current-remedies"]'));
    for (const words of ['1833-6972', '118', '182', 'ecrm.police.go.kr', '2026-11-21'])
      assert.include(current, words);
    assert.isNull(
      chapter((await policyFixture('haru.ko')).root, 'remedies').querySelector('.note'),
    );
  });

  it('makes no link of an address without a scheme, nor of a script', async () => {
    const { root } = await policyFixture({
      ...BARE,
      preface: [{ type: 'paragraph', text: [{ text: '여기', href: 'javascript:alert(1)' }] }],
      remedies: [
        { body: '기관', url: 'www.kopico.go.kr' },
        { body: '다른 기관', url: 'https://privacy.kisa.or.kr' },
      ],
    });

    const hrefs = [...root.querySelectorAll('a')].map((link) => link.getAttribute('href') ?? '');
    assert.isFalse(hrefs.some((href) => href.includes('kopico') || href.includes('javascript')));
    assert.include(hrefs, 'https://privacy.kisa.or.kr/');
    assert.include(textOf(root), 'www.kopico.go.kr');
  });

  it('speaks the language of the page, and lets the document keep its own', async () => {
    const { element, root } = await policyFixture('xperp', 'en');

    assert.equal(
      textOf(root.querySelector('#policy-third-parties')),
      '6 Provision to third parties',
    );
    assert.equal(root.querySelector('h2')?.lang, 'ko');
    assert.equal(root.querySelector('.records td > div')?.getAttribute('lang'), 'ko');
    element.parentElement!.lang = 'ja';
    await new Promise((resolve) => {
      setTimeout(resolve, 50);
    });
    await wholeDrawn(element);
    assert.equal(textOf(root.querySelector('#policy-third-parties')), '6 第三者提供');
    assert.equal(root.querySelector('h2')?.lang, 'ko');
  });

  it('tells of the version that comes and of one that is past', async () => {
    const { root } = await policyFixture('haru.ko');
    assert.include(textOf(root.querySelector('[part="next"]')), '2026-12-15부터 바뀝니다 (2.1판)');
    const past = await policyFixture('qsolution');
    assert.include(textOf(past.root.querySelector('[part="archived"]')), '지난 처리방침');
  });

  it('shows hostile text as text, in every place of a document', async () => {
    const hostile = `<img src=x onerror="globalThis.hit=1">${'가'.repeat(2000)}\u202e`;
    const policy = poisoned(await demoPolicy('haru.ko'), hostile) as Record<string, unknown>;
    const { element, root } = await policyFixture(policy);

    assert.isNull(root.querySelector('img'));
    assert.isUndefined((globalThis as { hit?: unknown }).hit);
    element.setAttribute('style', 'width: 320px');
    await element.updateComplete;
    assert.isAtMost(element.scrollWidth, 320);
  });
});

/** One matter of collection. */
function matter(id: string, title: string, facts: object): object {
  return {
    ...{
      id,
      title,
      purposes: [{ text: `${title}에 쓰기` }],
      data: [{ name: '이름', kind: 'ordinary' }],
    },
    ...{
      basis: 'contract',
      required: true,
      retention: [{ period: 'P1Y' }],
      revision: '2026-01-01',
    },
    ...facts,
  };
}

/** Members whose strings a parser checks; all others take any text. */
const CHECKED =
  /^(\$?schema|id|locale|jurisdiction|origin|status|effective|announced|until|date|revision|kind|basis|required|period|after|url|href|document|pageUrl|guardianUrl|type|dpv|country|countries|role|channel|channels|storage|guardianMethods|notApplicable|surfaces|dependsOn|sha256|translations|translationOf|data|retention|purposes)$/;

function poisoned(value: unknown, text: string, name = ''): unknown {
  if (typeof value === 'string') return CHECKED.test(name) ? value : text;
  if (Array.isArray(value)) return value.map((each) => poisoned(each, text, name));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [
      key,
      ['surfaces', 'translations'].includes(key) ? each : poisoned(each, text, key),
    ]),
  );
}
