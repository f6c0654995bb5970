import type { RecallMessages } from '../../src/i18n/recall-messages.js';
import korean from '../ko.js';

const recall: RecallMessages = {
  ...korean,
  leadDone: '이미 모두 정했습니다. 아래에서 하나씩 바꿀 수 있습니다.',
  stateWithdrawn: '철회함',
  sinceDay: '{date}부터',
  withdraw: '철회',
  decideAgain: '다시 정하기',
  actOnItem: '{action}: {title}',
  withdrawnNow: '철회했습니다. 지금부터 이 동의는 쓰지 않습니다.',

  staleSince: '{date}에 동의한 뒤 내용이 바뀌어 다시 묻습니다.',
  endedSince: '{since}에 동의한 기간이 {date}에 끝나 다시 묻습니다.',
  staleUnused: '정하기 전까지 전의 동의를 새 내용에 쓰지 않습니다.',
  endedUnused: '정하기 전까지 이 정보를 쓰지 않습니다.',
  factChanged: '바뀜',
  factBefore: '전에는 {value}',

  confirmDue:
    '{since}에 광고 수신에 동의했습니다. {date}까지 계속 받을지 확인해 주세요. 확인하지 않아도 동의는 그대로입니다.',
  confirmKeep: '계속 받기',

  recordName: '동의 기록',
};

export default recall;
