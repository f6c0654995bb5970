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
const policy = readPolicy('xperp');
const COMMERCE = '전자상거래 등에서의 소비자보호에 관한 법률';

describe('XpERP: collection', () => {
  const [account, apartment, ...others] = policy.processing ?? [];

  it('has two audiences', () => {
    assert.deepEqual([account?.audience, apartment?.audience], ['전산업체', '아파트']);
    assert.deepEqual(others, []);
  });

  it('takes seven items of a computing firm for three purposes, on paper', () => {
    assert.equal(
      dataLine(account?.data ?? []),
      '회사명, 성명, 직급, 휴대폰번호, 아이디, 고정 IP, 소속 회사를 확인할 수 있는 증빙서류 ' +
        '(국민연금 가입증명서 또는 국민건강보험 자격득실확인서)',
    );
    assert.deepEqual(purposeLines(account?.purposes), [
      '계정생성(삭제)',
      'XpERP 사용권한 확인 및 가입·변경·해지 처리에 활용',
      '서비스 관련 정보 안내(고지사항 전달, 본인 의사 확인, 유의사항, 편의 사항 등)',
    ]);
    assert.deepEqual(account?.collection, ['계정신청서(오프라인문서)']);
  });

  it('keeps it ten years, until the contract ends, and a year without login', () => {
    assert.deepEqual(ruleLines(account?.retention), [
      'P10Y',
      'event 고객과의 계약 종료 | "회사는 고객과 계약이 종료되는 경우, 고객이 위탁한 개인정보 및 고객사 임직원의 개인정보를 즉시 파기합니다."',
      'P1Y | from 마지막 XpERP 로그인 기록 | "회사는 고객사 임직원이 XpERP 로그인 기록이 1 년간 존재하지 않는 경우 고객사 임직원의 개인정보를 즉시 파기합니다."',
    ]);
  });

  it('takes no data of an apartment, and says so', () => {
    assert.deepEqual([apartment?.data, apartment?.retention], [[], []]);
    assert.deepEqual(apartment?.empty, { data: 'none', retention: 'unstated' });
    assert.deepEqual(purposeLines(apartment.purposes), ['계정 생성']);
    assert.deepEqual(blockLines(apartment.detail), [
      '아파트의경우 계정 생성시 개인정보는 수집하고 있지 않으며, 계정만 발급하고 있습니다.',
    ]);
  });

  it('says of neither on what it rests, whether it is required, or that it can be refused', () => {
    for (const entry of [account!, apartment!]) {
      assert.deepEqual([entry.basis, entry.required], ['unstated', 'unstated']);
      assert.ok(!('refusal' in entry || 'statute' in entry));
    }
  });

  it('claims that consent is asked for before', () => {
    const [first = ''] = blockLines(policy.processingRule);
    assert.match(first, /사전에 이용자에게 해당 사실을 알리고 동의를 구하고 있으며/);
  });

  it('makes an account dormant after three months', () => {
    assert.equal(policy.dormancy?.after, 'P3M');
    assert.equal(
      policy.dormancy.condition,
      '3 개월 이상 XpERP 로그인 이력 및 기타(PC, 모바일웹(앱) 등) 경로를 활용한 서비스 이력이 없는 회원',
    );
  });
});

