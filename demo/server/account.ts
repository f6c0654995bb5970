import { randomBytes } from 'node:crypto';

import { askAsOperator, type OperatorOptions } from './operator.js';

/** An account that the demo invents for one signup: it is known by nothing but this name. */
const ACCOUNT = /^demo-[\w-]{22}$/;

const KNOWN_PATH = '/my/known';

/**
 * Does what a host's server does when it has created an account: tells the receiver whose receipt it
 * is, so that the person finds it again on another device.
 *
 * @param receipt Id of the receipt that came with the form; it may still be on its way.
 * @returns the name of the account; undefined where the receiver could not be told.
 */
export async function linkAccount(
  options: OperatorOptions,
  url: URL,
  receipt: string,
): Promise<string | undefined> {
  const account = `demo-${randomBytes(16).toString('base64url')}`;
  const path = `/receipts/${receipt}/account`;
  const response = await askAsOperator(options, { path, url, method: 'PUT', body: { account } });
  return response.ok ? account : undefined;
}

/**
 * `GET /my/known?account=<name>`: the receipts of an account as one bundle, which the page passes to
 * `dongui-receipts` as `known`. The key stays here. Here the name alone opens it, as it is random
 * and told to nobody else; a real site looks at its own session instead.
 *
 * @returns undefined where the address is another one.
 */
export async function answerAccount(
  options: OperatorOptions,
  { method }: Pick<Request, 'method'>,
  url: URL,
): Promise<Response | undefined> {
  if (url.pathname !== KNOWN_PATH || method !== 'GET') return undefined;
  const account = url.searchParams.get('account') ?? '';
  if (!ACCOUNT.test(account)) return Response.json({ code: 'account-unknown' }, { status: 404 });
  return await askAsOperator(options, { path: `/accounts/${account}/receipts`, url });
}
