import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { createNotice } from '../../src/model/create-notice.js';
import { deriveSurface } from '../../src/model/derive-surface.js';
import { parsePolicyDocument } from '../../src/model/parse-policy-document.js';
import { blockLines, readPolicy, remedyLines } from './read-policy.js';

// What stands below is a second reading of the text, written down without looking at the document.
const policy = readPolicy('infinisoft');

describe('Infinisoft: the head of the policy', () => {
  it('is announced, in force, and in force on another day as well', () => {
    const { id, locale, jurisdiction, origin, status, announced, effective, title } = policy;
    assert.deepEqual(
      [id, locale, jurisdiction, origin, status, announced, effective, title],
      [
        ...['infinisoft', 'ko', 'KR', 'transcribed', 'current', '2024-06-12', '2024-06-19'],
        '개인정보처리방침',
      ],
    );
    assert.deepEqual(policy.otherDates, [
      { date: '2024-06-20', where: '10. 개인정보처리방침의 변경 및 고지의무' },
    ]);
    assert.match(policy.banner ?? '', /^인피니소프트의 개인정보처리방침이 개정되어/);
  });

  it('lists four versions, without addresses or ends', () => {
    assert.deepEqual(policy.history, [
      { version: '최초 제정', effective: '2017-12-11' },
      { version: '1차 개정', effective: '2020-10-05' },
      { version: '2차 개정', effective: '2022-08-16' },
      { version: '3차 개정', effective: '2024-06-19' },
    ]);
    assert.equal(policy.version, '3차 개정');
  });

  it('announces changes seven days before on its home page', () => {
    assert.deepEqual(policy.changeNotice, {
      days: 7,
      where: '회사 홈페이지의 공지사항',
      of: '현 개인정보처리방침의 내용 추가, 삭제 및 수정',
    });
    assert.match(
      blockLines(policy.sections?.[0]?.body)[0] ?? '',
      /^이 .+ 2024년 6월 20일부터 적용되며/,
    );
  });

  it('prints ten contents, of which the first differs from its chapter', () => {
    const chapters = (policy.headings ?? []).filter((heading) => /^\d/.test(heading));
    assert.deepEqual([policy.contents?.length, chapters.length], [10, 10]);
    assert.deepEqual(
      policy.contents?.filter((title) => !chapters.includes(title)),
      ['1. 개인정보의 처리목적 및 수집항목, 수집방법'],
    );
    assert.deepEqual(
      policy.headings?.filter((heading) => heading.endsWith('항목]')),
      ['[필수항목]', '[필수항목]', '[선택항목]'],
    );
  });

  it('is given by one company for three services', () => {
    const [{ name } = {}, ...others] = policy.controllers;
    assert.deepEqual([name, others], ['주식회사 인피니소프트', []]);
    assert.deepEqual(policy.service.parts, [
      '전자결제대행 및 결제대금예치 서비스',
      '현금영수증 서비스',
      '휴대전화 본인확인서비스',
    ]);
    assert.deepEqual(policy.statutes, [
      '「개인정보 보호법」 및 관계 법령',
      '「개인정보 보호법」 제30조',
    ]);
  });

  it('keeps the slips of the text', () => {
    const text = JSON.stringify(policy);
    for (const slip of ['‘서비스’라 침함', '개인전보 관리점검', '발생한 개인정보보 관련 문의'])
      assert.ok(text.includes(slip), slip);
    assert.ok(!text.includes('Skip to main content'));
  });

  it('says nothing of terms, refusal, withdrawal, transfers or what does not apply', () => {
    for (const part of ['terms', 'withdrawal', 'transfers', 'age', 'marketing', 'notApplicable'])
      assert.ok(!(part in policy), part);
    for (const part of ['dormancy', 'storage', 'disclaimers', 'asProcessor', 'authority'])
      assert.ok(!(part in policy), part);
    assert.ok(policy.processing?.every((each) => !('refusal' in each)));
  });
});

