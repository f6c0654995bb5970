import { sha256 } from '../model/sha256.js';
import { ProblemError } from './problem.js';

const BEARER = /^Bearer +([^\s]+)$/i;

/**
 * Lets pass who sends `Authorization: Bearer <apiKey>` (RFC 6750, 2.1). Without a key configured
 * nobody passes. Hashes are compared, so that the time it takes tells nothing about the key.
 *
 * @throws ProblemError `key-required`.
 */
export function requireKey(request: Request, apiKey: string | undefined): void {
  const offered = BEARER.exec(request.headers.get('authorization') ?? '')?.[1];
  if (offered === undefined || apiKey === undefined || sha256(offered) !== sha256(apiKey)) {
    throw new ProblemError('key-required', {}, { 'www-authenticate': 'Bearer' });
  }
}
