import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import type { Block } from '../../src/model/block.js';
import type { PolicyDocument } from '../../src/model/policy-document.js';
import { blockLines, readPolicy } from './read-policy.js';

/** How a sentence or paragraph of the text begins and ends, written down by hand: "head … tail". */
type Ends = readonly string[];

function assertEnds(part: string, blocks: readonly Block[] | undefined, expected: Ends): void {
  const lines = blockLines(blocks);
  assert.equal(lines.length, expected.length, part);
  for (const [index, line] of lines.entries()) {
    const [head = '', tail = head] = expected[index]?.split(' … ') ?? [];
    assert.ok(line.startsWith(head), `${part}[${index}] begins with "${head}": ${line}`);
    assert.ok(line.endsWith(tail), `${part}[${index}] ends with "${tail}": ${line}`);
  }
}

const partsOf = (
  policy: PolicyDocument,
): Readonly<Record<string, readonly Block[] | undefined>> => ({
  preface: policy.preface,
  processingRule: policy.processingRule,
  thirdPartyRule: policy.thirdPartyRule,
  processorRule: policy.processorRule,
  asProcessorRule: policy.asProcessorRule,
  retentionRule: policy.retentionRule,
  dormant: policy.dormancy?.effect,
  means: policy.automaticCollection?.means,
  refusal: policy.automaticCollection?.refusal,
  how: policy.rights?.how,
  agents: policy.rights?.agents,
  response: policy.rights?.response,
  duties: policy.rights?.duties,
  contactRule: policy.contactRule,
  remedyRule: policy.remedyRule,
  rules: policy.destruction?.rules,
  procedure: policy.destruction?.procedure,
  methods: policy.destruction?.methods,
  safetyRule: policy.safetyRule,
  leads: policy.safety?.flatMap(({ lead = [] }) => lead),
  measures: policy.safety?.flatMap(({ measures }) => measures),
  disclaimers: policy.disclaimers,
  children: policy.children,
});

const INVESTIGATION = '법령의 규정에 의거하거나 … 수사기관의 요구가 있는 경우';
const BY_LAW = '상법, 전자상거래 등에서의 … 목적으로만 이용하며 보존기간은 아래와 같습니다.';

const XPERP: Readonly<Record<string, Ends>> = {
  preface: ['본 개인정보처리방침을 통해 “개인정보보호법”, … 있도록 XpERP 에 공개하고 있습니다.'],
  processingRule: [
    '개인정보를 수집하는 경우에는 사전에 … 계정신청서(오프라인문서)를 통해 개인정보를 수집합니다.',
    '회사는 XpERP 사용권한 확인 … 목적으로 고객사의 개인정보를 수집 하고 있습니다.',
  ],
  thirdPartyRule: [
    '회사는 고객의 개인정보와 위탁받은 … 다만, 아래의 경우에는 예외로 합니다.',
    '정보주체가 사전에 동의한 경우',
    INVESTIGATION,
  ],
  processorRule: ['회사는 기본적인 서비스 제공, … 위탁업무 내용은 아래와 같습니다.'],
  asProcessorRule: ['회사는 고객이 공동주택 … 위탁받은 개인정보를 보유하고 있습니다.'],
  retentionRule: ['단, 다음의 정보에 대해서는 … 명시한 기간 동안 보존을 합니다.', BY_LAW],
  dormant: ['휴면회원으로 전환합니다.', 'XpERP 휴면 아이디로 … 모든 서비스 이용불가합니다.'],
  means: [
    'XpERP 를 이용하는 과정에서 IP 주소, … 등의 정보가 자동으로 생성되어 수집될 수 있습니다.',
    "회사는 고객의 정보를 저장하고 수시로 찾아내는 '쿠키(cookie)' … 개개인을 식별하지는 않습니다.",
  ],
  refusal: ['쿠키는 개인을 식별하는 정보를 자동적/능동적으로 … 저장을 거부할 수도 있습니다.'],
  contactRule: [
    '회사는 수집된 회원의 개인정보 관리를 … 신속하고 성실하게 답변해드리고 있습니다.',
    '회사는 회원의 의견을 소중하게 … 열람 청구를 아래의 부서로 할 수 있습니다.',
  ],
  remedyRule: ['고객은 아래의 기관에 대해 … 도움이 필요하시면 문의하여 주시기 바랍니다'],
  rules: [
    '회사는 고객과 계약이 종료되는 경우, … 고객사 임직원의 개인정보를 즉시 파기합니다.',
    '회사는 고객사 임직원이 XpERP 로그인 기록이 1 년간 … 개인정보를 즉시 파기합니다.',
  ],
  procedure: ['회사는 고객과 계약 종료 시 … 개인정보보호책임자에게 보고합니다.'],
  methods: ['회사는 전자적 파일 형태로 기록 저장된 … 분쇄기로 분쇄하거나 소각하여 파기합니다.'],
  leads: [
    '회사는 고객의 개인정보를 처리함에 … 관리적 대책을 강구하고 있습니다.',
    '회사는 회원의 개인정보를 처리함에 … 기술적 대책을 강구하고 있습니다.',
    '회사는 회원님의 개인정보를 처리함에 … 물리적 대책을 강구하고 있습니다.',
  ],
  measures: [
    '회원의 개인정보에 접근권한을 … 인원으로 제한하고 있습니다.',
    '임직원이 업무를 함에 있어 … 규정을 마련하여 준수하고 있습니다.',
    '임직원이 회원의 개인정보를 처리하기 이전에 … 내부절차를 마련하고 있습니다.',
    '임직원에게 정기적인 … 교육을 실시하고 있습니다.',
    '회원의 개인정보는 파일 및 전송 데이터를 … 유출되지 않도록 관리되고 있습니다.',
    '회원의 개인정보를 저장하고 처리하는 시스템은 방화벽과 … 위협에 대해 관리되고 있습니다.',
    '회원의 개인정보를 저장하고 처리하는 시스템은 자동으로 … 피해에 보호되고 있습니다.',
    '서버실의 접근은 업무 역할에 … 최소한의 인원으로 제한하고 있습니다.',
  ],
};