describe('Infinisoft: rights, contacts, protection', () => {
  it('grants four rights, each with its limit', () => {
    const limits = policy.rights?.list.map(({ right, limit = '' }) => `${right}: ${limit}`);
    const articles =
      /「개인정보 보호법」 제35조 제4항 및 제37조 제2항에 의하여 .+ 제한될 수 있습니다\.$/;
    const statutes = /다른 법령에서 그 개인정보가 수집 대상으로 명시되어 있는 경우에는 그 삭제를/;
    assert.equal(limits?.length, 4);
    assert.match(limits[0] ?? '', /^열람: /);
    assert.match(limits[0] ?? '', articles);
    assert.match(limits[1] ?? '', /^정정: /);
    assert.match(limits[2] ?? '', /^삭제: /);
    assert.match(limits[2] ?? '', statutes);
    assert.match(limits[3] ?? '', /^처리정지: /);
    assert.match(limits[3] ?? '', articles);
  });

  it('takes requests in three ways, from guardians and from agents with a form', () => {
    const { how, agents, response } = policy.rights ?? {};
    assert.match(
      blockLines(how)[1] ?? '',
      /시행령 제41조 제1항에 따라 서면, 전자우편, 팩스 등을 통하여/,
    );
    assert.match(blockLines(how)[1] ?? '', /즉각 조치하겠습니다\.$/);
    assert.match(blockLines(agents)[0] ?? '', /^만14세 미만 아동에 관한 .+ 법정대리인이 직접/);
    assert.match(blockLines(agents)[1] ?? '', /\(제2023-12호\)”별지 제11호 서식에 따른 위임장/);
    assert.match(blockLines(response)[0] ?? '', /본인이거나 정당한 대리인인지를 확인하여야 합니다/);
    assert.match(blockLines(policy.children)[0] ?? '', /미성년자 본인이 권리를 행사하거나/);
  });

  it('names a post and a department, with one number and one address', () => {
    const reach = { phone: '1688-1250', email: 'sales@infinisoft.co.kr' };
    assert.deepEqual(policy.contacts, [
      { role: 'cpo', roleName: '개인정보 보호책임자', title: '대표이사', ...reach },
      { role: 'complaints', roleName: '고객서비스 담당부서', department: '고객센터', ...reach },
    ]);
  });

  it('names five bodies, one of them for what public bodies do', () => {
    assert.deepEqual(remedyLines(policy.remedies), [
      '개인정보분쟁조정위원회 | 국번없이 | 1833-6972 | www.kopico.go.kr',
      '개인정보침해신고센터 | 국번없이 | 118 | privacy.kisa.or.kr | 한국인터넷진흥원',
      '대검찰청 사이버수사과 | 국번없이 | 1301 | www.spo.go.kr',
      '경찰청 사이버수사국 | 국번없이 | 182 | ecrm.cyber.go.kr',
      '중앙행정심판위원회 | 행정심판 | 국번없이 | 110 | www.simpan.go.kr',
    ]);
    assert.match(
      policy.remedies?.[4]?.condition ?? '',
      /제35조\(개인정보의 열람\), 제36조\(개인정보의 정정•삭제\), 제37조\(개인정보의 처리정지 등\).+공공기관의 장이/,
    );
  });

  it('protects by ten measures in three groups', () => {
    assert.deepEqual(
      policy.safety?.map(({ title, measures }) => `${title ?? ''} ${measures.length}`),
      ['관리적 조치 3', '기술적 조치 5', '물리적 조치 2'],
    );
    assert.equal(policy.safety[1]?.measures[4], '침입탐지를 통한 보안관제 및 물리적 망분리');
    assert.match(
      blockLines(policy.safety[2]?.measures)[1] ?? '',
      /^천재지변 및 .+ 재해복구센터 구축/,
    );
  });

  it('destroys after approval, and keeps apart what law demands', () => {
    const { rules, procedure, methods } = policy.destruction ?? {};
    assert.match(blockLines(rules)[1] ?? '', /별도의 데이터베이스로 옮기거나 보관장소를 달리하여/);
    assert.match(blockLines(procedure)[0] ?? '', /개인정보 보호책임자의 승인을 받아/);
    assert.match(
      blockLines(methods)[0] ?? '',
      /종이문서에 .+ 분쇄기로 분쇄하거나 소각하여 파기합니다\.$/,
    );
    assert.match(blockLines(policy.processorRule)[0] ?? '', /제26조에 따라 .+ 재위탁 제한,/);
    assert.match(
      blockLines(policy.retentionRule)[1] ?? '',
      /^단, .+ 다른 목적으로 이용하지 않습니다\.$/,
    );
  });
});

describe('Infinisoft: what its signup asks and shows', () => {
  const parsed = parsePolicyDocument(readPolicy('infinisoft'));
  const surface = deriveSurface(parsed, 'signup');

  it('asks each matter apart, and shows the resident registration number without asking', () => {
    assert.deepEqual(JSON.parse(JSON.stringify(parsed)), policy);
    assert.deepEqual(
      surface.items.map(
        ({ id, kind, group, gaps = [] }) => `${id} ${kind} ${group}: ${gaps.join(' ')}`,
      ),
      [
        'resident-number information required: refusal basis',
        'contract collection required: refusal basis',
        'identity-numbers unique-id required: refusal basis',
        'payment collection required: refusal basis',
        'issuer-delivery collection required: refusal basis',
        'event-advertising collection optional: data refusal basis required',
        'optional-items collection optional: purposes refusal basis',
        'ksnet third-party optional: refusal required',
        'kftc third-party optional: refusal required',
        'national-tax-service third-party optional: refusal required',
      ],
    );
    assert.deepEqual([surface.refusals, surface.errors], [[], []]);
  });

  it('becomes a notice that names every gap and no printed label', () => {
    const { notice } = createNotice(parsed, surface);
    assert.equal(notice.gaps?.length, 23);
    assert.ok(notice.items.every((item) => !('printedUnder' in item)));
  });
});
