import type { GuardianMessages } from '../../src/i18n/guardian-messages.js';
import korean from '../ko.js';
import methods from './guardian-methods.js';

const guardian: GuardianMessages = {
  ...korean,
  ...methods,
  childTitle: '만 {age}세가 되지 않았다면 부모님이나 보호자가 동의해야 합니다.',
  childWho: '묻는 곳',
  childWhy: '묻는 까닭',
  childWhyText: '보호자가 동의하는지 물어보려고 합니다. 다른 일에는 쓰지 않습니다.',
  childWhat: '적는 것',
  childWhatText: '보호자의 이름과 연락처만 적습니다.',
  childUntil: '지우는 때',
  childUntilText: '보호자가 동의하지 않거나 확인되지 않으면 {n}일 안에 지웁니다.',
  childHow: '확인하는 방법',
  childGo: '보호자에게 동의 받기',

  guardianTitle: '보호자가 정합니다',
  guardianLead:
    '만 {age}세 미만이면 본인 대신 법정대리인인 보호자가 정합니다. 항목마다 따로 정하며, 한 번에 모두 동의하는 단추는 없습니다.',
  guardianMethod: '확인 방법',
  guardianAt: '확인한 때',
  guardianUnconfirmed: '아직 확인하지 않았습니다',
  guardianProvisional:
    '확인하기 전에 정한 것은 임시 기록입니다. {date}까지 확인하지 못하면 기록과 보호자의 정보를 지웁니다.',
  guardianPromotion: '만 {age}세 미만에게 광고를 보낼지도 보호자가 정합니다.',
  childWords: '어린이에게 하는 말',
  storedProvisional:
    '보호자를 아직 확인하지 않아 임시 기록입니다. {date}까지 확인하지 못하면 지웁니다.',
};

export default guardian;