describe('XpERP: others who get or hold data', () => {
  it('provides to two recipients, each for its own purpose and period', () => {
    const lines = policy.thirdParties?.map(({ recipient, uses }) =>
      uses.map(({ purposes, data, retention }) => [
        recipient.name,
        purposeLines(purposes).join(' + '),
        dataLine(data),
        ...ruleLines(retention),
      ]),
    );
    assert.deepEqual(lines, [
      [
        [
          '(주)아파트아이',
          '주소확인',
          '주소, 세대정보 of 세대주, 세대정보 of 세대원',
          'event 아파트아이 회원 탈퇴 | "아파트아이 회원 탈퇴시까지"',
        ],
      ],
      [
        [
          '기웅정보통신㈜',
          '세금계산서 운영 + 고객상담',
          '상호명, 대표자이름, 주민등록번호!rrn, 사업자등록번호, 연락처, 주소, ' +
            '이름 of 직원, 연락처 of 직원, 이메일 of 직원',
          'event 서비스 제공 종료 | "서비스제공기간"',
        ],
      ],
    ]);
  });

  it('gives no basis, statute, choice, refusal or contact of a recipient', () => {
    for (const entry of policy.thirdParties ?? []) {
      assert.deepEqual([entry.basis, entry.required], ['unstated', 'unstated']);
      assert.ok(!('statute' in entry || 'refusal' in entry || 'contact' in entry.recipient));
    }
  });

  it('excepts consent and investigation', () => {
    const [rule, ...exceptions] = blockLines(policy.thirdPartyRule);
    assert.match(rule ?? '', /제 1 조\(개인정보의 수집항목 및 수집방법\)에서 명시한 범위 내에서만/);
    assert.deepEqual(exceptions, [
      '정보주체가 사전에 동의한 경우',
      '법령의 규정에 의거하거나, 수사 목적으로 법령에 정해진 절차와 방법에 따라 수사기관의 요구가 있는 경우',
    ]);
  });

  it('entrusts three kinds of work to six firms', () => {
    assert.deepEqual(
      policy.processors?.map(({ names, work }) => `${names.join(', ')}: ${work.join(', ')}`),
      [
        '(주)아파트아이: 문자메시지 발송 위탁',
        'CJ 대한통운, 우체국택배: 서비스 물품 및 이벤트 경품 배송 등의 물류 업무',
        '비더빌텍, NTB, 진프린팅: 고지서 출력 및 택배 발송',
      ],
    );
  });

  it('holds four sets for its customers, three of them with an RRN, while the contract lasts', () => {
    const rows = policy.asProcessor ?? [];
    assert.deepEqual(
      rows.map(({ purposes, data }) => [purposeLines(purposes).join(' + '), dataLine(data)]),
      [
        [
          '공동주택(집합건물) 운영·관리',
          '주소(동호수), 세대주성명, 세대원성명, 생년월일, 전화번호, 휴대폰번호, 이메일, 차량정보, ' +
            '직업, 성별, 전자투표서명정보, 전자투표후보자사진',
        ],
        ['사업자정보', '회사명, 사업자번호, 대표자성명, 주민등록번호!rrn, 이메일'],
        ['인사 급여 처리', '사번, 직원성명, 주민등록번호!rrn, 전화번호, 휴대폰번호, 주소'],
        [
          '세금계산서발행 + 요금정산(추심)',
          '회사명, 대표전화번호, 사업자등록번호, 주민등록번호!rrn, 대표자성명, 사업자주소, ' +
            '이메일주소, 담당자성명, 담당자연락처, 담당자이메일',
        ],
      ],
    );
    const contract = ['event 고객과의 계약 종료 | "고객과의 계약기간 동안만"'];
    for (const { retention } of rows) assert.deepEqual(ruleLines(retention), contract);
  });
});

