import type { GuardianMethodMessages } from '../../src/i18n/guardian-messages.js';

const methods: GuardianMethodMessages = {
  'guardian-sms-notice': '同意の表示とSMSによる確認',
  'guardian-card': 'カード情報の確認',
  'guardian-phone-identity': '携帯電話の本人認証',
  'guardian-paper-sign': '書面への署名',
  'guardian-email': 'メールの返信',
  'guardian-phone-call': '電話',
  'guardian-other-equivalent': 'これに準ずる方法',
};

export default methods;
