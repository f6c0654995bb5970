/** What the page of one's own records says beyond the library's words. */
export const TEXTS = {
  none: '아직 남은 기록이 없습니다',
  noneAdvice: '가입하거나 제공에 답하면 여기에 나타납니다.',
  noneLink: '하루에 가입해 보기',
  unreadable: '이 브라우저에 남은 기록을 읽지 못했습니다',
  unreadableAdvice: '저장이 막혀 있을 수 있습니다. 사생활 보호 창이라면 보통 창에서 여세요.',
  elsewhere: '계정에 이어진 기록을 함께 보여 드립니다',
  elsewhereAdvice:
    '이 시연 서버가 가입할 때 지어낸 계정입니다. 그 기록을 서버에서 받아 이 기기의 기록과 합쳤습니다. 실제 서비스에서는 주소 대신 로그인으로 누구인지 압니다.',
  lost: '계정의 기록을 받지 못했습니다',
  lostAdvice: '주소가 잘못되었거나 연결이 끊겼습니다. 아래는 이 기기에 남은 기록입니다.',
  records: '남은 기록',
  given: '동의함',
  refused: '동의 안 함',
  withdrawn: '철회함',
  renewed: '다시 확인함',
  expired: '기간 끝남',
  count: '{n}개',
} as const;
