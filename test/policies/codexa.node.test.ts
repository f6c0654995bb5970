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
} from './read-policy.js';

// What stands below is a second reading of the text, written down without looking at the document.
const policy = readPolicy('codexa');
const COMMERCE = '전자상거래등에서의 소비자보호에 관한 법률';
const WHY = '불량 이용자의 재가입 방지, 불법적 사용자에 대한 관련 기관 수사협조';
const MET =
  'purpose-met | "원칙적으로 개인정보 수집 및 이용목적이 달성된 후에는 해당 정보를 지체 없이 파기합니다."';

const entry = (id: string) => {
  const found = policy.processing?.find((each) => each.id === id);
  assert.ok(found, id);
  return found;
};

describe('Codexa: collection and purposes', () => {
  it('requires four items', () => {
    const { data, required, printedUnder } = entry('membership');
    assert.equal(dataLine(data), '닉네임, 비밀번호, 전자우편, 주소');
    assert.deepEqual([required, printedUnder], [true, '필수 항목']);
  });

  it('calls four more items additional, neither required nor optional', () => {
    const { data, required, printedUnder } = entry('additional');
    assert.equal(dataLine(data), '휴대전화번호, 이름, 성별, 생년월일');
    assert.deepEqual([required, printedUnder], ['unstated', '추가 항목']);
  });

  it('takes pregnancy and children for tailored services', () => {
    const { data, required, purposes, title } = entry('personalised');
    assert.equal(
      dataLine(data),
      '임신정보!sensitive, 자녀정보 of 자녀!sensitive, 아기이름 또는 닉네임 of 아기, ' +
        '출산예정일 of 아기 (생일)!sensitive, 엄마분류',
    );
    assert.deepEqual([required, title], ['unstated', '회원맞춤정보']);
    assert.deepEqual(purposeLines(purposes), ['고객 맞춤 서비스 제공']);
  });

  it('lists five purposes of contract and ten of managing members', () => {
    const contract = [
      ...['콘텐츠 제공', '물품배송 또는 청구서 등 발송', '금융거래 본인 인증 및 금융 서비스'],
      ...['구매 및 요금 결제', '요금 추심'],
    ].map((text) => `서비스 제공에 관한 계약 이행 및 서비스 제공에 따른 요금정산: ${text}`);
    const managing = [
      ...['통합 회원제 서비스 이용에 따른 본인확인', '개인식별'],
      ...['불량회원의 부정 이용 방지와 비인가 사용 방지', '가입 의사 확인'],
      '가입 및 가입횟수 제한',
      '만14세 미만 아동 개인 정보 수집 시 법정 대리인 동의여부 확인',
      ...['추후 법정 대리인 본인확인', '분쟁 조정을 위한 기록보존'],
      ...['불만처리 등 민원처리', '고지사항 전달'],
    ].map((text) => `회원 관리: ${text}`);
    assert.deepEqual(purposeLines(entry('membership').purposes), [
      '회원가입, 원활한 고객상담, 각종 서비스 신청 등 기본적인 서비스 제공',
      ...contract,
      ...managing,
    ]);
    assert.deepEqual(purposeLines(entry('additional').purposes), [...contract, ...managing]);
  });

  it('has three purposes of marketing, for data that it does not name', () => {
    const { purposes, data, empty, required } = entry('marketing');
    assert.deepEqual(purposeLines(purposes), [
      '신규 서비스 개발과 이벤트 행사에 따른 정보 전달 및 맞춤 서비스 제공',
      '인구통계학적 특성에 따른 서비스 제공 및 광고 게재',
      '접속 빈도 파악 또는 회원의 서비스 이용에 대한 통계',
    ]);
    assert.deepEqual([data, empty, required], [[], { data: 'unstated' }, 'unstated']);
  });

  it('collects in six ways, one of them from partners', () => {
    const ways = [
      '홈페이지, 애플리케이션, 서면양식, 전화, 팩스를 통한 회원가입',
      ...['상담 게시판', '이벤트/경품행사 응모', '배송 요청', '제휴사로부터의 제공'],
      '생성정보 수집 툴을 통한 수집',
    ];
    for (const id of ['membership', 'additional', 'personalised']) {
      assert.deepEqual(entry(id).collection, ways);
      assert.equal(entry(id).source, '제휴사로부터의 제공');
    }
    assert.deepEqual(entry('generated').collection, ways.slice(5));
  });

  it('announces three lists that have no rows', () => {
    assert.deepEqual(entry('generated').data, []);
    assert.ok(!('data' in (entry('generated').empty ?? {})));
    assert.deepEqual([policy.thirdParties, policy.processors], [[], []]);
  });

  it('states no basis, and keeps all of it until the purpose is met', () => {
    for (const each of policy.processing ?? []) {
      assert.equal(each.basis, 'unstated');
      assert.equal(each.revision, '2021-03-15');
      assert.equal(ruleLines(each.retention)[0], MET);
    }
    assert.deepEqual(ruleLines(entry('additional').retention).slice(1), [
      `P1Y | from 회원탈퇴 | if 이름, 생년월일, 성별, 휴대전화번호 | for ${WHY}`,
    ]);
    assert.deepEqual(ruleLines(entry('membership').retention).slice(1), [
      `P1Y | from 회원탈퇴 | if 주소, 전자우편 | for ${WHY}`,
    ]);
  });
});

