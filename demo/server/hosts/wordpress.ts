import type { Host } from './host.js';
import { signupAction } from './print-again.js';

/** WordPress: the registration screen, whose form is `novalidate`; what is wrong is told above it. */
export const WORDPRESS: Host = {
  name: 'wordpress',
  title: 'WordPress',
  policyId: 'maru',
  policy: '',
  consents: /^consent\[/,
  actions: {
    'wp-login/': signupAction(
      () => WORDPRESS,
      {
        'consent[age]': 'given',
        'consent[terms]': 'given',
        'consent[membership]': 'given',
      },
      {
        problem:
          '<div id="login_error"><strong>오류:</strong> 가입에 필요한 항목에 동의하지 않았습니다.</div>',
      },
    ),
  },
};