describe('XpERP: keeping, destroying, protecting', () => {
  it('keeps something by its own rule, and seven records by four statutes', () => {
    assert.deepEqual(recordLines(policy.keptRecords), [
      '– | internal | for 본 서비스 계약상의 권리, 의무의 이행',
      `계약 또는 청약철회 등에 관한 기록 보존 | statute | P5Y | by ${COMMERCE}`,
      `대금결제 및 재화 등의 공급에 관한 기록 보존 | statute | P5Y | by ${COMMERCE}`,
      `소비자의 불만 또는 분쟁 처리에 관한 기록 보존 | statute | P3Y | by ${COMMERCE}`,
      `표시/광고에 관한 기록 보존 | statute | P6M | by ${COMMERCE}`,
      '전자금융 거래에 관한 기록 보존 | statute | P5Y | by 전자금융거래법',
      '신용정보의 수집/처리 및 이용 등에 관한 기록 보존 | statute | P3Y | by 신용정보의 이용 및 보호에 관한 법률',
      '웹사이트 방문기록 보존 | statute | P3M | by 통신비밀보호법',
    ]);
  });

  it('destroys by rule, procedure and method', () => {
    const { rules, procedure, methods } = policy.destruction ?? {};
    assert.equal(blockLines(rules).length, 2);
    assert.match(blockLines(procedure).join(), /식별 파기하고, 회사의 개인정보보호책임자에게 보고/);
    assert.match(blockLines(methods).join(), /재생할 수 없도록 파기하며.+분쇄하거나 소각하여/);
  });

  it('protects by four, three and one measures', () => {
    assert.deepEqual(
      policy.safety?.map(({ title, lead, measures }) => [title, lead?.length, measures.length]),
      [
        ['관리적 대책', 1, 4],
        ['기술적 대책', 1, 3],
        ['물리적 대책', 1, 1],
      ],
    );
    const measures = policy.safety.flatMap((group) => blockLines(group.measures));
    const words =
      '최소한의 인원, 규정, 보안서약서, 개인정보보호교육, 암호화, 침입탐지, 백신, 서버실';
    for (const [index, word] of words.split(', ').entries())
      assert.match(measures[index]!, RegExp(word));
    assert.match(blockLines(policy.safety[1]?.lead).join(), /분실, 도난, 누출, 변조, 또는 훼손/);
  });
});

describe('XpERP: cookies and contacts', () => {
  const automatic = policy.automaticCollection!;

  it('collects five items "등" by itself, and a cookie with a purpose of its own', () => {
    assert.equal(
      dataLine(automatic.data),
      'IP 주소, MAC 주소, 서비스 이용기록!behavioural, 방문기록!behavioural, ' +
        '불량이용기록!behavioural, 쿠키(cookie)!behavioural',
    );
    assert.equal(automatic.dataOpen, '등');
    const [purpose = '', ...more] = purposeLines(automatic.purposes);
    assert.match(purpose, /맞춤 서비스를 제공하는데 사용 \[쿠키\(cookie\)\]$/);
    assert.deepEqual(more, []);
  });

  it('tells what refusing costs, and four ways that are out of date', () => {
    assert.match(blockLines(automatic.refusal).join(), /모든 쿠키의 저장을 거부할 수도 있습니다/);
    assert.equal(
      automatic.refusalEffect,
      '단, 쿠키 설치를 거부하였을 경우 서비스 제공에 어려움이 있을 수 있습니다.',
    );
    assert.deepEqual(stepLines(automatic), [
      'PC IE: 웹브라우저 도구 메뉴 > 옵션 > 일반 > 검색 기록 → 쿠키 삭제 클릭',
      'PC Chrome: 웹브라우저 방문기록 메뉴 → 인터넷 사용 기록 삭제 클릭',
      '모바일 안드로이드: 설정 > Google 설정 > 광고 > 광고 맞춤 설정 선택 해제 → 활성화',
      '모바일 아이폰: 설정 > 개인정보보호 > 광고 > 광고 추적 제한 → 활성화',
    ]);
  });

  it('names two posts and a department, all on one number', () => {
    assert.deepEqual(
      policy.contacts?.map(({ role, roleName, title, department, phone, email }) =>
        [role, roleName, title ?? department, phone, email].join(' '),
      ),
      [
        'cpo 개인정보관리책임자 회장 1566-5643 ',
        'officer 개인정보관리담당자 상무 1566-5643 ',
        'access 개인정보열람청구부서 XpERP 고객센터 1566-5643 ',
      ],
    );
  });

  it('names four bodies', () => {
    assert.deepEqual(remedyLines(policy.remedies), [
      '개인정보분쟁조정위원회 | 국번없이 | 1833-6972 | www.kopico.go.kr',
      '개인정보침해신고센터 | 국번없이 | 118 | privacy.kisa.or.kr',
      '대검찰청 | 국번없이 | 1301 | www.spo.go.kr',
      '경찰청 | 국번없이 | 182 | ecrm.cyber.go.kr',
    ]);
  });
});
