import type { Host } from './host.js';
import { signupAction } from './print-again.js';

/** Spring with JSP, in the manner of many a site: the button sends by `form.submit()`. */
export const SPRING: Host = {
  name: 'spring',
  title: 'Spring JSP',
  policyId: 'maru',
  policy: '',
  consents: /Yn$/,
  actions: {
    'join/': signupAction(
      () => SPRING,
      { ageYn: 'Y', termsYn: 'Y', privacyYn: 'Y' },
      {
        problem:
          '<p class="msg" role="alert">가입에 필요한 동의가 빠졌습니다. 다시 골라 주십시오.</p>',
      },
    ),
  },
};
