import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, describe, it } from 'node:test';

import { canonicalize } from 'json-canonicalize';

import { canonicalJson } from '../../src/model/canonical-json.js';
import type { Notice } from '../../src/model/notice.js';
import type { Receipt } from '../../src/model/receipt.js';
import { hashOf } from '../../src/model/sha256.js';
import type { ReceiverOptions } from '../../src/receiver/index.js';
import {
  API_KEY,
  envelopeOf,
  newId,
  NOW,
  ORIGIN,
  OTHER_POLICY,
  POLICY,
  receiptOn,
  show,
} from './receiver-fixtures.js';

/** A running receiver, however it is mounted and whatever it stores in. */
export interface Subject {
  /** Sends a request; the address begins behind `basePath`. */
  send(path: string, init?: RequestInit): Promise<Response>;
  /** Looks into the tables. */
  query(sql: string): Promise<readonly Readonly<Record<string, unknown>>[]>;
  stop(): Promise<void>;
}

/** Mounts a receiver over a store of its own. */
export type Mount = (options: Omit<ReceiverOptions, 'store'>) => Promise<Subject>;

interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly json: Readonly<Record<string, unknown>>;
}

async function answerOf(response: Response): Promise<Answer> {
  const text = await response.text();
  const { status, headers } = response;
  return {
    ...{ status, headers, text },
    json: text === '' ? {} : (JSON.parse(text) as Record<string, unknown>),
  };
}

/** What every answer must carry, also those that say no. */
function holdHeaders({ status, headers }: Answer): void {
  assert.equal(headers.get('x-content-type-options'), 'nosniff');
  assert.match(
    headers.get('content-security-policy') ?? '',
    /^default-src 'none'; frame-ancestors/,
  );
  assert.ok(headers.get('cache-control'));
  assert.equal(headers.get('date'), new Date(NOW).toUTCString());
  if (status >= 400) assert.equal(headers.get('content-type'), 'application/problem+json');
}

const SHOWN = show(POLICY);
const OTHER = show(OTHER_POLICY);

/** The bodies of a problem, so that a test says in one line what it expects. */
const problemOf = ({ status, json }: Answer): unknown[] => [status, json['code']];

