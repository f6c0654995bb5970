import type { ThirdPartyMessages } from '../../src/i18n/third-party-messages.js';
import english from '../en.js';

const thirdParty: ThirdPartyMessages = {
  ...english,
  askStep: '{kind} · {m} of {n}',
  askQuestion: 'May we provide your data to {recipient}?',
  answerRefuse: 'I do not agree',
  answerGive: 'I agree',

  change: 'Change',
  actOnItem: '{action}: {title}',
  withdraw: 'Withdraw',
  stateWithdrawn: 'Withdrawn',
  givenSince: 'Agreed since {date}',

  changedSince: 'You agreed on {date}. This has changed since, so we ask again.',
  changedFacts: 'Changed: {facts}',

  refusedTitle: 'You did not agree',
  nothingSent: '{recipient}: no data was sent.',
  decideAgain: 'Decide again',
};

export default thirdParty;
