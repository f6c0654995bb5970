import { missingFacts, problemOf } from './legal-facts.js';
import { inLegalOrder } from './legal-order.js';
import type { ItemKind } from './notice.js';
import type { Sparse } from './plain-copy.js';
import type { PolicyDocument } from './policy-document.js';
import { type PolicyItem, policyItems } from './policy-items.js';
import type { DataKind } from './policy-processing.js';
import type { Surface, SurfaceItem, SurfaceProblem } from './surface.js';

/** Data that makes a matter of its own, strictest first (PIPA 23, 24; requirements SEN-01, SEN-02). */
const STRICT = ['sensitive', 'biometric', 'unique-id', 'location', 'credit'] as const;

/** Facts without which nothing can be consented to, so that a consent without them is refused. */
const ESSENTIAL = /(purposes|data|retention|uses|name)$/;

/** A data item's kind, and its path within the entry. */
interface Datum {
  readonly kind: DataKind;
  readonly path: string;
}

interface Judgement {
  readonly item: Sparse<SurfaceItem>;
  readonly refusals: readonly SurfaceProblem[];
  readonly missing: readonly SurfaceProblem[];
}

function dataOf({ data, uses }: PolicyItem): readonly Datum[] {
  return (uses ?? [{ data }]).flatMap((use, i) =>
    (use.data ?? []).map(({ kind }, j) => ({
      kind,
      path: `${uses ? `uses[${i}].` : ''}data[${j}]`,
    })),
  );
}

/** What law does not allow to ask of an entry, whatever else it says. */
function forbidden(entry: PolicyItem, rrn: Datum | undefined): SurfaceProblem[] {
  const { kind, basis = 'consent', channels = [] } = entry;
  const email = channels.indexOf('email');
  const problems: SurfaceProblem[] = [];
  if (rrn && basis === 'consent') {
    problems.push(problemOf(entry, rrn.path, ['rrn-consent', 'SEN-03', 'PIPA 24-2(1)']));
  }
  if (kind === 'third-party' && basis === 'contract') {
    problems.push(problemOf(entry, 'basis', ['third-party-contract', 'TPP-04', 'PIPA 17(1)2']));
  }
  if (email >= 0) {
    const law = ['night-email', 'MKT-03', 'Network Act 50(3), Decree 61(2)'] as const;
    problems.push(problemOf(entry, `channels[${email}]`, law));
  }
  return problems;
}

function collectionKind(strictest: (typeof STRICT)[number] | undefined): ItemKind {
  return strictest === 'biometric' ? 'sensitive' : (strictest ?? 'collection');
}

/** The entry as the item it is asked for as, or as information. */
function toItem(entry: PolicyItem, data: readonly Datum[], mayAsk: boolean): Judgement['item'] {
  const { kind, required, dependsOn } = entry;
  const channels = entry.channels?.filter((channel) => channel !== 'email');
  const isAsked = mayAsk && channels?.length !== 0;
  const strict = STRICT.filter((each) => data.some((datum) => datum.kind === each));
  const askedKind = kind === 'collection' ? collectionKind(strict[0]) : kind;
  return {
    ...entry,
    channels,
    kind: isAsked ? askedKind : 'information',
    group: 'required',
    required: isAsked && required === true,
    bulk: isAsked && strict.every((each) => each === 'unique-id'),
    dependsOn: isAsked ? dependsOn : undefined,
    dependsOnAny: channels?.map((channel) => `advertising-${channel}`),
  };
}

/** Decides as what an entry is shown, and lists what stands in the way of asking for it. */
function judge(entry: PolicyItem, isTranscribed: boolean): Judgement {
  const { path, basis = 'consent' } = entry;
  const data = dataOf(entry);
  const rrn = data.find(({ kind }) => kind === 'rrn');
  const isConsent = basis === 'consent' || basis === 'unstated';
  const missing = isConsent ? missingFacts(entry) : [];
  const refusals = [
    ...forbidden(entry, rrn),
    ...missing.filter((fact) => basis === 'consent' && ESSENTIAL.test(fact.path)),
  ];
  const isForbidden = refusals.some(({ code }) => code !== 'night-email');
  const gaps = missing.map((fact) => fact.path.slice(path.length + 1));
  return {
    item: {
      ...toItem(entry, data, isConsent && !rrn && !isForbidden),
      gaps: isTranscribed && gaps.length > 0 ? gaps : undefined,
    },
    refusals,
    // What may not be asked owes nothing more; what a text leaves open is told all the same.
    missing: isTranscribed || !isForbidden ? missing : [],
  };
}

/**
 * What one page asks for and shows, in legal order (DESIGN 3): each entry that the surface names as
 * an item of the kind that law makes of it.
 *
 * What the document describes but law forbids to ask is shown as information and listed in
 * `refusals`: a resident registration number on consent (SEN-03), a third-party provision resting
 * on contract (TPP-04), advertising at night by e-mail (MKT-03), a consent without purpose, data,
 * retention or recipient (CON-01, TPP-01, OVS-01). Every other legal fact that is missing is a gap
 * of a transcribed document, which the item names too, and an error of an authored one.
 *
 * The title of age, marketing and advertising may be empty: the view has a text for their kinds.
 *
 * @throws RangeError for a surface that the document does not have, naming those it has, and for an
 *   item id that it does not have; the parser finds the latter before.
 */
export function deriveSurface(document: PolicyDocument, name: string): Surface {
  const { surfaces, origin } = document;
  if (!Object.hasOwn(surfaces, name)) {
    const known = Object.keys(surfaces).join(', ');
    throw new RangeError(`No surface "${name}" in policy "${document.id}". It has: ${known}`);
  }
  const items = policyItems(document);
  const isTranscribed = origin === 'transcribed';
  const judgements = [...new Set(surfaces[name])].map((id) => {
    const item = items.find((each) => each.id === id);
    if (!item) throw new RangeError(`No item "${id}" in policy "${document.id}"`);
    return judge(item, isTranscribed);
  });
  const missing = judgements.flatMap((judgement) => judgement.missing);
  return {
    name,
    items: inLegalOrder(judgements.map(({ item }) => item)),
    refusals: judgements.flatMap(({ refusals }) => refusals),
    gaps: isTranscribed ? missing : [],
    errors: isTranscribed ? [] : missing,
  };
}
