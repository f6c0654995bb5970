import { randomBytes } from 'node:crypto';

import { CSP_REPORT_PATH } from '../headers.js';
import { missingConsents, toWelcome } from './answers.js';
import type { Host } from './host.js';

/** What a site sends that allows scripts and styles by nonce alone, and no text to become markup. */
function policyWith(nonce: string): string {
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'`,
    `style-src 'nonce-${nonce}'`,
    "connect-src 'self'",
    "img-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types lit-html',
    `report-uri ${CSP_REPORT_PATH}`,
  ].join('; ');
}

/** No product: a signup of a site that takes its content security policy seriously. */
export const STRICT: Host = {
  name: 'strict',
  title: '엄격한 정책의 가입 화면',
  policyId: 'maru',
  consents: /^consent\[/,
  views: {
    '': async (print) => {
      const values = new FormData();
      const nonce = randomBytes(16).toString('base64url');
      values.set('nonce', nonce);
      const page = await print('', values);
      page.headers.set('content-security-policy', policyWith(nonce));
      return page;
    },
  },
  actions: {
    'join/': (form) => {
      const required = { age: 'given', terms: 'given', membership: 'given' };
      const named = Object.entries(required).map(([id, value]) => [`consent[${id}]`, value]);
      const missing = missingConsents(form, Object.fromEntries(named) as Record<string, string>);
      if (missing.length === 0) return toWelcome(STRICT, form);
      return new Response(`Missing: ${missing.join(', ')}`, { status: 422 });
    },
  },
};
