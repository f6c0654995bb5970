import type { ThirdPartyMessages } from '../../src/i18n/third-party-messages.js';
import korean from '../ko.js';

const thirdParty: ThirdPartyMessages = {
  ...korean,
  askStep: '{kind} · {n}곳 중 {m}번째',
  askQuestion: '{recipient}: 개인정보를 제공할까요?',
  answerRefuse: '동의하지 않음',
  answerGive: '동의함',

  change: '바꾸기',
  actOnItem: '{action}: {title}',
  withdraw: '철회하기',
  stateWithdrawn: '철회함',
  givenSince: '{date}부터 동의',

  changedSince: '{date}에 동의한 뒤 내용이 바뀌어 다시 묻습니다.',
  changedFacts: '바뀐 것: {facts}',

  refusedTitle: '동의하지 않았습니다',
  nothingSent: '{recipient}: 아무 정보도 보내지 않았습니다.',
  decideAgain: '다시 정하기',
};

export default thirdParty;