describe('Codexa: keeping and giving', () => {
  it('keeps nine items of those who left, three of which it never collects', () => {
    const kept = policy.keptRecords?.[0];
    assert.equal(
      dataLine(kept?.data ?? []),
      '이름, 생년월일, 성별, 로그인ID, 전화번호, 주소, 휴대전화번호, 전자우편, 프로필 이미지',
    );
    const collected = policy.processing?.flatMap(({ data }) => data.map(({ name }) => name));
    assert.deepEqual(
      kept?.data?.map(({ name }) => name).filter((name) => !collected?.includes(name)),
      ['로그인ID', '전화번호', '프로필 이미지'],
    );
  });

  it('keeps seven records, six of them by statute', () => {
    assert.deepEqual(recordLines(policy.keptRecords), [
      `회원탈퇴 시 보존 개인정보 | internal | P1Y | from 회원탈퇴 | for ${WHY}`,
      '본인 확인에 관한 기록 | statute | P6M | by 정보통신망 이용촉진 및 정보보호 등에 관한 법률',
      '방문에 관한 기록 | statute | P3M | by 통신비밀보호법',
      `표시/광고에 관한 기록 | statute | P6M | by ${COMMERCE}`,
      `계약 또는 청약철회 등에 관한 기록 | statute | P5Y | by ${COMMERCE}`,
      `대금결제 및 재화 등의 공급에 관한 기록 | statute | P5Y | by ${COMMERCE}`,
      `소비자의 불만 또는 분쟁처리에 관한 기록 | statute | P3Y | by ${COMMERCE}`,
    ]);
    const [rule, statutes] = blockLines(policy.retentionRule);
    assert.match(rule ?? '', /명시한 기간 동한 보존합니다\.$/);
    assert.match(statutes ?? '', /^상법, 전자상거래 등에서의 소비자보호에 관한 법률 등 관계법령/);
  });

  it('puts accounts apart after a year, with thirty days of warning by e-mail', () => {
    const { after, condition, noticeDays, noticeBy, reactivation } = policy.dormancy ?? {};
    assert.deepEqual([after, noticeDays, noticeBy], ['P1Y', 30, '이메일']);
    assert.match(condition ?? '', /^클래스파트라 최종 이용 후 1년 동안 이용 기록이 없는 회원$/);
    assert.match(
      blockLines(policy.dormancy?.effect)[0] ?? '',
      /분리되어 안전하게 .+ 최소 30일 이전/,
    );
    assert.match(blockLines(reactivation).join('|'), /엄마와 모바일앱에 로그인.+\|.+계정을 재사용/);
  });

  it('gives to third parties with two exceptions, to partners and to sellers', () => {
    const [rule = '', consented, sellers, partners = ''] = blockLines(policy.thirdPartyRule);
    assert.match(rule, /개인정보보호법 제 15조, 제 17조, 제 22조 및 제 24조에 의거/);
    assert.equal(consented, '이용자들이 사전에 동의한 경우');
    assert.match(
      sellers ?? '',
      /^주문 결제가 이루어진 경우, .+ 판매자\(제3자\)에게 전달 합니다\.$/,
    );
    assert.match(partners, /^단, " 클래스파트라 "는 비즈니스 파트너와의 제휴를 통해/);
    assert.match(JSON.stringify(policy.thirdPartyRule), /동의를 얻은 항목, 기간에 한하여/);
    assert.match(
      blockLines(policy.processorRule)[1] ?? '',
      /위탁기간은 회원탈퇴 시 혹은 위탁계약 종료 시까지 유지됩니다\.$/,
    );
  });

  it('takes the device identifier by itself, and ends the service on refusal', () => {
    const { data = [], purposes, refusalEffect, ...rest } = policy.automaticCollection ?? {};
    assert.equal(dataLine(data), '기기식별번호 (디바이스 아이디 또는 IMEI)');
    assert.deepEqual(purposeLines(purposes), ['계정정보를 생성하기 위해']);
    assert.match(refusalEffect ?? '', /거부하는 경우 '엄마와'를 이용할 수 없습니다\.$/);
    for (const part of ['refusal', 'original', 'cookies', 'dataOpen'])
      assert.ok(!(part in rest), part);
  });
});

