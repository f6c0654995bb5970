import { jsonResponse, type Route } from './route.js';

/** `GET /health`: 200 while the store answers, else 503. Says nothing about what is stored. */
export const healthRoute: Route = {
  method: 'GET',
  path: /^\/health$/,
  keyed: false,
  async answer({ store }) {
    // Any question will do: what is not there is not there.
    await store.missingDocuments(['']);
    return jsonResponse({ status: 'ok' });
  },
};
