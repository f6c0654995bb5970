import type { ThirdPartyMessages } from '../../src/i18n/third-party-messages.js';
import recall from './recall.js';

const thirdParty: ThirdPartyMessages = {
  ...recall,
  askStep: '{kind} · {m} of {n}',
  askQuestion: 'May we provide your data to {recipient}?',
  answerRefuse: 'I do not agree',
  answerGive: 'I agree',

  change: 'Change',
  givenSince: 'Agreed since {date}',

  refusedTitle: 'You did not agree',
  nothingSent: '{recipient}: no data was sent.',
};

export default thirdParty;
