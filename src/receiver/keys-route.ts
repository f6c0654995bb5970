import { jsonResponse, type Route } from './route.js';

/** `GET /.well-known/dongui-keys.json`: the public keys of the signatures; none where none sign. */
export const keysRoute: Route = {
  method: 'GET',
  path: /^\/\.well-known\/dongui-keys\.json$/,
  keyed: false,
  async answer({ signer }) {
    const body = (await signer?.keys()) ?? { keys: [] };
    return jsonResponse(body, 200, { 'cache-control': 'public, max-age=300' });
  },
};
