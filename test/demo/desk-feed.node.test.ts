import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';

import { FeedReader } from '../../demo/pages/desk/feed.js';
import { hashOf } from '../../src/model/sha256.js';

const NOTICE = { schema: 'dongui/notice@1', items: [{ id: 'a', title: 'A' }] };

interface Line {
  receipt: { id: string; items: { state: string }[]; notice: { sha256: string } };
  hash: string;
}

/** A line of a feed as the receiver would give it. */
function line(id: string, state = 'refused'): Line {
  const receipt = { id, items: [{ state }], notice: { sha256: hashOf(NOTICE) } };
  return { receipt, hash: hashOf(receipt) };
}

/** A receiver that has these lines and this notice, and notes what it is asked. */
function serve(lines: readonly Line[], notice: unknown = NOTICE): string[] {
  const asked: string[] = [];
  globalThis.fetch = (input) => {
    const url = new URL(input as string, 'http://desk.example');
    asked.push(url.pathname + url.search);
    if (url.pathname !== '/desk/feed') {
      return Promise.resolve(Response.json(notice, { status: notice === null ? 404 : 200 }));
    }
    const after = Number(url.searchParams.get('after') ?? '0');
    const items = lines.slice(after, after + Number(url.searchParams.get('limit')));
    return Promise.resolve(Response.json({ items, next: String(after + items.length) }));
  };
  return asked;
}

describe('The reader of the desk', () => {
  const { fetch } = globalThis;
  afterEach(() => {
    globalThis.fetch = fetch;
  });

  it('finds a receipt whole whose hash is that of what came', async () => {
    serve([line('r1')]);
    const [entry] = await new FeedReader().read();
    assert.equal(entry?.isIntact, true);
    assert.deepEqual(entry.notice, NOTICE);
  });

  it('tells when an answer was changed after it was hashed', async () => {
    const altered = line('r1');
    altered.receipt.items[0] = { state: 'given' };
    serve([altered, line('r2')]);
    const entries = await new FeedReader().read();
    assert.deepEqual(
      entries.map(({ isIntact }) => isIntact),
      [false, true],
    );
  });

  it('shows no text that has not the hash that the receipt names', async () => {
    serve([line('r1')], { ...NOTICE, items: [{ id: 'a', title: 'B' }] });
    const [entry] = await new FeedReader().read();
    assert.equal(entry?.isIntact, true);
    assert.equal(entry.notice, undefined);
  });

  it('takes what canonical JSON cannot write for changed', async () => {
    const broken = line('r1');
    broken.receipt.items = [{ state: '\uD800' }];
    serve([broken]);
    const [entry] = await new FeedReader().read();
    assert.equal(entry?.isIntact, false);
  });

  it('reads all pages, asks for each text once, and goes on where it was', async () => {
    const lines = Array.from({ length: 450 }, (_, i) => line(`r${i}`));
    const asked = serve(lines);
    const reader = new FeedReader();
    assert.equal((await reader.read()).length, 450);
    assert.equal(asked.filter((path) => path.startsWith('/consents/notices/')).length, 1);
    assert.deepEqual(await reader.read(), []);
    lines.push(line('new'));
    const [entry] = await reader.read();
    assert.equal(entry?.item.receipt.id, 'new');
  });

  it('passes nothing over when the server fails', async () => {
    const reader = new FeedReader();
    globalThis.fetch = () => Promise.resolve(Response.json({}, { status: 503 }));
    await assert.rejects(reader.read(), /503/);
    serve([line('r1')]);
    assert.equal((await reader.read()).length, 1);
  });

  it('asks for a text again that did not come', async () => {
    const reader = new FeedReader();
    const lines = [line('r1')];
    serve(lines, null);
    assert.equal((await reader.read())[0]?.notice, undefined);
    lines.push(line('r2'));
    serve(lines);
    assert.deepEqual((await reader.read())[0]?.notice, NOTICE);
  });
});
