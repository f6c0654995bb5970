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
const policy = readPolicy('nexcore');
const COMMERCE = '전자상거래 등에서의 소비자보호에 관한 법률';

describe('NEXCORE: collection and purposes', () => {
  const [membership, marketing, ...others] = policy.processing ?? [];

  it('requires six items of a member, taken in three ways', () => {
    assert.equal(
      dataLine(membership?.data ?? []),
      '아이디, 비밀번호, 비밀번호 확인, 회사명, Project 명, 사용제품명',
    );
    assert.deepEqual([membership?.required, membership?.audience], [true, '일반 회원']);
    assert.deepEqual(membership?.collection, ['홈페이지', '전화', '이메일']);
    assert.deepEqual(others, []);
  });

  it('has three purposes of joining and ten of managing members', () => {
    const managing =
      '회원제 서비스 이용 및 제한적 본인 확인제에 따른 본인확인, 개인식별, ' +
      '불량회원의 부정 이용방지와 비인가 사용방지, 가입의사 확인, 가입 및 가입횟수 제한, ' +
      '만14세 미만 아동 개인정보 수집 시 법정 대리인 동의여부 확인, 추후 법정 대리인 본인확인, ' +
      '분쟁 조정을 위한 기록보존, 불만처리 등 민원처리, 고지사항 전달';
    assert.deepEqual(purposeLines(membership?.purposes), [
      ...['회원가입', '원활한 고객상담', '각종 서비스의 제공'],
      ...managing.split(', ').map((text) => `회원관리: ${text}`),
    ]);
  });

  it('has four purposes of new services and marketing, and names no data for them', () => {
    assert.equal(marketing?.title, '신규 서비스 개발 및 마케팅');
    assert.deepEqual(purposeLines(marketing.purposes), [
      '신규 서비스 개발 및 맞춤 서비스 제공',
      '통계학적 특성에 따른 서비스 제공 및 광고 게재',
      '서비스의 유효성 확인',
      '회원의 서비스이용에 대한 통계',
    ]);
    assert.deepEqual([marketing.data, marketing.empty], [[], { data: 'unstated' }]);
    assert.equal(marketing.required, 'unstated');
  });

  it('keeps all of it until the purpose is met, and gives no basis and no way to refuse', () => {
    for (const entry of [membership!, marketing!]) {
      assert.deepEqual(ruleLines(entry.retention), [
        'purpose-met | "이용자의 개인정보는 원칙적으로 개인정보의 수집 및 이용목적이 달성되면 지체 없이 파기합니다."',
      ]);
      assert.equal(entry.basis, 'unstated');
      assert.ok(!('refusal' in entry));
      assert.equal(entry.revision, '2013-10-21');
    }
  });

  it('provides to nobody but on consent and in investigations', () => {
    const lines = blockLines(policy.thirdPartyRule);
    assert.match(
      lines[0] ?? '',
      /외부에 공개하지 않습니다\. 다만, 아래의 경우에는 예외로 합니다\.$/,
    );
    assert.equal(lines[1], '이용자들이 사전에 공개에 동의한 경우');
    assert.match(lines[2] ?? '', /^법령의 규정에 의거하거나, .+ 수사기관의 요구가 있는 경우$/);
  });

  it('asks guardians below 14, and takes nothing of minors', () => {
    assert.deepEqual(policy.age, { threshold: 14, revision: '2013-10-21' });
    assert.deepEqual(blockLines(policy.children), [
      '회사는 원칙적으로 정보주체가 미성년자일 경우 개인정보를 수집하지 않습니다.',
    ]);
  });
});

