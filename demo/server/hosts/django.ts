import type { Host } from './host.js';
import { signupAction } from './print-again.js';

/** Django: a form of its own, drawn again with its errors. */
export const DJANGO: Host = {
  name: 'django',
  title: 'Django',
  policyId: 'maru',
  policy: '',
  consents: /^(age|terms|membership|neighbours|marketing_use|advertising_\w+)$/,
  actions: {
    'join/': signupAction(
      () => DJANGO,
      { age: 'on', terms: 'on', membership: 'on' },
      { problem: '<p role="alert">가입에 필요한 동의가 빠졌습니다. 다시 골라 주십시오.</p>' },
    ),
  },
};
