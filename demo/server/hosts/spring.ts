import { missingConsents, toWelcome } from './answers.js';
import type { Host } from './host.js';
import { printAgain } from './print-again.js';

/** Spring with JSP, in the manner of many a site: the button sends by `form.submit()`. */
export const SPRING: Host = {
  name: 'spring',
  title: 'Spring JSP',
  policyId: 'maru',
  policy: '',
  consents: /Yn$/,
  actions: {
    'join/': async (form, print) => {
      const missing = missingConsents(form, { ageYn: 'Y', termsYn: 'Y', privacyYn: 'Y' });
      if (missing.length === 0) return toWelcome(SPRING, form);
      return await printAgain(
        await print(''),
        form,
        '<p class="msg" role="alert">가입에 필요한 동의가 빠졌습니다. 다시 골라 주십시오.</p>',
      );
    },
  },
};
