import { DORMANCY_REPEALED } from './repealed.js';
import type { Retention } from './retention.js';

// Data about law in one place, for the linter, the command line and whoever writes a policy. The
// bodies that help stand in `remedies.ts`: of all this, the policy element needs those alone.

/** When a fact of law was last held against its source, and how well (high: the text was read). */
export interface Checked {
  /** `YYYY-MM-DD`. */
  readonly checkedOn: string;
  readonly confidence: 'high' | 'medium' | 'low';
}

/** A duty or a limit of keeping records, by statute. */
export interface RetentionPreset extends Checked {
  /** Requirement: `RET-01`. */
  readonly id: string;
  /** Which records, as policies name them. */
  readonly record: string;
  /** How long; empty where no statute demands or limits it. */
  readonly retention: Retention;
  /** Whether the statute demands at least, or allows at most, this long. */
  readonly bound?: 'exactly' | 'at-least' | 'at-most';
  /** Whom it binds, where not everybody. */
  readonly scope?: string;
  /** The day on which the basis ceased to exist, `YYYY-MM-DD`. */
  readonly repealed?: string;
  /** Why it is no basis, though policies cite it. */
  readonly noBasis?: string;
  /** What holds for all records kept by statute, where the entry is about no period. */
  readonly duty?: string;
}

/** A statute or rule that policies cite and that no longer says what they cite it for. */
export interface RepealedBasis extends Checked {
  /** What it was about: `본인확인 기록`. */
  readonly matter: string;
  /** The article as it was. */
  readonly statute: string;
  /** The day on which it ceased to exist, `YYYY-MM-DD`; the year alone where that is all we know. */
  readonly repealed: string;
}

const CHECKED_ON = '2026-11-21';
const HIGH: Checked = { checkedOn: CHECKED_ON, confidence: 'high' };
const MEDIUM: Checked = { checkedOn: CHECKED_ON, confidence: 'medium' };
const LOW: Checked = { checkedOn: CHECKED_ON, confidence: 'low' };

const COMMERCE = '전자상거래 등에서의 소비자보호에 관한 법률 제6조, 같은 법 시행령 제6조 제1항';
const COMMUNICATIONS = '통신비밀보호법 제15조의2, 같은 법 시행령 제41조 제2항';
const FINANCE = '전자금융거래법 제22조, 같은 법 시행령 제12조';
const CREDIT = '신용정보의 이용 및 보호에 관한 법률';

const commerce = (id: string, period: string, record: string): RetentionPreset => ({
  ...HIGH,
  id,
  record,
  retention: [{ period, statute: COMMERCE }],
  bound: 'exactly',
  scope: '통신판매업자 등 사업자',
});

/** Periods by statute (requirements RET-01 to RET-13), and those that are cited without a basis. */
export const RETENTION_PRESETS: readonly RetentionPreset[] = [
  commerce('RET-01', 'P6M', '표시·광고에 관한 기록'),
  commerce('RET-02', 'P5Y', '계약 또는 청약철회 등에 관한 기록'),
  commerce('RET-03', 'P5Y', '대금결제 및 재화 등의 공급에 관한 기록'),
  commerce('RET-04', 'P3Y', '소비자의 불만 또는 분쟁처리에 관한 기록'),
  {
    ...HIGH,
    id: 'RET-05',
    record: '컴퓨터통신·인터넷 로그기록, 접속지 추적자료',
    retention: [{ period: 'P3M', statute: `${COMMUNICATIONS} 제2호` }],
    bound: 'at-least',
    scope: '전기통신사업자',
  },
  {
    ...HIGH,
    id: 'RET-06',
    record: '그 밖의 통신사실확인자료',
    retention: [
      { period: 'P12M', statute: `${COMMUNICATIONS} 제1호` },
      { period: 'P6M', condition: '시내·시외전화', statute: `${COMMUNICATIONS} 제1호` },
    ],
    bound: 'at-least',
    scope: '전기통신사업자',
  },
  {
    ...LOW,
    id: 'RET-07',
    record: '전자금융거래에 관한 기록',
    retention: [
      { period: 'P5Y', condition: '건당 1만원 초과', statute: FINANCE },
      { period: 'P1Y', condition: '건당 1만원 이하', statute: FINANCE },
    ],
    bound: 'exactly',
    scope: '전자금융업자',
  },
  {
    ...HIGH,
    id: 'RET-08',
    record: '개인신용정보의 처리에 관한 기록',
    retention: [{ period: 'P3Y', statute: `${CREDIT} 제20조 제2항` }],
    bound: 'exactly',
    scope: '신용정보회사 등',
  },
  {
    ...HIGH,
    id: 'RET-09',
    record: '개인신용정보',
    retention: [
      { period: 'P5Y', from: '상거래관계 종료', statute: `${CREDIT} 제20조의2 제2항` },
      {
        period: 'P3M',
        from: '수집·제공 목적 달성',
        condition: '목적이 달성된 경우',
        statute: `${CREDIT} 제20조의2 제2항`,
      },
    ],
    bound: 'at-most',
    scope: '신용정보제공·이용자',
  },
  {
    ...LOW,
    id: 'RET-10',
    record: '고객확인 기록',
    retention: [
      {
        period: 'P5Y',
        from: '금융거래 종료',
        statute: '특정 금융거래정보의 보고 및 이용 등에 관한 법률 제5조의4',
      },
    ],
    bound: 'exactly',
    scope: '금융회사, 전자지급결제대행업자',
  },
  {
    ...HIGH,
    id: 'RET-11',
    record: '본인확인에 관한 기록',
    retention: [],
    repealed: '2014-05-28',
    noBasis: '정보통신망 이용촉진 및 정보보호 등에 관한 법률 제44조의5 제1항 제2호 삭제',
  },
  {
    ...MEDIUM,
    id: 'RET-12',
    record: '접속기록 1년',
    retention: [],
    noBasis:
      '개인정보의 안전성 확보조치 기준은 개인정보취급자의 접속기록에 관한 의무이며, 이용자 기록의 보유 근거가 아님',
  },
  {
    ...HIGH,
    id: 'RET-13',
    record: '법령에 따라 보존하는 개인정보',
    retention: [],
    duty: '다른 개인정보와 분리하여 저장하고 다른 목적으로 이용하지 아니함 (개인정보 보호법 제21조 제3항, 전자상거래 등에서의 소비자보호에 관한 법률 시행령 제6조 제2항 제3호)',
  },
];

/** Bases that were repealed (rule L17). What a policy keeps by them needs a ground of its own. */
export const REPEALED_BASES: readonly RepealedBasis[] = [
  {
    ...HIGH,
    matter: '본인확인 기록 6개월',
    statute: '정보통신망 이용촉진 및 정보보호 등에 관한 법률 제44조의5 제1항 제2호',
    repealed: '2014-05-28',
  },
  {
    ...HIGH,
    matter: '휴면계정 (장기 미이용 이용자)',
    statute: '개인정보 보호법 제39조의6, 같은 법 시행령 제48조의5',
    repealed: DORMANCY_REPEALED,
  },
];
