import type { Retention, RetentionRule } from '../retention.js';
import { type DpvNode, stated } from './dpv-nodes.js';

/** How long something is, in the kinds of duration that DPV has. */
function durationOf({ period, event, until }: RetentionRule): DpvNode {
  if (period !== undefined) return { '@type': 'dpv:TemporalDuration', 'rdf:value': period };
  if (event !== undefined) return { '@type': 'dpv:UntilEventDuration', 'rdf:value': event };
  if (until === 'purpose-met') return { '@type': 'dpv:UntilEventDuration', 'rdf:value': until };
  if (until !== undefined) return { '@type': 'dpv:UntilTimeDuration', 'rdf:value': until };
  return { '@type': 'dpv:IndeterminateDuration' };
}

/** One `dpv:StorageDuration` a rule: the first is the entry's own, the others exceptions to it. */
export function storageOf(retention: Retention = []): readonly DpvNode[] {
  return retention.map((rule) => ({
    '@type': 'dpv:StorageDuration',
    ...stated({
      'dct:description': rule.text,
      'dpv:hasDuration': durationOf(rule),
      'dongui:from': rule.from,
      'dongui:condition': rule.condition,
      'dongui:statute': rule.statute,
      'dongui:reason': rule.reason,
    }),
  }));
}

/** How long a consent lasts: as long as what it is about is kept (TS 27560: validity_duration). */
export function validityOf([rule]: Retention = []): DpvNode | undefined {
  return rule && durationOf(rule);
}
