import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { comparePolicies, type EntryChange } from '../../src/model/compare-policies.js';
import { policyEntries } from '../../src/model/policy-entries.js';
import type { PolicyDocument } from '../../src/model/policy-document.js';
import { readPolicy } from '../policies/read-policy.js';

const NAMES = [
  ...['codexa', 'infinisoft', 'nexcore', 'qsolution', 'xperp'],
  ...['haru.ko', 'haru.en', 'haru.1.0.ko', 'haru.1.0.en'],
];

/** A document with one thing changed in a copy. */
function changed(document: PolicyDocument, change: (copy: never) => void): PolicyDocument {
  const copy = structuredClone(document);
  change(copy as never);
  return copy;
}

const outline = (changes: readonly EntryChange[]): string[] =>
  changes.map(({ kind, part, title, asked }) => [kind, part, title, asked ?? '-'].join(' | '));

const mirrored = { added: 'removed', removed: 'added', first: 'ended', ended: 'first' } as const;
const mirror = (word: string): string => (mirrored as Record<string, string>)[word] ?? word;

describe('comparePolicies', () => {
  const one = readPolicy('haru.1.0.ko');
  const two = readPolicy('haru.ko');

  it('finds what the second version of haru says it changed', () => {
    const changes = comparePolicies(one, two);
    const birthday = changes.find(({ title }) => title.includes('생일'));
    assert.equal(birthday?.asked, 'again');
    const retention = birthday.facts.find(({ field }) => field === 'retention');
    assert.deepEqual(
      [retention?.removed, retention?.added].map((rules) => JSON.stringify(rules)),
      ['[{"period":"P1Y","from":"회원 탈퇴"}]', '[{"period":"P5D","from":"회원 탈퇴"}]'],
    );
    const transfer = changes.find(({ part }) => part === 'transfers');
    assert.deepEqual([transfer?.kind, transfer?.asked], ['added', 'first']);
    const allergy = changes.find(({ title }) => title.includes('알레르기'));
    assert.deepEqual([allergy?.kind, allergy?.asked], ['reworded', 'same']);
    assert.deepEqual(
      changes.filter(({ asked }) => asked === 'again').map(({ part }) => part),
      ['processing'],
    );
  });

  for (const name of NAMES) {
    it(`finds nothing between a document and itself: ${name}`, () => {
      const document = readPolicy(name);
      assert.deepEqual(comparePolicies(document, structuredClone(document)), []);
    });
  }

  it('is turned around when the documents are', () => {
    for (const before of NAMES) {
      for (const after of NAMES.slice(0, 6)) {
        const [left, right] = [readPolicy(before), readPolicy(after)];
        const there = comparePolicies(left, right);
        const back = comparePolicies(right, left);
        const keyOf = ({ kind, part, asked, facts }: EntryChange, turn: typeof mirror): string =>
          JSON.stringify([
            turn(kind),
            part,
            turn(asked ?? ''),
            facts.map(({ field }) => field).sort(),
          ]);
        assert.deepEqual(
          there.map((change) => keyOf(change, mirror)).sort(),
          back.map((change) => keyOf(change, (word) => word)).sort(),
          `${before} ${after}`,
        );
        const removed = there.flatMap(({ facts }) => facts.flatMap((fact) => fact.removed)).length;
        const added = back.flatMap(({ facts }) => facts.flatMap((fact) => fact.added)).length;
        assert.equal(removed, added);
      }
    }
  });

  it('finds every single fact that is altered, wherever it stands', () => {
    for (const name of ['haru.ko', 'xperp', 'infinisoft']) {
      const document = { ...readPolicy(name), surfaces: {} };
      for (const entry of policyEntries(document)) {
        for (const [field, facts] of entry.fields) {
          if (facts.length === 0) continue;
          const found = comparePolicies(alteredAt(document, entry.key, field), document);
          assert.ok(found.length > 0, `${name} ${entry.key} ${field}`);
        }
      }
    }
  });

  it('tells a changed line of a longer text, in a paragraph, a nested list and a table', () => {
    const blocks = (word: string) => [
      { type: 'paragraph', text: ['see ', { text: word, href: 'https://a.example' }] },
      { type: 'list', items: [{ text: 'outer', items: [`inner ${word}`] }] },
      { type: 'table', rows: [['cell', [{ text: word, href: 'https://a.example' }]]] },
    ];
    const withText = (word: string): PolicyDocument =>
      changed(two, (copy: { preface: unknown }) => {
        copy.preface = blocks(word);
      });

    const [change, ...others] = comparePolicies(withText('before'), withText('after'));

    assert.deepEqual(others, []);
    assert.equal(change?.part, 'preface');
    assert.deepEqual(change.facts.map(({ removed, added }) => [removed, added]).flat(), [
      ['see before', 'inner before', 'cell · before'],
      ['see after', 'inner after', 'cell · after'],
    ]);
  });

  it('tells apart rows that have no name by where they stand', () => {
    const withRows = (...texts: string[]): PolicyDocument =>
      changed(two, (copy: { safety: unknown }) => {
        copy.safety = texts.map((text) => ({ text }));
      });

    const changes = comparePolicies(withRows('locks', 'keys'), withRows('locks', 'guards'));

    assert.deepEqual(outline(changes), ['changed | safety |  | -']);
  });

  it('calls a recipient that has no title by its name', () => {
    const withPhone = (phone: string): PolicyDocument =>
      changed(two, (copy: { thirdParties: Record<string, unknown>[]; surfaces: unknown }) => {
        copy.surfaces = {};
        copy.thirdParties = [{ id: 'one', recipient: { name: 'Kim & Co', contact: { phone } } }];
      });

    const changes = comparePolicies(withPhone('02-1'), withPhone('02-2'));

    assert.deepEqual(outline(changes), ['changed | thirdParties | Kim & Co | -']);
  });

  it('calls a controller that has no name by its brands', () => {
    const withBrands = (phone: string): PolicyDocument =>
      changed(two, (copy: { controllers: unknown }) => {
        copy.controllers = [{ brands: ['One', 'Two'], phone }];
      });

    const changes = comparePolicies(withBrands('02-1'), withBrands('02-2'));

    assert.deepEqual(outline(changes), ['changed | controllers | One, Two | -']);
  });

  it('does not take another order for a change', () => {
    const turned = changed(
      two,
      (copy: { processing: { data: unknown[] }[]; processors: unknown[] }) => {
        copy.processors.reverse();
        for (const { data } of copy.processing) data.reverse();
      },
    );
    assert.deepEqual(
      comparePolicies(two, turned).filter(({ asked }) => asked === undefined),
      [],
    );
  });

  it('leaves alone what is about the version, and codes for machines', () => {
    const other = changed(
      two,
      (copy: Record<string, unknown> & { processing: { purposes: { dpv?: string }[] }[] }) => {
        Object.assign(copy, { version: '9', effective: '2030-01-01', history: [], pageUrl: '/x/' });
        for (const { purposes } of copy.processing)
          for (const purpose of purposes) delete purpose.dpv;
      },
    );
    assert.deepEqual(comparePolicies(two, other), []);
  });

  it('tells a revision that moved alone', () => {
    const other = changed(two, (copy: { processing: { id: string; revision: string }[] }) => {
      copy.processing.find(({ id }) => id === 'birthday')!.revision = '2030-01-01';
    });
    assert.deepEqual(
      comparePolicies(two, other).map(({ kind, asked, facts }) => [kind, asked, facts]),
      [['changed', 'again', []]],
    );
  });

  it('tells a processor that takes the place of another', () => {
    const other = changed(two, (copy: { processors: { names: string[] }[] }) => {
      const processor = copy.processors.find(({ names }) => names.includes('톡보내기'));
      processor!.names = ['소식나루'];
    });
    assert.deepEqual(outline(comparePolicies(two, other)).sort(), [
      'changed | processors | 문자·알림톡 발송 | -',
    ]);
  });
});

