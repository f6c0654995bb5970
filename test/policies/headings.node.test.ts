import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { readPolicy } from './read-policy.js';

// Numbered and lettered headings, written down a second time from the texts.
const HEADINGS: Readonly<Record<string, string>> = {
  xperp: `
    제 1 조 (개인정보의 수집항목 및 수집방법)
    제 2 조(개인정보의 제 3 자 제공)
    제 3 조(개인정보처리의 위탁)
    제 4 조(개인정보의 파기)
    제 8 조(개인정보의 안전성 확보 조치)
    제 9 조(개인정보 자동 수집장치의 설치 운영 및 그 거부에 관한 사항)
    제 10 조(개인정보관리책임자)
    제 11 조(권익침해 구제방법)
    제 12 조(개인정보처리방침 변경)`,
  nexcore: `
    1. 수집하는 개인정보의 항목 및 수집방법
    가. 수집하는 개인정보의 항목
    나. 개인정보 수집방법
    2. 개인정보의 수집 및 이용목적
    가. 회원관리
    나. 신규 서비스 개발 및 마케팅
    3. 개인정보의 공유 및 제공
    4. 개인정보의 취급위탁
    5. 개인정보의 보유 및 이용기간
    가. 회사 내부 방침에 의한 정보보유 사유
    나. 관련법령에 의한 정보보유 사유
    6. 개인정보 파기절차 및 방법
    가. 파기절차
    나. 파기방법
    7. 이용자 및 법정대리인의 권리와 그 행사방법
    8. 개인정보 자동 수집 장치의 설치/운영 및 거부에 관한 사항
    가. 쿠키의 사용 목적
    나. 쿠키의 사용 목적
    9. 개인정보의 기술적/관리적 보호 대책
    가. 비밀번호 암호화
    나. 해킹 등에 대비한 대책
    다. 취급 직원의 최소화 및 교육
    라. 개인정보보호전담기구의 운영
    10. 개인정보관리책임자 및 담당자의 연락처
    11. 기타
    12. 고지의 의무`,
  qsolution: `
    1. 개인정보의 처리목적
    가. 홈페이지 회원 가입 및 관리
    나. 재화 또는 서비스 제공
    다. 마케팅 및 광고에의 활용
    2. 처리하는 개인정보의 항목
    가. 개인정보 수집항목
    나. 개인정보 수집방법
    3. 개인정보의 처리 및 보유기간
    4. 개인정보의 제 3자 제공에 관한 사항
    5. 개인정보의 처리위탁
    6. 개인정보 주체의 권리/의무 및 행사방법
    7. 개인정보의 자동수집 장치의 설치 운영 및 거부에 관한 사항
    8. 개인정보 파기에 관한 사항
    9. 개인정보의 안전성 확보조치에 관한 사항
    1) 개인정보 취급 직원의 최소화 및 교육
    2) 내부관리계획의 수립 및 시행
    3) 개인정보의 암호화
    4) 개인정보에 대한 접근 제한
    5) 비인가자에 대한 출입 통제
    10. 개인정보 보호책임자에 관한 사항 및 권익침해 구제방법
    10. 고지의 의무
    11. 개인정보 처리방침 변경에 관한 사항`,
};

describe('headings as printed', () => {
  for (const [name, lines] of Object.entries(HEADINGS)) {
    it(`${name} has them in order`, () => {
      const expected = lines.trim().split(/\n\s*/);
      assert.deepEqual(readPolicy(name).headings, expected);
    });
  }
});

describe('ids and names that are ours', () => {
  const NAMES: Readonly<Record<string, readonly string[]>> = {
    xperp: [
      '2023-01-16 XpERP',
      'account XpERP 계정생성(삭제)',
      'apartment-account 아파트 계정 발급',
      'apartment-i (주)아파트아이',
      'giung 기웅정보통신㈜',
    ],
    nexcore: [
      '2013-10-21 NEXCORE 고객지원 서비스 센터',
      'membership 일반 회원가입 및 회원관리',
      'marketing 신규 서비스 개발 및 마케팅',
    ],
    qsolution: [
      '2015-02-15 (주)큐솔루션&아이엠솔루션 홈페이지',
      'membership 홈페이지 회원 가입 및 관리, 재화 또는 서비스 제공',
      'business-info 사업자정보',
      'marketing 마케팅 및 광고에의 활용',
    ],
  };

  for (const [name, expected] of Object.entries(NAMES)) {
    it(`${name}: version, service and entries, revised when the text took effect`, () => {
      const { version, effective, service, processing = [], thirdParties = [] } = readPolicy(name);
      assert.deepEqual(
        [
          `${version} ${service.name}`,
          ...processing.map(({ id, title }) => `${id} ${title}`),
          ...thirdParties.map(({ id, recipient }) => `${id} ${recipient.name}`),
        ],
        expected,
      );
      const revisions = [...processing, ...thirdParties].map(({ revision }) => revision);
      assert.deepEqual(new Set(revisions), new Set([effective]));
    });
  }
});
