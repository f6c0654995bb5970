import { alertAndBack, missingConsents, toWelcome } from './answers.js';
import type { Host } from './host.js';

/** No product: a signup as it was laid out in 2008. Quirks mode, euc-kr, everything in tables. */
export const TABLE: Host = {
  name: 'table',
  title: '표로 짠 옛 가입 화면',
  policyId: 'maru',
  policy: '',
  charset: 'euc-kr',
  consents: /^(consent\[|agree$|mailing$)/,
  actions: {
    'join.do/': (form) => {
      const missing = missingConsents(form, { agree: 'Y', 'consent[membership]': 'given' });
      if (missing.length > 0) return alertAndBack('약관에 동의하셔야 합니다.', '/hosts/table/');
      return toWelcome(TABLE, form);
    },
  },
};
