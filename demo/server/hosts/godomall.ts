import { alertAndBack, missingConsents, toWelcome } from './answers.js';
import type { Host } from './host.js';

/** 고도몰5: the agreements are a step of their own, with boxes of the shop's. */
export const GODOMALL: Host = {
  name: 'godomall',
  title: '고도몰',
  policyId: 'maru',
  policy: '',
  consents: /^(agreementInfoFl|privateApproval|privateOffer|privateConsign|under14|mailling|sms)/,
  actions: {
    'join/': (form) => {
      const missing = missingConsents(form, { agreementInfoFl: 'y', privateApprovalFl: 'y' });
      return missing.length > 0
        ? alertAndBack('필수 동의가 없습니다.', '/hosts/godomall/')
        : toWelcome(GODOMALL, form);
    },
  },
};
