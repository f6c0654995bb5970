import type { PolicySummaryMessages } from '../../src/i18n/policy-summary-messages.js';
import reading from './reading.js';

const summary: PolicySummaryMessages = {
  ...reading,

  summaryHeading: '개인정보, 한눈에 보기',
  summaryVersion: '{version}판 · {date} 시행',
  summaryEffective: '{date} 시행',
  summaryArchived: '지금은 쓰지 않는 이전 처리방침입니다.',

  nextTitle: '{date}부터 바뀝니다',
  nextLink: '바뀌는 내용 보기',

  labelsHeading: '처리 표시',
  labelsHint: '칸을 고르면 자세한 내용이 나옵니다.',
  labelOrdinary: '일반 개인정보',
  labelBiometric: '생체정보',
  labelAutomatic: '자동 수집',
  labelComplaints: '고충 처리',
  labelNone: '없음',
  labelUnstated: '적혀 있지 않음',
  labelNoneDetail: '이 방침에 해당 없음이라고 적혀 있습니다.',
  labelAnnouncedDetail: '이 방침에 제목은 있지만 내용이 적혀 있지 않습니다.',
  labelLink: '처리방침에서 보기',
  countItems: '{n}개 항목',
  countPlaces: '{n}곳',
  countCookies: '쿠키 {n}종',
  choiceRequired: '필수 {n}',
  choiceOptional: '선택 {n}',

  processingHeading: '왜, 무엇을, 언제까지',
  purposesMore: '목적 {n}가지 더 보기',
  automaticHeading: '자동으로 수집하는 정보',
  factTrackers: '가져가는 곳',
  factCookies: '쿠키',
  factEffect: '거부하면',
  factPermissions: '기기 접근권한',
  keptHeading: '더 오래 보관하는 기록 {n}가지',
  keptUnnamed: '이름이 적혀 있지 않은 기록',

  recipientsHeading: '누가 받나요',
  consentRequired: '필수 동의',
  consentOptional: '선택 동의',
  basisUnstated: '근거가 적혀 있지 않음',
  processors: '처리위탁',
  processorsNote: '동의 없이 맡긴 일',
  processorsPromotion: '홍보·판매',
  subProcessors: '다시 맡은 곳: {names}',
  asProcessor: '고객을 대신해 처리하는 정보',

  rightsHeading: '내가 할 수 있는 것',
  rightWithdraw: '동의 철회',
  rightLimit: '제한: {limit}',
  contactsHeading: '문의',
  contacts: '개인정보를 맡은 부서',
  remedies: '권익침해 구제',
  remedyRetired: '지금은 쓰지 않는 연락처입니다.',
  remedyToday: '지금의 연락처입니다. 이 방침에는 적혀 있지 않습니다.',
  roleCpo: '개인정보 보호책임자',
  roleOfficer: '개인정보 담당자',
  roleAccess: '열람 청구',
  roleComplaints: '고충 처리',

  notReplacing:
    '이 요약은 개인정보 처리방침을 대신하지 않습니다. 다른 점이 있으면 처리방침이 맞습니다.',
  wholePolicy: '{policy} 전문 보기',
};

export default summary;
