import { assert } from '@open-wc/testing';

import { CHROME, guideFixture, settled } from '../support/cookie-guide-fixture.js';

const IPHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X)';
const KAKAO = `${IPHONE} AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 KAKAOTALK 11.0.4`;
const GALAXY =
  'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/27.0 Chrome/125.0.0.0 Mobile Safari/537.36';
const IE = 'Mozilla/5.0 (Windows NT 10.0; WOW64; Trident/7.0; rv:11.0) like Gecko';

describe('<dongui-cookie-guide> in the reader’s browser', () => {
  it('names it and shows its steps: refuse, delete, limit', async () => {
    const { root, text } = await guideFixture();

    assert.include(text('.here'), 'Windows용 Chrome');
    const kinds = [...root.querySelectorAll('#here [data-kind]')].map((kind) =>
      kind.getAttribute('data-kind'),
    );
    assert.deepEqual(kinds, ['refuse', 'delete', 'limit']);
    assert.include(text('#here [data-kind="refuse"]'), '개인 정보 보호 및 보안 › 서드 파티 쿠키로');
    assert.include(text('#here [data-kind="delete"]'), '인터넷 사용 기록 삭제');
    assert.include(text('#here [data-kind="limit"]'), '새 시크릿 창');
    const bold = [...root.querySelectorAll('#here .steps b')].map((each) => each.textContent);
    assert.include(bold, '서드 파티 쿠키 차단');
  });

  it('names day, version and source of what was checked', async () => {
    const { text } = await guideFixture();

    const meta = text('#here [data-kind="refuse"] .meta');
    assert.include(meta, '2026-11-21 확인');
    assert.include(meta, 'Chrome · 2026-04 기준');
    assert.include(meta, '개인정보 처리방침 작성지침');
    assert.notInclude(meta, '12개월');
  });

  it('says so of what was not checked on a device', async () => {
    const { root } = await guideFixture();

    const metas = [...root.querySelectorAll('#here [data-kind="refuse"] .meta')];
    assert.include(metas[1]?.textContent, '기기에서 확인하지 못했습니다');
  });

  it('warns mildly when a step is older than 12 months on the reader’s clock', async () => {
    const young = await guideFixture({ ports: { now: () => new Date(2027, 10, 21) } });
    assert.isNull(young.root.querySelector('.old'));

    const old = await guideFixture({ ports: { now: () => new Date(2027, 10, 22) } });
    assert.include(old.text('#here .meta'), '12개월이 지나 메뉴가 다를 수 있습니다');
    assert.include(old.text('#others summary'), '12개월');
  });

  it('tells Windows 11 as soon as the browser says so', async () => {
    const { element, text } = await guideFixture({
      ports: {
        navigator: {
          userAgent: CHROME,
          userAgentData: {
            brands: [{ brand: 'Google Chrome', version: '131' }],
            platform: 'Windows',
            getHighEntropyValues: () => Promise.resolve({ platformVersion: '15.0.0' }),
          },
        },
      },
    });
    await settled(element);

    assert.include(text('.here'), 'Windows 11용 Chrome');
  });

  it('shows the steps all the same when the browser refuses to tell more', async () => {
    const { element, text } = await guideFixture({
      ports: {
        navigator: {
          userAgent: CHROME,
          userAgentData: {
            brands: [{ brand: 'Microsoft Edge', version: '131' }],
            platform: 'Windows',
            getHighEntropyValues: () => Promise.reject(new Error('no')),
          },
        },
      },
    });
    await settled(element);

    assert.include(text('.here'), 'Windows용 Edge');
    assert.include(text('#here'), '타사 쿠키 차단');
  });

  it('lets the reader choose another, and come back', async () => {
    const { element, root, text } = await guideFixture();
    const select = root.querySelector('select')!;
    const choose = async (value: string) => {
      select.value = value;
      select.dispatchEvent(new Event('change'));
      await element.updateComplete;
    };

    await choose('samsung');
    assert.include(text('.here'), '고른 브라우저');
    assert.include(text('#here [data-kind="refuse"]'), '스마트 추적 방지 › 엄격');
    assert.include(text('#others'), 'PC용 Chrome');

    await choose('');
    assert.include(text('.here'), '지금 쓰는 브라우저');
    assert.include(text('#here'), '서드 파티 쿠키 차단');
  });

  it('lists every other browser, and not the reader’s own', async () => {
    const { root, text } = await guideFixture({ userAgent: GALAXY });

    assert.equal(root.querySelectorAll('#others details').length, 11);
    const titles = [...root.querySelectorAll('#others summary')].map((each) => each.textContent);
    assert.isFalse(titles.some((title) => title.includes('삼성 인터넷')));
    assert.include(text('#here'), '비밀 모드 켜기');
  });

  it('opens the advertising identifier of the reader’s own device', async () => {
    const { root, text } = await guideFixture({ userAgent: KAKAO });
    const open = root.querySelector('details[open]');

    assert.include(open?.textContent, 'iPhone, iPad · 이 기기');
    assert.include(open?.textContent, '앱이 추적을 요청하도록 허용');
    assert.include(text(), '광고 ID 삭제');
  });
});

