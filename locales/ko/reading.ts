import type { ReadingMessages } from '../../src/i18n/reading-messages.js';
import korean from '../ko.js';

const reading: ReadingMessages = {
  ...korean,
  readingLoading: '개인정보 처리방침을 불러오는 중입니다.',
  readingErrorTitle: '개인정보 처리방침을 불러오지 못했습니다',
  readingErrorNetwork: '인터넷 연결을 확인하고 다시 불러오세요.',
  readingErrorDocument: '처리방침 문서가 잘못되어 있습니다. 잠시 뒤에 다시 불러오세요.',
  notApplicable: '해당 없음',
  markBiometric: '생체인식정보',
  markBehavioural: '행태정보',
  markAutomatic: '자동 수집',
};

export default reading;
