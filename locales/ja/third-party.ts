import type { ThirdPartyMessages } from '../../src/i18n/third-party-messages.js';
import recall from './recall.js';

const thirdParty: ThirdPartyMessages = {
  ...recall,
  askStep: '{kind} · {n}か所中{m}番目',
  askQuestion: '{recipient}: 個人情報を提供してもよろしいですか。',
  answerRefuse: '同意しない',
  answerGive: '同意する',

  change: '変更する',
  withdraw: '撤回する',
  givenSince: '{date}から同意',

  refusedTitle: '同意していません',
  nothingSent: '{recipient}: 情報は何も送っていません。',
};

export default thirdParty;
