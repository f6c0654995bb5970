import type { GuardianMessages } from '../../src/i18n/guardian-messages.js';
import english from '../en.js';
import methods from './guardian-methods.js';

const guardian: GuardianMessages = {
  ...english,
  ...methods,
  childTitle: 'If you are not {age} yet, a parent or guardian has to agree.',
  childWho: 'Who asks',
  childWhy: 'Why',
  childWhyText: 'To ask your guardian whether you may. It is used for nothing else.',
  childWhat: 'What you write',
  childWhatText: 'Only the name of your guardian and how to reach them.',
  childUntil: 'Deleted',
  childUntilText:
    'Within {n} days, if your guardian does not agree or nobody can check that they did.',
  childHow: 'How we check',
  childGo: 'Ask your guardian',

  guardianTitle: 'A guardian decides',
  guardianLead:
    'Under the age of {age} a guardian decides instead of the child. Each item is decided on its own; there is no button that agrees to all.',
  guardianMethod: 'Confirmed by',
  guardianAt: 'Confirmed at',
  guardianUnconfirmed: 'Not confirmed yet',
  guardianProvisional:
    'What is decided before that is a provisional record. If it is not confirmed by {date}, the record and the guardian’s details are deleted.',
  guardianPromotion:
    'Whether a child under {age} gets advertising is for the guardian to decide, too.',
  childWords: 'In words for the child',
  storedProvisional:
    'Nobody has confirmed the guardian yet: this record is provisional. If that is not done by {date}, it is deleted.',
};

export default guardian;
