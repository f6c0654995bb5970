import type { BrowserPorts } from './ports.js';

/** Pages that were warned, so that each is warned once. */
const warned = new WeakSet<BrowserPorts>();

/**
 * The absolute address of an endpoint that the page gives. Receipts travel encrypted (requirement
 * REC-07): an http address is taken on an http page alone, which is warned once.
 *
 * @throws TypeError that says what is wrong with the address.
 */
export function resolveEndpoint(endpoint: string, ports: BrowserPorts): string {
  const { protocol, href } = new URL(endpoint, ports.base());
  if (protocol !== 'https:' && (protocol !== 'http:' || !ports.origin.startsWith('http:'))) {
    throw new TypeError(`[dongui] endpoint: receipts need an https address, got ${href}`);
  }
  if (protocol === 'http:' && !warned.has(ports)) {
    warned.add(ports);
    console.warn(`[dongui] endpoint: ${href} is not encrypted. Use it for development alone.`);
  }
  return href;
}

/** Where a notice or a long text is put: beside the endpoint, under its hash (DESIGN 5). */
export function noticeAddress(endpoint: string, hash: string): string {
  const address = new URL(`notices/${hash}`, endpoint);
  address.search = new URL(endpoint).search;
  return address.href;
}
