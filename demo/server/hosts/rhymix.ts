import { missingConsents, RECEIPT_FIELD, welcomeAddress } from './answers.js';
import type { Host } from './host.js';

/** Rhymix: one page, sent by `$.ajax` with `new FormData(form)`; every answer is JSON. */
export const RHYMIX: Host = {
  name: 'rhymix',
  title: '라이믹스',
  policyId: 'maru',
  policy: '',
  consents: /^(accept_agreement\[|allow_mailing$|consent\[)/,
  actions: {
    '': (form) => {
      const required = { 'accept_agreement[1]': 'Y', 'accept_agreement[2]': 'Y' };
      const missing = missingConsents(form, required);
      if (missing.length === 0) {
        return Response.json({ error: 0, redirect_url: welcomeAddress(RHYMIX, form) });
      }
      const message = missing.includes(RECEIPT_FIELD)
        ? '동의 기록이 함께 오지 않았습니다.'
        : '필수 약관에 모두 동의해야 가입하실 수 있습니다.';
      return Response.json({ error: -1, message });
    },
  },
};
