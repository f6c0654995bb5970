import type { ReadingMessages } from '../../src/i18n/reading-messages.js';
import english from '../en.js';

const reading: ReadingMessages = {
  ...english,
  readingLoading: 'Loading the privacy policy.',
  readingErrorTitle: 'The privacy policy could not be loaded',
  readingErrorNetwork: 'Check your internet connection and load it again.',
  readingErrorDocument: 'The policy document has an error. Try again a little later.',
  notApplicable: 'Not applicable',
  markBiometric: 'Biometric data',
  markBehavioural: 'Behavioural data',
  markAutomatic: 'Collected automatically',
};

export default reading;
