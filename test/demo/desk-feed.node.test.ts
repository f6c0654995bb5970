import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';

import { TroubleError } from '../../demo/pages/desk/ask.js';
import { Documents } from '../../demo/pages/desk/documents.js';
import { type Entry, isReceipt, verdictOf } from '../../demo/pages/desk/entry.js';
import { FeedReader, type FeedReaderOptions } from '../../demo/pages/desk/feed.js';
import { signatureCheck } from '../../demo/pages/desk/signatures.js';
import { appendToLog, EMPTY_LOG } from '../../src/model/log.js';
import type { Receipt } from '../../src/model/receipt.js';
import { hashOf } from '../../src/model/sha256.js';
import { createAckSigner } from '../../src/receiver/index.js';
import type { ErasedItem, FeedItem } from '../../src/receiver/receipt-store.js';
import { ackOf, chainOn, newSigningKey } from '../support/bundle-fixtures.js';
import { POLICY, receiptOn, show } from '../support/receiver-fixtures.js';

const SHOWN = show(POLICY);
const KEY = newSigningKey();
const SIGNER = createAckSigner(KEY);

/** A line of a feed as the receiver gives it. */
async function line(receipt: Receipt, status: FeedItem['status'] = 'published'): Promise<FeedItem> {
  return {
    ...{ receipt, hash: hashOf(receipt), receivedAt: '2026-11-22T00:00:00.000Z' },
    ...{ notice: receipt.notice.sha256, status, flags: [] },
    delivery: { persisted: 'idb', attempt: 1, ack: 'hash' },
    ack: await SIGNER.sign(ackOf(receipt, { notice: status })),
  };
}

const lineOf = (): Promise<FeedItem> => line(receiptOn(SHOWN));

const DOCUMENTS: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  [SHOWN.sha256, SHOWN.notice],
  ...SHOWN.texts.map(({ hash, part }) => [hash, part] as const),
]);

/** A receiver that has these lines and documents, and notes what it is asked. */
function serve(lines: readonly unknown[], documents = DOCUMENTS): string[] {
  const asked: string[] = [];
  globalThis.fetch = (input) => {
    const url = new URL(input as string, 'http://desk.example');
    asked.push(url.pathname);
    if (url.pathname.endsWith('/dongui-keys.json')) {
      return SIGNER.keys().then((keys) => Response.json(keys));
    }
    if (url.pathname !== '/desk/feed') {
      const found = documents.get(url.pathname.split('/').at(-1) ?? '');
      return Promise.resolve(Response.json(found ?? {}, { status: found ? 200 : 404 }));
    }
    const after = Number(url.searchParams.get('after') ?? '0');
    const items = lines.slice(after, after + Number(url.searchParams.get('limit')));
    return Promise.resolve(Response.json({ items, next: String(after + items.length) }));
  };
  return asked;
}

function newReader(): FeedReader {
  const checkSignature = signatureCheck();
  const options: FeedReaderOptions = {
    documents: new Documents(),
    ...(checkSignature && { checkSignature }),
  };
  return new FeedReader(options);
}

async function readAll(reader: FeedReader = newReader()): Promise<readonly Entry[]> {
  await reader.read();
  return reader.entries();
}

/** What was found of an entry, and what it comes to. */
function told(entry: Entry | undefined): readonly unknown[] {
  assert.ok(entry && isReceipt(entry));
  return [verdictOf(entry), ...entry.findings.map(({ code }) => code)];
}

