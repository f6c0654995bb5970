/** Why the desk has no answer: each is told in its own words (`TEXTS.trouble`). */
export type Trouble = 'away' | 'key' | 'no-server' | 'busy' | 'failed';

/** What came in place of an answer. */
export class TroubleError extends Error {
  readonly trouble: Trouble;

  constructor(trouble: Trouble, url: string) {
    super(`${url}: ${trouble}`);
    this.trouble = trouble;
  }
}

const BY_STATUS: Readonly<Record<number, Trouble>> = {
  401: 'key',
  404: 'no-server',
  405: 'no-server',
  429: 'busy',
  502: 'away',
  503: 'away',
  504: 'away',
};

/**
 * Asks the demo's server, which has the receiver's key.
 *
 * @throws TroubleError when there is no usable answer.
 */
export async function ask<Answer>(url: string, method: 'GET' | 'PUT' = 'GET'): Promise<Answer> {
  let response: Response;
  try {
    response = await fetch(url, { method });
  } catch {
    throw new TroubleError('away', url);
  }
  if (!response.ok) throw new TroubleError(BY_STATUS[response.status] ?? 'failed', url);
  try {
    return (await response.json()) as Answer;
  } catch {
    // A page in place of JSON: some static host answers every address with one.
    throw new TroubleError('no-server', url);
  }
}

/** Which trouble an error is. */
export function troubleOf(error: unknown): Trouble {
  return error instanceof TroubleError ? error.trouble : 'failed';
}
