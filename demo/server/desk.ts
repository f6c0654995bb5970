import { askAsOperator, type OperatorOptions } from './operator.js';

/** What the desk reads, by its address; each is a route of the receiver. */
const READ: ReadonlyMap<string, string> = new Map([
  ['/desk/feed', '/receipts'],
  ['/desk/due', '/due'],
  ['/desk/stats', '/stats'],
]);

const SETTLE = /^\/desk(\/due\/[\da-f-]{36}\/[a-z-]+)$/;

/**
 * What the desk's page asks of the receiver. A page can hold no key, so this server adds it: whoever
 * reaches the demo reads its receipts and may say that something is done. Good for a demo alone; a
 * real desk has a login in front. Other sites' pages can do neither: what they read is withheld by
 * browsers, and a PUT is asked for first, which nobody here allows.
 *
 * @returns undefined where the desk is not concerned.
 */
export async function answerDesk(
  options: OperatorOptions,
  { method }: Pick<Request, 'method'>,
  url: URL,
): Promise<Response | undefined> {
  const { pathname, search } = url;
  const read = READ.get(pathname);
  if (read !== undefined && (method === 'GET' || method === 'HEAD')) {
    return await askAsOperator(options, { path: read + search, url });
  }
  const [, settled] = SETTLE.exec(pathname) ?? [];
  if (settled === undefined || method !== 'PUT') return undefined;
  return await askAsOperator(options, { path: settled, url, method });
}
