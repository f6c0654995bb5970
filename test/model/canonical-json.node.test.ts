import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { runInNewContext } from 'node:vm';

import canonicalizeModule from 'canonicalize';
import fc from 'fast-check';
import { canonicalize as jsonCanonicalize } from 'json-canonicalize';

import { canonicalJson } from '../../src/model/canonical-json.js';

// Its types describe an ES module; what Node loads is CommonJS.
const canonicalize = canonicalizeModule as unknown as (value: unknown) => string | undefined;

const SEED = 8785;

/** What `JSON.parse` can return in our world: integers only, well-formed strings, any key. */
const { json } = fc.letrec((tie) => ({
  json: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    fc.constantFrom(null, true, false, 0, -0, Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER),
    fc.maxSafeInteger(),
    fc.string({ unit: 'binary' }),
    fc.array(tie('json'), { maxLength: 6 }),
    fc.dictionary(
      fc.oneof(
        fc.string({ unit: 'binary', maxLength: 4 }),
        // Code units and code points sort these differently.
        fc.constantFrom('\u{1f600}', '\ufb33', '\ud7ff', '\ue000', '가', 'a', 'A', '10', '9', ''),
      ),
      tie('json'),
      { maxKeys: 8 },
    ),
  ),
}));

describe('canonicalJson', () => {
  it('sorts by UTF-16 code units, as the example in RFC 8785, 3.2.3', () => {
    const value = {
      '\u20ac': 'Euro Sign',
      '\r': 'Carriage Return',
      '\ufb33': 'Hebrew Letter Dalet With Dagesh',
      '1': 'One',
      '\ud83d\ude00': 'Emoji: Grinning Face',
      '\u0080': 'Control',
      '\u00f6': 'Latin Small Letter O With Diaeresis',
    };
    assert.equal(
      canonicalJson(value),
      '{"\\r":"Carriage Return","1":"One","\u0080":"Control",' +
        '"\u00f6":"Latin Small Letter O With Diaeresis","\u20ac":"Euro Sign",' +
        '"\ud83d\ude00":"Emoji: Grinning Face","\ufb33":"Hebrew Letter Dalet With Dagesh"}',
    );
  });

  it('escapes as the example in RFC 8785, 3.2.2', () => {
    const value = {
      string: '\u20ac$\u000f\u000aA\u0027\u0042\u0022\u005c\\"\u002f',
      literals: [null, true, false],
    };
    assert.equal(
      canonicalJson(value),
      '{"literals":[null,true,false],"string":"\u20ac$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });

  it('escapes only what RFC 8785, 3.2.2.2 names', () => {
    assert.equal(
      canonicalJson('\b\t\n\f\r"\\\u0000\u001f\u007f\u2028\u2029가'),
      '"\\b\\t\\n\\f\\r\\"\\\\\\u0000\\u001f\u007f\u2028\u2029가"',
    );
  });

  it('writes the integers of RFC 8785, appendix B, and refuses its other numbers', () => {
    const integers: readonly (readonly [number, string])[] = [
      [0, '0'],
      [-0, '0'],
      [9007199254740991, '9007199254740991'],
      [-9007199254740991, '-9007199254740991'],
      [333333333, '333333333'],
      [1e15, '1000000000000000'],
    ];
    for (const [value, expected] of integers) assert.equal(canonicalJson(value), expected);
    const others = [
      5e-324,
      -5e-324,
      1.7976931348623157e308,
      9007199254740992,
      -9007199254740992,
      295147905179352830000,
      1e21,
      1e23,
      333333333.3333332,
      0.000001,
      4.5,
      2e-3,
      NaN,
      Infinity,
      -Infinity,
    ];
    for (const value of others) assert.throws(() => canonicalJson({ n: value }), TypeError);
  });

  it('keeps the order of arrays and the empty values', () => {
    assert.equal(canonicalJson([3, 1, 2, [], {}, '', null]), '[3,1,2,[],{},"",null]');
  });

  it('leaves out undefined members, as JSON.stringify does', () => {
    assert.equal(
      canonicalJson({ b: undefined, a: { c: undefined }, d: null }),
      '{"a":{},"d":null}',
    );
  });

  it('writes object literals of another frame and of no prototype', () => {
    assert.equal(
      canonicalJson(runInNewContext('({ b: [1], a: { c: 2 } })')),
      '{"a":{"c":2},"b":[1]}',
    );
    assert.equal(canonicalJson(Object.assign(Object.create(null), { a: 1 })), '{"a":1}');
  });

  it('writes an own key called __proto__ and never the prototype', () => {
    assert.equal(
      canonicalJson(JSON.parse('{"__proto__":{"x":1},"a":2}')),
      '{"__proto__":{"x":1},"a":2}',
    );
    assert.equal(canonicalJson({ constructor: 1, toString: 2 }), '{"constructor":1,"toString":2}');
  });

  it('calls no method that a page may have added', () => {
    const prototypes: Record<string, unknown>[] = [
      Array.prototype as unknown as Record<string, unknown>,
      Object.prototype as Record<string, unknown>,
      String.prototype as unknown as Record<string, unknown>,
    ];
    for (const prototype of prototypes) {
      Object.defineProperty(prototype, 'toJSON', { configurable: true, value: () => 'added' });
    }
    try {
      assert.equal(canonicalJson({ a: ['b'], c: 1 }), '{"a":["b"],"c":1}');
    } finally {
      for (const prototype of prototypes) delete prototype['toJSON'];
    }
  });

  const refused: readonly (readonly [string, unknown, string])[] = [
    ['a fraction', { items: [{ dt: 1 }, { dt: 1.5 }] }, 'number at $.items[1].dt'],
    ['undefined itself', undefined, 'undefined at $'],
    ['undefined in an array', { a: [1, undefined] }, 'undefined at $.a[1]'],
    ['a hole in an array', Object.assign([], { 1: 'a' }), 'undefined at $[0]'],
    ['a lone surrogate', { a: ['x\ud800'] }, 'string at $.a[0]'],
    ['a lone surrogate the wrong way round', '\udc00\ud800', 'string at $'],
    ['a lone surrogate in a key', { a: { '\udfff': 1 } }, 'string at $.a'],
    ['a function', { a: () => 1 }, 'function at $.a'],
    ['a symbol', [Symbol('a')], 'symbol at $[0]'],
    ['a bigint', { n: 1n }, 'bigint at $.n'],
    ['a date', { at: new Date(0) }, 'object at $.at'],
    ['a map', { m: new Map() }, 'object at $.m'],
    ['a boxed string', { s: Object('s') as unknown }, 'object at $.s'],
    ['an instance of a class', Object.create({ a: 1 }) as unknown, 'object at $'],
    ['bytes', new Uint8Array(1), 'object at $'],
  ];
  for (const [name, value, message] of refused) {
    it(`refuses ${name} and names the path`, () => {
      assert.throws(() => canonicalJson(value), {
        name: 'TypeError',
        message: `No canonical JSON for the ${message}`,
      });
    });
  }

  it('refuses a value that refers to itself', () => {
    const value: Record<string, unknown> = {};
    value['self'] = value;
    assert.throws(() => canonicalJson(value), TypeError);
  });

  it('writes 64 levels and refuses the 65th', () => {
    const nested = (levels: number): unknown => {
      let value: unknown = 1;
      for (let i = 0; i < levels; i++) value = [value];
      return value;
    };
    assert.equal(canonicalJson(nested(64)), `${'['.repeat(64)}1${']'.repeat(64)}`);
    assert.throws(() => canonicalJson(nested(65)), TypeError);
    assert.throws(() => canonicalJson(nested(100_000)), TypeError);
  });

  it('equals two other implementations on generated documents', () => {
    fc.assert(
      fc.property(json, (value) => {
        const written = canonicalJson(value);
        assert.equal(written, canonicalize(value));
        assert.equal(written, jsonCanonicalize(value));
      }),
      { seed: SEED, numRuns: 3000 },
    );
  });

  it('is the same again after a round trip, and equal only for equal values', () => {
    fc.assert(
      fc.property(json, json, (one, other) => {
        const written = canonicalJson(one);
        assert.equal(canonicalJson(JSON.parse(written)), written);
        assert.deepEqual(JSON.parse(written), JSON.parse(JSON.stringify(one)));
        const equal = JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
        assert.equal(written === canonicalJson(other), equal);
      }),
      { seed: SEED, numRuns: 1000 },
    );
  });
});

/** The value as nested pairs in one order, to compare without the code under test. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return { list: value.map(sorted) };
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, member]) => [key, sorted(member)] as const);
  return entries.sort(([a], [b]) => (a < b ? -1 : 1));
}
