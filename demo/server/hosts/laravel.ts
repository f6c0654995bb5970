import { missingConsents, toWelcome } from './answers.js';
import type { Host } from './host.js';
import { printAgain } from './print-again.js';

/** Laravel: the register view of a starter kit. */
export const LARAVEL: Host = {
  name: 'laravel',
  title: 'Laravel',
  policyId: 'maru',
  policy: '',
  consents: /^(age|terms|membership|neighbours|marketing_use|advertising_\w+)$/,
  actions: {
    'register/': async (form, print) => {
      const missing = missingConsents(form, { age: '1', terms: '1', membership: '1' });
      if (missing.length === 0) return toWelcome(LARAVEL, form);
      return await printAgain(
        await print(''),
        form,
        '<p class="error" role="alert">약관에 동의해야 합니다.</p>',
      );
    },
  },
};