describe('NEXCORE: keeping, destroying, protecting', () => {
  it('keeps one record by its own rule and five by statute', () => {
    assert.deepEqual(recordLines(policy.keptRecords), [
      '부정이용기록 | internal | P1Y | for 부정 이용 방지',
      `계약 또는 청약철회 등에 관한 기록 | statute | P5Y | by ${COMMERCE}`,
      `대금결제 및 재화 등의 공급에 관한 기록 | statute | P5Y | by ${COMMERCE}`,
      `소비자의 불만 또는 분쟁처리에 관한 기록 | statute | P3Y | by ${COMMERCE}`,
      '본인확인에 관한 기록 | statute | P6M | by 정보통신 이용촉진 및 정보보호 등에 관한 법률',
      '방문에 관한 기록 | statute | P3M | by 통신비밀보호법',
    ]);
    assert.match(blockLines(policy.retentionRule).join(' '), /명시한 기간 동안 보존합니다\. 상법,/);
  });

  it('destroys by one rule, two steps and two methods', () => {
    const { rules, procedure, methods } = policy.destruction ?? {};
    assert.match(blockLines(rules).join(), /달성되면 지체 없이 파기합니다\.$/);
    const [moved, unused, ...more] = blockLines(procedure);
    assert.match(moved ?? '', /별도의 DB로 옮겨져\(종이의 경우 별도의 서류함\)/);
    assert.match(unused ?? '', /^동 개인정보는 법률에 의한 경우가 아니고서는/);
    assert.deepEqual(more, []);
    assert.match(
      blockLines(methods).join('|'),
      /분쇄기로 .+\|전자적 파일 .+ 사용하여 삭제합니다\.$/,
    );
  });

  it('protects in four groups, and takes no responsibility for carelessness', () => {
    assert.deepEqual(
      policy.safety?.map(({ title, measures }) => `${title ?? ''} ${measures.length}`),
      [
        '비밀번호 암호화 1',
        '해킹 등에 대비한 대책 2',
        '취급 직원의 최소화 및 교육 1',
        '개인정보보호전담기구의 운영 1',
      ],
    );
    assert.match(blockLines(policy.safetyRule).join(), /누출, 변조 또는 훼손되지 않도록/);
    assert.match(blockLines(policy.disclaimers).join(), /회사는 일체의 책임을 지지 않습니다\.$/);
  });
});

describe('NEXCORE: rights, cookies and contacts', () => {
  it('knows three rights, each with its clicks, and withdraws by leaving', () => {
    const change = "'개인정보변경'(또는 '회원정보수정' 등)을 클릭하여 본인 확인 절차를 거치신 후";
    const leave = '"회원탈퇴"를 클릭하여 본인 확인 절차를 거치신 후 직접 탈퇴';
    assert.deepEqual(policy.rights?.list, [
      { right: '개인정보 조회(열람)', how: `${change} 직접 열람` },
      { right: '개인정보 수정(정정)', how: `${change} 직접 정정` },
      { right: '가입해지(동의철회)', how: leave },
    ]);
    assert.deepEqual(policy.withdrawal, {
      method: `가입해지(동의철회)를 위해서는 ${leave}가 가능합니다.`,
    });
  });

  it('tells other ways, guardians, and what it does on a request', () => {
    const { how, agents, response, duties } = policy.rights ?? {};
    assert.match(
      blockLines(how).join(' '),
      /'회원정보수정' 등.+서면, 전화 또는 이메일로 연락하시면/,
    );
    assert.match(blockLines(agents).join(), /법정 대리인은 언제든지 .+만 14세 미만 아동의/);
    assert.match(blockLines(response).join(' '), /정정을 완료하기 전까지.+"5\. 개인정보의 보유 및/);
    assert.equal(duties, undefined);
  });

  it('collects five items by itself, and gives two purposes of cookies', () => {
    const automatic = policy.automaticCollection!;
    assert.equal(
      dataLine(automatic.data),
      'IP Address, 쿠키!behavioural, 방문 일시!behavioural, 서비스 이용 기록!behavioural, ' +
        '불량 이용 기록!behavioural',
    );
    assert.ok(!('dataOpen' in automatic));
    assert.deepEqual(purposeLines(automatic.purposes), [
      '이용자들에게 특화된 맞춤서비스를 제공 [쿠키]',
      '이용자들이 방문한 고객지원 센터의 각 서비스 등을 파악하여 이용자에게 최적화된 정보 제공 [쿠키]',
    ]);
    assert.deepEqual(stepLines(automatic), [
      '인터넷 익스플로어: 웹 브라우저 상단의 도구 > 인터넷 옵션 > 개인정보',
    ]);
    assert.ok(!('refusalEffect' in automatic));
  });

  it('names two posts of one department, and announces bodies without naming any', () => {
    const line = ' 금융Digital혁신그룹 02-6400-6123 nexcore4u@sk.com';
    assert.deepEqual(
      policy.contacts?.map(({ role, roleName, title, department, phone, email }) =>
        [role, roleName, title, department, phone, email].join(' '),
      ),
      [`cpo 개인정보 관리책임자 전문위원${line}`, `officer 개인정보 관리담당자 수석${line}`],
    );
    assert.match(blockLines(policy.contactRule).join(' '), /^귀하께서는 .+충분한 답변을 드릴/);
    assert.deepEqual(remedyLines(policy.remedies), []);
    assert.deepEqual(policy.remedies, []);
    assert.match(blockLines(policy.remedyRule).join(), /아래 기관에 문의하시기 바랍니다\.$/);
  });
});
