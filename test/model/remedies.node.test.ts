import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { REMEDIES, retirementOf } from '../../src/model/remedies.js';

describe('retirementOf', () => {
  it('finds no fault with the bodies of today', () => {
    for (const remedy of REMEDIES) assert.equal(retirementOf(remedy), undefined, remedy.body);
  });

  it('knows a body that is gone, a number that has moved and an address that has moved', () => {
    assert.equal(retirementOf({ body: '대검찰청 사이버수사과' })?.since, '2026-10-02');
    assert.match(
      retirementOf({ body: '경찰청', phone: '(국번없이) 1566-0112' })?.reason ?? '',
      /182/,
    );
    assert.match(
      retirementOf({ body: '경찰청', phone: '182', url: 'ecrm.cyber.go.kr' })?.reason ?? '',
      /ecrm\.police\.go\.kr/,
    );
    assert.match(
      retirementOf({ body: '경찰청', url: 'http://www.netan.go.kr/index.jsp' })?.reason ?? '',
      /ecrm/,
    );
  });

  it('takes a number for retired only beside the body that it was never of', () => {
    assert.equal(retirementOf({ body: '개인정보 침해신고센터', phone: '118' }), undefined);
    assert.match(
      retirementOf({ body: '개인정보 분쟁조정위원회', phone: '118' })?.reason ?? '',
      /1833-6972/,
    );
  });

  it('is not deceived by a host that only looks like one', () => {
    assert.equal(retirementOf({ body: '도움', url: 'https://notspo.go.kr' }), undefined);
    assert.equal(retirementOf({ body: '도움', url: 'https://spo.go.kr.example' }), undefined);
  });
});