const NEXCORE: Readonly<Record<string, Ends>> = {
  preface: [
    'NEXCORE 고객지원 서비스 센터 (이하 “고객지원 센터” 또는 "회사"라 함)는 … 최선을 다하고 있습니다.',
    '고객지원 센터의 개인정보처리방침은 … 내용을 담고 있습니다.',
  ],
  processingRule: [
    '첫째, 회사는 회원가입, … 최초 회원가입 당시 아래와 같은 개인정보를 수집하고 있습니다.',
    '회사는 다음과 같은 방법으로 개인정보를 수집합니다.',
  ],
  thirdPartyRule: [
    '회사는 이용자들의 개인정보를 "2. 개인정보의 수집 및 이용목적"에서 … 예외로 합니다.',
    '이용자들이 사전에 공개에 동의한 경우',
    INVESTIGATION,
  ],
  retentionRule: ['이용자의 개인정보는 원칙적으로 … 명시한 기간 동안 보존합니다.', BY_LAW],
  means: [
    '둘째, 서비스 이용과정이나 업무처리 과정에서 … 자동으로 생성되어 수집될 수 있습니다.',
    '회사는 이용자들에게 특화된 맞춤서비스를 … PC 컴퓨터내의 하드디스크에 저장되기도 합니다.',
  ],
  refusal: [
    '이용자는 쿠키 설치에 대한 선택권을 … 모든 쿠키의 저장을 거부할 수도 있습니다.',
    '쿠키 설정을 거부하는 방법으로는 … 모든 쿠키의 저장을 거부할 수 있습니다.',
  ],
  how: [
    '이용자 혹은 만 14세 미만 아동의 … 직접 열람, 정정 또는 탈퇴가 가능합니다.',
    '혹은 개인정보관리책임자에게 … 연락하시면 지체 없이 조치하겠습니다.',
  ],
  agents: ['이용자 및 법정 대리인은 언제든지 … 가입해지를 요청할 수도 있습니다.'],
  response: [
    '이용자가 개인정보의 오류에 대한 … 지체 없이 통지하여 정정이 이루어지도록 하겠습니다.',
    '회사는 이용자 혹은 법정 대리인의 … 이용할 수 없도록 처리하고 있습니다.',
  ],
  contactRule: [
    '귀하께서는 회사의 서비스를 … 담당부서로 신고하실 수 있습니다.',
    '회사는 이용자들의 신고사항에 대해 … 충분한 답변을 드릴 것입니다.',
  ],
  remedyRule: ['기타 개인정보침해에 대한 … 아래 기관에 문의하시기 바랍니다.'],
  rules: ['이용자의 개인정보는 원칙적으로 … 달성되면 지체 없이 파기합니다.'],
  procedure: [
    '이용자가 회원가입 등을 위해 입력한 … 일정 기간 저장된 후 파기됩니다.',
    '동 개인정보는 법률에 의한 … 다른 목적으로 이용되지 않습니다.',
  ],
  methods: [
    '종이에 출력된 개인정보는 … 소각을 통하여 파기합니다.',
    '전자적 파일 형태로 저장된 … 방법을 사용하여 삭제합니다.',
  ],
  safetyRule: ['회사는 이용자들의 개인정보를 취급함에 … 기술적/관리적 대책을 강구하고 있습니다.'],
  measures: [
    '고객지원 센터 회원 아이디(ID)의 … 본인에 의해서만 가능합니다.',
    '회사는 해킹이나 컴퓨터 바이러스 … 막기 위해 최선을 다하고 있습니다.',
    '개인정보의 훼손에 대비해서 … 기술적 장치를 갖추려 노력하고 있습니다.',
    '회사의 개인정보관련 취급 직원은 … 준수를 항상 강조하고 있습니다.',
    '그리고 사내 개인정보보호전담기구 … 바로 잡을 수 있도록 노력하고 있습니다.',
  ],
  disclaimers: ['단, 이용자 본인의 부주의나 … 일체의 책임을 지지 않습니다.'],
  children: ['회사는 원칙적으로 정보주체가 미성년자일 … 수집하지 않습니다.'],
};

