import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';

import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';

import { ROUTES } from '../../src/receiver/routes.js';
import { allGiven, operate, type Operation, SHOWN } from '../support/operator-fixtures.js';
import { envelopeOf } from '../support/receiver-fixtures.js';
import { type OpenDatabase, openPglite } from '../support/receiver-mounts.js';

interface Described {
  readonly security: readonly unknown[];
  readonly responses: Readonly<
    Record<string, { content: Record<string, { schema: { $ref: string } }> }>
  >;
  readonly requestBody?: object;
}

interface OpenApi {
  readonly openapi: string;
  readonly servers: readonly { readonly url: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, object>> };
}

const ID = '01a2008d-7400-7000-8000-000000000001';
const SAMPLES: Readonly<Record<string, string>> = {
  ...{ sha256: 'A'.repeat(43), id: ID, receipt: ID, account: 'a1', kind: 'unlinked' },
};

describe('GET /openapi.json', () => {
  let opened: OpenDatabase;
  let desk: Operation;
  let document: OpenApi;
  let ajv: Ajv2020;

  before(async () => {
    opened = await openPglite();
    desk = operate(opened);
    const { status, json } = await desk.askOpenly('/openapi.json');
    assert.equal(status, 200);
    document = json as unknown as OpenApi;
    ajv = new Ajv2020({ strict: false, validateFormats: false });
    ajv.addSchema(document, 'api');
  });
  after(() => opened.close());

  const schemaOf = (name: string): ValidateFunction => {
    const found = ajv.getSchema(`api#/components/schemas/${name}`);
    assert.ok(found, name);
    return found;
  };

  it('names every route, each with its method and whether it wants the key, and no other', () => {
    const described = Object.entries(document.paths).flatMap(([path, operations]) =>
      Object.entries(operations).map(([method, { security }]) => {
        const address = path.replace(/\{(\w+)\}/g, (_all, name: string) => SAMPLES[name] ?? '?');
        return { method: method.toUpperCase(), address, keyed: security.length > 0 };
      }),
    );
    for (const { method, path, keyed } of ROUTES) {
      const own = described.filter((each) => each.method === method && path.test(each.address));
      assert.deepEqual(
        own.map((each) => each.keyed),
        [keyed],
        `${method} ${path.source}`,
      );
    }
    assert.equal(described.length, ROUTES.length);
    assert.deepEqual(document.servers, [{ url: '/consents' }]);
  });

  it('describes bodies as they are taken', () => {
    const envelope = schemaOf('envelope');
    const sent = envelopeOf(allGiven(), SHOWN.notice);
    assert.ok(envelope(sent), JSON.stringify(envelope.errors));
    assert.ok(!envelope({ ...sent, extra: 1 }));
    assert.ok(!envelope({ ...sent, receipt: { ...sent.receipt, event: 'consent' } }));
    assert.ok(!envelope({ ...sent, hash: 'short' }));
    const text = schemaOf('textRecord');
    assert.ok(text(SHOWN.texts[0]?.part), JSON.stringify(text.errors));
    assert.ok(!text({ ...SHOWN.texts[0]?.part, body: [{ type: 'script' }] }));
  });

  it('describes what is answered', async () => {
    const receipt = allGiven();
    const erased = allGiven();
    const ack = await desk.post(receipt);
    await desk.post(erased);
    await desk.link(erased, 'gone');
    await desk.ask('/accounts/gone', 'DELETE');
    const asked: readonly (readonly [string, string, string, unknown?])[] = [
      ['/receipts/{id}/account', 'PUT', `/receipts/${receipt.id}/account`, { account: 'a1' }],
      ['/receipts', 'GET', '/receipts'],
      ['/accounts/{account}/receipts', 'GET', '/accounts/a1/receipts'],
      ['/due', 'GET', '/due?limit=1'],
      ['/due/{receipt}/{kind}', 'PUT', `/due/${receipt.id}/result-notice`],
      ['/stats', 'GET', '/stats'],
      ['/log', 'GET', '/log'],
      ['/health', 'GET', '/health'],
      ['/.well-known/dongui-keys.json', 'GET', '/.well-known/dongui-keys.json'],
      ['/accounts/{account}', 'DELETE', '/accounts/a1'],
      ['/due', 'GET', '/due?limit=x'],
      ['/accounts/{account}/receipts', 'GET', '/accounts/a1/receipts'],
    ];
    for (const [path, method, address, body] of asked) {
      const { status, json } = await desk.ask(address, method, body);
      const { responses } = document.paths[path]![method.toLowerCase()]!;
      const [content] = Object.values((responses[String(status)] ?? responses['default']!).content);
      const check = schemaOf(content!.schema.$ref.split('/').at(-1) ?? '');
      assert.ok(check(json), `${method} ${address} ${status} ${JSON.stringify(check.errors)}`);
    }
    assert.ok(schemaOf('ackRecord')(ack));
  });
});
