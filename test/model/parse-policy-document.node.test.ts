import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { runInNewContext } from 'node:vm';

import { hashOf } from '../../src/model/sha256.js';
import { parsePolicyDocument } from '../../src/model/parse-policy-document.js';
import { PolicyError, type PolicyIssue } from '../../src/model/policy-error.js';
import { fieldsOf } from '../../src/model/policy-fields.js';
import { CHOICES, RECORDS, SHAPES } from '../../src/model/policy-shapes.js';
import { FULL_POLICY, LEAST_POLICY } from '../support/full-policy.js';

type Members = Record<string, unknown>;

/** The issues of the document; none when it is understood. */
function issuesOf(document: unknown): readonly PolicyIssue[] {
  try {
    parsePolicyDocument(document);
    return [];
  } catch (error) {
    assert.ok(error instanceof PolicyError, String(error));
    return error.issues;
  }
}

/** The smallest document with other parts. */
const withParts = (parts: Members): Members => ({ ...LEAST_POLICY, ...parts });

const ENTRY = {
  id: 'account',
  title: '가입',
  purposes: [],
  data: [],
  basis: 'contract',
  required: true,
  retention: [],
  revision: '2026-01-01',
};
const entry = (parts: Members): Members => ({ ...ENTRY, ...parts });

const ADVERTISING = { channels: [{ channel: 'sms' }], retention: [], revision: '2026-01-01' };

