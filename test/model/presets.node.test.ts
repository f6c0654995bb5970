import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { REPEALED_BASES, RETENTION_PRESETS } from '../../src/model/presets.js';
import { REMEDIES, RETIRED_REMEDIES } from '../../src/model/remedies.js';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

describe('the presets', () => {
  it('have every retention requirement once, in order', () => {
    const numbers = Array.from({ length: 13 }, (_, i) => String(i + 1).padStart(2, '0'));
    assert.deepEqual(
      RETENTION_PRESETS.map(({ id }) => id),
      numbers.map((number) => `RET-${number}`),
    );
  });

  it('say of every period by which statute, and of the others why they are none', () => {
    for (const { id, retention, bound, noBasis, duty } of RETENTION_PRESETS) {
      if (noBasis === undefined && duty === undefined) assert.ok(retention.length > 0 && bound, id);
      else assert.deepEqual([retention, bound], [[], undefined], id);
      for (const rule of retention) {
        assert.match(rule.period ?? '', /^P\d+[YMWD]$/, id);
        assert.match(rule.statute ?? '', /제\d+조/, id);
      }
    }
  });

  it('have the periods of the table (requirements 1.11)', () => {
    const periods = RETENTION_PRESETS.map(({ retention }) =>
      retention.map(({ period }) => period).join(' '),
    );
    assert.deepEqual(periods, [
      ...['P6M', 'P5Y', 'P5Y', 'P3Y', 'P3M', 'P12M P6M', 'P5Y P1Y', 'P3Y', 'P5Y P3M', 'P5Y'],
      ...['', '', ''],
    ]);
  });

  it('mark what was repealed with its day', () => {
    const identity = RETENTION_PRESETS.find(({ id }) => id === 'RET-11');
    assert.equal(identity?.repealed, '2014-05-28');
    assert.deepEqual(
      REPEALED_BASES.map(({ repealed }) => repealed),
      ['2014-05-28', '2023-09-15'],
    );
  });

  it('say when they were checked', () => {
    for (const preset of [
      ...RETENTION_PRESETS,
      ...REPEALED_BASES,
      ...REMEDIES,
      ...RETIRED_REMEDIES,
    ]) {
      assert.match(preset.checkedOn, DAY);
      assert.ok(['high', 'medium', 'low'].includes(preset.confidence));
    }
  });

  it('name the three bodies of today with number and address (POL-14)', () => {
    assert.deepEqual(
      REMEDIES.map(({ phone, url }) => [phone, new URL(url).host]),
      [
        ['1833-6972', 'www.kopico.go.kr'],
        ['118', 'privacy.kisa.or.kr'],
        ['182', 'ecrm.police.go.kr'],
      ],
    );
  });

  it('do not count a body of today among those that are gone', () => {
    for (const { body, phone, url } of REMEDIES) {
      const matches = RETIRED_REMEDIES.filter(
        (retired) =>
          (retired.body === undefined || retired.body === body) &&
          (retired.phone === undefined || retired.phone === phone) &&
          (retired.host === undefined || new URL(url).host.endsWith(retired.host)),
      );
      assert.deepEqual(matches, [], body);
    }
  });

  it('know a body that is gone by something', () => {
    for (const { body, phone, host } of RETIRED_REMEDIES) assert.ok(body ?? phone ?? host);
  });
});
