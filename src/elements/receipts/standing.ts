import type { PastRecord } from '../../core/past.js';
import { type CreatedNotice, createNotice } from '../../model/create-notice.js';
import { deriveSurface } from '../../model/derive-surface.js';
import { isStanding, type KnownMatter, listMatters } from '../../model/matters.js';
import type { Notice, TextPart } from '../../model/notice.js';
import type { PolicyDocument } from '../../model/policy-document.js';
import { flagRecords, type RecordFlag } from '../../model/record-flags.js';
import type { DonguiErrorDetail } from '../../ui/events.js';
import type { PersonalPast } from './personal-past.js';

/** A matter with the receipts behind it, and what became of them. */
export type Matter = KnownMatter<PastRecord>;

/** Under which heading a matter stands. */
export type MatterGroup = 'again' | 'given' | 'not-given' | 'confirmed';

/** All that is drawn, and that presses act on. */
export interface Standing {
  readonly past: PersonalPast;
  readonly matters: readonly Matter[];
  readonly flags: ReadonlyMap<string, readonly RecordFlag[]>;
  /** What the present policy shows; undefined where it is not known. */
  readonly today: readonly CreatedNotice[] | undefined;
  /** Long texts by hash, of then and of now. */
  readonly texts: ReadonlyMap<string, TextPart>;
}

/** What a policy shows on each of its surfaces that may be asked. */
export function noticesOf(policy: PolicyDocument): readonly CreatedNotice[] {
  return Object.keys(policy.surfaces).flatMap((name) => {
    const surface = deriveSurface(policy, name);
    return surface.errors.length > 0 ? [] : [createNotice(policy, surface)];
  });
}

/** How things stand for one person at a moment. */
export function standingOf(
  past: PersonalPast,
  today: readonly CreatedNotice[] | undefined,
  now: number,
): Standing {
  const { policy, records, notices } = past;
  const present = today?.map(({ notice }) => notice);
  const texts = new Map(past.texts);
  for (const created of today ?? [])
    for (const { hash, part } of created.texts) texts.set(hash, part);
  return {
    past,
    today,
    texts,
    matters: listMatters({ policy, records, notices, today: present, asOf: now }),
    flags: flagRecords(records, notices, now),
  };
}

/** Terms and the age are declared with the contract: no consent, so nothing to withdraw (CON-18). */
export function isConfirmation({ step, now }: Matter): boolean {
  const kind = (step.item ?? now?.item)?.kind;
  return kind === 'age' || kind === 'terms';
}

/** The heading that a matter stands under. */
export function groupOf(matter: Matter): MatterGroup {
  if (isConfirmation(matter) && isStanding(matter)) return 'confirmed';
  if (matter.state === 'stale' || (matter.endedOn !== undefined && matter.now)) return 'again';
  return matter.state === 'given' ? 'given' : 'not-given';
}

/** The headings in the order in which they stand. */
export const GROUPS: readonly MatterGroup[] = ['again', 'given', 'not-given', 'confirmed'];

/** Whether a matter is the first on the page that a record decided. */
export function isFirstOfRecord(matter: Matter, { matters }: Standing): boolean {
  const own = matters.filter(({ step }) => step.record === matter.step.record);
  const ordered = GROUPS.flatMap((group) => own.filter((each) => groupOf(each) === group));
  return ordered[0] === matter;
}

/** The notice that speaks for the policy: today's, else the newest that is kept. */
export function speakingNotice({ today, past }: Standing): Notice | undefined {
  const stored = [...past.records].reverse();
  return (
    today?.[0]?.notice ??
    stored.map(({ receipt }) => past.notices.get(receipt.notice.sha256)).find(Boolean)
  );
}

/** How a record stands with the site. */
export type DeliveryWord = 'delivered' | 'waiting' | 'rejected' | 'local' | 'known';

/** What became of a record, in a word. */
export function deliveryWord({ delivery }: PastRecord): DeliveryWord {
  if (delivery === undefined) return 'known';
  if (delivery.ack) return 'delivered';
  if (delivery.rejected !== undefined) return 'rejected';
  return delivery.attempts === 0 ? 'local' : 'waiting';
}

/** What became of reading. */
export type Reading =
  | { readonly status: 'loading' }
  | { readonly status: 'ready'; readonly standing: Standing }
  | { readonly status: 'error'; readonly reason: DonguiErrorDetail['reason'] };
