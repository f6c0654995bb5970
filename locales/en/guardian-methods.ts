import type { GuardianMethodMessages } from '../../src/i18n/guardian-messages.js';

const methods: GuardianMethodMessages = {
  'guardian-sms-notice': 'a mark confirmed by text message',
  'guardian-card': 'card details',
  'guardian-phone-identity': 'identity check by phone',
  'guardian-paper-sign': 'a signed paper',
  'guardian-email': 'a reply by e-mail',
  'guardian-phone-call': 'a phone call',
  'guardian-other-equivalent': 'an equivalent way',
};

export default methods;