describe('<dongui-cookie-guide> where there are no own steps', () => {
  it('tells how to leave an app, with the address, and the outside browser’s steps', async () => {
    const { element, root, text, copied } = await guideFixture({ userAgent: KAKAO });

    assert.include(text('.here'), '카카오톡 앱 안에서 열린 화면');
    assert.include(text('.leave'), '다른 브라우저로 열기');
    assert.include(text('.leave'), '2026-11-21');
    assert.include(text('#here .then'), 'iPhone·iPad용 Safari');
    assert.include(text('#here [data-kind="refuse"]'), '모든 쿠키 차단');
    root.querySelector<HTMLButtonElement>('.leave button')!.click();
    await settled(element);
    assert.deepEqual(copied, ['https://shop.example/cookie-guide/?a=1']);
    assert.include(text('.leave [role="status"]'), '브라우저의 주소창에 붙여 넣으세요');
  });

  it('says that a retired browser is no longer supported, and shows no steps for it', async () => {
    const { text } = await guideFixture({ userAgent: IE });

    assert.include(text('.here'), 'Internet Explorer');
    assert.include(text('#here'), '지원이 끝난 브라우저입니다');
    assert.include(text('#here [data-kind="refuse"]'), '일반 설명');
    assert.notInclude(text('#here'), '인터넷 옵션');
  });

  for (const userAgent of ['', 'Mozilla/5.0 (compatible; Googlebot/2.1)', 'NetFront/3.5']) {
    it(`gives the general explanation and the full list: "${userAgent}"`, async () => {
      const { root, text } = await guideFixture({ userAgent });

      assert.include(text('.here'), '알 수 없는 브라우저');
      assert.include(text('#here'), '대부분의 브라우저에서는');
      assert.equal(root.querySelectorAll('#here [data-kind] .steps').length, 3);
      assert.equal(root.querySelectorAll('#others details').length, 12);
    });
  }
});

describe('<dongui-cookie-guide> copies an address', () => {
  const first = '#here .address';

  it('that a link can’t open, and says so', async () => {
    const { element, root, copied, text } = await guideFixture();
    assert.isNull(root.querySelector('a[href^="chrome:"]'));
    assert.equal(text(`${first} [role="status"]`), '');

    root.querySelector<HTMLButtonElement>(`${first} button`)!.click();
    await settled(element);

    assert.deepEqual(copied, ['chrome://settings/cookies']);
    assert.include(text(`${first} [role="status"]`), '복사했습니다');
  });

  it('and where that fails selects it and says so', async () => {
    const { element, root, text } = await guideFixture({
      ports: { copy: () => Promise.reject(new Error('not allowed')) },
    });
    root.querySelector<HTMLButtonElement>(`${first} button`)!.click();
    await settled(element);

    assert.include(text(`${first} [role="status"]`), '복사하지 못했습니다');
    assert.equal(root.activeElement?.textContent.trim(), 'chrome://settings/cookies');
  });
});
