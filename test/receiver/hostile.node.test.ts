import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';

import fc from 'fast-check';

import { hashOf } from '../../src/model/sha256.js';
import {
  createReceiver,
  createSqlStore,
  type Receiver,
  type ReceiverOptions,
} from '../../src/receiver/index.js';
import {
  API_KEY,
  envelopeOf,
  NOW,
  ORIGIN,
  OTHER_POLICY,
  POLICY,
  receiptOn,
  show,
} from '../support/receiver-fixtures.js';
import { type OpenDatabase, openPglite } from '../support/receiver-mounts.js';

const SEED = 20_261_122;
const DIGITS = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'];
const SHOWN = show(POLICY);
const BASE = 'https://receiver.example/consents';

describe('a receiver in bad company', () => {
  let opened!: OpenDatabase;
  let receiver: Receiver;
  const failures: unknown[] = [];

  const create = (options: Partial<ReceiverOptions> = {}): Receiver =>
    createReceiver({
      ...{ store: createSqlStore(opened.database), policies: [POLICY], apiKey: API_KEY },
      ...{ allowedOrigins: [ORIGIN], now: () => NOW },
      onError: (error) => failures.push(error),
      ...options,
    });

  before(async () => {
    opened = await openPglite();
    receiver = create();
    // Creates the tables.
    assert.equal((await receiver(new Request(`${BASE}/health`))).status, 200);
  });

  after(async () => {
    // First what keeps the process alive: what failed has to be told, not waited for.
    await (opened as OpenDatabase | undefined)?.close();
    assert.deepEqual(failures, []);
  });

  async function rows(): Promise<unknown> {
    const { rows: counts } = await opened.database.query(`
      SELECT (SELECT count(*) FROM dongui_receipt) AS receipts,
        (SELECT count(*) FROM dongui_document) AS documents,
        (SELECT count(*) FROM dongui_alarm) AS alarms`);
    return counts[0];
  }

  const postText = (
    body: BodyInit,
    headers: Record<string, string> = {},
    to: Receiver = receiver,
  ): Promise<Response> =>
    to(
      new Request(`${BASE}/receipts`, {
        ...{ method: 'POST', body, duplex: 'half' },
        headers: { 'content-type': 'application/json', ...headers },
      }),
    );

  const post = (envelope: unknown, to?: Receiver): Promise<Response> =>
    postText(JSON.stringify(envelope), {}, to);

  async function refused(answer: Promise<Response>, status: number, code: string): Promise<void> {
    const response = await answer;
    const problem = (await response.json()) as Record<string, unknown>;
    assert.deepEqual([response.status, problem['code']], [status, code]);
    assert.equal(problem['status'], status);
    assert.ok(problem['title']);
  }

  describe('bodies', () => {
    const deep = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels);
    const quotes = `"${'\\"'.repeat(100_000)}`;
    const bodies: readonly (readonly [string, BodyInit, number, string])[] = [
      ['nothing', '', 400, 'body-not-json'],
      ['NaN', '{"seq":NaN}', 400, 'body-not-json'],
      ['Infinity', '[Infinity]', 400, 'body-not-json'],
      ['a comment', '{} // hello', 400, 'body-not-json'],
      ['a trailing comma', '{"a":1,}', 400, 'body-not-json'],
      ['single quotes', "{'a':1}", 400, 'body-not-json'],
      ['a byte order mark', '\ufeff{}', 400, 'body-not-json'],
      ['broken UTF-8', new Uint8Array([0x22, 0xc3, 0x28, 0x22]), 400, 'body-not-json'],
      ['UTF-16', new Uint8Array([0x7b, 0, 0x7d, 0]), 400, 'body-not-json'],
      ['a string without an end', quotes, 400, 'body-not-json'],
      ['a bomb of brackets', deep(100_000), 422, 'body-too-deep'],
      ['brackets without an end', '['.repeat(200_000), 422, 'body-too-deep'],
      ['eighteen levels', deep(18), 422, 'body-too-deep'],
      ['seventeen levels', deep(17), 422, 'body-invalid'],
      ['brackets in a string', JSON.stringify(deep(100)), 422, 'body-invalid'],
      ['null', 'null', 422, 'body-invalid'],
      ['a number', '1e999', 422, 'body-invalid'],
      ['a list', '[]', 422, 'body-invalid'],
      ['a prototype', '{"__proto__":{"receipt":{}}}', 422, 'body-invalid'],
      ['too much', ' '.repeat(262_145), 413, 'body-too-large'],
    ];
    for (const [what, body, status, code] of bodies) {
      it(`refuses ${what}, without a trace`, async () => {
        const before = await rows();
        await refused(postText(body), status, code);
        assert.deepEqual(await rows(), before);
      });
    }

    it('refuses every content type but one', async () => {
      const types = [
        ...['', 'text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data'],
        ...['application/json; charset=euc-kr', 'application/json;charset=utf-16'],
        ...['application/jsonp', 'application/json, text/html', 'text/json', 'application/ld+json'],
        ...['application/json; boundary=x', 'application/problem+json'],
      ];
      for (const type of types) {
        await refused(postText('{}', { 'content-type': type }), 415, 'media-type-unsupported');
      }
      for (const type of ['Application/JSON', 'application/json ;charset="UTF-8"']) {
        await refused(postText('{}', { 'content-type': type }), 422, 'body-invalid');
      }
    });

    it('refuses what is compressed', async () => {
      for (const encoding of ['gzip', 'br', 'identity, gzip']) {
        const headers = { 'content-encoding': encoding };
        await refused(postText('{}', headers), 415, 'media-type-unsupported');
      }
    });

    it('stops reading where its limit is, whatever the length says', async () => {
      let given = 0;
      let isLetGo = false;
      const endless = new ReadableStream<Uint8Array>({
        cancel() {
          isLetGo = true;
        },
        pull(controller) {
          given += 16_384;
          controller.enqueue(new Uint8Array(16_384).fill(0x20));
        },
      });
      await refused(postText(endless, { 'content-length': '2' }), 413, 'body-too-large');
      assert.ok(given <= 262_144 + 4 * 16_384, `${given} bytes read`);
      assert.ok(isLetGo);
    });

    it('asks for another try when a body breaks off', async () => {
      const broken = new ReadableStream<Uint8Array>({
        pull(controller) {
          controller.error(new Error('connection lost'));
        },
      });
      await refused(postText(broken), 408, 'body-incomplete');
    });

    it('leaves no timer behind', async () => {
      const timers = (): number =>
        process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;
      const before = timers();
      await refused(postText('{}'), 422, 'body-invalid');
      assert.equal(timers(), before);
    });

    it('does not wait for a body that does not come', async () => {
      const silent = new ReadableStream<Uint8Array>({ pull: () => new Promise(() => undefined) });
      const impatient = create({ bodyTimeoutMs: 50 });
      await refused(postText(silent, {}, impatient), 408, 'body-too-slow');
    });
  });

  describe('receipts', () => {
    it('stores SQL as what it is, or refuses it', async () => {
      const strings = [
        "'; DROP TABLE dongui_receipt; --",
        '$1',
        "\\'",
        '%00',
        "a'||pg_sleep(9)||'",
      ];
      const receipts = strings.flatMap((text) => [
        receiptOn(SHOWN, { subject: text }),
        receiptOn(SHOWN, { tz: text }),
        receiptOn(SHOWN, { ref: text }),
      ]);
      for (const receipt of receipts) {
        const { status } = await post(envelopeOf(receipt));
        assert.ok([201, 422].includes(status));
      }
      const answer = await receiver(
        new Request(`${BASE}/receipts?policy=${encodeURIComponent("' OR 1=1 --")}`, {
          headers: { authorization: `Bearer ${API_KEY}` },
        }),
      );
      assert.deepEqual(((await answer.json()) as { items: unknown }).items, []);
    });

    it('refuses every e-mail address, phone number and RRN as a subject', async () => {
      const digits = (length: number): fc.Arbitrary<string> =>
        fc.string({
          unit: fc.constantFrom(...DIGITS),
          minLength: length,
          maxLength: length,
        });
      const join = (...parts: fc.Arbitrary<string>[]): fc.Arbitrary<string> =>
        fc.tuple(...parts).map((texts) => texts.join(''));
      const gap = fc.constantFrom('', '-', '.');
      const mobile = fc.constantFrom('010', '011', '016', '017', '018', '019', '02', '031', '064');
      const personal = fc.oneof(
        fc.emailAddress(),
        join(mobile, gap, fc.oneof(digits(3), digits(4)), gap, digits(4)),
        join(
          fc.constantFrom('+82', '+82-', '+1', '+49'),
          digits(2),
          gap,
          digits(4),
          gap,
          digits(4),
        ),
        join(
          digits(6),
          fc.constantFrom('', '-'),
          fc.constantFrom(...DIGITS.slice(1, 9)),
          digits(6),
        ),
      );
      const before = await rows();
      await fc.assert(
        fc.asyncProperty(personal, fc.constantFrom('', 'user:', 'u_'), async (text, prefix) => {
          const receipt = receiptOn(SHOWN, { subject: prefix + text });
          await refused(post(envelopeOf(receipt)), 422, 'subject-personal');
        }),
        { numRuns: 1_000, seed: SEED },
      );
      for (const ref of ['mother@example.com', '010-1234-5678', '900101-2234567', 'minsu.kim']) {
        const guardian = { method: 'email', ref } as const;
        const receipt = receiptOn(SHOWN, { actor: 'guardian', guardian });
        await refused(post(envelopeOf(receipt)), 422, 'subject-personal');
      }
      assert.deepEqual(await rows(), before);
    });

    it('never ends in a failure, whatever is put in place of one part', async () => {
      const places = (value: unknown, path: readonly string[] = []): (readonly string[])[] => [
        path,
        ...(typeof value === 'object' && value !== null
          ? Object.entries(value).flatMap(([key, member]) => places(member, [...path, key]))
          : []),
      ];
      const shown = show({ ...POLICY, version: '2028-01-01' });
      const whole = envelopeOf(receiptOn(shown), shown.notice);
      const all = places(whole);
      const replaced = (value: unknown, path: readonly string[], by: unknown): unknown => {
        const [key, ...rest] = path;
        if (key === undefined) return by;
        const members = value as Record<string, unknown>;
        const copy: Record<string, unknown> = Array.isArray(value)
          ? ([...(value as unknown[])] as unknown as Record<string, unknown>)
          : { ...members };
        copy[key] = replaced(members[key], rest, by);
        return copy;
      };
      await fc.assert(
        fc.asyncProperty(fc.constantFrom(...all), fc.jsonValue(), async (path, by) => {
          const body = replaced(whole, path, by) as typeof whole;
          // A right hash, so that what is behind it is reached too.
          const hash = (() => {
            try {
              return hashOf(body.receipt);
            } catch {
              return whole.hash;
            }
          })();
          const isEnvelope = path.length > 0;
          const { status } = await post(
            isEnvelope && path[0] !== 'hash' ? { ...body, hash } : body,
          );
          assert.ok([200, 201, 409, 422, 424].includes(status), `${status} at ${path.join('.')}`);
        }),
        { numRuns: 600, seed: SEED },
      );
    });

    it('leaves the prototypes of JavaScript as they were', async () => {
      const names = (): unknown[] =>
        [Object.prototype, Array.prototype].map((each) => Object.getOwnPropertyNames(each));
      const before = names();
      const envelope = JSON.stringify(envelopeOf(receiptOn(SHOWN)));
      for (const key of ['__proto__', 'constructor', 'prototype', 'toString', '0']) {
        const inside = envelope.replace('"framed"', `"${key}":{"polluted":true},"framed"`);
        await refused(postText(inside), 422, 'body-invalid');
        const outside = envelope.replace('{', `{"${key}":{"polluted":true},`);
        await refused(postText(outside), 422, 'body-invalid');
      }
      assert.deepEqual(names(), before);
    });

    it('repeats nothing of a body in what it says about it', async () => {
      const receipt = { ...receiptOn(SHOWN), 'hong@example.com': 1, tz: 'Seoul, Hong Gildong' };
      const response = await post(envelopeOf(receipt));
      const text = await response.text();
      assert.equal(response.status, 422);
      assert.ok(!/hong/i.test(text), text);
    });
  });

  it('answers replays with the bytes that it gave, and stores nothing', async () => {
    const envelopes = Array.from({ length: 20 }, () => envelopeOf(receiptOn(SHOWN)));
    const first = await Promise.all(envelopes.map(async (each) => (await post(each)).text()));
    const before = await rows();
    for (let replay = 0; replay < 600; replay++) {
      const response = await post(envelopes[replay % 20]);
      assert.equal(response.status, 200);
      assert.equal(await response.text(), first[replay % 20]);
    }
    assert.deepEqual(await rows(), before);
  });

  it('keeps no address, browser or cookie of a visitor', async () => {
    const traces = {
      'user-agent': 'Mozilla/5.0 TraceAgent',
      'x-forwarded-for': '203.0.113.77',
      'x-real-ip': '203.0.113.78',
      cookie: 'session=TraceCookie',
      referer: 'https://shop.example/TraceReferer',
      'accept-language': 'ko-TRACE',
    };
    const { status } = await postText(JSON.stringify(envelopeOf(receiptOn(SHOWN))), traces);
    assert.equal(status, 201);
    const tables = ['dongui_receipt', 'dongui_document', 'dongui_alarm', 'dongui_schema'];
    for (const table of tables) {
      const { rows: lines } = await opened.database.query(`SELECT t::text AS line FROM ${table} t`);
      const dump = lines.map(({ line }) => String(line)).join('\n');
      assert.ok(!/Trace|203\.0\.113|Mozilla/i.test(dump), table);
    }
  });

  describe('with publishedOnly', () => {
    it('refuses receipts and notices of other documents', async () => {
      const strict = create({ publishedOnly: true });
      const other = show({ ...OTHER_POLICY, version: '2029-01-01' });
      const before = await rows();
      const envelope = envelopeOf(receiptOn(other), other.notice);
      await refused(post(envelope, strict), 422, 'notice-unpublished');
      const put = new Request(`${BASE}/notices/${other.sha256}`, {
        ...{ method: 'PUT', body: JSON.stringify(other.notice) },
        headers: { 'content-type': 'application/json' },
      });
      await refused(strict(put), 422, 'notice-unpublished');
      assert.deepEqual(await rows(), before);
      assert.equal((await post(envelopeOf(receiptOn(SHOWN)), strict)).status, 201);
    });

    it('still answers for what it acknowledged before the documents changed', async () => {
      const envelope = envelopeOf(receiptOn(SHOWN));
      const first = await (await post(envelope)).text();
      const changed = create({ publishedOnly: true, policies: [OTHER_POLICY] });
      const again = await post(envelope, changed);
      assert.deepEqual([again.status, await again.text()], [200, first]);
      await refused(post(envelopeOf(receiptOn(SHOWN)), changed), 422, 'notice-unpublished');
    });
  });

  it('publishes no surface that may not ask anything', async () => {
    const [, taste] = POLICY.processing!;
    const { refusal: _refusal, ...unlawful } = taste!;
    const strict = create({
      ...{ publishedOnly: true },
      policies: [{ ...POLICY, id: 'owes', processing: [POLICY.processing![0]!, unlawful] }],
    });
    const shown = show({ ...POLICY, id: 'owes', processing: [POLICY.processing![0]!, unlawful] });
    const envelope = envelopeOf(receiptOn(shown), shown.notice);
    await refused(post(envelope, strict), 422, 'notice-unpublished');
  });

  it('says 429 to who asks too often, and how long to wait, but never to a preflight', async () => {
    let time = NOW;
    const limited = create({
      now: () => time,
      rateLimit: {
        perMinute: 6,
        burst: 2,
        clientOf: ({ headers }) => headers.get('x-client') ?? '',
      },
    });
    const health = (client: string, method = 'GET'): Promise<Response> =>
      limited(new Request(`${BASE}/health`, { method, headers: { 'x-client': client } }));
    const statuses = async (...answers: Promise<Response>[]): Promise<number[]> =>
      (await Promise.all(answers)).map(({ status }) => status);

    assert.deepEqual(await statuses(health('a'), health('a'), health('b')), [200, 200, 200]);
    const tooMany = await health('a');
    assert.equal(tooMany.headers.get('retry-after'), '10');
    await refused(Promise.resolve(tooMany), 429, 'rate-limited');
    assert.deepEqual(await statuses(health('a', 'OPTIONS'), health('b')), [204, 200]);
    time += 10_000;
    assert.deepEqual(await statuses(health('a'), health('a')), [200, 429]);
  });

  it('lets every page read its answers where all are allowed', async () => {
    const open = create({ allowedOrigins: '*' });
    for (const origin of ['https://any.example', 'null']) {
      const { status, headers } = await open(
        new Request(`${BASE}/health`, { headers: { origin } }),
      );
      assert.equal(status, 200);
      assert.equal(headers.get('access-control-allow-origin'), '*');
      assert.equal(headers.get('access-control-allow-credentials'), null);
      assert.equal(headers.get('access-control-expose-headers'), 'date, etag, retry-after');
    }
  });

  it('needs no text that has an address, for that is where it stands', async () => {
    const [terms] = POLICY.terms!;
    const { text: _text, ...rest } = terms!;
    const elsewhere = { ...rest, url: 'https://shop.example/terms', sha256: hashOf('the text') };
    const { url: _url, ...nowhere } = elsewhere;
    const policies = [elsewhere, nowhere].map((each) => ({ ...POLICY, id: 'far', terms: [each] }));
    const [far, lost] = policies.map((policy) => show(policy));

    const taken = await post(envelopeOf(receiptOn(far!), far!.notice));
    assert.equal(taken.status, 201);

    // A text that stands nowhere is not named by a notice of ours; another library may name one.
    const unnamed = await post(envelopeOf(receiptOn(lost!), lost!.notice));
    assert.equal(unnamed.status, 201);
    const items = far!.notice.items.map((item) => {
      if (item.terms === undefined) return item;
      const { sha256: _sha256, facts, ...bare } = item;
      const { url: _gone, ...pointer } = item.terms;
      const pointing = { ...bare, terms: pointer };
      return { ...pointing, sha256: hashOf(pointing), facts };
    });
    const notice = { ...far!.notice, items };
    const named = { ...far!, notice, sha256: hashOf(notice) };
    await refused(post(envelopeOf(receiptOn(named), notice)), 424, 'notice-missing');
  });

  it('keeps the feed closed without a key', async () => {
    const keyless = createReceiver({
      ...{ store: createSqlStore(opened.database), allowedOrigins: [] },
    });
    for (const authorization of ['Bearer undefined', 'Bearer null', `Bearer ${API_KEY}`]) {
      const feed = new Request(`${BASE}/receipts`, { headers: { authorization } });
      await refused(keyless(feed), 401, 'key-required');
    }
  });

  it('asks for a notice again that its store has lost', async () => {
    const shown = show({ ...POLICY, version: '2030-01-01' });
    const envelope = envelopeOf(receiptOn(shown), shown.notice);
    assert.equal((await post(envelope)).status, 201);
    await opened.database.query(`DELETE FROM dongui_receipt WHERE id = '${envelope.receipt.id}'`);
    await opened.database.query(`DELETE FROM dongui_document WHERE sha256 = '${shown.sha256}'`);

    const lost = await post(envelope);
    const again = await post(envelope);

    assert.deepEqual(((await lost.json()) as { missing: unknown }).missing, [shown.sha256]);
    assert.deepEqual([lost.status, again.status], [424, 201]);
  });

  it('leaves tables alone that are newer than it is', async () => {
    const { database, close } = await openPglite();
    await createSqlStore(database).open();
    await database.query('INSERT INTO dongui_schema (version) VALUES (99)');
    await assert.rejects(createSqlStore(database).open(), {
      message: 'The database has tables of version 99; this dongui knows up to 4.',
    });
    await close();
  });

  it('says 503 while the store is away, keeps that to itself, and goes on when it is back', async () => {
    let isAway = true;
    const seen: unknown[] = [];
    const secret = 'password authentication failed for user "postgres"';
    const flaky = create({
      onError: (error) => seen.push(error),
      store: createSqlStore({
        query: (sql, parameters) =>
          isAway ? Promise.reject(new Error(secret)) : opened.database.query(sql, parameters),
      }),
    });
    const envelope = envelopeOf(receiptOn(SHOWN));
    const health = (): Promise<Response> => flaky(new Request(`${BASE}/health`));

    const away = await post(envelope, flaky);
    const unwell = await health();
    isAway = false;
    const back = await post(envelope, flaky);

    const text = await away.text();
    assert.deepEqual([away.status, unwell.status, back.status], [503, 503, 201]);
    assert.ok(text.includes('store-unavailable') && !text.includes('password'));
    assert.equal(away.headers.get('retry-after'), '5');
    assert.equal(seen.length, 2);
    assert.equal((await health()).status, 200);
  });
});