const QSOLUTION: Readonly<Record<string, Ends>> = {
  preface: ['‘(주)큐솔루션&아이엠솔루션’(이하 ‘회사’ 라 함)은 … 처리방침을 두고 있습니다.'],
  processingRule: [
    '(주)큐솔루션&아이엠솔루션은 개인정보를 다음의 … 시에는 사전동의를 구할 예정입니다.',
    '(주)큐솔루션&아이엠솔루션은 회원가입, … 개인정보를 수집하고 있습니다.',
    '회원가입 또는 서비스 이용신청시 … 제공한 정보 수집',
  ],
  thirdPartyRule: [
    '정보주체의 개인정보를 제1조(개인정보의 처리 목적)에서 … 제3자에게 제공하지 않습니다.',
    '다만 아래의 경우는 예외로 합니다.',
    '정보주체가 사전 동의한 경우',
    INVESTIGATION,
  ],
  processorRule: [
    '(주)큐솔루션&아이엠솔루션은 원칙적으로 고객의 동의 없이 … 개인정보를 제공할 수 있습니다.',
  ],
  retentionRule: [
    '(주)큐솔루션&아이엠솔루션은 법령에 따른 … 개인정보를 처리,보유합니다.',
    '회원 정보 - 홈페이지 탈퇴시까지. … 해당하는 경우 해당 사유 종료시까지',
  ],
  means: [
    '기타 인터넷 서비스 이용과정에서 … 자동으로 생성되어 수집될 수 있습니다.',
    '(주)큐솔루션&아이엠솔루션은 홈페이지에 대한 … 컴퓨터의 하드디스크에 저장됩니다.',
  ],
  refusal: ['고객은 쿠키 이용에 대한 선택권을 … 이용을 허용하거나 거부할 수 있습니다.'],
  how: [
    '정보주체는 회사에 대해 언제든지 … 권리를 행사할 수 있습니다.',
    '개인정보 열람과 수정은 … 회원정보수정에서 할 수 있습니다.',
    '개인 정보의 삭제는 전화(032-252-1169) … 요청하실 수 있습니다.',
  ],
  response: [
    '정보주체가 개인정보의 오류 등에 … 이용하거나 제공하지 않습니다.',
    '정보주체가 개인정보 삭제를 … 확인한 뒤 삭제해드립니다.',
  ],
  duties: [
    '개인정보 주체는 개인정보를 보호받을 … 훼손하지 않도록 유의해야 합니다.',
    '만약 이 같은 책임을 다하지 … 등에 관한 법률』등에 의해 처벌받을 수 있습니다.',
  ],
  contactRule: [
    '(주)큐솔루션&아이엠솔루션은 개인정보 처리에 관한 … 보호책임자를 지정하고 있습니다.',
    '정보주체께서는 (주)큐솔루션&아이엠솔루션의 서비스 … 답변 및 처리해드릴 것입니다.',
  ],
  remedyRule: ['기타 개인정보에 관한 상담이 … 등으로 문의하실 수 있습니다'],
  rules: [
    '원칙적으로 개인정보 보유기간의 경과, … 해당 개인정보를 파기합니다.',
    '정보주체로부터 동의받은 개인정보 보유기간이 … 다른 목적으로 이용되지 않습니다.',
  ],
  procedure: ['파기사유가 발생한 개인정보를 … 승인을 거쳐 파기합니다.'],
  methods: [
    '전자적 파일 형태의 정보는 … 기술적 방법을 사용합니다.',
    '종이에 출력된 개인정보는 … 소각을 통하여 파기합니다.',
  ],
  safetyRule: ['회사는 개인정보보호법 제29조에 따라 … 물리적 조치를 하고 있습니다.'],
  measures: [
    '개인정보를 취급하는 직원을 … 대책을 시행하고 있습니다.',
    '개인정보의 안전한 처리를 위하여 … 수립하고 시행하고 있습니다.',
    '이용자의 개인정보는 비밀번호는 암호화 … 별도 보안 기능을 사용하고 있습니다.',
    '개인정보를 처리하는 데이터베이스시스템에 … 무단 접근을 통제하고 있습니다.',
    '개인정보를 보관하고 있는 물리적 … 출입을 통제하고 있습니다.',
  ],
};

for (const [name, expected] of Object.entries({
  xperp: XPERP,
  nexcore: NEXCORE,
  qsolution: QSOLUTION,
})) {
  describe(`${name}: the sentences of the text`, () => {
    for (const [part, blocks] of Object.entries(partsOf(readPolicy(name)))) {
      it(`${part}: as many as there are, whole`, () => {
        assertEnds(part, blocks, expected[part] ?? []);
      });
    }

    it('numbers the exceptions to provision only where the text does', () => {
      const [list] = (readPolicy(name).thirdPartyRule ?? []).filter(
        (block) => typeof block === 'object',
      );
      assert.ok(list?.type === 'list');
      assert.equal(list.ordered === true, name !== 'nexcore');
    });
  });
}
