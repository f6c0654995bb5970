import { createBundle } from '../model/bundle.js';
import { isPlainObject } from '../model/is-plain-object.js';
import type { Notice, TextPart } from '../model/notice.js';
import { outlineOf } from '../model/notice-outline.js';
import { looksPersonal } from '../model/personal-data.js';
import { ProblemError } from './problem.js';
import { readJson } from './read-json.js';
import type { ReceiptStore } from './receipt-store.js';
import { jsonResponse, type Route } from './route.js';

/** Opaque: printable ASCII, as a subject is. */
const ACCOUNT = /^[\x21-\x7e]{1,128}$/;

const ACCOUNT_PATH = '([^/]{1,384})';

const invalid = (path: string, code: string, expected?: string): ProblemError =>
  new ProblemError('body-invalid', {
    errors: [{ path, code, ...(expected !== undefined && { expected }) }],
  });

/** @throws ProblemError `account-personal`: a name of a person is not what an account is called here. */
function refusePersonal(account: string): void {
  if (!looksPersonal(account)) return;
  const errors = [{ path: '$.account', code: 'personal-data' }];
  throw new ProblemError('account-personal', { errors });
}

function readAccount(body: unknown): string {
  if (!isPlainObject(body)) throw invalid('$', 'wrong-type', 'object');
  const { account, ...rest } = body;
  if (Object.keys(rest).length > 0) throw invalid('$', 'unknown-key', 'account');
  if (typeof account !== 'string') throw invalid('$.account', 'missing-key', 'pseudonym');
  if (!ACCOUNT.test(account)) throw invalid('$.account', 'wrong-value', 'pseudonym');
  refusePersonal(account);
  return account;
}

/** The account that an address names. What no account can be called has no address. */
function accountIn(parameter: string): string {
  try {
    const account = decodeURIComponent(parameter);
    if (ACCOUNT.test(account)) return account;
  } catch {
    // Not an encoded text at all.
  }
  throw new ProblemError('route-unknown');
}

/**
 * `PUT /receipts/{id}/account` `{account}`: 200 when it is linked, 202 when the receipt is still on
 * its way. What follows the receipt in its chain goes with it.
 */
export const linkRoute: Route = {
  method: 'PUT',
  path: /^\/receipts\/([\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12})\/account$/,
  keyed: true,
  async answer({ store, now, bodyTimeoutMs }, { request, parameter }) {
    const account = readAccount(await readJson(request, bodyTimeoutMs));
    const result = await store.linkAccount({ receipt: parameter, account }, now());
    if (result === 'conflict') throw new ProblemError('account-conflict');
    if (result === 'erased') throw new ProblemError('account-erased');
    return jsonResponse({ receipt: parameter, account }, result === 'linked' ? 200 : 202);
  },
};

async function readParts<Part>(
  store: ReceiptStore,
  hashes: readonly string[],
): Promise<ReadonlyMap<string, Part>> {
  const found = await store.getDocuments([...new Set(hashes)]);
  return new Map(found.map(({ sha256, body }) => [sha256, JSON.parse(body) as Part]));
}

/** `GET /accounts/{ref}/receipts`: one bundle with all that the account has, as `known` takes it. */
export const accountRoute: Route = {
  method: 'GET',
  path: new RegExp(`^/accounts/${ACCOUNT_PATH}/receipts$`),
  keyed: true,
  async answer({ store }, { parameter }) {
    const receipts = await store.readAccount(accountIn(parameter));
    if (receipts === undefined) throw new ProblemError('account-erased');
    const notices = await readParts<Notice>(
      store,
      receipts.map(({ receipt }) => receipt.notice.sha256),
    );
    const named = [...notices.values()].flatMap((notice) => outlineOf(notice).texts);
    const texts = await readParts<TextPart>(store, named);
    return jsonResponse(createBundle(receipts, { notices, texts }));
  },
};

/** `DELETE /accounts/{ref}`: takes away what its receipts say; the same again finds none. */
export const eraseRoute: Route = {
  method: 'DELETE',
  path: new RegExp(`^/accounts/${ACCOUNT_PATH}$`),
  keyed: true,
  async answer({ store, now }, { parameter }) {
    return jsonResponse({ erased: await store.eraseAccount(accountIn(parameter), now()) });
  },
};
