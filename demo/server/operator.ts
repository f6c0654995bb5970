/** Where the receiver is mounted. */
export const RECEIVER_PATH = '/consents';

/** The receiver with the key of its routes for operators. */
export interface OperatorOptions {
  readonly receiver: (request: Request) => Promise<Response>;
  readonly apiKey: string;
}

/** What is asked of the receiver, and by which address it was asked of this server. */
export interface OperatorQuestion {
  /** Path below the receiver's, with its query: `/due?until=2026-12-01`. */
  readonly path: string;
  readonly url: URL;
  readonly method?: 'GET' | 'PUT';
  /** Sent as JSON. */
  readonly body?: unknown;
}

/** Asks the receiver with the key, which no page ever holds. */
export async function askAsOperator(
  { receiver, apiKey }: OperatorOptions,
  { path, url, method = 'GET', body }: OperatorQuestion,
): Promise<Response> {
  const headers = { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' };
  const init = { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) };
  return await receiver(new Request(new URL(`${RECEIVER_PATH}${path}`, url), init));
}
