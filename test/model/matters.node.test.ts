import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { createNotice } from '../../src/model/create-notice.js';
import { deriveSurface } from '../../src/model/derive-surface.js';
import {
  dependantsOf,
  type KnownMatter,
  listMatters,
  type MatterRecord,
  missingParents,
} from '../../src/model/matters.js';
import type { Notice } from '../../src/model/notice.js';
import { parsePolicyDocument } from '../../src/model/parse-policy-document.js';
import type { ReceiptItem } from '../../src/model/receipt.js';
import { hashOf } from '../../src/model/sha256.js';
import { readPolicy } from '../policies/read-policy.js';
import { MatterHistory } from '../support/matter-history.js';

const ASOF = Date.parse('2026-12-24T00:00:00.000Z');

type Json = Record<string, unknown>;

function signup(change: (document: Json) => void = () => undefined, name = 'haru.ko'): Notice {
  const document = structuredClone(readPolicy(name)) as unknown as Json;
  change(document);
  const policy = parsePolicyDocument(document);
  return createNotice(policy, deriveSurface(policy, 'signup')).notice;
}

/** The notice with another period for the birthday, from another day on. */
const CHANGED = signup(({ processing }) => {
  const birthday = (processing as Json[]).find(({ id }) => id === 'birthday');
  Object.assign(birthday ?? {}, {
    revision: '2026-12-01',
    retention: [{ period: 'P9Y', from: '회원 탈퇴' }],
  });
});
const NOTICE = signup();

const given = (id: string): ReceiptItem => ({ id, state: 'given', by: 'checkbox' });
const refused = (id: string, by: ReceiptItem['by'] = 'unticked'): ReceiptItem => ({
  id,
  state: 'refused',
  by,
});

function matters(
  history: MatterHistory,
  today?: readonly Notice[],
): Readonly<Record<string, KnownMatter<MatterRecord>>> {
  const all = listMatters({ ...history.sources, today, asOf: ASOF });
  return Object.fromEntries(all.map((matter) => [matter.id, matter]));
}

describe('listMatters', () => {
  it('tells every matter that was decided, in the order in which it is asked', () => {
    const history = new MatterHistory();
    history.decide(NOTICE, [given('allergy'), refused('birthday'), given('terms')]);

    const all = listMatters({ ...history.sources, asOf: ASOF });

    assert.deepEqual(
      all.map(({ id, state }) => [id, state]),
      [
        ['terms', 'given'],
        ['birthday', 'refused'],
        ['allergy', 'given'],
      ],
    );
    assert.equal(all[0]?.since, history.records[0]?.receipt.at);
    assert.equal(all[0]?.step.item?.id, 'terms');
  });

  it('leaves out what another policy asked', () => {
    const history = new MatterHistory();
    history.decide(NOTICE, [given('birthday')]);

    assert.deepEqual(listMatters({ ...history.sources, policy: 'other', asOf: ASOF }), []);
  });

  it('keeps a matter whose notice is nowhere', () => {
    const history = new MatterHistory();
    history.decide(NOTICE, [given('birthday')]);

    const [matter] = listMatters({ ...history.sources, notices: new Map(), asOf: ASOF });

    assert.equal(matter?.state, 'given');
    assert.equal(matter.step.item, undefined);
  });

  it('follows withdraw, give again, withdraw, undo', () => {
    const history = new MatterHistory();
    const state = () => matters(history)['birthday']?.state;
    const first = history.decide(NOTICE, [given('birthday')]);
    const gone = history.withdraw(NOTICE, first, ['birthday']);
    assert.equal(state(), 'withdrawn');

    const again = history.decide(NOTICE, [given('birthday')], { ref: gone.id });
    assert.equal(state(), 'given');

    const goneAgain = history.withdraw(NOTICE, again, ['birthday']);
    assert.equal(state(), 'withdrawn');

    history.decide(NOTICE, [given('birthday')], { ref: goneAgain.id });
    assert.equal(state(), 'given');
    assert.deepEqual(
      matters(history)['birthday']?.steps.map((step) => step.state),
      ['given', 'withdrawn', 'given', 'withdrawn', 'given'],
    );
  });

  it('follows the same on another device whose clock is years back', () => {
    const history = new MatterHistory();
    const first = history.decide(NOTICE, [given('birthday')], { at: '2036-01-01T00:00:00.000Z' });
    const gone = history.withdraw(NOTICE, first, ['birthday'], {
      at: '2026-11-02T00:00:00.000Z',
      chain: 'c_2',
      seq: 1,
    });
    assert.equal(matters(history)['birthday']?.state, 'withdrawn');

    history.decide(NOTICE, [given('birthday')], {
      ref: gone.id,
      at: '2020-01-01T00:00:00.000Z',
      chain: 'c_3',
      seq: 1,
    });
    assert.equal(matters(history)['birthday']?.state, 'given');
  });

  it('orders what was made in one moment by its number in the chain', () => {
    const history = new MatterHistory();
    const first = history.decide(NOTICE, [given('birthday')]);
    history.withdraw(NOTICE, first, ['birthday']);
    history.records.reverse();

    const { birthday } = matters(history);
    assert.equal(birthday?.state, 'withdrawn');
    assert.deepEqual(
      birthday.steps.map((step) => step.state),
      ['withdrawn', 'given'],
    );
  });

  it('finds what has changed since, and names the present facts', () => {
    const history = new MatterHistory();
    history.decide(NOTICE, [given('birthday'), given('allergy')]);

    const { birthday, allergy } = matters(history, [CHANGED]);

    assert.equal(birthday?.state, 'stale');
    assert.equal(birthday.now?.item.revision, '2026-12-01');
    assert.equal(allergy?.state, 'given');
  });

  it('counts an answer to what it has become, and only an answer', () => {
    const history = new MatterHistory();
    history.decide(NOTICE, [given('birthday')]);
    history.decide(CHANGED, [refused('birthday')]);
    assert.equal(matters(history, [CHANGED])['birthday']?.state, 'stale');

    const answer = history.decide(CHANGED, [refused('birthday', 'button')]);
    const { birthday } = matters(history, [CHANGED]);
    assert.equal(birthday?.state, 'refused');
    assert.equal(birthday.since, answer.at);

    history.decide(CHANGED, [given('birthday')]);
    assert.equal(matters(history, [CHANGED])['birthday']?.state, 'given');
  });

  it('keeps given what was refused later to the same facts', () => {
    const history = new MatterHistory();
    history.decide(NOTICE, [given('birthday')]);
    history.decide(NOTICE, [refused('birthday', 'button')]);

    assert.equal(matters(history, [NOTICE])['birthday']?.state, 'given');
  });

  it('names no present matter where the policy asks it no more', () => {
    const history = new MatterHistory();
    history.decide(NOTICE, [given('birthday')]);
    const without = { ...NOTICE, items: NOTICE.items.filter(({ id }) => id !== 'birthday') };

    assert.equal(matters(history, [without])['birthday']?.now, undefined);
    assert.equal(matters(history, [without])['birthday']?.state, 'given');
  });
});

