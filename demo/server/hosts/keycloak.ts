import type { Host } from './host.js';
import { signupAction } from './print-again.js';

/** Keycloak: the registration of a login theme, under the policy that a realm has by default. */
export const KEYCLOAK: Host = {
  name: 'keycloak',
  title: 'Keycloak',
  policyId: 'maru',
  policy: "frame-src 'self'; frame-ancestors 'self'; object-src 'none'",
  consents: /^consent_/,
  actions: {
    'registration/': signupAction(
      () => KEYCLOAK,
      {
        consent_age: 'given',
        consent_terms: 'given',
        consent_membership: 'given',
      },
      {
        problem:
          '<p class="kc-error" role="alert">가입에 필요한 동의가 빠졌습니다. 다시 골라 주십시오.</p>',
      },
    ),
  },
};