/** Another value of the same shape. */
function altered(value: unknown): unknown {
  if (typeof value === 'string') return `${value} X`;
  if (typeof value === 'number') return value + 1;
  if (typeof value === 'boolean') return !value;
  if (Array.isArray(value)) return [];
  const members = Object.entries(value as object);
  return Object.fromEntries(members.map(([name, each]) => [name, altered(each)]));
}

/** The document with one field of one entry altered. */
function alteredAt(document: PolicyDocument, key: string, field: string): PolicyDocument {
  const copy = structuredClone(document) as unknown as Record<string, unknown>;
  const [part = ''] = key.split('[');
  const path = part.split('.');
  const last = path.pop() ?? '';
  const holder = path.reduce((value, name) => value[name] as Record<string, unknown>, copy);
  const index = policyEntries(document)
    .filter((entry) => entry.part === part)
    .findIndex((entry) => entry.key === key);
  const top = field.split(/[.[]/)[0] ?? '';
  const isRow = key.includes('[');
  const entry = (isRow ? (holder[last] as unknown[])[index] : holder[last]) as Record<
    string,
    unknown
  >;
  if (!isRow && top === last) holder[last] = altered(holder[last]);
  else entry[top] = altered(entry[top]);
  return copy as unknown as PolicyDocument;
}
