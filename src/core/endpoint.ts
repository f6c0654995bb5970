import type { BrowserPorts } from './ports.js';

let isWarned = false;

/**
 * The absolute address of an endpoint that the page gives. Receipts travel encrypted (requirement
 * REC-07): an http address is taken on an http page alone, which is warned once.
 *
 * @throws TypeError that names the address.
 */
export function resolveEndpoint(endpoint: string, ports: BrowserPorts): string {
  const { protocol, href } = new URL(endpoint, ports.document.baseURI);
  const isPlain = protocol === 'http:' && ports.location.origin.startsWith('http:');
  if (!isPlain && protocol !== 'https:') {
    throw new TypeError(`[dongui] endpoint is not https: ${href}`);
  }
  if (isPlain && !isWarned) {
    isWarned = true;
    console.warn(`[dongui] endpoint is not encrypted: ${href}`);
  }
  return href;
}

/** Where a notice or a long text is put: beside the endpoint, under its hash (DESIGN 5). */
export function noticeAddress(endpoint: string, hash: string): string {
  return new URL(`notices/${hash}`, endpoint).href;
}
