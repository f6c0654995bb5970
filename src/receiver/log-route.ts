import { type LogExport } from '../model/log.js';
import { ProblemError } from './problem.js';
import { jsonResponse, type Route } from './route.js';

/** Hashes in one answer. */
const MOST_HASHES = 50_000;

/**
 * `GET /log?after=<size>`: the hashes of all receipts in the order of the log, and the heads that
 * were sealed. It says nothing of any person. Seals what is not sealed yet.
 */
export const logRoute: Route = {
  method: 'GET',
  path: /^\/log$/,
  keyed: true,
  async answer({ store, now }, { query }) {
    const after = query.get('after') ?? '0';
    if (!/^(0|[1-9]\d{0,14})$/.test(after)) throw new ProblemError('cursor-invalid');
    await store.sealLog(now());
    const { from, hashes, seals } = await store.readLog(Number(after), MOST_HASHES);
    const body: LogExport = { schema: 'dongui/log@1', from, hashes, seals };
    return jsonResponse(body);
  },
};
