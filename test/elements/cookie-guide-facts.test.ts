import { assert } from '@open-wc/testing';

import { demoPolicy } from '../support/consent-fixture.js';
import { guideFixture } from '../support/cookie-guide-fixture.js';

const POLICIES = [
  ...['haru.ko', 'haru.en', 'haru.1.0.ko', 'haru.1.0.en'],
  ...['xperp', 'nexcore', 'qsolution', 'codexa', 'infinisoft'],
];

/** Parts of a document that say how something is shown, or that other elements show. */
const NOT_TEXT = new Set(['id', 'kind', 'dpv', 'basis', 'storage', 'revision', 'type', 'href']);
const SPOKEN = new Set(['period', 'until']);

/** Every text of a part of the document, in the document's order. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (typeof value !== 'object' || value === null) return [];
  const entries = Object.entries(value as Record<string, unknown>);
  // The policy's own wording of a period stands for what it is made of.
  const own = entries.some(([key]) => key === 'text')
    ? new Set(['event', 'from', 'reason'])
    : SPOKEN;
  return entries.flatMap(([key, each]) =>
    NOT_TEXT.has(key) || SPOKEN.has(key) || own.has(key) ? [] : textsIn(each),
  );
}

const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();

describe('<dongui-cookie-guide> shows the facts', () => {
  for (const name of POLICIES) {
    it(`of ${name}, every one of them`, async () => {
      const policy = await demoPolicy(name);
      const { text } = await guideFixture({ policy, lang: String(policy['locale']) });
      const shown = plain(text());
      const facts = textsIn(policy['automaticCollection']);

      assert.isAbove(facts.length, 4);
      for (const fact of facts) assert.include(shown, plain(fact));
    });
  }

  it('what a document does not state is said to be so', async () => {
    const { text } = await guideFixture({ policy: 'infinisoft' });

    const unstated = text('.part').match(/이 방침에 적혀 있지 않습니다/g) ?? [];
    // Purposes, retention, other companies, how to refuse, what refusing changes.
    assert.equal(unstated.length, 5);
  });

  it('and a whole part that is missing as well', async () => {
    const { automaticCollection: _gone, ...policy } = await demoPolicy('xperp');
    const missing = await guideFixture({ policy });
    assert.include(missing.text('.part'), '내용이 적혀 있지 않습니다');
    assert.notInclude(missing.text('.part'), '해당 없음');
    assert.include(missing.text('#here'), '서드 파티 쿠키 차단');

    const none = await guideFixture({
      policy: { ...policy, notApplicable: ['automaticCollection'] },
    });
    assert.include(none.text('.part'), '해당 없음');
  });

  it('an announced list without entries is said to be that', async () => {
    const policy = await demoPolicy('xperp');
    const { text } = await guideFixture({
      policy: { ...policy, automaticCollection: { data: [], cookies: [], trackers: [] } },
    });

    assert.include(text('.part'), '항목이 적혀 있지 않습니다');
  });

  it('what refusing costs, by category', async () => {
    const { root } = await guideFixture();
    const rows = [...root.querySelectorAll('tbody tr')].map((row) => plain(row.textContent));

    assert.equal(rows.length, 3);
    assert.include(rows[0], '매번 로그인해야 합니다');
    assert.include(rows[1], '모아애널리틱스');
    assert.include(rows[2], '관심과 무관한 광고가 보입니다');
  });

  it('device permissions, with who is required and why', async () => {
    const { text } = await guideFixture();

    assert.include(text(), '앱이 쓰는 기기 권한');
    assert.include(text(), '선택 카메라와 사진');
  });

  it('the policy’s own steps as replaced, with their date and the reason', async () => {
    const { root, text } = await guideFixture({ policy: 'xperp' });
    const originals = [...root.querySelectorAll('.original')].map((each) =>
      plain(each.textContent),
    );

    assert.include(text('#original'), '2023-01-16 시행');
    assert.include(text('#original'), '2026-11-21 확인');
    assert.include(originals[0], '바뀜: 지원이 끝난 브라우저 PC · IE');
    assert.include(originals[1], '바뀜: 지우기만 하고 거부하지는 못함');
    assert.include(originals[2], '바뀜: 지금은 없는 메뉴');
    assert.include(originals[3], '광고 추적 제한');
    const here = text('#here') + text('#others');
    assert.notMatch(here, /익스플로|광고 추적 제한|Google 설정/);
  });

  it('steps that are not out of date are not called replaced', async () => {
    const policy = await demoPolicy('haru.ko');
    const automaticCollection = {
      ...(policy['automaticCollection'] as object),
      original: [{ target: 'Chrome', path: ['설정', '서드 파티 쿠키 차단'] }],
    };
    const { root, text } = await guideFixture({ policy: { ...policy, automaticCollection } });

    assert.isNull(root.querySelector('.replaced'));
    assert.notInclude(text('#original'), '바꾸어');
  });

  it('in the reader’s language, with the document’s marked as its own', async () => {
    const { root, text } = await guideFixture({ policy: 'xperp', lang: 'ja' });

    assert.include(text('h2'), 'Cookie の拒否と削除');
    assert.include(text('#here'), 'サードパーティの Cookie をブロックする');
    const values = [...root.querySelectorAll('.facts dd[lang="ko"]')];
    assert.isAbove(values.length, 2);
    const unstated = [...root.querySelectorAll('.facts dd:not([lang])')];
    assert.isTrue(unstated.every((dd) => dd.textContent.includes('書かれていません')));
  });

  it('changes its language while it runs', async () => {
    const { element, text } = await guideFixture();
    (element.parentElement as HTMLElement).lang = 'en';
    while (!text('h2').startsWith('Refuse')) {
      await new Promise((resolve) => {
        setTimeout(resolve, 5);
      });
    }
    assert.include(text('.here'), 'Chrome on Windows');
    assert.include(text('#here'), 'Block third-party cookies');
  });
});
