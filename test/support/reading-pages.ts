import { eventually, type PageDriver } from './page-driver.js';

/** A page of the demo that shows a policy document, and what a person has to find on it. */
export interface ReadingPage {
  readonly path: string;
  readonly tag: string;
  /** Facts as the policy words them. */
  readonly facts: readonly string[];
}

const summary = (service: string, ...facts: string[]): ReadingPage => ({
  path: `/${service}/summary/`,
  tag: 'dongui-policy-summary',
  facts,
});

const policy = (service: string, ...facts: string[]): ReadingPage => ({
  path: `/${service}/policy/`,
  tag: 'dongui-policy',
  facts,
});

const thirdParty = (service: string, ...facts: string[]): ReadingPage => ({
  path: `/${service}/third-party/`,
  tag: 'dongui-third-party',
  facts,
});

const guide = (service: string, ...facts: string[]): ReadingPage => ({
  path: `/${service}/cookie-guide/`,
  tag: 'dongui-cookie-guide',
  facts,
});

/** That the policy's own steps are replaced by today's, and how old they are. */
const replaced = (day: string): string =>
  `${day} 시행 처리방침에 적힌 방법입니다. 지금은 맞지 않는 것을 위의 방법으로 바꾸어 안내합니다.`;

const XPERP_RECIPIENTS = ['(주)아파트아이', '아파트아이 회원 탈퇴시까지', '기웅정보통신㈜'];
const INFINISOFT_RECIPIENTS = ['㈜케이에스넷', '금융결제원', '국세청'];
const CODEXA_REFUSAL = "'엄마와'를 이용할 수 없습니다";
const QSOLUTION_PROCESSORS = ['금융결제원', '하늘테크', '현대택배', '제품발송을 위한 위탁'];

/** Every page of the demo that shows a policy document and asks nothing at signup. */
export const READING_PAGES: readonly ReadingPage[] = [
  summary('xperp', ...XPERP_RECIPIENTS, 'CJ 대한통운'),
  policy('xperp', ...XPERP_RECIPIENTS, '서비스제공기간', 'CJ 대한통운'),
  thirdParty('xperp', '(주)아파트아이', '아파트아이 회원 탈퇴시까지'),
  guide(
    'xperp',
    '쿠키 설치를 거부하였을 경우 서비스 제공에 어려움이 있을 수 있습니다',
    '2023-01-16',
  ),
  summary('nexcore', '해당 없음', 'nexcore4u@sk.com'),
  policy('nexcore', '해당 없음', 'nexcore4u@sk.com', '모든 쿠키의 저장을 거부할 수도 있습니다'),
  guide('nexcore', '모든 쿠키의 저장을 거부할 수도 있습니다', replaced('2013-10-21')),
  summary('qsolution', ...QSOLUTION_PROCESSORS, '032-252-1169'),
  policy('qsolution', ...QSOLUTION_PROCESSORS, '쿠키 이용에 대한 선택권'),
  guide('qsolution', '서비스 이용에 불편이 야기될 수 있습니다', replaced('2015-02-15')),
  summary('codexa', CODEXA_REFUSAL, '기기식별번호'),
  policy('codexa', CODEXA_REFUSAL, '기기식별번호'),
  guide('codexa', CODEXA_REFUSAL, '기기식별번호'),
  summary('infinisoft', ...INFINISOFT_RECIPIENTS, '세종네트웍스', '쿠콘(주)'),
  policy('infinisoft', ...INFINISOFT_RECIPIENTS, '세종네트웍스', '쿠콘(주)'),
  thirdParty('infinisoft', '㈜케이에스넷', '신용카드 결제 수행', '현금영수증'),
  guide('infinisoft', '디바이스 아이디'),
  summary('haru', '소식나루', '달빛약과 협동조합', '요구를 받으면 10일 안에'),
  policy('haru', '소식나루', '달빛약과 협동조합', 'Kotoba Inc.'),
  thirdParty('haru', '달빛약과 협동조합', '배송 완료 후 3개월'),
  guide('haru', '관심과 무관한 광고가 보입니다', '모아애널리틱스'),
  summary('haru/en', 'Sosik Naru', 'Dalbit Yakgwa Cooperative'),
  policy('haru/en', 'Sosik Naru', 'Dalbit Yakgwa Cooperative'),
  thirdParty('haru/en', 'Dalbit Yakgwa Cooperative', '3 months after delivery'),
  guide('haru/en', 'Moa Analytics'),
  summary('haru/ja', '個人情報、ひと目で', '달빛약과 협동조합'),
  policy('haru/ja', '달빛약과 협동조합'),
  thirdParty('haru/ja', '달빛약과 협동조합'),
  guide('haru/ja', '모아애널리틱스'),
];

/** Gathers what stands in the page and in its open shadow roots: texts, links and ids. */
const GATHER = `
  const texts = [], links = [], ids = [];
  const walk = (root) => {
    for (const node of root.childNodes) {
      if (node.nodeType === Node.TEXT_NODE) texts.push(node.data);
      if (node.nodeType !== Node.ELEMENT_NODE || /^(SCRIPT|STYLE)$/.test(node.tagName)) continue;
      if (node.id) ids.push(node.id);
      if (node.tagName === 'A' && node.hasAttribute('href')) links.push(node.href);
      if (node.shadowRoot) walk(node.shadowRoot);
      walk(node);
    }
  };
  walk(document.body);
  return { text: texts.join(' ').replace(/\\s+/g, ' '), links, ids };
`;

/** What a person, or who follows links, finds on a page. */
export interface Gathered {
  readonly text: string;
  /** Absolute addresses. */
  readonly links: readonly string[];
  readonly ids: readonly string[];
}

export function gather(page: PageDriver): Promise<Gathered> {
  return page.evaluate<Gathered>(GATHER);
}

/** Opens a page and waits until its element has drawn the document. */
export async function openReading(
  page: PageDriver,
  url: string,
  { tag }: Pick<ReadingPage, 'tag'>,
): Promise<void> {
  await page.goto(url);
  await eventually(`<${tag}> is drawn on ${url}`, () =>
    page.evaluate<true | null>(
      `
      const element = document.querySelector(args[0]);
      // A long policy is drawn piece by piece.
      await element?.updateComplete;
      const root = element?.shadowRoot;
      const isDrawn = root?.querySelector('h2, h3, .card') && !root.querySelector('[aria-busy]');
      return isDrawn && !root.querySelector('[role="alert"]') ? true : null;
      `,
      tag,
    ),
  );
}
