import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { createNotice } from '../../src/model/create-notice.js';
import { deriveSurface } from '../../src/model/derive-surface.js';
import { parsePolicyDocument } from '../../src/model/parse-policy-document.js';
import { flagRecords } from '../../src/model/record-flags.js';
import type { ReceiptItem } from '../../src/model/receipt.js';
import { hashOf } from '../../src/model/sha256.js';
import { readPolicy } from '../policies/read-policy.js';
import { MatterHistory } from '../support/matter-history.js';

const POLICY = parsePolicyDocument(structuredClone(readPolicy('haru.ko')));
const { notice: NOTICE } = createNotice(POLICY, deriveSurface(POLICY, 'signup'));
const NOW = Date.parse('2026-12-24T00:00:00.000Z');
const ITEMS: readonly ReceiptItem[] = [{ id: 'birthday', state: 'given', by: 'checkbox' }];

function history(count: number): MatterHistory {
  const made = new MatterHistory();
  for (let i = 0; i < count; i++) made.decide(NOTICE, ITEMS);
  return made;
}

const flagsOf = ({ records, notices }: MatterHistory) =>
  Object.fromEntries(flagRecords(records, notices, NOW));

describe('flagRecords', () => {
  it('says nothing of records that connect', () => {
    assert.deepEqual(flagsOf(history(4)), {});
  });

  it('tells a link that leads elsewhere, and one that leads to nothing', () => {
    const broken = history(2);
    broken.decide(NOTICE, ITEMS, { prev: hashOf('elsewhere') });
    assert.deepEqual(flagsOf(broken), { r0002: ['unlinked'] });

    const holed = history(4);
    holed.records.splice(1, 1);
    assert.deepEqual(flagsOf(holed), { r0002: ['gap'] });
  });

  it('tells a record that was changed where it is kept', () => {
    const changed = history(2);
    const [first] = changed.records;
    changed.records[0] = { ...first!, receipt: { ...first!.receipt, tz: 'Asia/Seoul' } };

    assert.deepEqual(flagsOf(changed), { r0000: ['altered'] });
  });

  it('tells a clock that is years off, either way', () => {
    for (const at of ['2036-11-01T00:00:00.000Z', '2016-11-01T00:00:00.000Z']) {
      const made = new MatterHistory();
      made.decide(NOTICE, ITEMS, { at });
      assert.deepEqual(flagsOf(made), { r0000: ['clock'] }, at);
    }
  });

  it('holds the clock against the one of the receiver, who may take it weeks later', () => {
    const early = history(1);
    early.acknowledge(Date.parse('2026-10-25T00:00:00.000Z') / 1_000);
    assert.deepEqual(flagsOf(early), { r0000: ['clock'] });

    const late = history(1);
    late.acknowledge(Date.parse('2026-12-20T00:00:00.000Z') / 1_000);
    assert.deepEqual(flagsOf(late), {});
  });

  it('believes what the device knew of its own clock', () => {
    const made = new MatterHistory();
    made.decide(NOTICE, ITEMS, { skew: -90_000_000 });

    assert.deepEqual(flagsOf(made), { r0000: ['clock'] });
  });
});