describe('what hangs on what', () => {
  const PROMOTION = ['marketing-use', 'advertising-email', 'advertising-sms', 'advertising-night'];

  it('falls with its parent, and what hangs on that', () => {
    const history = new MatterHistory();
    history.decide(NOTICE, [...PROMOTION, 'birthday'].map(given));
    const all = Object.values(matters(history));

    const fallen = (...ids: string[]) => dependantsOf(ids, all).map(({ id }) => id);

    assert.deepEqual(fallen('marketing-use'), PROMOTION.slice(1));
    assert.deepEqual(fallen('advertising-email'), []);
    assert.deepEqual(fallen('advertising-sms'), ['advertising-night']);
    assert.deepEqual(fallen('birthday'), []);
  });

  it('does not name what is not given', () => {
    const history = new MatterHistory();
    history.decide(NOTICE, [given('marketing-use'), refused('advertising-email')]);

    assert.deepEqual(dependantsOf(['marketing-use'], Object.values(matters(history))), []);
  });

  it('says what has to be given first', () => {
    const history = new MatterHistory();
    history.decide(
      NOTICE,
      PROMOTION.map((id) => refused(id)),
    );
    const itemOf = (id: string) => NOTICE.items.find((item) => item.id === id)!;
    const missing = (id: string) => missingParents(itemOf(id), Object.values(matters(history)));

    assert.deepEqual(missing('advertising-email'), { all: ['marketing-use'], any: [] });
    assert.deepEqual(missing('advertising-night').any, ['advertising-sms', 'advertising-push']);

    history.decide(NOTICE, [given('marketing-use'), given('advertising-push')]);
    assert.deepEqual(missing('advertising-email'), { all: [], any: [] });
    assert.deepEqual(missing('advertising-night'), { all: [], any: [] });
  });
});

it('keeps what a notice says under the hash that receipts name', () => {
  const history = new MatterHistory();
  history.decide(NOTICE, [given('birthday')]);

  assert.equal(history.records[0]?.receipt.notice.sha256, hashOf(NOTICE));
});
