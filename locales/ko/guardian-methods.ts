import type { GuardianMethodMessages } from '../../src/i18n/guardian-messages.js';

const methods: GuardianMethodMessages = {
  'guardian-sms-notice': '동의 표시와 휴대전화 문자 확인',
  'guardian-card': '카드 정보 확인',
  'guardian-phone-identity': '휴대전화 본인인증',
  'guardian-paper-sign': '서면에 서명',
  'guardian-email': '이메일 회신',
  'guardian-phone-call': '전화 통화',
  'guardian-other-equivalent': '그에 준하는 방법',
};

export default methods;
