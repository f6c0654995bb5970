import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import {
  blockLines,
  dataLine,
  purposeLines,
  readPolicy,
  recordLines,
  remedyLines,
  ruleLines,
  stepLines,
} from './read-policy.js';

// What stands below is a second reading of the text, written down without looking at the document.
const policy = readPolicy('qsolution');

describe('Qsolution: collection and purposes', () => {
  const [membership, business, marketing, ...others] = policy.processing ?? [];
  const leaving = [
    'event 홈페이지 탈퇴 | "홈페이지 탈퇴시까지"',
    'event 해당 수사/조사 종료 | if 관계 법령 위반에 따른 수사/조사 등이 진행중인 경우 | "관계 법령 위반에 따른 수사/조사 등이 진행중인 경우 해당 수사/조사 종료시까지"',
    'event 해당 채권/채무 관계 정산 | if 홈페이지 및 서비스 이용에 따른 채권/채무관계 잔존시 | "홈페이지 및 서비스 이용에 따른 채권/채무관계 잔존시에는 해당 채권/채무 관계 정산시까지"',
    'P5Y | if 계약 또는 청약철회, 대금결제, 재화 등의 공급기록 | "계약 또는 청약철회, 대금결제, 재화 등의 공급기록 : 5년"',
    'P5Y | if cms출금동의서 | by 전자금융거래법 제 22조 | "cms출금동의서 [전자금융거래법] 제 22조에 따른 전자금융거래기록 : 5년"',
  ];

  it('requires seven items', () => {
    assert.equal(
      dataLine(membership?.data ?? []),
      '아이디, 비밀번호, 이름(단체명), 이메일주소, 전화번호, 핸드폰번호, 사업자번호',
    );
    assert.equal(membership?.required, true);
    assert.deepEqual(others, []);
  });

  it('leaves four items of the business to choice', () => {
    assert.equal(business?.title, '사업자정보');
    assert.equal(dataLine(business.data), '대표자명, 사업장 주소, 업태, 종목');
    assert.equal(business.required, false);
    assert.deepEqual(purposeLines(business.purposes), [
      '회원가입',
      '서비스의 제공',
      '원활한 고객상담',
    ]);
  });

  it('has two groups of purposes behind the required items', () => {
    const joining =
      '회원 가입의사 확인, 회원제 서비스 제공에 따른 본인 식별/인증, 회원자격 유지/관리, ' +
      '각종 고지/통지, 고충처리 등';
    const serving =
      '서비스 제공, 청구서 발송, 물품배송, 콘텐츠 제공, 맞춤서비스 제공, 요금정산/결제 등';
    assert.deepEqual(purposeLines(membership?.purposes), [
      ...['회원가입', '서비스의 제공', '원활한 고객상담'],
      ...joining.split(', ').map((text) => `홈페이지 회원 가입 및 관리: ${text}`),
      ...serving.split(', ').map((text) => `재화 또는 서비스 제공: ${text}`),
    ]);
  });

  it('has marketing as a purpose, and names no data and no period for it', () => {
    assert.equal(marketing?.title, '마케팅 및 광고에의 활용');
    assert.deepEqual(purposeLines(marketing.purposes), [
      '신규 서비스(제품) 개발',
      '맞춤 서비스 제공 등',
    ]);
    assert.deepEqual([marketing.data, marketing.retention], [[], []]);
    assert.deepEqual(marketing.empty, { data: 'unstated', retention: 'unstated' });
    assert.equal(marketing.required, 'unstated');
  });

  it('keeps member data until leaving, with four exceptions', () => {
    assert.deepEqual(ruleLines(membership?.retention), leaving);
    assert.deepEqual(ruleLines(business?.retention), leaving);
    assert.match(
      blockLines(policy.retentionRule).join(' '),
      /법령에 따른 .+동의 받은 .+회원 정보 -/,
    );
  });

  it('takes what users give when they join or apply, on no basis that it names', () => {
    for (const entry of [membership!, business!]) {
      assert.deepEqual(entry.collection, [
        '회원가입시 이용자가 제공한 정보 수집',
        '서비스 이용신청시 이용자가 제공한 정보 수집',
      ]);
    }
    for (const entry of [membership!, business!, marketing!]) {
      assert.equal(entry.basis, 'unstated');
      assert.ok(!('refusal' in entry || 'statute' in entry));
      assert.equal(entry.revision, '2015-02-15');
    }
    assert.match(
      blockLines(policy.processingRule).join(' '),
      /변경될 시에는 사전동의를 구할 예정입니다/,
    );
  });

  it('keeps three kinds of records without a statute and one by statute', () => {
    assert.deepEqual(recordLines(policy.keptRecords), [
      '계약 또는 청약철회 기록 | unstated | P5Y',
      '대금결제 기록 | unstated | P5Y',
      '재화 등의 공급기록 | unstated | P5Y',
      'cms출금동의서, 전자금융거래기록 | statute | P5Y | by 전자금융거래법 제 22조 | "cms출금동의서 [전자금융거래법] 제 22조에 따른 전자금융거래기록 : 5년"',
    ]);
  });
});

