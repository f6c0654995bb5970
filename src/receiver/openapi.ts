import { PROBLEM_CODES } from './problem.js';
import { type Schema, schemasOf } from './openapi-schemas.js';
import { jsonResponse, type Route } from './route.js';

const reference = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });
const list = (items: Schema): Schema => ({ type: 'array', items });

function object(properties: Readonly<Record<string, Schema>>, ...optional: string[]): Schema {
  const required = Object.keys(properties).filter((name) => !optional.includes(name));
  return { type: 'object', properties, required };
}

const TEXT: Schema = { type: 'string' };
const COUNT: Schema = { type: 'integer', minimum: 0 };
const HASH: Schema = { type: 'string', pattern: '^[\\w-]{43}$' };
const DAY: Schema = { type: 'string', format: 'date' };
const INSTANT: Schema = { type: 'string', format: 'date-time' };
const UUID: Schema = { type: 'string', format: 'uuid' };
const ACCOUNT: Schema = { type: 'string', pattern: '^[\\x21-\\x7e]{1,128}$' };
const KIND: Schema = { enum: ['result-notice', 'reconfirmation', 'guardian', 'unlinked'] };

/** What is not a record with a shape of its own. */
const ANSWERS: Readonly<Record<string, Schema>> = {
  feed: object({
    items: list({ oneOf: [reference('feedItem'), reference('erasedItem')] }),
    next: TEXT,
  }),
  feedItem: object(
    {
      ...{ receipt: reference('receiptRecord'), hash: HASH, receivedAt: INSTANT, notice: HASH },
      ...{ status: TEXT, delivery: reference('deliveryFacts'), flags: list(TEXT) },
      ...{ ack: reference('ackRecord'), account: ACCOUNT },
    },
    'account',
  ),
  erasedItem: object({
    ...{ id: UUID, erased: INSTANT, hash: HASH, receivedAt: INSTANT, notice: HASH },
    ...{ status: TEXT, delivery: reference('deliveryFacts'), flags: list(TEXT) },
    ack: reference('ackRecord'),
  }),
  bundle: object({
    schema: { const: 'dongui/bundle@1' },
    receipts: list(
      object({ receipt: reference('receiptRecord'), hash: HASH, ack: reference('ackRecord') }),
    ),
    ...{ notices: list(reference('noticeRecord')), texts: list(reference('textRecord')) },
  }),
  link: object({ account: ACCOUNT }),
  linked: object({ receipt: UUID, account: ACCOUNT }),
  erased: object({ erased: COUNT }),
  due: object({ items: list(reference('dueItem')), next: TEXT }, 'next'),
  dueItem: object(
    {
      ...{ kind: KIND, due: DAY, receipt: UUID, policy: TEXT, subject: TEXT, account: ACCOUNT },
      ...{ items: list(TEXT), requirement: TEXT },
    },
    'account',
  ),
  settled: object({ receipt: UUID, kind: KIND }),
  stats: object({
    notices: list(
      object({
        ...{ notice: HASH, policy: TEXT, surface: TEXT, version: TEXT, locale: TEXT },
        receipts: COUNT,
        items: list(object({ id: TEXT, given: COUNT, refused: COUNT, withdrawn: COUNT })),
      }),
    ),
    days: list(object({ day: DAY, decisions: COUNT, withdrawals: COUNT })),
  }),
  log: object({
    schema: { const: 'dongui/log@1' },
    from: object({ size: COUNT, head: HASH }),
    hashes: list(HASH),
    seals: list(object({ size: COUNT, head: HASH })),
  }),
  stored: object({ sha256: HASH }),
  keys: object({ keys: list({ type: 'object' }) }),
  health: object({ status: { const: 'ok' } }),
  problem: object(
    {
      ...{ code: { enum: PROBLEM_CODES }, title: TEXT, status: COUNT, detail: TEXT },
      errors: list(
        object({ path: TEXT, code: TEXT, expected: TEXT, item: TEXT }, 'expected', 'item'),
      ),
      missing: list(HASH),
    },
    ...['detail', 'errors', 'missing'],
  ),
  part: { oneOf: [reference('noticeRecord'), reference('textRecord')] },
  openapi: { type: 'object' },
};

/** One operation, in short: what it does, what it takes, what it answers by status. */
interface Operation {
  readonly summary: string;
  readonly body?: string;
  readonly query?: readonly string[];
  readonly answers: Readonly<Record<number, string>>;
}