describe('Codexa: rights, contacts, protection', () => {
  it('grants three rights with their clicks, and a withdrawal by leaving', () => {
    assert.deepEqual(
      policy.rights?.list.map(({ right }) => right),
      ['조회', '수정', '가입 해지(동의철회)'],
    );
    assert.match(policy.rights.list[1]?.how ?? '', /^'개인정보변경'\(또는 '회원정보 수정' 등\)/);
    assert.match(
      policy.withdrawal?.method ?? '',
      /"회원탈퇴"를 클릭하여 본인 확인 절차를 거치신 후/,
    );
    assert.ok(!('url' in policy.withdrawal!));
    assert.match(blockLines(policy.rights.how)[1] ?? '', /서면, 전화 또는 이메일로 연락하시면/);
    const [correction = '', kept = ''] = blockLines(policy.rights.response);
    assert.match(correction, /정정 처리결과를 제3자에게 지체 없이 통지/);
    assert.match(kept, /"5\. 개인정보의 보유 및 이용기간"에 명시된 바에 따라/);
    assert.match(blockLines(policy.rights.agents)[0] ?? '', /당해 만 14세 미만 아동의 개인 정보/);
  });

  it('asks guardians below 14, without saying how', () => {
    assert.deepEqual(policy.age, { threshold: 14, revision: '2021-03-15' });
    assert.equal(blockLines(policy.children).length, 2);
  });

  it('has one contact, a post and no name', () => {
    assert.deepEqual(policy.contacts, [
      {
        role: 'cpo',
        roleName: '개인정보 관리책임자',
        department: '클래스파트라',
        title: '보안 책임자',
        phone: '02-2135-1124',
        email: 'codxa@codxa.com',
      },
    ]);
    assert.match(blockLines(policy.contactRule)[0] ?? '', /^주식회사 클래스파트라는 회원님의/);
  });

  it('names three bodies, as they were', () => {
    assert.deepEqual(remedyLines(policy.remedies), [
      '개인정보 침해신고센터 | 국번없이 | 118 | privacy.kisa.or.kr | 한국인터넷진흥원',
      '대검찰청 사이버범죄수사단 | 국번없이 | 1301 | www.spo.go.kr',
      '경찰청 사이버범죄수사단 | 1566-0112 | www.netan.go.kr',
    ]);
  });

  it('protects in three groups, destroys by two methods, and disclaims the rest', () => {
    assert.deepEqual(
      policy.safety?.map(({ title }) => title),
      ['해킹 등에 대비한 대책', '취급 직원의 최소화 및 교육', '개인정보보호전담기구의 운영'],
    );
    assert.match(blockLines(policy.safetyRule)[0] ?? '', /기술적\/관리적 대책을 강구하고 있습니다/);
    const { rules, procedure, methods } = policy.destruction ?? {};
    assert.match(blockLines(rules)[0] ?? '', /보유 및 이용기간이 경과된 후에는/);
    assert.match(
      blockLines(procedure)[0] ?? '',
      /\(보유 및 이용기간 참조\) 일정 기간 저장된 후 파기/,
    );
    assert.match(
      blockLines(methods)[0] ?? '',
      /분쇄기로 분쇄하거나 소각을 통하여 .+ 삭제합니다\.$/,
    );
    assert.match(blockLines(policy.disclaimers)[0] ?? '', /일체의 책임을 지지 않습니다\.$/);
  });
});
