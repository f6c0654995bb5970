/** What a page after signup says beyond the library's own words. */
export interface WelcomeTexts {
  readonly looking: string;
  readonly none: string;
  readonly noneAdvice: string;
  readonly missing: string;
  readonly missingAdvice: string;
  readonly answers: string;
  readonly delivered: string;
  readonly sending: string;
  readonly waiting: string;
  readonly rejected: string;
}

export const KOREAN: WelcomeTexts = {
  looking: '기록을 찾고 있습니다.',
  none: '보여 드릴 기록이 없습니다',
  noneAdvice: '가입 화면에서 보내면 여기에 기록이 나타납니다.',
  missing: '이 브라우저에 기록이 남지 않았습니다',
  missingAdvice:
    '브라우저가 저장을 막고 있을 수 있습니다. 기록은 가입할 때 서버로 보냈습니다. 기록 번호:',
  answers: '정한 것',
  delivered: '서버에 전달했습니다.',
  sending: '서버에 전달하고 있습니다.',
  waiting: '아직 서버에 전달하지 못했습니다. 이 브라우저에 있으며, 연결되면 다시 보냅니다.',
  rejected: '서버가 받지 않았습니다. 기록은 이 브라우저에 남아 있습니다.',
};

export const ENGLISH: WelcomeTexts = {
  looking: 'Looking for your record.',
  none: 'There is no record to show',
  noneAdvice: 'Send the form, and your record appears here.',
  missing: 'This browser has kept no record',
  missingAdvice:
    'The browser may not let pages store anything. Your record was sent to the server when you signed up. Record number:',
  answers: 'Your decisions',
  delivered: 'Delivered to the server.',
  sending: 'On its way to the server.',
  waiting: 'Not delivered yet. It is in this browser, and goes out when the connection is back.',
  rejected: 'The server did not take it. The record stays in this browser.',
};
