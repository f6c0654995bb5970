import { ProblemError } from './problem.js';

/** How often one client may call. Off unless given. */
export interface RateLimit {
  /**
   * Who calls: an address that the host trusts, such as `remoteAddressOf` of `dongui/receiver/node`
   * or a header that its own proxy sets. Kept in memory only. `undefined` is not limited.
   */
  readonly clientOf: (request: Request) => string | undefined;
  readonly perMinute: number;
  /** How many may come at once after a pause. Absent: as many as in a minute. */
  readonly burst?: number;
}

interface Bucket {
  readonly tokens: number;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** More clients than this are not told apart: whoever came first is forgotten first. */
const MOST_CLIENTS = 10_000;

/**
 * A token bucket for each client: full at the beginning, refilled evenly. The function returned
 * takes one token.
 *
 * @throws ProblemError `rate-limited`, with the seconds to wait in Retry-After.
 */
export function createRateLimiter(limit: RateLimit): (request: Request, now: number) => void {
  const { clientOf, perMinute, burst = perMinute } = limit;
  const perMs = perMinute / 60_000;
  const buckets = new Map<string, Bucket>();
  return (request, now) => {
    const client = clientOf(request);
    if (client === undefined) return;
    const bucket = buckets.get(client) ?? { tokens: burst, at: now };
    const elapsed = Math.max(0, now - bucket.at);
    const tokens = Math.min(burst, bucket.tokens + elapsed * perMs);
    const isAllowed = tokens >= 1;
    // Deleted first, so that the map is in the order of last use.
    buckets.delete(client);
    buckets.set(client, { tokens: isAllowed ? tokens - 1 : tokens, at: now });
    const [oldest] = buckets.keys();
    if (buckets.size > MOST_CLIENTS && oldest !== undefined) buckets.delete(oldest);
    if (isAllowed) return;
    const seconds = Math.ceil((1 - tokens) / perMs / 1_000);
    throw new ProblemError('rate-limited', {}, { 'retry-after': String(seconds) });
  };
}