/** JSON alone: what `parsePolicyDocument()` gives, without the missing prototypes. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

function objectsIn(value: unknown): object[] {
  if (typeof value !== 'object' || value === null) return [];
  return [value, ...Object.values(value).flatMap(objectsIn)];
}

describe('parsePolicyDocument', () => {
  it('gives back every fact of a document that has all of them', () => {
    assert.deepEqual(plain(parsePolicyDocument(FULL_POLICY)), plain(FULL_POLICY));
    assert.deepEqual(plain(parsePolicyDocument(LEAST_POLICY)), plain(LEAST_POLICY));
    assert.equal(hashOf(parsePolicyDocument(FULL_POLICY)), hashOf(FULL_POLICY));
  });

  it('is idempotent', () => {
    const once = parsePolicyDocument(FULL_POLICY);
    assert.deepEqual(parsePolicyDocument(once), once);
  });

  it('is tested with a document that has every key of every shape', () => {
    const seen = new Set<string>();
    const visit = (type: string, value: unknown): void => {
      if (Array.isArray(value)) {
        const list = [type, ...(CHOICES[type] ?? [])].find((each) => each.endsWith('[]')) ?? '';
        seen.add(`${type}: list`);
        for (const member of value) visit(list.slice(0, -2), member);
      } else if (typeof value === 'object' && value !== null) {
        const chosen = CHOICES[type]?.find((each) => each in SHAPES) ?? type;
        const shape = type === 'block' ? String((value as Members)['type']) : chosen;
        seen.add(`${type}: object`);
        for (const [key, member] of Object.entries(value)) {
          const field = fieldsOf(shape).find((each) => each.key === key);
          seen.add(`${shape}.${key}`);
          visit(field?.type ?? RECORDS[type]?.[1] ?? '', member);
        }
      } else seen.add(`${type}: ${typeof value}`);
    };
    visit('document', FULL_POLICY);
    const wanted = Object.keys(SHAPES)
      .filter((shape) => shape !== 'block')
      .flatMap((shape) => fieldsOf(shape).map(({ key }) => `${shape}.${key}`));
    assert.deepEqual(
      wanted.filter((key) => !seen.has(key)),
      [],
    );
    for (const kind of ['rich: string', 'rich: list', 'piece: string', 'piece: object']) {
      assert.ok(seen.has(kind), kind);
    }
    for (const kind of ['line: string', 'line: list', 'line: object', 'block: string']) {
      assert.ok(seen.has(kind), kind);
    }
  });

  it('shares nothing with the input', () => {
    const given = structuredClone(FULL_POLICY);
    const inputs = new Set(objectsIn(given));
    const outputs = objectsIn(parsePolicyDocument(given));
    assert.ok(outputs.length > 100);
    assert.equal(outputs.filter((value) => inputs.has(value)).length, 0);
  });

  it('leaves the input as it is', () => {
    const before = JSON.stringify(FULL_POLICY);
    parsePolicyDocument(FULL_POLICY);
    assert.equal(JSON.stringify(FULL_POLICY), before);
  });

  it('normalises texts to NFC', () => {
    const document = withParts({ title: '동의'.normalize('NFD') });
    assert.notEqual(document['title'], '동의');
    assert.equal(parsePolicyDocument(document).title, '동의');
  });

  it('reads object literals of another frame', () => {
    const source = `(${JSON.stringify(LEAST_POLICY)})`;
    assert.equal(parsePolicyDocument(runInNewContext(source)).id, 'least');
  });

  it('takes a member that is undefined as absent', () => {
    const parsed = parsePolicyDocument(withParts({ title: undefined, zzz: undefined }));
    assert.equal('title' in parsed || 'zzz' in parsed, false);
    assert.deepEqual(issuesOf(withParts({ version: undefined })), [
      { path: 'version', code: 'missing-key', expected: 'text' },
    ]);
  });

  it('accepts an unlawful practice', () => {
    const rrn = { name: '주민등록번호', kind: 'rrn' };
    const processing = [entry({ basis: 'consent', data: [rrn], purposes: [], retention: [] })];
    assert.deepEqual(issuesOf(withParts({ processing, surfaces: { signup: ['account'] } })), []);
  });

  it('keeps a hostile link as what it is, for the view to draw as text', () => {
    const link = { text: '여기', href: 'javascript:alert(1)' };
    const preface = [{ type: 'paragraph', text: [link] }];
    assert.deepEqual(plain(parsePolicyDocument(withParts({ preface })).preface), preface);
  });

  it('understands every document of the demo', () => {
    const folder = new URL('../../demo/policies/', import.meta.url);
    const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
    assert.ok(names.length >= 5, names.join());
    for (const name of names) {
      const document: unknown = JSON.parse(readFileSync(new URL(name, folder), 'utf8'));
      assert.deepEqual(issuesOf(document), [], name);
      assert.equal(hashOf(parsePolicyDocument(document)), hashOf(document), name);
    }
  });

  it('reads 200 entries in less than 20 ms of processor time', () => {
    const [first] = FULL_POLICY.processing ?? [];
    const processing = Array.from({ length: 200 }, (_, i) => ({ ...first, id: `e${i}` }));
    const document = plain({ ...FULL_POLICY, processing, thirdParties: [], surfaces: {} });
    (document as { processing: Members[] }).processing.forEach((each) => delete each['dependsOn']);
    let best = Infinity;
    for (let i = 0; i < 10; i++) {
      // Processor time: other tests run at the same moment.
      const before = process.cpuUsage().user;
      parsePolicyDocument(document);
      best = Math.min(best, (process.cpuUsage().user - before) / 1000);
    }
    assert.ok(best < 20, `${best} ms`);
  });
});

describe('what parsePolicyDocument refuses', () => {
  const one = (issue: PolicyIssue): readonly PolicyIssue[] => [issue];

  const notDocuments: readonly (readonly [string, unknown, string])[] = [
    ['nothing', undefined, 'undefined'],
    ['null', null, 'null'],
    ['a text', '{"schema":"dongui/policy@1"}', 'string'],
    ['a number', 1, 'number'],
    ['a list', [LEAST_POLICY], 'list'],
    ['a map', new Map(Object.entries(LEAST_POLICY)), 'null'],
    [
      'an instance of a class',
      Object.assign(Object.create(new Date()) as object, LEAST_POLICY),
      'null',
    ],
    ['a function', () => LEAST_POLICY, 'function'],
  ];
  for (const [name, value, found] of notDocuments) {
    it(`${name} instead of a document`, () => {
      const expected = one({ path: '', code: 'wrong-type', expected: 'document', found });
      assert.deepEqual(issuesOf(value), expected);
    });
  }

  it('another schema, of which nothing else is said', () => {
    const document = { schema: 'dongui/policy@2', parts: [] };
    assert.deepEqual(
      issuesOf(document),
      one({
        path: 'schema',
        code: 'wrong-value',
        expected: 'dongui/policy@1',
        found: 'dongui/policy@2',
      }),
    );
    const unknown = Object.fromEntries(Array.from({ length: 80 }, (_, i) => [`k${i}`, i]));
    assert.deepEqual(
      issuesOf(unknown),
      one({ path: 'schema', code: 'missing-key', expected: 'dongui/policy@1' }),
    );
  });

  const cases: readonly (readonly [string, Members, PolicyIssue])[] = [
    [
      'a number for a text',
      { processing: [entry({ title: 7 })] },
      { path: 'processing[0].title', code: 'wrong-type', expected: 'text', found: 'number' },
    ],
    [
      'a text for a list',
      { processing: [entry({ data: '이름' })] },
      { path: 'processing[0].data', code: 'wrong-type', expected: 'data[]', found: 'string' },
    ],
    [
      'a text for true or false',
      { terms: [{ id: 't', title: 't', version: '1', required: 'true', revision: '2026-01-01' }] },
      { path: 'terms[0].required', code: 'wrong-type', expected: 'boolean', found: 'string' },
    ],
    [
      'null for a member that may be absent',
      { title: null },
      { path: 'title', code: 'wrong-type', expected: 'text', found: 'null' },
    ],
    [
      'a boolean where words stand',
      { origin: true },
      {
        path: 'origin',
        code: 'wrong-type',
        expected: 'authored|transcribed',
        found: 'boolean',
      },
    ],
    [
      'a block of no known type',
      { preface: ['a', { type: 'image', src: 'x' }] },
      {
        path: 'preface[1].type',
        code: 'wrong-value',
        expected: 'paragraph|list|table',
        found: 'image',
      },
    ],
    [
      'a block without a type',
      { preface: [{ text: 'a' }] },
      { path: 'preface[0].type', code: 'missing-key', expected: 'paragraph|list|table' },
    ],
    [
      'a number for a block',
      { preface: [3] },
      { path: 'preface[0]', code: 'wrong-type', expected: 'block', found: 'number' },
    ],
    [
      'a number for a piece of text',
      { preface: [{ type: 'table', rows: [['a', ['b', 3]]] }] },
      { path: 'preface[0].rows[0][1][1]', code: 'wrong-type', expected: 'piece', found: 'number' },
    ],
    [
      'another word for whether it is required',
      { processing: [entry({ required: 'yes' })] },
      { path: 'processing[0].required', code: 'wrong-value', expected: 'unstated', found: 'yes' },
    ],
    [
      'a missing key',
      { processing: [{ ...ENTRY, revision: undefined }] },
      { path: 'processing[0].revision', code: 'missing-key', expected: 'day' },
    ],
    [
      'a missing word',
      { processing: [{ ...ENTRY, basis: undefined }] },
      {
        path: 'processing[0].basis',
        code: 'missing-key',
        expected: 'contract|consent|law|legitimate-interest|vital|public-task|unstated',
      },
    ],
    [
      'an unknown key',
      { service: { name: 'a', nmae: 'b' } },
      {
        path: 'service.nmae',
        code: 'unknown-key',
        expected: 'name alsoNamed parts description url',
      },
    ],
    [
      'an unknown key that needs quotes',
      { service: { name: 'a', 'a.b "c"': 1 } },
      {
        path: 'service["a.b \\"c\\""]',
        code: 'unknown-key',
        expected: 'name alsoNamed parts description url',
      },
    ],
    [
      'a name of a surface that is no id',
      { surfaces: { 'Sign up': [] } },
      { path: 'surfaces["Sign up"]', code: 'wrong-key', expected: 'id', found: 'Sign up' },
    ],
    [
      'a key of translations that is no language',
      { translations: { ko_KR: 'a.json' } },
      { path: 'translations.ko_KR', code: 'wrong-key', expected: 'locale', found: 'ko_KR' },
    ],
    [
      'an id that is used twice, in whatever parts',
      { processing: [entry({})], terms: [terms('account')] },
      {
        path: 'processing[0].id',
        code: 'duplicate',
        expected: 'terms[0].id',
        found: 'account',
      },
    ],
    [
      'an id of a cookie category that a matter has',
      {
        processing: [entry({})],
        automaticCollection: { data: [], cookies: [category('account', [])] },
      },
      {
        path: 'automaticCollection.cookies[0].id',
        code: 'duplicate',
        expected: 'processing[0].id',
        found: 'account',
      },
    ],
    [
      'a cookie service that stands twice',
      { automaticCollection: { data: [], cookies: [category('a', ['x', 'x'])] } },
      {
        path: 'automaticCollection.cookies[0].services[1].id',
        code: 'duplicate',
        expected: 'automaticCollection.cookies[0].services[0].id',
        found: 'x',
      },
    ],
    [
      'a channel of advertising that stands twice',
      {
        marketing: {
          advertising: { ...ADVERTISING, channels: [{ channel: 'sms' }, { channel: 'sms' }] },
        },
      },
      {
        path: 'marketing.advertising.channels[1]',
        code: 'duplicate',
        expected: 'marketing.advertising.channels[0]',
        found: 'advertising-sms',
      },
    ],
    [
      'an item that a surface names twice',
      { terms: [terms('a')], surfaces: { signup: ['a', 'a'] } },
      {
        path: 'surfaces.signup[1]',
        code: 'duplicate',
        expected: 'surfaces.signup[0]',
        found: 'a',
      },
    ],
    [
      'an item of a surface that does not exist',
      { terms: [terms('a')], processing: [entry({})], surfaces: { signup: ['a', 'b'] } },
      {
        path: 'surfaces.signup[1]',
        code: 'unknown-reference',
        expected: 'a account',
        found: 'b',
      },
    ],
    [
      'an entry that depends on nothing that exists',
      { processing: [entry({ dependsOn: ['b'] })] },
      {
        path: 'processing[0].dependsOn[0]',
        code: 'unknown-reference',
        expected: 'account',
        found: 'b',
      },
    ],
    [
      'an entry that depends on itself',
      { processing: [entry({ dependsOn: ['account'] })] },
      { path: 'processing[0].dependsOn', code: 'cycle', found: 'account > account' },
    ],
    [
      'entries that depend on each other in a circle',
      {
        processing: [
          entry({ id: 'z', dependsOn: ['a'] }),
          entry({ id: 'a', dependsOn: ['free', 'b'] }),
          entry({ id: 'b', dependsOn: ['c'] }),
          entry({ id: 'c', dependsOn: ['a'] }),
          entry({ id: 'free' }),
        ],
      },
      { path: 'processing[1].dependsOn', code: 'cycle', found: 'a > b > c > a' },
    ],
  ];
  for (const [name, parts, issue] of cases) {
    it(name, () => {
      assert.deepEqual(issuesOf(withParts(parts)), one(issue));
    });
  }

  for (const id of ['age', 'marketing-use', 'advertising-night', 'advertising-alimtalk']) {
    it(`an entry that takes the derived id ${id}`, () => {
      assert.deepEqual(
        issuesOf(withParts({ processing: [entry({ id })] })),
        one({ path: 'processing[0].id', code: 'reserved', found: id }),
      );
    });

    it(`a surface that names ${id} without the part that it comes from`, () => {
      assert.deepEqual(
        issuesOf(withParts({ surfaces: { signup: [id] } })),
        one({ path: 'surfaces.signup[0]', code: 'unknown-reference', expected: '', found: id }),
      );
    });
  }

  it('nothing of entries that share what they depend on', () => {
    const processing = [
      entry({ id: 'a' }),
      entry({ id: 'b', dependsOn: ['a'] }),
      entry({ id: 'c', dependsOn: ['a'] }),
      entry({ id: 'd', dependsOn: ['b', 'c'] }),
    ];
    assert.deepEqual(issuesOf(withParts({ processing })), []);
  });

  it('each circle of several', () => {
    const processing = [
      entry({ id: 'a', dependsOn: ['b'] }),
      entry({ id: 'b', dependsOn: ['a'] }),
      entry({ id: 'c', dependsOn: ['c'] }),
    ];
    assert.deepEqual(
      issuesOf(withParts({ processing })).map(({ path, found }) => [path, found]),
      [
        ['processing[0].dependsOn', 'a > b > a'],
        ['processing[2].dependsOn', 'c > c'],
      ],
    );
  });

  it('everything at once, in the order of the shapes, references last', () => {
    const document = withParts({
      version: 1,
      jurisdiction: 'Korea',
      service: {},
      processing: [entry({ basis: 'consnet', colour: 'red' }), 5],
      surfaces: { signup: ['nobody'] },
    });
    assert.deepEqual(
      issuesOf(document).map(({ path, code }) => `${path} ${code}`),
      [
        'jurisdiction wrong-value',
        'version wrong-type',
        'service.name missing-key',
        'processing[0].basis wrong-value',
        'processing[0].colour unknown-key',
        'processing[1] wrong-type',
        'surfaces.signup[0] unknown-reference',
      ],
    );
  });

  it('with 50 issues at most', () => {
    const statutes = Array.from({ length: 500 }, (_, i) => i);
    const issues = issuesOf(withParts({ statutes }));
    assert.equal(issues.length, 50);
    assert.equal(issues.at(-1)?.path, 'statutes[49]');
  });

  it('lists nested deeper than 16, and takes them to 16', () => {
    // The innermost line of `levels` lists stands in 2 + 2 × levels objects and lists.
    const nested = (levels: number): unknown => {
      let line: unknown = 'a';
      for (let i = 1; i < levels; i++) line = { text: 'b', items: [line] };
      return { type: 'list', items: [line] };
    };
    assert.deepEqual(issuesOf(withParts({ preface: [nested(7)] })), []);
    assert.deepEqual(
      issuesOf(withParts({ preface: [nested(8)] })),
      one({
        path: `preface[0]${'.items[0]'.repeat(7)}`,
        code: 'too-deep',
      }),
    );
  });

  it('with a message that names places and codes', () => {
    assert.throws(() => parsePolicyDocument(withParts({ title: 1, banner: 2 })), {
      name: 'PolicyError',
      message: 'wrong-type at title, wrong-type at banner',
    });
    assert.throws(() => parsePolicyDocument(5), { message: 'wrong-type at (document)' });
  });
});

function terms(id: string): Members {
  return { id, title: '약관', version: '1', required: true, revision: '2026-01-01' };
}

function category(id: string, services: readonly string[]): Members {
  return {
    id,
    title: '분석',
    necessary: false,
    services: services.map((service) => ({ id: service, name: service, purposes: [] })),
    revision: '2026-01-01',
  };
}
