import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { blockLines, readPolicy } from './read-policy.js';

// What stands below is a second reading of the texts, written down without looking at the documents.

describe('XpERP: the head of the policy', () => {
  const policy = readPolicy('xperp');

  it('is the current text of 2023-01-16, read from Korean', () => {
    const { id, locale, jurisdiction, origin, status, effective, title, announced } = policy;
    assert.deepEqual(
      { id, locale, jurisdiction, origin, status, effective, title, announced },
      {
        id: 'xperp',
        locale: 'ko',
        jurisdiction: 'KR',
        origin: 'transcribed',
        status: 'current',
        effective: '2023-01-16',
        title: 'XpERP 개인정보처리방침',
        announced: undefined,
      },
    );
  });

  it('names three earlier periods without a gap', () => {
    assert.deepEqual(
      policy.history?.map(
        ({ version, effective, until }) => `${version}: ${effective} ~ ${until ?? ''}`,
      ),
      [
        '2021-02-01: 2021-02-01 ~ 2021-11-08',
        '2021-11-09: 2021-11-09 ~ 2022-04-24',
        '2022-04-25: 2022-04-25 ~ 2023-01-15',
      ],
    );
  });

  it('opens with two statutes, one of them misspelt and unevenly quoted', () => {
    assert.deepEqual(policy.statutes, [
      '개인정보보호법',
      '정보통신망 이용촉진 및 정보보호에 관한 법률',
    ]);
    const [preface = ''] = blockLines(policy.preface);
    assert.match(preface, /^본 개인정보처리방침을 통해 “개인정보보호법”, “정보통신망 .+ 법률’ 등/);
    assert.match(preface, /용이하게 열람할 수 있도록 XpERP 에 공개하고 있습니다\.$/);
  });

  it('jumps from the fourth article to the eighth', () => {
    const numbers = policy.headings?.map((heading) => /^제 (\d+) 조/.exec(heading)?.[1]);
    assert.deepEqual(numbers, ['1', '2', '3', '4', '8', '9', '10', '11', '12']);
    assert.equal(policy.headings?.[6], '제 10 조(개인정보관리책임자)');
  });

  it('states no legal name, no rights, no terms, no transfers and no notice of changes', () => {
    assert.deepEqual(policy.controllers, [{ brands: ['XpERP'], alsoNamed: ['회사'] }]);
    for (const part of ['rights', 'withdrawal', 'terms', 'transfers', 'changeNotice', 'marketing'])
      assert.ok(!(part in policy), part);
    for (const part of ['age', 'children', 'notApplicable', 'contents', 'storage'])
      assert.ok(!(part in policy), part);
  });
});

