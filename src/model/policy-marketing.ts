import type { Block } from './block.js';
import type { Day } from './formats.js';
import type { DataItem, Purpose, Refusal } from './policy-processing.js';
import type { Retention } from './retention.js';

/** Ways to receive advertising (Network Act 50(1); requirement MKT-04). */
export type Channel = 'email' | 'sms' | 'alimtalk' | 'push' | 'phone' | 'post';

/** Use of data for promotion and sales: a consent of its own (PIPA 22(1)7; MKT-01). Id: `marketing-use`. */
export interface MarketingUse {
  readonly title?: string;
  readonly purposes: readonly Purpose[];
  readonly data: readonly DataItem[];
  readonly retention: Retention;
  readonly refusal?: Refusal;
  readonly detail?: readonly Block[];
  /** The same in words that a child reads (PIPA 22-2(3); requirement CHD-06). */
  readonly childText?: string;
  readonly revision: Day;
}

/** Receipt of advertising, one decision a channel (Network Act 50(1); MKT-02). Ids: `advertising-<channel>`. */
export interface Advertising {
  readonly title?: string;
  /** What is advertised, in words: "새 메뉴와 할인 광고를 보냅니다". */
  readonly content?: string;
  readonly channels: readonly { readonly channel: Channel; readonly title?: string }[];
  readonly retention: Retention;
  readonly refusal?: Refusal;
  /** The same in words that a child reads (PIPA 22-2(3); requirement CHD-06). */
  readonly childText?: string;
  readonly revision: Day;
}

/** Advertising between 21:00 and 08:00, apart from the rest and never by e-mail (Network Act 50(3), Decree 61(2); MKT-03). Id: `advertising-night`. */
export interface NightAdvertising {
  readonly title?: string;
  readonly channels: readonly Channel[];
  readonly retention: Retention;
  readonly refusal?: Refusal;
  /** The same in words that a child reads (PIPA 22-2(3); requirement CHD-06). */
  readonly childText?: string;
  readonly revision: Day;
}

export interface Marketing {
  /** Who sends, named in the result notice (Network Act Decree 62-2). Absent: the first controller. */
  readonly sender?: string;
  readonly use?: MarketingUse;
  readonly advertising?: Advertising;
  readonly night?: NightAdvertising;
}
