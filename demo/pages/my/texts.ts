/** What the page of one's own records says beyond the library's words. */
export const TEXTS = {
  none: '아직 남은 기록이 없습니다. 가입하거나 제공에 답하면 여기에 나타납니다.',
  unreadable: '이 브라우저에 남은 기록을 읽지 못했습니다. 저장이 막혀 있을 수 있습니다.',
  given: '동의함',
  refused: '동의 안 함',
  count: '{n}개',
} as const;
