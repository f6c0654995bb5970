import { missingConsents, toWelcome } from './answers.js';
import type { Host } from './host.js';
import { printAgain } from './print-again.js';

/** Keycloak: the registration of a login theme, under the policy that a realm has by default. */
export const KEYCLOAK: Host = {
  name: 'keycloak',
  title: 'Keycloak',
  policyId: 'maru',
  policy: "frame-src 'self'; frame-ancestors 'self'; object-src 'none'",
  consents: /^consent_/,
  actions: {
    'registration/': async (form, print) => {
      const missing = missingConsents(form, {
        consent_age: 'given',
        consent_terms: 'given',
        consent_membership: 'given',
      });
      if (missing.length === 0) return toWelcome(KEYCLOAK, form);
      return await printAgain(
        await print(''),
        form,
        '<p class="kc-error" role="alert">가입에 필요한 동의가 빠졌습니다. 다시 골라 주십시오.</p>',
      );
    },
  },
};
