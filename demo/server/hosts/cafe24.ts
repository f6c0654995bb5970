import { alertAndBack, missingConsents, toWelcome } from './answers.js';
import type { Host } from './host.js';

/** Cafe24: a hosted shop whose own boxes and checks stay as they are. */
export const CAFE24: Host = {
  name: 'cafe24',
  title: 'Cafe24',
  policyId: 'maru',
  policy: '',
  consents: /^(agree_|is_sms$|is_news_mail$|consent\[)/,
  actions: {
    'join/': (form) => {
      const required = { 'agree_service_check[]': '1', 'agree_privacy_check[]': '1' };
      const missing = missingConsents(form, required);
      return missing.length > 0
        ? alertAndBack('필수 동의가 없습니다.', '/hosts/cafe24/')
        : toWelcome(CAFE24, form);
    },
  },
};
