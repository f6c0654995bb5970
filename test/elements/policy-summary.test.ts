import { assert } from '@open-wc/testing';

import type { PolicyDocument } from '../../src/model/policy-document.js';
import { consentFixture, demoPolicy } from '../support/consent-fixture.js';
import { FULL_POLICY, LEAST_POLICY } from '../support/full-policy.js';
import { summaryFixture, textOf } from '../support/summary-fixture.js';

const tilesOf = (root: ShadowRoot): HTMLButtonElement[] => [
  ...root.querySelectorAll<HTMLButtonElement>('.tile'),
];

const shownDetails = (root: ShadowRoot): string[] =>
  [...root.querySelectorAll<HTMLElement>('.detail')].filter(({ hidden }) => !hidden).map(textOf);

const point = (tile: Element | undefined, type: string, pointerType = 'mouse'): void => {
  tile?.dispatchEvent(new PointerEvent(type, { pointerType }));
};

describe('<dongui-policy-summary>', () => {
  it('tells whose policy it is, since when, and what changes next', async () => {
    const { root } = await summaryFixture();

    assert.equal(textOf(root.querySelector('h2')), '개인정보, 한눈에 보기');
    assert.include(textOf(root.querySelector('.version')), '주식회사 하루식탁 · 하루');
    assert.include(textOf(root.querySelector('.version')), '2.0판 · 2026-09-01 시행');
    const note = textOf(root.querySelector('.note'));
    assert.include(note, '2026-12-15부터 바뀝니다');
    assert.include(note, '소식나루');
  });

  it('calls a version that is named after its day by the day alone', async () => {
    const { root } = await summaryFixture('xperp');

    assert.equal(textOf(root.querySelector('.version')), 'XpERP 2023-01-16 시행');
    assert.isNull(root.querySelector('.note'));
  });

  it('shows the eight labels with their words, absent ones as what the document says', async () => {
    const { root } = await summaryFixture();
    const words = tilesOf(root).map((tile) =>
      [...tile.querySelectorAll(':scope > span > span, .parted > span')].map(textOf).join('|'),
    );

    assert.deepEqual(words, [
      '일반 개인정보|18개 항목',
      '민감정보|1개 항목|선택',
      '고유식별정보|없음',
      '생체정보|없음',
      '자동 수집|쿠키 3종',
      '제3자 제공|3곳|필수 1|선택 2',
      '국외 이전|1곳|선택',
      '고충 처리|1600-0012',
    ]);
    for (const tile of tilesOf(root)) assert.isNotNull(tile.querySelector('svg[aria-hidden]'));
  });

  it('never guesses: what a document does not say is not stated', async () => {
    const { root, text } = await summaryFixture(LEAST_POLICY);

    for (const tile of tilesOf(root)) assert.include(textOf(tile), '적혀 있지 않음');
    assert.notInclude(text(), '없음이라고 적혀');
    assert.notInclude(text(), '해당 없음');
    assert.isNull(root.querySelector('table, dl:empty, ul:empty'));
    assert.isNull(root.querySelector('a'));
  });

  it('shows the details of the tile that has the focus, in the line below', async () => {
    const { root, element } = await summaryFixture();
    assert.deepEqual(shownDetails(root), []);

    tilesOf(root)[1]!.focus();
    await element.updateComplete;
    assert.deepEqual(shownDetails(root), [
      '민감정보 알레르기 유발 식품 · 선택 · 정기배송 해지 후 5일 처리방침에서 보기',
    ]);

    // The focus goes on, to the link among the details: they stay.
    root.querySelector<HTMLElement>('.detail:not([hidden]) a')!.focus();
    await element.updateComplete;
    assert.lengthOf(shownDetails(root), 1);
  });

  it('shows them to a finger that taps, and keeps them', async () => {
    const { root, element } = await summaryFixture();

    point(tilesOf(root)[4], 'pointerenter', 'touch');
    tilesOf(root)[4]!.click();
    point(tilesOf(root)[4], 'pointerleave', 'touch');
    await element.updateComplete;
    assert.match(shownDetails(root)[0] ?? '', /^자동 수집 필수 쿠키, 이용 분석, 맞춤 광고/);
  });

  it('shows them to a mouse for as long as it stays', async () => {
    const { root, element } = await summaryFixture();
    tilesOf(root)[7]!.click();

    point(tilesOf(root)[5], 'pointerenter');
    await element.updateComplete;
    assert.match(shownDetails(root)[0] ?? '', /^제3자 제공 주식회사 새봄키친 · 반찬 조리와 배송/);

    point(tilesOf(root)[5], 'pointerleave');
    await element.updateComplete;
    assert.match(shownDetails(root)[0] ?? '', /^고충 처리 고충 처리 · 고객센터 · 1600-0012/);
  });

  it('has the details of every tile at hand for a reader’s software', async () => {
    const { root } = await summaryFixture();

    for (const tile of tilesOf(root)) {
      const id = tile.getAttribute('aria-describedby')!;
      assert.isAbove(textOf(root.getElementById(id)).length, 8, id);
    }
  });

  it('shows every matter with basis, data and period, special kinds marked in words', async () => {
    const { root } = await summaryFixture();
    const rows = [...root.querySelectorAll('tbody tr')].map(textOf);

    assert.lengthOf(rows, 8);
    const allergy = rows.find((row) => row.includes('알레르기 식재료 빼기')) ?? '';
    assert.include(allergy, '선택 동의');
    assert.include(allergy, '민감정보 알레르기 유발 식품 (건강 정보)');
    assert.include(allergy, '정기배송 해지 후 5일');
    assert.include(rows.join(), '홍보에 내 정보 이용');
    assert.include(textOf(root.querySelector('.kept')), '전자상거래법 시행령 제6조');
    const automatic = textOf(root.querySelector('section .card'));
    assert.include(automatic, '행태정보 본 화면, 머문 시간');
    assert.include(automatic, '애드이음');
    assert.include(automatic, '관심과 무관한 광고가 보입니다');
  });

  it('puts entries into one row that differ in nothing but what is collected', async () => {
    const { root } = await summaryFixture('infinisoft');
    const [first] = root.querySelectorAll('tbody tr');

    assert.include(textOf(first), '주민등록번호결제정보');
    assert.include(textOf(first), '고유식별정보 운전면허번호');
    assert.include(textOf(first), '신용카드 번호');
    assert.include(textOf(first), '비인가 이용방지');
  });

  it('names who receives data and who works for the controller', async () => {
    const haru = await summaryFixture();
    for (const fact of ['주식회사 새봄키친', 'Kotoba Inc. (일본)', '이음통신 (문자 중계)']) {
      assert.include(haru.text(), fact);
    }
    const xperp = await summaryFixture('xperp');
    for (const fact of ['(주)아파트아이', '기웅정보통신㈜', 'CJ 대한통운, 우체국택배']) {
      assert.include(xperp.text(), fact);
    }
    const nexcore = await summaryFixture('nexcore');
    assert.match(nexcore.text(), /처리위탁 해당 없음/);
  });

  it('tells what a person can do, and how', async () => {
    const haru = await summaryFixture();
    const [withdraw] = [...haru.root.querySelectorAll<HTMLAnchorElement>('.rights a')];
    assert.equal(textOf(withdraw), '동의 철회');
    assert.equal(new URL(withdraw!.href).pathname, '/my/');
    assert.include(haru.text(), '요구를 받으면 10일 안에 처리하고 결과를 알립니다.');

    const codexa = await summaryFixture('codexa');
    assert.include(textOf(codexa.root.querySelector('.rights')), '"회원탈퇴"를 클릭하여');
    assert.include(codexa.text(), "'엄마와'를 이용할 수 없습니다");

    const xperp = await summaryFixture('xperp');
    assert.isNull(xperp.root.querySelector('.rights'));
  });

  it('puts the department for complaints first, with links that dial and write', async () => {
    const { root } = await summaryFixture();
    const card = root.querySelector('section:nth-of-type(4) .card')!;

    assert.match(textOf(card), /^개인정보를 맡은 부서 고충 처리 고객센터/);
    assert.deepEqual(
      [...card.querySelectorAll('a')].slice(0, 2).map(({ href }) => href),
      ['tel:16000012', 'mailto:help@haru.example'],
    );
  });

  it('lets nobody dial a number that no longer holds, and names those of today', async () => {
    const { root } = await summaryFixture('codexa');
    const [, card] = root.querySelectorAll('section:nth-of-type(4) .card');
    const numbers = [...card!.querySelectorAll<HTMLAnchorElement>('a[href^="tel:"]')].map(textOf);

    assert.deepEqual(numbers, ['118', '1833-6972', '182']);
    assert.match(textOf(card), /대검찰청 사이버범죄수사단 1301 ?www.spo.go.kr 지금은 쓰지 않는/);
    assert.match(textOf(card), /경찰청 182 ?ecrm.police.go.kr ?지금의 연락처입니다/);
  });

  it('leads into the whole policy, and says that it does not replace it', async () => {
    const { root } = await summaryFixture();
    const closing = root.querySelector('.closing')!;

    assert.include(textOf(closing), '대신하지 않습니다');
    const link = closing.querySelector('a')!;
    assert.equal(new URL(link.href).pathname, '/haru/policy/');
    assert.equal(textOf(link.querySelector('b')), '개인정보 처리방침');
    const anchors = [...root.querySelectorAll<HTMLAnchorElement>('.details a')].map(
      ({ href }) => new URL(href).hash,
    );
    assert.deepEqual(
      anchors,
      [
        ...['processing', 'processing', 'processing', 'processing'],
        ...['automatic', 'third-parties', 'transfers', 'contacts'],
      ].map((chapter) => `#policy-${chapter}`),
    );
  });

  it('takes the address of the whole policy from its attribute first', async () => {
    const { element, root } = await summaryFixture('xperp', { policyUrl: '/here/?a=1' });
    assert.include(root.querySelector<HTMLAnchorElement>('.closing a')!.href, '/here/?a=1');

    element.policyUrl = 'javascript:alert(1)';
    await element.updateComplete;
    assert.isNull(root.querySelector('.closing a'));
  });

  it('speaks the reader’s language about a document in another', async () => {
    const { root } = await summaryFixture('xperp', { lang: 'ja' });

    assert.equal(textOf(root.querySelector('h2')), '個人情報、ひと目で');
    assert.equal(root.querySelector('tbody th div')?.getAttribute('lang'), 'ko');
    assert.include(textOf(root.querySelector('.closing')), 'プライバシーポリシー');
  });

  it('changes its language while it stands', async () => {
    const { element, root } = await summaryFixture('haru.ko');
    element.closest('[lang]')!.setAttribute('lang', 'en');
    await new Promise((resolve) => setTimeout(resolve, 50));
    await element.updateComplete;

    assert.equal(textOf(root.querySelector('h2')), 'Your data at a glance');
  });

  it('says of an earlier policy that it is one', async () => {
    const { text } = await summaryFixture('haru.1.0.ko');
    assert.include(text(), '지금은 쓰지 않는 이전 처리방침입니다');
  });

  it('draws a document that has everything', async () => {
    const { root } = await summaryFixture(FULL_POLICY);
    assert.isAbove(root.querySelectorAll('.card').length, 4);
  });

  it('stands above the consent form as its first layer, and sends nothing', async () => {
    const { form, element, submitted } = await consentFixture('xperp');
    const before = submitted();
    const summary = document.createElement('dongui-policy-summary');
    summary.policy = element.policy;
    element.before(summary);
    while (summary.shadowRoot?.querySelector('table') == null) {
      await new Promise((resolve) => setTimeout(resolve));
    }

    assert.include(textOf(summary.shadowRoot), '(주)아파트아이');
    assert.include(textOf(element.shadowRoot), '(주)아파트아이');
    assert.deepEqual(Object.keys(submitted()), Object.keys(before));
    assert.isNull(summary.shadowRoot.querySelector('input, button:not([type="button"])'));
    assert.isFalse([...form.elements].includes(summary));
  });

  it('says why there is nothing, where the document is wrong', async () => {
    const wrong = { ...(await demoPolicy('xperp')), effective: 'soon' } as unknown;
    const { root } = await summaryFixture(wrong as PolicyDocument);
    assert.include(textOf(root.querySelector('[role="alert"]')), '처리방침 문서가 잘못되어');
  });
});