/** Every operation by method and address. `*` stands before those that want the key. */
const OPERATIONS: Readonly<Record<string, Operation>> = {
  'POST /receipts': {
    summary: 'Stores a receipt once, by its id; the same again gets the same bytes.',
    ...{ body: 'envelope', answers: { 200: 'ackRecord', 201: 'ackRecord' } },
  },
  '*GET /receipts': {
    summary: 'All receipts, in an order that never changes.',
    ...{ query: ['after', 'limit', 'policy'], answers: { 200: 'feed' } },
  },
  'PUT /notices/{sha256}': {
    summary: 'Stores a notice or text under its hash.',
    ...{ body: 'part', answers: { 200: 'stored', 201: 'stored' } },
  },
  'GET /notices/{sha256}': {
    summary: 'The canonical bytes of what was shown.',
    answers: { 200: 'part' },
  },
  '*PUT /receipts/{id}/account': {
    summary: 'Links a receipt, here already (200) or on its way (202), to an account of the host.',
    ...{ body: 'link', answers: { 200: 'linked', 202: 'linked' } },
  },
  '*GET /accounts/{account}/receipts': {
    summary: 'All receipts of an account, with all that they name.',
    answers: { 200: 'bundle' },
  },
  '*DELETE /accounts/{account}': {
    summary: 'Erases what the receipts of an account say; hash and place stay.',
    answers: { 200: 'erased' },
  },
  '*GET /due': {
    summary: 'What the operator owes, by day.',
    ...{ query: ['until', 'after', 'limit'], answers: { 200: 'due' } },
  },
  '*PUT /due/{receipt}/{kind}': { summary: 'It is done.', answers: { 200: 'settled' } },
  '*GET /stats': {
    summary: 'How often each item was given, refused and withdrawn.',
    ...{ query: ['policy'], answers: { 200: 'stats' } },
  },
  '*GET /log': {
    summary: 'Hashes of all receipts in the order of the log, and the sealed heads.',
    ...{ query: ['after'], answers: { 200: 'log' } },
  },
  'GET /.well-known/dongui-keys.json': {
    summary: 'The public keys of the signatures (RFC 7517).',
    answers: { 200: 'keys' },
  },
  'GET /health': { summary: 'Whether the store answers.', answers: { 200: 'health' } },
  'GET /openapi.json': { summary: 'This document.', answers: { 200: 'openapi' } },
};

const contentOf = (name: string, type = 'application/json'): Schema => ({
  content: { [type]: { schema: reference(name) } },
});

function operationOf({ summary, body, query = [], answers }: Operation, path: string): Schema {
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    ...{ name, in: 'path', required: true, schema: TEXT },
  }));
  const inQuery = query.map((name) => ({ name, in: 'query', required: false, schema: TEXT }));
  const responses = Object.entries(answers).map(([status, name]) => [
    status,
    { description: 'Done.', ...contentOf(name) },
  ]);
  const problem = {
    ...{ description: 'A problem with a stable code (RFC 9457).' },
    ...contentOf('problem', 'application/problem+json'),
  };
  return {
    ...{ summary, parameters: [...inPath, ...inQuery] },
    ...(body !== undefined && { requestBody: { required: true, ...contentOf(body) } }),
    responses: { ...Object.fromEntries(responses), default: problem },
  };
}

function pathsOf(): Schema {
  const paths: Record<string, Record<string, Schema>> = {};
  for (const [name, operation] of Object.entries(OPERATIONS)) {
    const [method = '', path = ''] = name.replace('*', '').split(' ');
    const security = name.startsWith('*') ? [{ key: [] }] : [];
    (paths[path] ??= {})[method.toLowerCase()] = { ...operationOf(operation, path), security };
  }
  return paths;
}

/**
 * The receiver's contract (OpenAPI 3.1). Bodies are described by the very shapes that they are held
 * against; a test holds the operations against the routes.
 *
 * @param basePath Where the routes stand.
 */
function createOpenApi(basePath: string): Schema {
  const records = ['envelope', 'receiptRecord', 'noticeRecord', 'textRecord', 'ackRecord'];
  const { envelope, ...shapes } = schemasOf(records);
  const parts = { receipt: reference('receiptRecord'), notice: reference('noticeRecord') };
  const properties = { ...(envelope?.['properties'] as Schema), ...parts };
  return {
    openapi: '3.1.0',
    info: { title: 'dongui receiver', version: '1', description: 'See docs/receiver.md.' },
    servers: [{ url: basePath }],
    paths: pathsOf(),
    components: {
      securitySchemes: { key: { type: 'http', scheme: 'bearer' } },
      schemas: { ...shapes, envelope: { ...envelope, properties }, ...ANSWERS },
    },
  };
}

/** `GET /openapi.json`: the contract, for programs. */
export const openApiRoute: Route = {
  method: 'GET',
  path: /^\/openapi\.json$/,
  keyed: false,
  answer({ basePath }) {
    const headers = { 'cache-control': 'public, max-age=300' };
    return Promise.resolve(jsonResponse(createOpenApi(basePath), 200, headers));
  },
};
