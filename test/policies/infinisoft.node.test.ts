import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { blockLines, dataLine, readPolicy, recordLines, ruleLines } from './read-policy.js';

// What stands below is a second reading of the text, written down without looking at the document.
const policy = readPolicy('infinisoft');
const MET =
  'purpose-met | "회사는 원칙적으로 개인정보 수집 및 이용목적이 달성된 후에는 해당 정보를 지체없이 파기합니다."';
const PAYMENT =
  '신용카드 번호 (결제정보), 유효기간 (결제정보), 성명 (결제정보), 계좌번호 (결제정보), 휴대전화번호 (결제정보)';

const entry = (id: string) => {
  const found = policy.processing?.find((each) => each.id === id);
  assert.ok(found, id);
  return found;
};

const names = (id: string): string[] => entry(id).data.map(({ name }) => name);

describe('Infinisoft: what is collected under the first required items', () => {
  it('lists the items of the contract, with whom and when they concern', () => {
    const always = [
      ...['성명', '생년월일', '휴대전화번호', '사업자번호', '법인번호', '상호명', '업종', '업태'],
      ...['쇼핑몰URL', '가맹점 주소', '대표전화번호', '아이디', '비밀번호'],
      ...['거래대금지급정보', '상품정보'],
    ];
    const conditions: Readonly<Record<string, string>> = {
      대표자명: '가맹점의 경우',
      담당자명: '가맹점의 경우',
      영문명: '법인대표가 외국인일 경우',
      국적: '법인대표가 외국인일 경우',
      이메일주소: '가맹점의 경우',
      '주민등록증상의 주소지': '개인사업자의 경우',
    };
    assert.deepEqual(names('contract').sort(), [...always, ...Object.keys(conditions)].sort());
    for (const { name, condition, kind } of entry('contract').data)
      assert.deepEqual([condition, kind], [conditions[name], 'ordinary'], name);
    const email = entry('contract').data.find(({ name }) => name === '이메일주소');
    assert.equal(email?.about, '대표 및 담당자');
  });

  it('holds the identity numbers apart from them, and from each other', () => {
    assert.equal(
      dataLine(entry('identity-numbers').data),
      '운전면허번호 (실명번호)!unique-id, 외국인등록번호!unique-id',
    );
    assert.equal(entry('identity-numbers').data[1]?.condition, '법인대표가 외국인일 경우');
    assert.equal(dataLine(entry('resident-number').data), '주민등록번호 (실명번호)!rrn');
  });

  it('keeps the printed line with its unclosed bracket', () => {
    const [line = ''] = entry('contract').detail ?? [];
    assert.ok(typeof line === 'string');
    assert.match(
      line,
      /^이용자의 성명\(가맹점의 경우, 대표자명 및 담당자명, 생년월일, 실명번호\(주민/,
    );
    assert.equal(line.split('(').length, line.split(')').length + 1);
  });

  it('has the heading and seven lines of purposes, one of them by a statute', () => {
    const { purposes } = entry('contract');
    assert.deepEqual(
      purposes.map(({ text }) => text),
      [
        '서비스 제공계약의 성립, 유지, 종료를 위한 본인식별 및 실명확인, 계약서 발송, 회원관리',
        '서비스 제공과정 중 본인식별, 실명확인, 인증 및 각종 안내 및 고지',
        '서비스 이용 통계 및 인구 통계학적 특성에 따른 서비스제공 및 고객관리',
        '비인가 이용방지 및 부정 이용방지',
        '서비스 제공을 위한 결제수단 및 상점사업자 정보 확인·등록',
        '전자결제대행 서비스 이용',
        '서비스 제공 및 관련 업무처리에 필요한 동의 또는 철회 의사확인',
        '특정 금융거래정보의 보고 및 이용 등에 관한 법률 및 동법 시행령에 따른 의무이행(고객확인 및 특정금융거래보고), 신원확인에 관한 사항',
      ],
    );
    assert.deepEqual(
      purposes.flatMap(({ statute = [] }) => statute),
      ['특정 금융거래정보의 보고 및 이용 등에 관한 법률 및 동법 시행령'],
    );
    for (const id of ['identity-numbers', 'resident-number', 'payment'])
      assert.deepEqual(entry(id).purposes, purposes);
  });

  it('lists five items of payment', () => {
    assert.equal(dataLine(entry('payment').data), PAYMENT);
    assert.match(
      JSON.stringify(entry('payment').detail),
      /표시한 각 결제수단 및 제반정보를 말하며/,
    );
  });

  it('states no statute and no basis of any of it', () => {
    for (const { basis, statute, revision, retention, collection } of policy.processing ?? []) {
      assert.deepEqual([basis, statute, revision], ['unstated', undefined, '2024-06-19']);
      assert.deepEqual(ruleLines(retention), [MET]);
      // The heading promises ways of collection, and none follows.
      assert.deepEqual(collection, []);
    }
  });
});

describe('Infinisoft: what is printed under the second required items', () => {
  it('sends payment data to whoever issued the means of payment', () => {
    const { purposes, data, required, printedUnder } = entry('issuer-delivery');
    assert.match(
      purposes[0]?.text ?? '',
      /^서비스 이용\(거래승인\) .+\(민원, 개인전보 관리점검\).+\(예:카드의 경우 해당 카드사\).+ 발송$/,
    );
    assert.equal(dataLine(data), PAYMENT);
    assert.deepEqual([required, printedUnder], [true, '[필수항목]']);
  });

  it('prints advertising there, so that the label is sure and the choice is not', () => {
    const { purposes, data, empty, required, printedUnder } = entry('event-advertising');
    assert.deepEqual(purposes, [{ text: '회사가 제공하는 이벤트 등 광고성 정보 전달' }]);
    assert.deepEqual([data, empty], [[], { data: 'unstated' }]);
    assert.deepEqual([required, printedUnder], ['unstated', '[필수항목]']);
  });

  it('names no optional item but by what it is not', () => {
    const { purposes, required, printedUnder, detail } = entry('optional-items');
    assert.deepEqual(names('optional-items'), [
      '필수항목 이외에 계약서류에 기재된 정보',
      '고객이 제공한 정보',
    ]);
    assert.deepEqual([required, printedUnder, purposes], [false, '[선택항목]', []]);
    assert.deepEqual(blockLines(detail), [
      '필수항목 이외에 계약서류에 기재된 정보 또는 고객이 제공한 정보 또는 고객이 제공한 정보',
    ]);
  });

  it('requires all the others', () => {
    const required = policy.processing?.filter((each) => each.required === true);
    assert.deepEqual(
      required?.map(({ id, printedUnder }) => `${id} ${printedUnder ?? ''}`),
      ['contract', 'identity-numbers', 'resident-number', 'payment', 'issuer-delivery'].map(
        (id) => `${id} [필수항목]`,
      ),
    );
  });
});

describe('Infinisoft: to whom it goes', () => {
  const uses = (id: string): string[] =>
    (policy.thirdParties?.find((each) => each.id === id)?.uses ?? []).map(
      ({ purposes, data, retention }) =>
        `${purposes.map(({ text }) => text).join()} | ${dataLine(data)} | ${ruleLines(retention).join()}`,
    );
  const END = 'event 서비스 해지일 또는 이용계약 종료일 | "서비스 해지일 또는 이용계약 종료일"';
  const CASH = `현금영수증 (제휴서비스 및 부가서비스 제공) | 전화번호 (발행정보), 발행금액 (발행정보) | ${END}`;

  it('gives to three recipients, one of them for two purposes', () => {
    assert.deepEqual(
      policy.thirdParties?.map(({ recipient }) => recipient.name),
      ['㈜케이에스넷', '금융결제원', '국세청'],
    );
    const card = ['카드번호', '생년월일', '카드번호', '카드 비밀번호 앞 두자리', '카드 유효기간'];
    assert.deepEqual(uses('ksnet'), [
      `신용카드 결제 수행(제휴서비스 및 부가서비스 제공) | ${card.map((name) => `${name} (신용카드 인증 결제정보)`).join(', ')} | ${END}`,
      CASH,
    ]);
    assert.deepEqual(uses('kftc'), [
      `계좌이체 결제 수행(제휴서비스 및 부가서비스 제공) | 상품명 (상품정보), 금액 (상품정보) | ${END}`,
    ]);
    assert.deepEqual(uses('national-tax-service'), [CASH]);
  });

  it('rests on consent, and says nothing of refusing', () => {
    for (const { basis, statute, required, refusal } of policy.thirdParties ?? [])
      assert.deepEqual(
        [basis, statute, required, refusal],
        ['consent', '개인정보 보호법 제17조 제1항 제1호', 'unstated', undefined],
      );
  });

  it('lists seven exceptions, consent and contract among them', () => {
    const [scope = '', ground = '', ...exceptions] = blockLines(policy.thirdPartyRule);
    assert.match(scope, /「개인정보 보호법」 제 17조 및 제18조에 해당하는 경우에만/);
    assert.match(ground, /제17조 제1항 제1호에 따라 정보주체의 동의를 얻어 필요 최소한의 범위로만/);
    assert.equal(exceptions.length, 7);
    assert.equal(exceptions[0], '이용자가 개인정보 제공에 직접 동의를 한 경우');
    assert.match(exceptions[3] ?? '', /^이용자와 체결한 계약을 이행하거나/);
    assert.match(exceptions[6] ?? '', /^공중위생 등 공공의 안전과 안녕을 위하여/);
  });

  it('entrusts five rows of work, with their data', () => {
    const lines = policy.processors?.map(
      ({ names: firms, namesLabel = '', work, data = [], ...rest }) =>
        [
          `${namesLabel}${firms.length} ${firms[0] ?? ''}`,
          work.join(),
          dataLine(data),
          rest.subProcessors?.map(({ name }) => name).join() ?? '',
        ].join(' | '),
    );
    assert.deepEqual(lines, [
      '은행15 기업 | 가상계좌 결제 (제휴서비스 및 부가서비스 제공) | 은행명, 이용자명 | ',
      '1 ㈜ 세종네트웍스 | 알림톡 발송(결제결과, 인증안내) | 이용자명, 휴대전화번호, 결제금액 | (주)카카오',
      '1 ㈜ 세종네트웍스 | SMS 발송(결제결과, 인증안내) | 이용자명, 휴대전화번호, 결제금액 | ',
      '1 ㈜ 엠투넷 | ARS인증 녹취 | 계좌번호, 이용자명, 생년월일 | ',
      '1 코리아크레딧뷰로(주) | 본인인증 | 이용자명, 통신사, 휴대전화번호, 생년월일 | ',
    ]);
    assert.equal(
      policy.processors?.[0]?.names.join('/'),
      '기업/국민/수협/농협/우리/씨티/대구/부산/광주/경남/우체국/하나/신한/쿠콘(주)/(주)세틀뱅크',
    );
  });
});

describe('Infinisoft: what is kept and what comes by itself', () => {
  const COMMERCE = '전자상거래 등에서의 소비자보호에 관한 법률';

  it('keeps twelve records, ten of them by what it calls a statute', () => {
    assert.deepEqual(recordLines(policy.keptRecords), [
      `계약 또는 청약 철회 등에 관한 기록 | statute | P5Y | by ${COMMERCE}`,
      `대금결제 및 재화 등의 공급에 관한 기록 | statute | P5Y | by ${COMMERCE}`,
      `소비자 불만 또는 분쟁처리에 관한 기록 | statute | P3Y | by ${COMMERCE}`,
      '전자금융거래에 관한 기록 | statute | P5Y | if 건당1만원 초과 | by 전자금융거래법',
      '전자금융거래에 관한 기록 | statute | P1Y | if 건당1만원 이하 | by 전자금융거래법',
      '신용정보의 수집·처리 및 이용등에 관한 기록 | statute | P3Y | by 신용정보의 이용 및 보호에 관한 법률',
      '서비스 이용기록, 접속로그, 접속 IP정보 | statute | P1Y | by 개인정보보호법',
      '온라인 서비스 로그인ID | internal | P1Y | for 서비스 이전의 혼선방지, 불법적인 사용자에 대한 해당 기관 수사협조',
      '본인확인에 대한 기록 | statute | P6M | by 정보통신 이용촉진 및 정보보호에 관한 법률',
      '웹사이트 방문에 대한 기록 | statute | P3M | by 통신비밀보호법',
      '고객확인에 관한 기록 | statute | P5Y | from 서비스 탈퇴일 | by 특정금융거래정보의 보고 및 이용에 관한 법률 | "서비스 탈퇴일로 부터 5년"',
      '서비스 상담으로 수집된 기록 | internal | P6M | from 상담 | for 회사내부 방침(※분쟁발생시 소명용으로 보관) | "상담후 6개월"',
    ]);
  });

  it('collects ten kinds of data by itself, leaves the list open, and says no more', () => {
    const { data = [], dataOpen, ...rest } = policy.automaticCollection ?? {};
    assert.equal(
      dataLine(data),
      'OS (단말기정보), 화면사이즈 (단말기정보), 디바이스 아이디 (단말기정보), ' +
        '휴대전화 기종 (단말기정보), 단말기 모델명 (단말기정보), IP주소, 쿠키!behavioural, ' +
        '방문일시!behavioural, 부정이용기록!behavioural, 서비스 이용기록!behavioural',
    );
    assert.equal(dataOpen, '등의 정보');
    assert.deepEqual(Object.keys(rest), ['means']);
  });
});
