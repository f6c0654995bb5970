import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import {
  expiryDay,
  koreanDay,
  RECONFIRMATION,
  reconfirmationDay,
} from '../../src/model/due-dates.js';
import type { RetentionRule } from '../../src/model/retention.js';

const MAIL = { kind: 'advertising' } as const;
const SINCE = '2026-11-22T00:12:34.567Z';

describe('koreanDay', () => {
  it('is the day in Korea, wherever the person is', () => {
    assert.equal(koreanDay(Date.parse('2026-11-21T14:59:59.999Z')), '2026-11-21');
    assert.equal(koreanDay(Date.parse('2026-11-21T15:00:00.000Z')), '2026-11-22');
  });
});

describe('reconfirmationDay', () => {
  it('is the day before the date of the consent comes back in the second year (MKT-08)', () => {
    assert.equal(reconfirmationDay(SINCE, MAIL), '2028-11-21');
    assert.equal(reconfirmationDay(SINCE, { kind: 'advertising-night' }), '2028-11-21');
  });

  it('is a day of Korea', () => {
    assert.equal(reconfirmationDay('2026-11-21T15:00:00.000Z', MAIL), '2028-11-21');
    assert.equal(reconfirmationDay('2026-11-21T14:59:59.999Z', MAIL), '2028-11-20');
  });

  it('knows leap years and the first day of a month', () => {
    assert.equal(reconfirmationDay('2028-02-29T03:00:00.000Z', MAIL), '2030-02-28');
    assert.equal(reconfirmationDay('2026-03-01T03:00:00.000Z', MAIL), '2028-02-29');
    assert.equal(reconfirmationDay('2026-01-01T03:00:00.000Z', MAIL), '2027-12-31');
  });

  it('goes on from the first consent, and not from the confirmation', () => {
    const after = (confirmed: string) => reconfirmationDay(SINCE, MAIL, confirmed);

    assert.equal(after('2028-11-01T03:00:00.000Z'), '2030-11-21');
    assert.equal(after('2030-11-20T03:00:00.000Z'), '2032-11-21');
  });

  it('does not take a late confirmation for an early one, nor an early one for a late one', () => {
    const after = (confirmed: string) => reconfirmationDay(SINCE, MAIL, confirmed);

    assert.equal(after('2028-12-24T03:00:00.000Z'), '2030-11-21');
    assert.equal(after('2027-03-01T03:00:00.000Z'), '2028-11-21');
  });

  it('is about advertising alone', () => {
    assert.equal(reconfirmationDay(SINCE, { kind: 'marketing-use' }), undefined);
    assert.equal(reconfirmationDay(SINCE, { kind: 'information' }), undefined);
  });

  it('rests on a rule that says where it stands and when that was checked', () => {
    assert.equal(RECONFIRMATION.years, 2);
    assert.match(RECONFIRMATION.statute, /제50조 제8항.*제62조의3/);
    assert.match(RECONFIRMATION.checkedOn, /^\d{4}-\d\d-\d\d$/);
  });
});

describe('expiryDay', () => {
  const ends = (...retention: RetentionRule[]) =>
    expiryDay(SINCE, { kind: 'collection', retention });

  it('counts a period from the consent; the first day does not count', () => {
    assert.equal(ends({ period: 'P1Y', from: '동의' }), '2027-11-22');
    assert.equal(ends({ period: 'P3M', from: '동의한 날' }), '2027-02-22');
    assert.equal(ends({ period: 'P2W', from: 'your consent' }), '2026-12-06');
    assert.equal(ends({ period: 'P1Y2M3D', from: '同意した日' }), '2028-01-25');
    assert.equal(ends({ period: 'P30D' }), '2026-12-22');
  });

  it('ends with the month where that has no such day', () => {
    const from = (since: string, period: string) =>
      expiryDay(since, { kind: 'collection', retention: [{ period }] });

    assert.equal(from('2026-01-31T03:00:00.000Z', 'P1M'), '2026-02-28');
    assert.equal(from('2028-02-29T03:00:00.000Z', 'P1Y'), '2029-02-28');
    assert.equal(from('2026-01-31T03:00:00.000Z', 'P1M1D'), '2026-03-01');
  });

  it('is the fixed day where there is one', () => {
    assert.equal(ends({ until: '2027-12-31' }), '2027-12-31');
  });

  it('is not known where it ends by an event, by law, or by a withdrawal', () => {
    assert.equal(ends({ period: 'P5D', from: '회원 탈퇴' }), undefined);
    assert.equal(ends({ period: 'P5D', from: '동의 철회' }), undefined);
    assert.equal(ends({ event: '동의 철회' }), undefined);
    assert.equal(ends({ until: 'purpose-met' }), undefined);
    assert.equal(ends({ period: 'P5Y', statute: '전자상거래법' }), undefined);
    assert.equal(ends({ period: 'P5D', condition: '가입을 마치지 않은 때' }), undefined);
    assert.equal(ends(), undefined);
  });

  it("is the entry's own rule, whatever statutes keep longer", () => {
    const law = { period: 'P5Y', statute: '전자상거래법' };

    assert.equal(ends({ period: 'P1Y' }, law), '2027-11-22');
    assert.equal(ends({ period: 'P5D', from: '회원 탈퇴' }, { period: 'P1Y' }), undefined);
  });

  it("does not take the recipient's period, which counts from the provision", () => {
    const item = (from?: string) => ({
      kind: 'third-party' as const,
      uses: [
        { purposes: [], data: [], retention: [{ period: 'P1Y', ...(from && { from }) }] },
        { purposes: [], data: [], retention: [{ period: 'P2Y', ...(from && { from }) }] },
      ],
    });

    assert.equal(expiryDay(SINCE, item()), undefined);
    assert.equal(expiryDay(SINCE, item('적립')), undefined);
    assert.equal(expiryDay(SINCE, item('동의')), '2028-11-22');
  });
});
