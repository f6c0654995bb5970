import english from '../../../locales/en/guardian-methods.js';
import korean from '../../../locales/ko/guardian-methods.js';
import type { GuardianMethodMessages } from '../../../src/i18n/guardian-messages.js';

/** What a page after signup says beyond the library's own words. */
export interface WelcomeTexts {
  readonly looking: string;
  readonly none: string;
  readonly noneAdvice: string;
  readonly missing: string;
  readonly missingAdvice: string;
  readonly answers: string;
  /** Who decided for a child; `{method}` and `{at}` or `{due}`. */
  readonly guardian: string;
  readonly guardianConfirmed: string;
  readonly guardianDue: string;
  readonly delivered: string;
  readonly sending: string;
  readonly waiting: string;
  readonly rejected: string;
  readonly mine: string;
  readonly elsewhere: string;
  readonly elsewhereAdvice: string;
}

export const KOREAN: WelcomeTexts = {
  looking: '기록을 찾고 있습니다.',
  none: '보여 드릴 기록이 없습니다',
  noneAdvice: '가입 화면에서 보내면 여기에 기록이 나타납니다.',
  missing: '이 브라우저에 기록이 남지 않았습니다',
  missingAdvice:
    '브라우저가 저장을 막고 있을 수 있습니다. 기록은 가입할 때 서버로 보냈습니다. 기록 번호:',
  answers: '정한 것',
  guardian: '보호자가 정했습니다.',
  guardianConfirmed: '확인 방법: {method} · 확인한 때: {at}',
  guardianDue:
    '확인 방법: {method} · 아직 확인하지 않은 임시 기록입니다. {due}까지 확인하지 못하면 지웁니다.',
  delivered: '서버에 전달했습니다.',
  sending: '서버에 전달하고 있습니다.',
  waiting: '아직 서버에 전달하지 못했습니다. 이 브라우저에 있으며, 연결되면 다시 보냅니다.',
  rejected: '서버가 받지 않았습니다. 기록은 이 브라우저에 남아 있습니다.',
  mine: '내 동의 보고 철회하기',
  elsewhere: '다른 기기에서 내 동의 보기',
  elsewhereAdvice:
    '이 시연 서버가 계정을 하나 지어내 기록을 이었습니다. 아래 주소를 다른 기기나 다른 브라우저에서 열면 같은 기록이 나옵니다. 실제 서비스에서는 로그인이 이 주소를 대신합니다.',
};

export const ENGLISH: WelcomeTexts = {
  looking: 'Looking for your record.',
  none: 'There is no record to show',
  noneAdvice: 'Send the form, and your record appears here.',
  missing: 'This browser has kept no record',
  missingAdvice:
    'The browser may not let pages store anything. Your record was sent to the server when you signed up. Record number:',
  answers: 'Your decisions',
  guardian: 'A guardian decided.',
  guardianConfirmed: 'Confirmed by: {method} · at {at}',
  guardianDue:
    'To be confirmed by: {method} · not done yet. This record is provisional, and is deleted unless it is done by {due}.',
  delivered: 'Delivered to the server.',
  sending: 'On its way to the server.',
  waiting: 'Not delivered yet. It is in this browser, and goes out when the connection is back.',
  rejected: 'The server did not take it. The record stays in this browser.',
  mine: 'See your consents and withdraw',
  elsewhere: 'Your consents on another device',
  elsewhereAdvice:
    'This demonstration has invented an account and linked the record to it. Open the address below on another device or in another browser, and the same record appears. On a real site signing in takes the place of this address.',
};

/** Ways to confirm a guardian, in words. */
export function methodsOf(lang: string): GuardianMethodMessages {
  return lang.startsWith('en') ? english : korean;
}
