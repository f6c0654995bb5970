import { dependantsOf, isStanding } from '../../model/matters.js';
import type { Notice } from '../../model/notice.js';
import { outlineOf } from '../../model/notice-outline.js';
import type { Receipt, ReceiptItem } from '../../model/receipt.js';
import { isStale } from '../../model/staleness.js';
import type { Matter, Standing } from './standing.js';

/** What a receipt will say, on which notice, and which receipt's chain it continues. */
export interface Act {
  readonly event: 'decision' | 'withdrawal' | 'renewal';
  readonly notice: Notice;
  readonly items: readonly ReceiptItem[];
  readonly ref?: string;
  readonly follows: Receipt;
}

/** The notice that a matter was decided on; where it is nowhere, the present one. */
export function storedNotice(matter: Matter, { past }: Standing): Notice | undefined {
  return past.notices.get(matter.step.record.receipt.notice.sha256) ?? matter.now?.notice;
}

/** Matters by the receipt that gave them. */
function byGiving(matters: readonly Matter[]): readonly (readonly Matter[])[] {
  const groups = new Map<string, Matter[]>();
  for (const matter of matters) {
    const { id } = matter.step.record.receipt;
    groups.set(id, [...(groups.get(id) ?? []), matter]);
  }
  return [...groups.values()];
}

/** Puts what falls alone into the receipt of a parent that can hold it. */
function mergeFallen(acts: readonly Act[]): readonly Act[] {
  const isAlone = ({ items }: Act): boolean => items.every(({ by }) => by === 'parent');
  const merged = acts.filter((act) => !isAlone(act));
  for (const act of acts.filter(isAlone)) {
    const at = merged.findIndex(
      ({ notice, follows }) =>
        follows.chain === act.follows.chain &&
        act.items.every(({ id }) => outlineOf(notice).asked.has(id)),
    );
    const parent = merged[at];
    if (parent) merged[at] = { ...parent, items: [...parent.items, ...act.items] };
    else merged.push(act);
  }
  return merged;
}

/**
 * Withdraws matters and what hangs on them (PIPA 37(1)): a receipt for each that gave something, on
 * the notice as it stood then. What falls with a parent stands in its receipt, where the parent's
 * notice asked for it too and the two are of one chain, in which the later number counts.
 */
export function withdrawActs(ids: readonly string[], standing: Standing): readonly Act[] {
  const { matters } = standing;
  const chosen = matters.filter((matter) => ids.includes(matter.id) && isStanding(matter));
  const fallen = new Set(dependantsOf(ids, matters));
  const acts = byGiving([...chosen, ...fallen]).flatMap((group): Act[] => {
    const [first] = group as readonly [Matter];
    const notice = storedNotice(first, standing);
    const follows = first.step.record.receipt;
    const items = group.map((matter): ReceiptItem => {
      const by = fallen.has(matter) ? 'parent' : 'button';
      return { id: matter.id, state: 'withdrawn', by };
    });
    return notice ? [{ event: 'withdrawal', notice, items, ref: follows.id, follows }] : [];
  });
  return mergeFallen(acts);
}

/** An answer to a matter that is put again; what is given after a withdrawal names it. */
export function answerAct(matter: Matter, given: boolean, standing: Standing): readonly Act[] {
  const isKnown = standing.today !== undefined;
  // It is about what the policy says now, where that is known.
  const notice = isKnown ? matter.now?.notice : storedNotice(matter, standing);
  if (notice === undefined) return [];
  const follows = matter.step.record.receipt;
  const ref = given && matter.state === 'withdrawn' && { ref: follows.id };
  const state = given ? 'given' : 'refused';
  const items: readonly ReceiptItem[] = [{ id: matter.id, state, by: 'button' }];
  return [{ event: 'decision', notice, items, ...ref, follows }];
}

/**
 * No to what a consent has become, which `refused` alone would leave standing as it was given: so
 * the old consent is withdrawn with it, and what hangs on it.
 */
export function refuseActs(matter: Matter, standing: Standing): readonly Act[] {
  const answer = answerAct(matter, false, standing);
  return [...answer, ...withdrawActs([matter.id], standing)];
}

/** That advertising goes on (requirement MKT-08; Network Act 50(8)). */
export function renewAct(matter: Matter, standing: Standing): readonly Act[] {
  const notice = storedNotice(matter, standing);
  const follows = matter.step.record.receipt;
  const items: readonly ReceiptItem[] = [{ id: matter.id, state: 'renewed', by: 'button' }];
  return notice ? [{ event: 'renewal', notice, items, ref: follows.id, follows }] : [];
}

/** Whether a notice asks all of a withdrawal's matters, with the facts that were withdrawn. */
function asksSame(notice: Notice, stored: Notice, { items }: Receipt): boolean {
  return items.every(({ id }) => {
    const [then, now] = [stored, notice].map((each) => each.items.find((item) => item.id === id));
    if (then === undefined || now === undefined || now.kind === 'information') return false;
    return !isStale({ item: then, locale: stored.locale }, { item: now, locale: notice.locale });
  });
}

/** Gives back what withdrawals took, each in a receipt that names the withdrawal. */
export function undoActs(withdrawals: readonly Receipt[], standing: Standing): readonly Act[] {
  const { past, today = [] } = standing;
  return withdrawals.flatMap((follows): Act[] => {
    const stored = past.notices.get(follows.notice.sha256);
    if (stored === undefined) return [];
    const same = today.filter(({ notice }) => asksSame(notice, stored, follows));
    const sameSurface = same.find(({ notice }) => notice.surface === stored.surface);
    const items = follows.items.map(({ id }): ReceiptItem => ({
      id,
      state: 'given',
      by: 'button',
    }));
    const notice = (sameSurface ?? same[0])?.notice ?? stored;
    return [{ event: 'decision', notice, items, ref: follows.id, follows }];
  });
}
