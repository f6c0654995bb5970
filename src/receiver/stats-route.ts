import { jsonResponse, type Route } from './route.js';

/** `GET /stats?policy=<id>`: how often each item of each notice was given, refused and withdrawn. */
export const statsRoute: Route = {
  method: 'GET',
  path: /^\/stats$/,
  keyed: true,
  async answer({ store, now }, { query }) {
    return jsonResponse(await store.readStats(now(), query.get('policy') ?? undefined));
  },
};
