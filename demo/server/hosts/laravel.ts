import type { Host } from './host.js';
import { signupAction } from './print-again.js';

/** Laravel: the register view of a starter kit. */
export const LARAVEL: Host = {
  name: 'laravel',
  title: 'Laravel',
  policyId: 'maru',
  policy: '',
  consents: /^(age|terms|membership|neighbours|marketing_use|advertising_\w+)$/,
  actions: {
    'register/': signupAction(
      () => LARAVEL,
      { age: '1', terms: '1', membership: '1' },
      { problem: '<p class="error" role="alert">약관에 동의해야 합니다.</p>' },
    ),
  },
};