describe('The reader of the desk', () => {
  const { fetch } = globalThis;
  afterEach(() => {
    globalThis.fetch = fetch;
  });

  it('finds nothing against a receipt that is as it was made', async () => {
    serve([await lineOf()]);
    const [entry] = await readAll();
    assert.deepEqual(told(entry), ['intact']);
    assert.ok(entry && isReceipt(entry));
    assert.deepEqual(entry.notice, SHOWN.notice);
  });

  it('tells when an answer was changed after it was hashed', async () => {
    const altered = await lineOf();
    const [first, ...rest] = altered.receipt.items;
    assert.ok(first);
    const items = [{ ...first, state: 'refused' as const }, ...rest];
    serve([{ ...altered, receipt: { ...altered.receipt, items } }, await lineOf()]);
    const [second, changed] = await readAll();
    assert.deepEqual(told(changed), ['broken', 'receipt-hash']);
    assert.deepEqual(told(second), ['intact']);
  });

  it('tells when receipt and hash were changed together, by the signed answer', async () => {
    const { receipt, ...rest } = await lineOf();
    const altered = { ...receipt, tz: 'Asia/Tokyo' };
    serve([{ ...rest, receipt: altered, hash: hashOf(altered) }]);
    assert.deepEqual(told((await readAll())[0]), ['broken', 'ack-other']);
  });

  it('tells when the answer was changed, by its signature', async () => {
    const item = await lineOf();
    serve([{ ...item, ack: { ...item.ack, iat: item.ack.iat + 60 } }]);
    assert.deepEqual(told((await readAll())[0]), ['broken', 'ack-signature']);
  });

  it('tells of a key that is not the receiver’s', async () => {
    const receipt = receiptOn(SHOWN);
    const strange = await createAckSigner(newSigningKey()).sign(ackOf(receipt));
    serve([{ ...(await line(receipt)), ack: strange }]);
    assert.deepEqual(told((await readAll())[0]), ['broken', 'ack-strange-key']);
  });

  it('says of a text that comes from no policy that it does', async () => {
    serve([await line(receiptOn(SHOWN), 'unverified')]);
    assert.deepEqual(told((await readAll())[0]), ['unverified', 'notice-unverified']);
  });

  it('believes the signed answer and not the row, where they differ', async () => {
    serve([{ ...(await line(receiptOn(SHOWN), 'unverified')), status: 'published' }]);
    const [entry] = await readAll();
    assert.deepEqual(told(entry), ['broken', 'notice-unverified', 'ack-other']);
  });

  it('shows no text that has not the hash that the receipt names, and says that it was changed', async () => {
    const [item] = SHOWN.notice.items;
    assert.ok(item);
    const other = { ...SHOWN.notice, service: { name: 'B' } };
    serve([await lineOf()], new Map([...DOCUMENTS, [SHOWN.sha256, other]]));
    const [entry] = await readAll();
    assert.deepEqual(told(entry), ['broken', 'notice-missing', 'document-unused']);
    assert.ok(entry && isReceipt(entry));
    assert.equal(entry.notice, undefined);
  });

  it('tells when the text is not there', async () => {
    serve([await lineOf()], new Map());
    assert.deepEqual(told((await readAll())[0]), ['no-notice', 'notice-missing']);
  });

  it('takes what canonical JSON cannot write for broken', async () => {
    const item = await lineOf();
    serve([{ ...item, receipt: { ...item.receipt, tz: '\uD800' } }]);
    assert.equal(told((await readAll())[0])[0], 'broken');
  });

  it('follows chains, also where what came before arrives afterwards', async () => {
    const [first, second] = chainOn([SHOWN, SHOWN]);
    assert.ok(first && second);
    const lines = [await line(second)];
    serve(lines);
    const reader = newReader();
    assert.deepEqual(told((await readAll(reader))[0]), ['intact', 'chain-gap']);
    lines.push(await line({ ...first, tz: 'Asia/Tokyo' }));
    await reader.read();
    const [, follower] = reader.entries();
    assert.deepEqual(told(follower), ['broken', 'chain-broken']);
  });

  it('makes the log again, and names the first answer that it disagrees with', async () => {
    const [one, two, three] = [await lineOf(), receiptOn(SHOWN), receiptOn(SHOWN)];
    const log = appendToLog(EMPTY_LOG, one.hash);
    const lines = [
      Promise.resolve(one),
      ...[two, three].map(async (receipt) => ({
        ...(await line(receipt)),
        ack: await SIGNER.sign(ackOf(receipt, { log })),
      })),
    ];
    const whole = await Promise.all(lines);
    serve(whole);
    const good = newReader();
    assert.deepEqual((await readAll(good)).map(told), [['intact'], ['intact'], ['intact']]);
    assert.equal(good.log, undefined);

    // Somebody takes the first row away.
    serve(whole.slice(1));
    const bad = newReader();
    assert.deepEqual((await readAll(bad)).map(told), [['intact'], ['broken', 'log-witness']]);
    assert.deepEqual([bad.log?.id, bad.log?.finding.detail], [two.id, '1']);
  });

  it('keeps the place of a receipt that was erased', async () => {
    const item = await lineOf();
    const { receipt, ...rest } = item;
    const erased: ErasedItem = { ...rest, id: receipt.id, erased: '2026-11-23T00:00:00.000Z' };
    const later = receiptOn(SHOWN);
    const log = appendToLog(EMPTY_LOG, item.hash);
    serve([erased, { ...(await line(later)), ack: await SIGNER.sign(ackOf(later, { log })) }]);
    const reader = newReader();
    const [second, first] = await readAll(reader);
    assert.ok(first && !isReceipt(first));
    assert.deepEqual(told(second), ['intact']);
    assert.equal(reader.log, undefined);
  });

  it('reads all pages, asks for each text once, and goes on where it was', async () => {
    const lines = await Promise.all(Array.from({ length: 450 }, lineOf));
    const asked = serve(lines);
    const reader = newReader();
    let pages = 0;
    assert.equal(await reader.read(() => (pages += 1)), true);
    assert.deepEqual([reader.entries().length, pages], [450, 2]);
    const [text] = SHOWN.texts;
    for (const hash of [SHOWN.sha256, text?.hash]) {
      assert.equal(asked.filter((path) => path.endsWith(`/notices/${String(hash)}`)).length, 1);
    }
    assert.equal(await reader.read(), false);
    const fresh = await lineOf();
    lines.push(fresh);
    assert.equal(await reader.read(), true);
    assert.equal(reader.entries()[0]?.item.hash, fresh.hash);
  });

  it('passes nothing over when the server fails, and says how it did', async () => {
    const reader = newReader();
    const troubles: readonly [number, string][] = [
      [503, 'away'],
      [401, 'key'],
      [404, 'no-server'],
      [429, 'busy'],
      [500, 'failed'],
    ];
    for (const [status, trouble] of troubles) {
      globalThis.fetch = () => Promise.resolve(Response.json({}, { status }));
      await assert.rejects(reader.read(), new TroubleError(trouble as 'away', troubledUrl()));
    }
    globalThis.fetch = () => Promise.reject(new TypeError('Failed to fetch'));
    await assert.rejects(reader.read(), new TroubleError('away', troubledUrl()));
    globalThis.fetch = () => Promise.resolve(new Response('<!doctype html>'));
    await assert.rejects(reader.read(), new TroubleError('no-server', troubledUrl()));
    serve([await lineOf()]);
    assert.equal((await readAll(reader)).length, 1);
  });

  it('asks for a text again that did not come', async () => {
    const reader = newReader();
    const lines = [await lineOf()];
    serve(lines, new Map());
    await reader.read();
    lines.push(await lineOf());
    serve(lines);
    await reader.read();
    assert.deepEqual(told(reader.entries()[0]), ['intact']);
  });
});

function troubledUrl(): string {
  return '/desk/feed?limit=200&after=';
}
