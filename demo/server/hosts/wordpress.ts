import { missingConsents, toWelcome } from './answers.js';
import type { Host } from './host.js';
import { printAgain } from './print-again.js';

/** WordPress: the registration screen, whose form is `novalidate`; what is wrong is told above it. */
export const WORDPRESS: Host = {
  name: 'wordpress',
  title: 'WordPress',
  policyId: 'maru',
  policy: '',
  consents: /^consent\[/,
  actions: {
    'wp-login/': async (form, print) => {
      const missing = missingConsents(form, {
        'consent[age]': 'given',
        'consent[terms]': 'given',
        'consent[membership]': 'given',
      });
      if (missing.length === 0) return toWelcome(WORDPRESS, form);
      return await printAgain(
        await print(''),
        form,
        '<div id="login_error"><strong>오류:</strong> 가입에 필요한 항목에 동의하지 않았습니다.</div>',
      );
    },
  },
};
