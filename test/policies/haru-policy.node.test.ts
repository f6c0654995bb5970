import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { REMEDIES } from '../../src/model/remedies.js';
import {
  blockLines,
  dataLine,
  purposeLines,
  readPolicy,
  recordLines,
  ruleLines,
} from './read-policy.js';

const policy = readPolicy('haru.ko');

const entry = (id: string) => {
  const found = policy.processing?.find((each) => each.id === id);
  assert.ok(found, id);
  return found;
};

describe('haru.ko: what stands beside the signup', () => {
  it('processes five matters without consent', () => {
    const lines = policy.processing
      ?.filter(({ basis }) => basis !== 'consent')
      .map(({ id, basis, statute = '' }) => `${id} ${basis} ${statute}`);
    assert.deepEqual(lines, [
      'account contract 개인정보 보호법 제15조 제1항 제4호',
      'orders contract 개인정보 보호법 제15조 제1항 제4호',
      'inquiry contract 개인정보 보호법 제15조 제1항 제4호',
      'guardian law 개인정보 보호법 제22조의2 제2항',
      'consent-record law 개인정보 보호법 제16조 제1항, 제22조 제3항',
    ]);
    assert.equal(entry('account').detailTitle, '법에 따라 더 보관하는 기록');
    assert.deepEqual(blockLines(entry('account').detail), [
      '계약·청약철회 기록 5년, 대금결제·재화 공급 기록 5년, 소비자 불만·분쟁처리 기록 3년 (전자상거래법 시행령 제6조)',
    ]);
    assert.deepEqual(ruleLines(entry('inquiry').retention), ['P3Y | from 답변']);
  });

  it('records consents without names, and deletes them with the account', () => {
    const { data, retention, purposes } = entry('consent-record');
    assert.equal(
      dataLine(data),
      '동의한 시각, 항목별 결과, 보여 드린 글의 해시, 임의로 만든 기록 번호',
    );
    assert.equal(ruleLines(retention)[0], 'P5D | from 회원 탈퇴');
    assert.deepEqual(purposeLines(purposes), ['동의를 받았다는 사실의 증명']);
  });

  it('keeps a guardian’s name and number for five days at most without consent', () => {
    const { data, retention } = entry('guardian');
    assert.equal(dataLine(data), '이름 of 보호자, 휴대폰 번호 of 보호자');
    assert.match(
      ruleLines(retention)[1] ?? '',
      /^P5D \| from 받은 날 \| if 보호자가 동의하지 않거나/,
    );
    const { guardianMethods, guardianUrl, childText = '' } = policy.age ?? {};
    assert.deepEqual(guardianMethods, ['sms-notice', 'card', 'phone-identity']);
    assert.equal(guardianUrl, '/haru/guardian/');
    assert.match(childText, /주식회사 하루식탁.+5일 안에 확인되지 않으면 지웁니다.+1600-0012/);
  });

  it('asks two more recipients at checkout, one by one', () => {
    assert.deepEqual(policy.surfaces['checkout'], ['dalbit', 'moa-points']);
    const lines = policy.thirdParties
      ?.slice(1)
      .map(({ question, reason, recipient, uses }) => [
        ...[question, reason, recipient.name, recipient.contact?.phone, recipient.contact?.email],
        ...uses.flatMap(({ data, retention }) => [dataLine(data), ...ruleLines(retention)]),
      ]);
    assert.deepEqual(lines, [
      [
        ...['달빛약과에 배송 정보를 제공할까요?', '이 상품은 달빛약과가 직접 만들어 보냅니다.'],
        ...['달빛약과 협동조합', '033-000-7700', 'hello@dalbit.example'],
        ...['받는 분 이름 of 받는 분, 휴대폰 번호, 배송 주소', 'P3M | from 배송 완료'],
      ],
      [
        ...['모아포인트에 구매 내역을 제공할까요?', '동의하면 이번 주문부터 포인트가 쌓입니다.'],
        ...['모아포인트 주식회사', '1600-0077', 'privacy@moa.example'],
        ...['회원 번호, 결제 금액, 결제 시각', 'P1Y | from 적립'],
      ],
    ]);
  });

  it('entrusts four firms, and keeps five records by statute', () => {
    assert.deepEqual(
      policy.processors?.map(({ names, work }) => `${names.join()} ${work.join()}`),
      [
        '온페이 결제 처리',
        '클라우드나래 서버 운영과 보관',
        '톡보내기 문자·알림톡 발송',
        '다온상담 전화·채팅 상담',
      ],
    );
    assert.deepEqual(policy.processors[2]?.subProcessors, [
      { name: '이음통신', work: '문자 중계' },
    ]);
    const commerce = '전자상거래법 시행령 제6조';
    assert.deepEqual(recordLines(policy.keptRecords), [
      `계약·청약철회 기록 | statute | P5Y | by ${commerce}`,
      `대금결제·재화 공급 기록 | statute | P5Y | by ${commerce}`,
      `소비자 불만·분쟁처리 기록 | statute | P3Y | by ${commerce}`,
      `표시·광고 기록 | statute | P6M | by ${commerce}`,
      '접속 기록 | statute | P3M | by 통신비밀보호법 시행령 제41조',
    ]);
  });

  it('chooses cookies by category, and lists the library’s own storage', () => {
    const {
      cookies = [],
      trackers = [],
      devicePermissions = [],
    } = policy.automaticCollection ?? {};
    assert.deepEqual(
      cookies.map(({ title, necessary, retention, refusal }) =>
        [title, necessary, ...ruleLines(retention), refusal?.consequence].join(' | '),
      ),
      [
        '필수 쿠키 | true | P30D | "최대 30일" | P6M | if 쿠키 선택 | event 이 기기에서 지울 | if 동의 기록 | "이 기기에서 지울 때까지" | 매번 로그인해야 합니다.',
        '이용 분석 | false | P13M | 달라지지 않습니다.',
        '맞춤 광고 | false | P6M | 관심과 무관한 광고가 보입니다.',
      ],
    );
    assert.deepEqual(
      cookies.map(({ basis, purposes, data = [] }) =>
        [basis, purposeLines(purposes).join(', '), dataLine(data)].join(' | '),
      ),
      [
        'contract | 로그인 유지, 장바구니, 쿠키 선택 기억 | 로그인 상태, 장바구니, 동의 기록',
        'consent | 어떤 화면이 불편한지 찾기 | 본 화면!behavioural, 머문 시간!behavioural, 브라우저 종류!behavioural',
        'consent | 관심에 맞는 광고 보여 주기 | 본 상품!behavioural, 검색어!behavioural, 쿠키 식별자!behavioural',
      ],
    );
    // One service serves each category that is asked, with the same data.
    for (const { services, data } of cookies.slice(1))
      assert.deepEqual(
        services.map((service) => service.data),
        [data],
      );
    const own = cookies[0]?.services.find(({ id }) => id === 'consents')?.cookies;
    assert.deepEqual(
      own?.map(({ name, storage }) => `${name} ${storage ?? 'cookie'}`),
      ['dongui indexed-db', 'dongui/* local-storage'],
    );
    assert.deepEqual(
      cookies
        .flatMap(({ services }) => services)
        .flatMap(({ ownUse, company }) => (ownUse ? company : [])),
      ['애드이음 주식회사'],
    );
    assert.deepEqual(
      trackers.map(
        ({ name, company, data }) =>
          `${name} ${company} ${dataLine(data).replaceAll('!behavioural', '')}`,
      ),
      [
        '모아애널리틱스 모아데이터 주식회사 본 화면, 머문 시간, 브라우저 종류',
        '애드이음 애드이음 주식회사 본 상품, 검색어, 쿠키 식별자',
      ],
    );
    assert.ok(devicePermissions.every(({ required }) => !required));
  });

  it('names rights, ways, contacts and bodies of today', () => {
    const rights = policy.rights?.list.map(({ right }) => right).join(' ');
    for (const word of ['열람', '전송', '정정', '삭제', '처리정지', '동의 철회'])
      assert.ok(rights?.includes(word), word);
    assert.equal(policy.withdrawal?.url, '/my/');
    assert.match(blockLines(policy.rights?.response)[0] ?? '', /10일 안에/);
    assert.deepEqual(
      policy.contacts?.map(({ role, department, phone, email }) =>
        [role, department, phone, email].join(' '),
      ),
      [
        'cpo 개인정보보호팀 1600-0012 privacy@haru.example',
        'access 개인정보보호팀 1600-0012 privacy@haru.example',
        'complaints 고객센터 1600-0012 help@haru.example',
      ],
    );
    const reach = ({ body, phone, url }: { body: string; phone?: string; url?: string }): string =>
      [body, phone, url].join(' ');
    assert.deepEqual(policy.remedies?.map(reach), REMEDIES.map(reach));
    assert.deepEqual(
      [policy.authority?.name, policy.storage?.countries],
      ['개인정보보호위원회', ['KR']],
    );
  });

  it('has terms of thirteen articles, of which the first says what they are about', () => {
    const [terms] = policy.terms ?? [];
    const articles = blockLines(terms?.text).filter((line) => /^제\d+조\(/.test(line));
    assert.equal(articles.length, 13);
    assert.equal(
      articles[0],
      '제1조(목적) 이 약관은 주식회사 하루식탁이 제공하는 반찬 정기배송의 이용 조건을 정합니다.',
    );
    assert.match(
      terms?.summary ?? '',
      /^정기배송 신청, 결제, 쉬어가기, 해지 조건을 정한 계약입니다\.$/,
    );
  });
});
