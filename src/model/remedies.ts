import type { Remedy } from './policy-about.js';
import type { Checked } from './presets.js';

/** A body that helps with infringements, as a policy of today names it (requirement POL-14). */
export interface RemedyPreset extends Checked, Remedy {
  readonly phone: string;
  readonly url: string;
}

/** How policies name a body that is gone or has moved: any one of these is enough to know it by. */
export interface RetiredRemedy extends Checked {
  readonly body?: string;
  /** Digits and hyphens, as dialled. Where `body` is given too, the two must stand together. */
  readonly phone?: string;
  /** Host name of its site. */
  readonly host?: string;
  /** What became of it, in words. */
  readonly reason: string;
  /** From which day, `YYYY-MM-DD`, where known. */
  readonly since?: string;
}

const HIGH: Checked = { checkedOn: '2026-11-21', confidence: 'high' };

/** The bodies to name today (작성지침 2026.4, row 20; requirement POL-14). */
export const REMEDIES: readonly RemedyPreset[] = [
  {
    ...HIGH,
    body: '개인정보분쟁조정위원회',
    duty: '개인정보 분쟁조정 신청, 집단분쟁조정',
    phone: '1833-6972',
    url: 'https://www.kopico.go.kr',
  },
  {
    ...HIGH,
    body: '개인정보침해신고센터',
    duty: '개인정보 침해사실 신고, 상담',
    phone: '118',
    url: 'https://privacy.kisa.or.kr',
  },
  {
    ...HIGH,
    body: '경찰청',
    duty: '사이버범죄 신고',
    phone: '182',
    url: 'https://ecrm.police.go.kr',
  },
];

const PROSECUTION = '검찰청 폐지, 공소청 설치';
const MOVED = '현재 주소는 ecrm.police.go.kr';

/** Bodies, numbers and addresses that older policies name (rule L62). */
export const RETIRED_REMEDIES: readonly RetiredRemedy[] = [
  { ...HIGH, body: '대검찰청', reason: PROSECUTION, since: '2026-10-02' },
  { ...HIGH, phone: '1301', reason: PROSECUTION, since: '2026-10-02' },
  { ...HIGH, host: 'spo.go.kr', reason: PROSECUTION, since: '2026-10-02' },
  { ...HIGH, phone: '02-3480-3573', reason: PROSECUTION, since: '2026-10-02' },
  { ...HIGH, body: '인터넷범죄수사센터', reason: PROSECUTION, since: '2026-10-02' },
  { ...HIGH, host: 'ecrm.cyber.go.kr', reason: MOVED },
  { ...HIGH, host: 'netan.go.kr', reason: MOVED },
  { ...HIGH, body: '사이버테러대응센터', reason: '현재 이름은 경찰청, 전화 182' },
  { ...HIGH, phone: '1566-0112', reason: '현재 전화는 182' },
  {
    ...HIGH,
    body: '개인정보분쟁조정위원회',
    phone: '118',
    reason: '118은 개인정보침해신고센터, 분쟁조정위원회는 1833-6972',
  },
];

const hostOf = (url = ''): string => url.replace(/^https?:\/\//i, '').split(/[/?#:]/)[0] ?? '';

const dialled = (phone = ''): string => phone.replace(/[^\d-]/g, '');

/** What became of a body, a number or an address that a policy names; `undefined` while it holds. */
export function retirementOf({ body, phone, url }: Remedy): RetiredRemedy | undefined {
  const name = body.replace(/\s/g, '');
  const host = hostOf(url);
  return RETIRED_REMEDIES.find(
    (each) =>
      (each.body === undefined || name.includes(each.body)) &&
      (each.phone === undefined || dialled(phone) === each.phone) &&
      (each.host === undefined || host === each.host || host.endsWith(`.${each.host}`)),
  );
}
