import type { RecallMessages } from '../../src/i18n/recall-messages.js';
import english from '../en.js';

const recall: RecallMessages = {
  ...english,
  leadDone: 'You have decided everything already. You can change each of them below.',
  stateWithdrawn: 'Withdrawn',
  sinceDay: 'since {date}',
  withdraw: 'Withdraw',
  decideAgain: 'Decide again',
  actOnItem: '{action}: {title}',
  withdrawnNow: 'Withdrawn. From now on this consent is not used.',

  staleSince: 'You agreed on {date}. This has changed since, so you are asked again.',
  endedSince: 'You agreed on {since}. That ended on {date}, so you are asked again.',
  staleUnused: 'Until you decide, your earlier consent is not used for what is new.',
  endedUnused: 'Until you decide, this data is not used.',
  factChanged: 'Changed',
  factBefore: 'Before: {value}',

  confirmDue:
    'You agreed to advertising on {since}. Please confirm by {date} whether you still want it. If you do nothing, your consent stays.',
  confirmKeep: 'Keep receiving',

  recordName: 'record of consent',
};

export default recall;
