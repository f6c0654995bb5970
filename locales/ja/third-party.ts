import type { ThirdPartyMessages } from '../../src/i18n/third-party-messages.js';
import japanese from '../ja.js';

const thirdParty: ThirdPartyMessages = {
  ...japanese,
  askStep: '{kind} · {n}か所中{m}番目',
  askQuestion: '{recipient}: 個人情報を提供してもよろしいですか。',
  answerRefuse: '同意しない',
  answerGive: '同意する',

  change: '変更する',
  actOnItem: '{action}: {title}',
  withdraw: '撤回する',
  stateWithdrawn: '撤回済み',
  givenSince: '{date}から同意',

  changedSince: '{date}に同意した後に内容が変わったため、もう一度お尋ねします。',
  changedFacts: '変わったもの: {facts}',

  refusedTitle: '同意していません',
  nothingSent: '{recipient}: 情報は何も送っていません。',
  decideAgain: '決め直す',
};

export default thirdParty;