describe('NEXCORE: the head of the policy', () => {
  const policy = readPolicy('nexcore');

  it('is announced and in force on one day', () => {
    const { id, locale, jurisdiction, origin, status, announced, effective, title } = policy;
    assert.deepEqual(
      [id, locale, jurisdiction, origin, status, announced, effective, title],
      [
        'nexcore',
        'ko',
        'KR',
        'transcribed',
        'current',
        '2013-10-21',
        '2013-10-21',
        'NEXCORE 고객지원 서비스 센터 개인정보처리방침',
      ],
    );
  });

  it('promises seven days of notice on the home page', () => {
    assert.deepEqual(policy.changeNotice, {
      days: 7,
      where: "홈페이지의 '공지사항'",
      of: '현 개인정보처리방침 내용 추가, 삭제 및 수정',
    });
  });

  it('names three statutes, without the Personal Information Protection Act', () => {
    assert.deepEqual(policy.statutes, [
      '통신비밀보호법',
      '전기통신사업법',
      '정보통신망 이용촉진 및 정보보호 등에 관한 법률',
    ]);
    assert.match(
      blockLines(policy.preface).join(' '),
      /이용자 권익 보호에 최선을 다하고 있습니다\./,
    );
  });

  it('calls itself by three names and by no legal one', () => {
    const text = 'NEXCORE 고객지원 서비스 센터';
    assert.deepEqual(policy.definitions, [
      { term: '고객지원 센터', text },
      { term: '회사', text },
    ]);
    assert.deepEqual(policy.controllers, [
      {
        brands: ['NEXCORE'],
        alsoNamed: ['NEXCORE 고객지원 서비스 센터', '고객지원 센터', '회사'],
      },
    ]);
  });

  it('prints twelve contents, of which the third differs from its chapter', () => {
    const chapters = policy.headings?.filter((heading) => /^\d/.test(heading));
    assert.equal(policy.contents?.length, 12);
    assert.equal(chapters?.length, 12);
    const differing = policy.contents.filter((entry) => !chapters.includes(entry));
    assert.deepEqual(differing, ['3. 개인정보 공유 및 제공']);
    assert.equal(chapters[2], '3. 개인정보의 공유 및 제공');
    assert.equal(policy.contents[11], '12. 고지의 의무');
  });

  it('has one subheading twice', () => {
    const sub = policy.headings?.filter((heading) => heading.includes('쿠키의 사용 목적'));
    assert.deepEqual(sub, ['가. 쿠키의 사용 목적', '나. 쿠키의 사용 목적']);
    assert.equal(policy.headings?.length, 12 + 14);
  });

  it('declares processors and other matters as not applicable', () => {
    assert.deepEqual(policy.notApplicable, ['processors', 'sections']);
    for (const part of [
      'processors',
      'thirdParties',
      'asProcessor',
      'transfers',
      'history',
      'terms',
    ])
      assert.ok(!(part in policy), part);
  });
});

describe('Qsolution: the head of the policy', () => {
  const policy = readPolicy('qsolution');
  const company = '(주)큐솔루션&아이엠솔루션';

  it('is a superseded text, in force from 2015-02-15, and says so twice', () => {
    const { id, locale, jurisdiction, origin, status, effective, title, banner } = policy;
    assert.deepEqual(
      [id, locale, jurisdiction, origin, status, effective, title, banner],
      [
        'qsolution',
        'ko',
        'KR',
        'transcribed',
        'archived',
        '2015-02-15',
        '개인정보처리방침',
        '이전 개인정보처리방침',
      ],
    );
    assert.deepEqual(policy.otherDates, [
      { date: '2015-02-15', where: '11. 개인정보 처리방침 변경에 관한 사항' },
    ]);
    assert.ok(!('history' in policy));
  });

  it('is given by one party under a name of two', () => {
    assert.deepEqual(policy.controllers, [{ name: company, alsoNamed: ['회사'] }]);
    assert.deepEqual(policy.definitions, [{ term: '회사', text: company }]);
    assert.deepEqual(policy.statutes, [
      '정보통신망 이용촉진 및 정보보호에 관한 법률',
      '개인정보보호법 제 30조',
    ]);
    assert.match(
      blockLines(policy.preface).join(),
      /^‘\(주\)큐솔루션&아이엠솔루션’\(이하 ‘회사’ 라 함\)/,
    );
  });

  it('counts ten twice, and runs the second one into another line', () => {
    const numbers = policy.headings?.flatMap((heading) => /^(\d+)\. /.exec(heading)?.[1] ?? []);
    assert.deepEqual(numbers, '1 2 3 4 5 6 7 8 9 10 10 11'.split(' '));
    assert.deepEqual(policy.runInHeadings, ['10. 고지의 의무']);
    assert.ok(policy.headings?.includes('6. 개인정보 주체의 권리/의무 및 행사방법'));
  });

  it('announces changes seven days before', () => {
    assert.deepEqual(policy.changeNotice, {
      days: 7,
      where: '공지사항',
      of: '법령 및 방침에 따른 변경내용의 추가, 삭제 및 정정',
    });
  });

  it('names no recipients, transfers, children or records that do not apply', () => {
    for (const part of ['thirdParties', 'transfers', 'children', 'age', 'terms', 'notApplicable'])
      assert.ok(!(part in policy), part);
    for (const part of ['withdrawal', 'dormancy', 'asProcessor', 'contents', 'disclaimers'])
      assert.ok(!(part in policy), part);
  });
});
