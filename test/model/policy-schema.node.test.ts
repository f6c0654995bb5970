import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';

import { Ajv } from 'ajv';
import fc from 'fast-check';

import { parsePolicyDocument } from '../../src/model/parse-policy-document.js';
import { PolicyError, type PolicyIssue } from '../../src/model/policy-error.js';
import { FORMATS } from '../../src/model/policy-formats.js';
import { FULL_POLICY, LEAST_POLICY } from '../support/full-policy.js';

const SEED = 7;

const readJson = (path: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8'));

interface Schema {
  readonly definitions: Readonly<Record<string, { readonly pattern?: string }>>;
}

const schema = readJson('policy.schema.json') as Schema;
// Each of the unions has members of other types: that is what they are for.
const validate = new Ajv({ strict: true, allowUnionTypes: true }).compile(schema);

function issuesOf(document: unknown): readonly PolicyIssue[] {
  try {
    parsePolicyDocument(document);
    return [];
  } catch (error) {
    assert.ok(error instanceof PolicyError, String(error));
    return error.issues;
  }
}

type Step = string | number;
type Members = Record<Step, unknown>;

/** Each place below the document, with the value that stands there. */
function placesOf(value: unknown, place: readonly Step[] = []): [readonly Step[], unknown][] {
  const here: [readonly Step[], unknown][] = place.length > 0 ? [[place, value]] : [];
  if (typeof value !== 'object' || value === null) return here;
  const steps = Array.isArray(value) ? [...value.keys()] : Object.keys(value);
  return [
    ...here,
    ...steps.flatMap((step) => placesOf((value as Members)[step], [...place, step])),
  ];
}

/** A copy of the value that differs at the place alone; what becomes undefined is left out. */
function changed(
  value: unknown,
  place: readonly Step[],
  change: (at: unknown) => unknown,
): unknown {
  const [step, ...rest] = place;
  if (step === undefined) return change(value);
  const member = changed((value as Members)[step], rest, change);
  if (Array.isArray(value)) return (value as unknown[]).with(Number(step), member);
  const entries = Object.entries(value as Members).filter(([key]) => key !== step);
  // Unlike an assignment, this makes an own member of `__proto__`.
  return Object.fromEntries(member === undefined ? entries : [...entries, [step, member]]);
}

const places = placesOf(FULL_POLICY);

/** Places that differ in numbers only are of one kind; here is one of each. */
const onePlaceOfEachKind = (): readonly (readonly Step[])[] => [
  ...new Map(places.map(([place]) => [kindOfPlace(place), place])).values(),
];

/** `processing[1].id` without the numbers: `processing[].id`. */
const kindOfPlace = (place: readonly Step[]): string =>
  place
    .map((step) => (typeof step === 'number' ? '[]' : `.${step}`))
    .join('')
    .slice(1);

/**
 * Both must take or refuse the document. Where the schema cannot know better, the codes of the
 * parser are noted instead.
 */
function compare(document: unknown, what: string, stricter: Map<string, Set<string>>): boolean {
  const bySchema = validate(document);
  const issues = issuesOf(document);
  if (bySchema === (issues.length === 0)) return bySchema;
  assert.ok(bySchema, `${what}: the schema alone refuses ${JSON.stringify(validate.errors)}`);
  for (const { code, expected } of issues) {
    const name = code === 'wrong-value' ? `${code} ${expected ?? ''}` : code;
    stricter.set(name, (stricter.get(name) ?? new Set()).add(what));
  }
  return false;
}

describe('policy.schema.json', () => {
  it('takes the documents that the parser takes', () => {
    const folder = new URL('../../demo/policies/', import.meta.url);
    const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
    const documents = names.map((name) => readJson(`demo/policies/${name}`));
    for (const document of [FULL_POLICY, LEAST_POLICY, ...documents]) {
      assert.ok(validate(document), JSON.stringify(validate.errors));
      assert.deepEqual(issuesOf(document), []);
    }
  });

  it('refuses as the parser does when any key is left out', () => {
    const stricter = new Map<string, Set<string>>();
    let refused = 0;
    for (const [place] of places) {
      if (typeof place.at(-1) === 'number') continue;
      const document = changed(FULL_POLICY, place, () => undefined);
      if (!compare(document, kindOfPlace(place), stricter)) refused += 1;
    }
    assert.ok(refused > 150, String(refused));
    // What a surface or a dependency names is gone; a schema cannot look there.
    assert.deepEqual(Object.fromEntries(stricter), {
      'unknown-reference': new Set([
        'terms',
        'processing',
        'thirdParties',
        'transfers',
        'marketing',
        'marketing.use',
        'marketing.advertising',
        'marketing.night',
        'age',
      ]),
    });
  });

  it('refuses as the parser does an unknown key at any object', () => {
    const stricter = new Map<string, Set<string>>();
    const objects = places.filter(
      ([, value]) => typeof value === 'object' && !Array.isArray(value),
    );
    assert.ok(objects.length > 100, String(objects.length));
    for (const key of ['zzz', 'Titel', '__proto__', 'constructor', 'toString']) {
      for (const [place] of [...objects, [[], FULL_POLICY] as const]) {
        const document = changed(FULL_POLICY, [...place, key], () => ({ x: 1 }));
        assert.equal(compare(document, `${kindOfPlace(place)} ${key}`, stricter), false);
      }
    }
    assert.deepEqual(Object.fromEntries(stricter), {});
  });

  const ofEachType: readonly unknown[] = [null, true, 7, 'x', 'age', 'health', [], ['x'], {}];
  const others: readonly unknown[] = [
    ...[0, -1, 1.5, 100_000, 1e300, [[]], [{}], '', 'zz', 'ID', 'unstated', 'none'],
    ...['2026-02-30', '2026-02-28', '2026-1-1', 'purpose-met', 'P0D', 'P1H', 'ko_KR', 'kr'],
    ...['javascript:0', 'https://example.org', 'A'.repeat(43), 'advertising-sms'],
    ...['paragraph', { type: 'list' }, { type: 'paragraph', text: 'a' }, { type: 'x', text: 'a' }],
    ...[
      { text: 'a', href: 'b' },
      { text: 'a', items: [] },
    ],
  ];
  /** Some of the others, turn by turn, so that each comes to each sort of place. */
  const someOthers = (turn: number): readonly unknown[] =>
    others.filter((_, i) => i % 4 === turn % 4);

  it('takes and refuses as the parser does any other value at any place', () => {
    const stricter = new Map<string, Set<string>>();
    let compared = 0;
    let taken = 0;
    for (const [turn, place] of onePlaceOfEachKind().entries()) {
      for (const other of [...ofEachType, ...someOthers(turn)]) {
        const document = changed(FULL_POLICY, place, () => other);
        compared += 1;
        if (compare(document, kindOfPlace(place), stricter)) taken += 1;
      }
    }
    assert.ok(compared > 5000 && taken > 1000, `${compared} ${taken}`);
    const ids = ['terms[].id', 'processing[].id', 'thirdParties[].id', 'transfers[].id'];
    const category = 'automaticCollection.cookies[].id';
    // Only the whole document shows that an id is free or known, and what waits for what.
    assert.deepEqual(Object.fromEntries(stricter), {
      reserved: new Set([...ids, category]),
      duplicate: new Set([
        ...ids.filter((place) => place !== 'processing[].id'),
        category,
        'surfaces.signup[]',
      ]),
      cycle: new Set(['processing[].id', 'processing[].dependsOn[]', 'thirdParties[].id']),
      'unknown-reference': new Set([
        ...ids,
        'terms',
        'processing',
        'processing[].dependsOn',
        'processing[].dependsOn[]',
        'thirdParties',
        'thirdParties[].dependsOn',
        'thirdParties[].dependsOn[]',
        'transfers',
        'transfers[].dependsOn',
        'marketing',
        'marketing.advertising.channels',
        'surfaces.signup',
        'surfaces.signup[]',
        'surfaces.inquiry',
      ]),
    });
  });

  it('has the numbers of the parser', () => {
    const taken = (place: readonly Step[]): readonly number[] => {
      const numbers = [-1, -0.5, 0, 0.5, 1, 1.5, 23, 24, 25, 99_999, 100_000, 1e21, NaN, Infinity];
      const stricter = new Map<string, Set<string>>();
      const right = numbers.filter((number) =>
        compare(
          changed(FULL_POLICY, place, () => number),
          String(number),
          stricter,
        ),
      );
      assert.equal(stricter.size, 0);
      return right;
    };
    for (const place of [
      ['changeNotice', 'days'],
      ['age', 'threshold'],
      ['dormancy', 'noticeDays'],
    ]) {
      assert.deepEqual(taken(place), [0, 1, 23, 24, 25, 99_999]);
    }
    assert.deepEqual(taken(['sections', 0, 'row']), [1, 23, 24]);
  });

  it('cannot see circles, lone surrogates and depth', () => {
    const deep = changed(FULL_POLICY, ['preface'], () => {
      let line: unknown = 'a';
      for (let i = 0; i < 20; i++) line = { text: 'a', items: [line] };
      return [{ type: 'list', items: [line] }];
    });
    const circle = changed(FULL_POLICY, ['processing', 0, 'dependsOn'], () => ['health']);
    const surrogate = changed(FULL_POLICY, ['title'], () => '\ud800');
    const codes = [deep, circle, surrogate].map((document) => {
      const stricter = new Map<string, Set<string>>();
      assert.equal(compare(document, '', stricter), false);
      return [...stricter.keys()];
    });
    assert.deepEqual(codes, [['too-deep'], ['cycle'], ['wrong-value text']]);
  });

  /** The parser's formats by the name of their alias in `formats.ts`. */
  const formats: Readonly<Record<string, string>> = {
    Id: 'id',
    Day: 'day',
    LastDay: 'lastDay',
    Period: 'period',
    Locale: 'locale',
    CountryCode: 'country',
    Url: 'url',
    Sha256: 'sha256',
    DpvTerm: 'dpv',
  };
  const seeds = [
    ...['account', 'constructor', 'prototype', `a${'b'.repeat(40)}`, `a${'b'.repeat(41)}`, 'a_b'],
    ...['2026-01-31', 'purpose-met', 'P1Y', 'P1Y6M', 'P10D', 'P0Y', 'P', 'P00W', 'PT1H', 'P1.5Y'],
    ...['ko', 'ko-KR', 'zh-Hant-TW', 'de-1996', 'sl-rozaj', 'x', 'k', 'ko-', 'ko-419', 'KO-kr'],
    ...['KR', 'kr', 'KOR', 'https://a.example', 'http:/a', '/a', '//a', 'a:b', 'HTTPS://A', ' a'],
    ...['a\tb', '#', '\u0001', '\u00a0', '\ufeff', '\u007f', 'ServiceProvision', 'dpv:A', 'A6-1-a'],
    ...['0123456789abcdefghijklmnopqrstuvwxyzABCDE_-', '한국어'],
  ];
  for (const [alias, format] of Object.entries(formats)) {
    const pattern = new RegExp(schema.definitions[alias]?.pattern ?? '(', 'u');
    const assertSame = (text: string): void => {
      assert.equal(pattern.test(text), FORMATS[format]?.test(text), JSON.stringify(text));
    };

    it(`has the parser's pattern of ${alias}`, () => {
      for (const text of seeds) assertSame(text);
      const mixed = fc
        .tuple(
          fc.constantFrom(...seeds),
          fc.nat(45),
          fc.nat(3),
          fc.oneof(
            fc.string({ unit: fc.constantFrom(...Array.from('aZ0-9:/.PYMWD_ \n\u2028\u0000')) }),
            fc.string({ unit: 'binary', maxLength: 3 }),
          ),
        )
        .map(([text, at, cut, put]) => text.slice(0, at) + put + text.slice(at + cut));
      fc.assert(fc.property(mixed, assertSame), { seed: SEED, numRuns: 3000 });
    });
  }

  it('has the calendar of the parser', () => {
    const pattern = new RegExp(schema.definitions['Day']?.pattern ?? '(', 'u');
    let days = 0;
    const years = ['0000', '0004', '1900', '1999', '2000', '2023', '2024', '2100', '2400', '9999'];
    for (const year of years) {
      for (let month = 0; month <= 13; month++) {
        for (let day = 0; day <= 32; day++) {
          const two = (value: number): string => String(value).padStart(2, '0');
          const text = `${year}-${two(month)}-${two(day)}`;
          const isDay = pattern.test(text);
          assert.equal(FORMATS['day']?.test(text), isDay, text);
          if (isDay) days += 1;
        }
      }
    }
    // Ten years, of which 0000, 0004, 2000, 2024 and 2400 are leap years.
    assert.equal(days, 3650 + 5);
  });
});
