import type { ThirdPartyMessages } from '../../src/i18n/third-party-messages.js';
import recall from './recall.js';

const thirdParty: ThirdPartyMessages = {
  ...recall,
  askStep: '{kind} · {n}곳 중 {m}번째',
  askQuestion: '{recipient}: 개인정보를 제공할까요?',
  answerRefuse: '동의하지 않음',
  answerGive: '동의함',

  change: '바꾸기',
  withdraw: '철회하기',
  givenSince: '{date}부터 동의',

  refusedTitle: '동의하지 않았습니다',
  nothingSent: '{recipient}: 아무 정보도 보내지 않았습니다.',
};

export default thirdParty;
