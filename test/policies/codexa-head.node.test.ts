import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { createNotice } from '../../src/model/create-notice.js';
import { deriveSurface } from '../../src/model/derive-surface.js';
import { parsePolicyDocument } from '../../src/model/parse-policy-document.js';
import { blockLines, readPolicy } from './read-policy.js';

// What stands below is a second reading of the text, written down without looking at the document.
const policy = readPolicy('codexa');

describe('Codexa: the head of the policy', () => {
  it('is the text of 2021-03-15, read from Korean', () => {
    const { id, locale, jurisdiction, origin, status, version, effective, title } = policy;
    assert.deepEqual(
      [id, locale, jurisdiction, origin, status, version, effective, title],
      [
        ...['codexa', 'ko', 'KR', 'transcribed', 'current', '2021-03-15', '2021-03-15'],
        '개인정보 처리방침',
      ],
    );
  });

  it('names its controller and its service in several ways, and declares none of them', () => {
    const [controller, ...others] = policy.controllers;
    assert.deepEqual(others, []);
    assert.equal(controller?.name, '주식회사 코덱사 주식회사');
    for (const name of ['주식회사 클래스파트라', '클래스파트라', '당사'])
      assert.ok(controller.alsoNamed?.includes(name), name);
    assert.ok(!('brands' in controller));
    assert.deepEqual(policy.service, {
      name: '통합회원 패밀리 서비스',
      alsoNamed: ['클래스파트라', '엄마와'],
    });
  });

  it('opens with an unclosed quotation mark and a guideline of another body', () => {
    const [preface = '', date] = blockLines(policy.preface);
    assert.match(
      preface,
      /^주식회사 코덱사 주식회사\(이하 "회사\)가 운영하는 통합회원 패밀리 서비스/,
    );
    assert.match(
      preface,
      /개인정보 취급방침을 정하여 이용자 권익 보호에 최선을 다하고 있습니다\.$/,
    );
    assert.equal(date, '본 방침은 2021년 03월 15일부터 시행됩니다.');
    assert.deepEqual(policy.statutes, [
      '정보통신망 이용촉진 및 정보보호 등에 관한 법률',
      '방송통신위원회가 제정한 "개인정보보호지침"',
    ]);
  });

  it('prints eleven contents, some of which are called otherwise in the body', () => {
    const unspaced = (text: string): string => text.replaceAll(' ', '');
    const chapters = (policy.headings ?? []).filter((heading) => /^\d+\. /.test(heading));
    assert.equal(policy.contents?.length, 11);
    assert.equal(chapters.length, 11);
    const differing = policy.contents.filter(
      (title, i) => unspaced(title) !== unspaced(chapters[i] ?? ''),
    );
    assert.deepEqual(differing, ['5.개인정보 제3자 동의']);
    assert.equal(chapters[4], '5. 개인정보 제3자 활용동의');
    assert.equal(policy.contents[6], '7.개인정보 자동 수집장치의 설치, 운영 및 거부에 관한 사항');
    const { runInHeadings = [] } = policy;
    assert.ok(runInHeadings.includes('3)장기 미이용회원'));
    assert.ok(runInHeadings.every((heading) => policy.headings?.includes(heading)));
  });

  it('announces changes seven days before, and lists no versions', () => {
    assert.deepEqual(policy.changeNotice, {
      days: 7,
      where: '당사 사이트의 공지사항',
      of: '법령/정책 또는 보안기술의 변경에 따라 내용의 추가/삭제 및 수정이 있을 시',
    });
    assert.ok(!('history' in policy));
    assert.match(
      blockLines(policy.sections?.[0]?.body)[1] ?? '',
      /^제1조 .+ 15일부터 적용됩니다\.$/,
    );
  });

  it('says nothing of terms, transfers, refusal, storage or what does not apply', () => {
    for (const part of ['terms', 'transfers', 'storage', 'notApplicable', 'marketing', 'authority'])
      assert.ok(!(part in policy), part);
    assert.ok(policy.processing?.every((each) => !('refusal' in each)));
  });
});

describe('Codexa: what its signup asks', () => {
  const parsed = parsePolicyDocument(readPolicy('codexa'));
  const surface = deriveSurface(parsed, 'signup');

  it('asks five matters apart, pregnancy outside "agree to all"', () => {
    assert.deepEqual(JSON.parse(JSON.stringify(parsed)), policy);
    assert.deepEqual(
      surface.items.map(({ id, kind, group, bulk }) => `${id} ${kind} ${group} ${bulk}`),
      [
        'age age required true',
        'membership collection required true',
        'additional collection optional true',
        'personalised sensitive optional false',
        'marketing collection optional true',
      ],
    );
    assert.deepEqual([surface.refusals, surface.errors], [[], []]);
  });

  it('tells what the text does not state', () => {
    const gaps = surface.items.map(({ id, gaps = [] }) => `${id}: ${gaps.join(' ')}`);
    assert.deepEqual(gaps, [
      'age: ',
      'membership: refusal basis',
      'additional: refusal basis required',
      'personalised: refusal basis required',
      'marketing: data refusal basis required',
    ]);
    assert.equal(createNotice(parsed, surface).notice.gaps?.length, 12);
  });
});