/** What any receiver does, on any store, behind any server (acceptance V5). */
export function testReceiverContract(name: string, mount: Mount): void {
  describe(`receiver: ${name}`, () => {
    let subject: Subject;
    let now = NOW;

    before(async () => {
      subject = await mount({
        ...{ policies: [POLICY], allowedOrigins: [ORIGIN], apiKey: API_KEY },
        now: () => now,
      });
    });

    after(() => subject.stop());

    async function send(path: string, init: RequestInit = {}): Promise<Answer> {
      const answer = await answerOf(await subject.send(path, init));
      if (now === NOW) holdHeaders(answer);
      return answer;
    }

    const json = (method: string, body: unknown, headers = {}): RequestInit => ({
      method,
      headers: { 'content-type': 'application/json', origin: ORIGIN, ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });

    const post = (body: unknown, headers = {}): Promise<Answer> =>
      send('/receipts', json('POST', body, headers));

    const put = (sha256: string, body: unknown): Promise<Answer> =>
      send(`/notices/${sha256}`, json('PUT', body));

    const feed = (query = ''): Promise<Answer> =>
      send(`/receipts${query}`, { headers: { authorization: `Bearer ${API_KEY}` } });

    async function count(table: string): Promise<number> {
      const [row] = await subject.query(`SELECT count(*)::integer AS count FROM ${table}`);
      return Number(row?.['count']);
    }

    const withItems = (receipt: Receipt, items: unknown): Receipt =>
      ({ ...receipt, items }) as Receipt;

    describe('POST /receipts', () => {
      it('answers 201 with an ack that names the hash, in canonical JSON', async () => {
        const receipt = receiptOn(SHOWN);

        const { status, text, headers } = await post(envelopeOf(receipt));

        assert.equal(status, 201);
        const ack = { rh: hashOf(receipt), id: receipt.id, iat: NOW / 1_000, notice: 'published' };
        assert.equal(text, canonicalJson(ack));
        assert.equal(headers.get('content-type'), 'application/json');
        assert.equal(headers.get('access-control-allow-origin'), ORIGIN);
        assert.equal(headers.get('access-control-allow-credentials'), null);
        assert.equal(headers.get('cache-control'), 'no-store');
      });

      it('answers the same again with the same bytes, also much later', async () => {
        const receipt = receiptOn(SHOWN);
        const first = await post(envelopeOf(receipt));
        const before = await count('dongui_receipt');
        now = NOW + 86_400_000 * 90;

        const again = await post({
          ...envelopeOf(receipt),
          delivery: { persisted: 'journal', attempt: 7, ack: 'hash' },
        });
        now = NOW;

        assert.deepEqual([first.status, again.status], [201, 200]);
        assert.equal(again.text, first.text);
        assert.equal(await count('dongui_receipt'), before);
      });

      it('stores a receipt once when many send it at the same time', async () => {
        const envelope = envelopeOf(receiptOn(SHOWN));

        const answers = await Promise.all(Array.from({ length: 12 }, () => post(envelope)));

        const statuses = answers.map(({ status }) => status).sort();
        assert.deepEqual(statuses, [...Array.from({ length: 11 }, () => 200), 201]);
        assert.equal(new Set(answers.map(({ text }) => text)).size, 1);
      });

      it('answers 409 to another content under a known id, and notes it once', async () => {
        const receipt = receiptOn(SHOWN);
        await post(envelopeOf(receipt));
        const forged = { ...receipt, subject: `u_${'f'.repeat(22)}` };

        const answers = [await post(envelopeOf(forged)), await post(envelopeOf(forged))];

        assert.deepEqual(answers.map(problemOf), [
          [409, 'receipt-conflict'],
          [409, 'receipt-conflict'],
        ]);
        const alarms = await subject.query(
          `SELECT offered_hash FROM dongui_alarm WHERE receipt = '${receipt.id}'`,
        );
        assert.deepEqual(alarms, [{ offered_hash: hashOf(forged) }]);
        const { status } = await post(envelopeOf(receipt));
        assert.equal(status, 200);
      });

      it('names what is missing, and takes the receipt once that is there', async () => {
        const shown = show({ ...OTHER_POLICY, version: '2027-01-01' });
        const envelope = envelopeOf(receiptOn(shown));
        const [text] = shown.texts;

        const unknown = await post(envelope);
        const noText = await post({ ...envelope, notice: shown.notice });
        const puts = [await put(text!.hash, text!.part), await put(text!.hash, text!.part)];
        const stored = await post(envelope);

        assert.deepEqual(problemOf(unknown), [424, 'notice-missing']);
        assert.deepEqual(unknown.json['missing'], [shown.sha256]);
        assert.deepEqual(problemOf(noText), [424, 'notice-missing']);
        assert.deepEqual(noText.json['missing'], [text!.hash]);
        assert.deepEqual(
          puts.map(({ status }) => status),
          [201, 200],
        );
        assert.equal(stored.status, 201);
        assert.equal(stored.json['notice'], 'unverified');
      });

      it('takes a notice that travels with the receipt', async () => {
        const shown = show({ ...POLICY, version: '2027-02-01', surfaces: { signup: ['taste'] } });

        const { status } = await post(envelopeOf(receiptOn(shown), shown.notice));

        assert.equal(status, 201);
        const { text } = await send(`/notices/${shown.sha256}`);
        assert.equal(text, canonicalJson(shown.notice));
      });

      it('refuses a notice that is not the one of the receipt', async () => {
        const answer = await post(envelopeOf(receiptOn(SHOWN), OTHER.notice));
        assert.deepEqual(problemOf(answer), [422, 'hash-mismatch']);
      });

      it('refuses a hash that is not the one of the receipt', async () => {
        const envelope = envelopeOf(receiptOn(SHOWN));
        const answer = await post({ ...envelope, hash: hashOf('another') });
        assert.deepEqual(problemOf(answer), [422, 'hash-mismatch']);
        assert.deepEqual(answer.json['errors'], [{ path: '$.hash', code: 'hash-mismatch' }]);
      });

      it('refuses a body that says one thing to it and another to who hashed it', async () => {
        const envelope = envelopeOf(receiptOn(SHOWN));
        const said = `"event":"decision"`;
        const twice = JSON.stringify(envelope).replace(said, `${said},"event":"correction"`);
        assert.deepEqual(problemOf(await post(twice)), [422, 'hash-mismatch']);
      });

      it('stores what it understood, not what was written', async () => {
        const envelope = envelopeOf(receiptOn(SHOWN));
        const said = `"event":"decision"`;
        const written = JSON.stringify(envelope, null, 2).replace(
          '"event": "decision"',
          `"event":"correction", ${said}`,
        );

        const { status } = await post(written);

        assert.equal(status, 201);
        const [row] = await subject.query(
          `SELECT body FROM dongui_receipt WHERE id = '${envelope.receipt.id}'`,
        );
        assert.equal(row?.['body'], canonicalJson(envelope.receipt));
      });

      it('notes a clock that is wrong by more than a day, and takes the receipt', async () => {
        const years = [-10, -1, 1, 10].map((year) => NOW + year * 365 * 86_400_000);
        const receipts = years.map((at) => receiptOn(SHOWN, { at: new Date(at).toISOString() }));

        for (const receipt of receipts) {
          assert.equal((await post(envelopeOf(receipt))).status, 201);
        }

        const list = receipts.map(({ id }) => `'${id}'`).join();
        const rows = await subject.query(`SELECT skewed FROM dongui_receipt WHERE id IN (${list})`);
        assert.deepEqual(
          rows,
          [true, true, true, true].map((skewed) => ({ skewed })),
        );
      });
    });

    describe('a receipt and its notice', () => {
      const cases: readonly (readonly [string, (receipt: Receipt) => Receipt, unknown])[] = [
        [
          'an item that the notice does not have',
          (receipt) => withItems(receipt, [...receipt.items, { ...receipt.items[0], id: 'other' }]),
          { path: '$.receipt.items[4].id', code: 'item-unknown' },
        ],
        [
          'an answer to what was only told',
          (receipt) =>
            withItems(receipt, [...receipt.items, { ...receipt.items[0], id: 'account' }]),
          { path: '$.receipt.items[4].id', code: 'item-not-asked' },
        ],
        [
          'a first decision that leaves an item open',
          (receipt) => withItems(receipt, receipt.items.slice(1)),
          { path: '$.receipt.items', code: 'item-unanswered', item: 'terms' },
        ],
        [
          'a hidden item that the notice does not have',
          (receipt) => ({ ...receipt, shown: { ...receipt.shown, hidden: ['other'] } }),
          { path: '$.receipt.shown.hidden[0]', code: 'item-unknown' },
        ],
        ...(['policy', 'surface', 'version', 'locale'] as const).map(
          (key) =>
            [
              `another ${key} than the notice's`,
              (receipt: Receipt): Receipt => ({
                ...receipt,
                notice: { ...receipt.notice, [key]: 'en' },
              }),
              { path: `$.receipt.notice.${key}`, code: 'not-in-notice' },
            ] as const,
        ),
      ];
      for (const [what, change, error] of cases) {
        it(`refuses ${what}`, async () => {
          const answer = await post(envelopeOf(change(receiptOn(SHOWN))));
          assert.deepEqual(problemOf(answer), [422, 'receipt-inconsistent']);
          assert.deepEqual(answer.json['errors'], [error]);
        });
      }

      it('takes a later decision that does not ask again for what is given', async () => {
        const receipt = receiptOn(SHOWN, { seq: 2, prev: hashOf('the first') });
        const later = withItems(receipt, receipt.items.slice(1));
        assert.equal((await post(envelopeOf(later))).status, 201);
      });

      it('takes a first decision that says which item was not shown', async () => {
        const receipt = receiptOn(SHOWN);
        const [first, ...rest] = receipt.items;
        const shown = { ...receipt.shown, hidden: [first!.id] };
        assert.equal((await post(envelopeOf({ ...withItems(receipt, rest), shown }))).status, 201);
      });

      it('takes a withdrawal of one item', async () => {
        const given = receiptOn(SHOWN);
        await post(envelopeOf(given));
        const withdrawal = receiptOn(SHOWN, {
          ...{ event: 'withdrawal', ref: given.id, subject: given.subject, chain: given.chain },
          ...{ seq: 2, prev: hashOf(given) },
          items: [{ id: 'taste', state: 'withdrawn', by: 'button' }],
        });
        assert.equal((await post(envelopeOf(withdrawal))).status, 201);
      });
    });

    describe('notices', () => {
      it('gives published notices and texts from the beginning, in canonical bytes', async () => {
        for (const [sha256, part] of [
          [SHOWN.sha256, SHOWN.notice],
          ...SHOWN.texts.map(({ hash, part }) => [hash, part] as const),
        ] as const) {
          const { status, text, headers } = await send(`/notices/${sha256}`);
          assert.equal(status, 200);
          assert.equal(text, canonicalJson(part));
          assert.equal(headers.get('content-type'), 'application/json');
          assert.equal(headers.get('etag'), `"${sha256}"`);
          assert.match(headers.get('cache-control') ?? '', /immutable/);
        }
      });

      it('answers 304 to who has it', async () => {
        const headers = { 'if-none-match': `"${SHOWN.sha256}"` };
        const { status, text } = await send(`/notices/${SHOWN.sha256}`, { headers });
        assert.deepEqual([status, text], [304, '']);
      });

      it('answers 404 for what is not stored', async () => {
        const answer = await send(`/notices/${hashOf('nothing')}`);
        assert.deepEqual(problemOf(answer), [404, 'notice-not-found']);
      });

      it('takes a notice once', async () => {
        const shown = show({ ...POLICY, version: '2027-03-01' });
        const answers = [
          await put(shown.sha256, shown.notice),
          await put(shown.sha256, shown.notice),
        ];
        assert.deepEqual(
          answers.map(({ status }) => status),
          [201, 200],
        );
      });

      it('refuses what is not under its hash', async () => {
        const answer = await put(hashOf('another'), SHOWN.notice);
        assert.deepEqual(problemOf(answer), [422, 'hash-mismatch']);
      });

      it('refuses an item whose own hash is wrong', async () => {
        const [first, ...rest] = SHOWN.notice.items;
        const notice = { ...SHOWN.notice, items: [{ ...first, title: '다른 약관' }, ...rest] };
        const answer = await put(hashOf(notice), notice);
        assert.deepEqual(problemOf(answer), [422, 'hash-mismatch']);
        assert.deepEqual(answer.json['errors'], [
          { path: '$.items[0].sha256', code: 'hash-mismatch' },
        ]);
      });

      it('refuses what is neither notice nor text', async () => {
        const answer = await put(hashOf({ schema: 'page', html: '<p>' }), {
          ...{ schema: 'page', html: '<p>' },
        });
        assert.deepEqual(problemOf(answer), [422, 'body-invalid']);
      });
    });

    describe('GET /receipts', () => {
      it('gives every receipt once, in the order of arrival, page by page', async () => {
        const all = await subject.query(
          'SELECT id::text AS id FROM dongui_receipt ORDER BY arrival',
        );
        const ids: unknown[] = [];
        let after = '';
        for (;;) {
          const { status, json: page } = await feed(`?after=${after}&limit=3`);
          assert.equal(status, 200);
          const items = page['items'] as { receipt: Receipt; hash: string }[];
          assert.ok(items.length <= 3);
          ids.push(...items.map(({ receipt }) => receipt.id));
          for (const { receipt, hash } of items) assert.equal(hashOf(receipt), hash);
          if (items.length === 0) {
            assert.equal(page['next'], after);
            break;
          }
          after = String(page['next']);
        }
        assert.deepEqual(
          ids,
          all.map(({ id }) => id),
        );
      });

      it('goes on where it ended', async () => {
        const { next } = (await feed('?limit=500')).json;
        const receipt = receiptOn(SHOWN);
        await post(envelopeOf(receipt));

        const page = await feed(`?after=${String(next)}`);

        assert.deepEqual(page.json['items'], [
          {
            ...{ receipt, hash: hashOf(receipt), receivedAt: new Date(NOW).toISOString() },
            ...{ notice: SHOWN.sha256, status: 'published' },
            ...{ delivery: envelopeOf(receipt).delivery, flags: [] },
            ack: { rh: hashOf(receipt), id: receipt.id, iat: NOW / 1_000, notice: 'published' },
          },
        ]);
        assert.notEqual(page.json['next'], next);
      });

      it('gives the receipts of one policy alone', async () => {
        const cafe = show({ ...POLICY, id: 'cafe', surfaces: { signup: ['taste'] } });
        const receipt = receiptOn(cafe);
        await post(envelopeOf(receipt, cafe.notice));

        const { items } = (await feed('?policy=cafe')).json;

        assert.deepEqual(
          (items as { receipt: Receipt }[]).map((item) => item.receipt),
          [receipt],
        );
        assert.deepEqual((await feed('?policy=nobody')).json['items'], []);
      });

      it('wants the key', async () => {
        const keys = [undefined, 'Bearer wrong', `Basic ${API_KEY}`, API_KEY, 'Bearer ', 'Bearer'];
        for (const authorization of keys) {
          const headers = authorization === undefined ? {} : { authorization };
          const answer = await send('/receipts', { headers });
          assert.deepEqual(problemOf(answer), [401, 'key-required'], authorization);
          assert.equal(answer.headers.get('www-authenticate'), 'Bearer');
        }
      });

      it('refuses cursors and limits that are none', async () => {
        const cursors = ['1', 'f', 'f01', 'f-1', 'f1;', `f${'9'.repeat(19)}`, "f1'--", 'g1'];
        for (const cursor of cursors) {
          const answer = await feed(`?after=${encodeURIComponent(cursor)}`);
          assert.deepEqual(problemOf(answer), [400, 'cursor-invalid'], cursor);
        }
        for (const limit of ['0', '501', '-1', '1.5', 'all', '1e2', ' 5', '']) {
          const answer = await feed(`?limit=${encodeURIComponent(limit)}`);
          assert.deepEqual(problemOf(answer), [400, 'limit-invalid'], limit);
        }
      });
    });

    describe('what is stored', () => {
      it('has hashes that other code agrees with', async () => {
        const hash = (json: unknown): string =>
          createHash('sha256').update(canonicalize(json)).digest('base64url');
        const receipts = await subject.query('SELECT id, hash, body, ack FROM dongui_receipt');
        const documents = await subject.query('SELECT sha256, body FROM dongui_document');

        assert.ok(receipts.length > 15 && documents.length > 4);
        for (const row of receipts) {
          const receipt = JSON.parse(String(row['body'])) as Receipt;
          assert.equal(hash(receipt), row['hash']);
          assert.equal(row['body'], canonicalize(receipt));
          const ack = JSON.parse(String(row['ack'])) as Record<string, unknown>;
          assert.equal(row['ack'], canonicalize(ack));
          assert.deepEqual(
            [ack['rh'], ack['id'], row['id']],
            [row['hash'], receipt.id, receipt.id],
          );
        }
        for (const row of documents) {
          assert.equal(hash(JSON.parse(String(row['body']))), row['sha256']);
        }
      });

      it('keeps no receipt without its notice and the texts of that', async () => {
        const rows = await subject.query(`
          SELECT n.body FROM dongui_receipt r JOIN dongui_document n ON n.sha256 = r.notice`);
        const stored = await subject.query('SELECT sha256 FROM dongui_document');
        const hashes = new Set(stored.map(({ sha256 }) => sha256));
        assert.equal(rows.length, await count('dongui_receipt'));
        for (const { body } of rows) {
          for (const { terms } of (JSON.parse(String(body)) as Notice).items) {
            assert.ok(terms === undefined || hashes.has(terms.sha256));
          }
        }
      });
    });

    describe('the rest of the door', () => {
      it('says that it is well', async () => {
        const { status, json: health } = await send('/health');
        assert.deepEqual([status, health], [200, { status: 'ok' }]);
      });

      it('answers 404 where there is nothing, and 405 with Allow to another method', async () => {
        for (const path of ['', '/', '/receipts/', '/nothing', '/notices/short', '/receipts/x']) {
          assert.deepEqual(problemOf(await send(path)), [404, 'route-unknown'], path);
        }
        const wrong: readonly (readonly [string, string, string])[] = [
          ['DELETE', '/receipts', 'POST, GET, OPTIONS'],
          ['PUT', '/receipts', 'POST, GET, OPTIONS'],
          ['POST', `/notices/${SHOWN.sha256}`, 'PUT, GET, OPTIONS'],
          ['POST', '/health', 'GET, OPTIONS'],
        ];
        for (const [method, path, allow] of wrong) {
          const answer = await send(path, { method });
          assert.deepEqual(problemOf(answer), [405, 'method-not-allowed']);
          assert.equal(answer.headers.get('allow'), allow);
        }
      });

      it('answers the preflight of a known page, with the key for the feed alone', async () => {
        const preflight = { method: 'OPTIONS', headers: { origin: ORIGIN } };
        const receipts = await send('/receipts', preflight);
        const notices = await send(`/notices/${SHOWN.sha256}`, preflight);

        for (const { status, text, headers } of [receipts, notices]) {
          assert.deepEqual([status, text], [204, '']);
          assert.equal(headers.get('access-control-allow-origin'), ORIGIN);
          assert.equal(headers.get('vary'), 'origin');
        }
        const names = 'access-control-allow-headers';
        assert.equal(receipts.headers.get(names), 'content-type, idempotency-key, authorization');
        assert.equal(notices.headers.get(names), 'content-type, idempotency-key');
        assert.equal(receipts.headers.get('access-control-allow-methods'), 'POST, GET');
      });

      it('refuses pages of other origins, whatever they ask', async () => {
        const origins = [
          ...['https://evil.example', 'null', 'http://shop.example', `${ORIGIN}:8443`],
          ...[`${ORIGIN}.evil.example`, `https://evil.example?${ORIGIN}`, `${ORIGIN}/`],
        ];
        const before = await count('dongui_receipt');
        for (const origin of origins) {
          for (const method of ['OPTIONS', 'POST']) {
            const answer = await send('/receipts', {
              ...(method === 'POST' && json('POST', envelopeOf(receiptOn(SHOWN)))),
              ...{ method, headers: { origin, 'content-type': 'application/json' } },
            });
            assert.deepEqual(problemOf(answer), [403, 'origin-not-allowed'], origin);
            assert.equal(answer.headers.get('access-control-allow-origin'), null);
          }
        }
        assert.equal(await count('dongui_receipt'), before);
      });

      it('takes a receipt from a server, which has no origin', async () => {
        const { origin: _origin, ...headers } = { origin: '', 'content-type': 'application/json' };
        const body = JSON.stringify(envelopeOf(receiptOn(SHOWN)));
        const { status } = await send('/receipts', { method: 'POST', headers, body });
        assert.equal(status, 201);
      });

      it('writes nothing for what it refuses', async () => {
        const tables = ['dongui_receipt', 'dongui_document', 'dongui_alarm'];
        const before = await Promise.all(tables.map(count));
        const receipt = receiptOn(SHOWN);

        const answers = [
          await post('{'),
          await post('[]'),
          await post({ ...envelopeOf(receipt), extra: 1 }),
          await post(envelopeOf({ ...receipt, id: newId().toUpperCase() })),
          await post(envelopeOf(receipt), { 'content-type': 'text/plain' }),
          await post({ ...envelopeOf(receipt), pad: ' '.repeat(262_144) }),
          await post(envelopeOf({ ...receipt, subject: '900101-1234567' })),
        ];

        assert.deepEqual(answers.map(problemOf), [
          [400, 'body-not-json'],
          [422, 'body-invalid'],
          [422, 'body-invalid'],
          [422, 'body-invalid'],
          [415, 'media-type-unsupported'],
          [413, 'body-too-large'],
          [422, 'subject-personal'],
        ]);
        assert.deepEqual(await Promise.all(tables.map(count)), before);
      });
    });
  });
}