describe('Qsolution: others who get or hold data', () => {
  it('excepts consent and investigation, and cites a chapter by another name', () => {
    const lines = blockLines(policy.thirdPartyRule);
    assert.match(lines[0] ?? '', /제1조\(개인정보의 처리 목적\)에서 명시한 범위 내에서만/);
    assert.deepEqual(lines.slice(2), [
      '정보주체가 사전 동의한 경우',
      '법령의 규정에 의거하거나 수사 목적으로 법령에 정해진 절차와 방법에 따라 수사기관의 요구가 있는 경우',
    ]);
  });

  it('entrusts work to three, on consent as it says', () => {
    assert.deepEqual(
      policy.processors?.map(({ names, work }) => `${names.join(', ')}: ${work.join(' + ')}`),
      [
        '금융결제원: 고객의 월사용료 결제를 위한 CMS출금처리 위탁',
        '하늘테크: 양식지 판매 + 프로그램 설치 및 교육',
        '현대택배: 제품발송을 위한 위탁',
      ],
    );
    assert.match(
      blockLines(policy.processorRule).join(),
      /\[개인정보의 수집 및 이용 목적\]을 달성/,
    );
  });
});

describe('Qsolution: rights, cookies, protection and contacts', () => {
  it('knows four rights, one with a limit, and lays duties on people', () => {
    const { list, how, response, duties } = policy.rights!;
    const online = '홈페이지 회원정보수정에서 할 수 있습니다.';
    assert.deepEqual(list, [
      { right: '개인정보 열람요구', how: online },
      { right: '오류 등이 있을 경우 정정 요구', how: online },
      {
        right: '삭제요구',
        how: '전화(032-252-1169) 또는 e-mail 로 요청하실 수 있습니다.',
        limit: '고객정보 삭제 후, 일부 서비스는 이용할 수 없습니다.',
      },
      { right: '처리정지 요구' },
    ]);
    assert.match(blockLines(how).join(' '), /언제든지 .+홈페이지 회원정보수정에서 할 수 있습니다/);
    assert.match(
      blockLines(response).join(' '),
      /완료할 때까지 .+ 본인여부를 확인한 뒤 삭제해드립니다/,
    );
    const words =
      /의무도 가지고.+『정보통신망이용촉진 및 정보보호등에 관한 법률』등에 의해 처벌받을/;
    assert.match(blockLines(duties).join(' '), words);
  });

  it('collects five items "등" by itself, and names two ways that are out of date', () => {
    const automatic = policy.automaticCollection!;
    assert.equal(
      dataLine(automatic.data),
      'IP주소, 쿠키!behavioural, MAC주소, 서비스 이용기록!behavioural, 방문기록!behavioural',
    );
    assert.equal(automatic.dataOpen, '등');
    assert.deepEqual(purposeLines(automatic.purposes), [
      '홈페이지에 대한 기본 설정정보를 보관하기 위해 [쿠키]',
    ]);
    assert.match(
      blockLines(automatic.refusal).join(),
      /쿠키의 이용을 허용하거나 거부할 수 있습니다/,
    );
    assert.equal(
      automatic.refusalEffect,
      '단, 쿠키의 저장을 거부하는 옵션을 선택하는 경우 서비스 이용에 불편이 야기될 수 있습니다.',
    );
    assert.deepEqual(stepLines(automatic), [
      "인터넷 익스플로어: 웹 브라우저 상단의 도구 > 인터넷옵션 > 개인정보 > 고급 → '허용', '차단', '사용자가 선택' 설정 가능",
      "크롬 브라우저: 웹 브라우저 상단 우측의 설정 > 개인정보 > 콘텐츠 설정 > 쿠키 → '허용', '브라우저 종료 시까지 유지', '차단' 설정 가능",
    ]);
  });

  it('destroys by two rules, a procedure and two methods', () => {
    const { rules, procedure, methods } = policy.destruction!;
    const [first, second, ...more] = blockLines(rules);
    assert.match(first ?? '', /보유기간의 경과, 처리목적 달성 등/);
    assert.match(second ?? '', /보존하여야 하는 경우에는 별도의 DB에 옮겨/);
    assert.deepEqual(more, []);
    assert.match(blockLines(procedure).join(), /선정하고 책임자의 승인을 거쳐 파기합니다/);
    assert.match(blockLines(methods).join('|'), /^전자적 파일 .+\|종이에 출력된/);
  });

  it('protects in five groups under article 29', () => {
    assert.deepEqual(
      policy.safety?.map(({ title, measures }) => `${title ?? ''} ${measures.length}`),
      [
        '개인정보 취급 직원의 최소화 및 교육 1',
        '내부관리계획의 수립 및 시행 1',
        '개인정보의 암호화 1',
        '개인정보에 대한 접근 제한 1',
        '비인가자에 대한 출입 통제 1',
      ],
    );
    assert.match(blockLines(policy.safetyRule).join(), /개인정보보호법 제29조에 따라/);
  });

  it('names a post and a department with one number and address', () => {
    const line = ' 032-252-1169 sales@qmoney.co.kr';
    assert.deepEqual(
      policy.contacts?.map(({ role, roleName, department, title, phone, email }) =>
        [role, roleName, department ?? '–', title, phone, email].join(' '),
      ),
      [
        `cpo 개인정보 보호 책임자 – 대표${line}`,
        `officer 개인정보 보호 담당부서 경영지원부 담당자${line}`,
      ],
    );
  });

  it('names four bodies, with numbers and addresses of their time', () => {
    const address =
      '(138-950) 서울시 송파구 중대로 135 한국인터넷진흥원 개인정보침해신고센터 | 한국인터넷진흥원';
    assert.deepEqual(remedyLines(policy.remedies), [
      `개인정보 침해신고센터 | 개인정보 침해사실 신고, 상담 신청 | 국번없이 | 118 | privacy.kisa.or.kr | ${address}`,
      `개인정보 분쟁조정위원회 | 개인정보 분쟁조정신청, 집단분쟁조정 (민사적 해결) | 국번없이 | 118 | privacy.kisa.or.kr | ${address}`,
      '대검찰청 사이버범죄수사단 | 02-3480-3573 | www.spo.go.kr',
      '경찰청 사이버범죄수사단 | 1566-0112 | www.netan.go.kr',
    ]);
    const others = /개인정보침해신고센터, 대검찰청 인터넷범죄수사센터, 경찰청사이버테러대응센터 등/;
    assert.match(blockLines(policy.remedyRule).join(), others);
  });
});
