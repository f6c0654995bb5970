import { missingFacts } from './legal-facts.js';
import { inLegalOrder } from './legal-order.js';
import type { ItemKind } from './notice.js';
import type { PolicyDocument } from './policy-document.js';
import type { Sparse } from './plain-copy.js';
import { type PolicyItem, policyItems } from './policy-items.js';
import type { DataKind } from './policy-processing.js';
import type { Surface, SurfaceItem, SurfaceProblem } from './surface.js';

/** What a collection becomes by its strictest data, strictest first (PIPA 23, 24; requirement SEN-01). */
const STRICTEST: readonly (readonly [DataKind, ItemKind])[] = [
  ['sensitive', 'sensitive'],
  ['biometric', 'sensitive'],
  ['unique-id', 'unique-id'],
  ['location', 'location'],
  ['credit', 'credit'],
];

/** Facts without which nothing can be consented to, so that a consent without them is refused. */
const ESSENTIAL = /(purposes|data|retention|uses|name)$/;

/** The kind of each data item, with its path within the entry. */
function dataKinds({ data, uses }: PolicyItem): { kind: DataKind; path: string }[] {
  return (uses ?? [{ data }]).flatMap((use, i) =>
    (use.data ?? []).map(({ kind }, j) => ({
      kind,
      path: `${uses ? `uses[${i}].` : ''}data[${j}]`,
    })),
  );
}

/** What law does not allow to ask of an entry, whatever else it says. */
function forbidden(
  { id, path, kind, basis = 'consent', channels }: PolicyItem,
  rrn: string | undefined,
): SurfaceProblem[] {
  const problems: SurfaceProblem[] = [];
  const refuse = (at: string, code: string, law: readonly [string, string]): void => {
    problems.push({ path: `${path}.${at}`, item: id, requirement: law[0], statute: law[1], code });
  };
  if (rrn && basis === 'consent') refuse(rrn, 'rrn-consent', ['SEN-03', 'PIPA 24-2(1)']);
  if (kind === 'third-party' && basis === 'contract') {
    refuse('basis', 'third-party-contract', ['TPP-04', 'PIPA 17(1)2']);
  }
  const email = channels?.indexOf('email') ?? -1;
  if (email >= 0) {
    const law = ['MKT-03', 'Network Act 50(3), Decree 61(2)'] as const;
    refuse(`channels[${email}]`, 'night-email', law);
  }
  return problems;
}
interface Judgement {
  readonly item: Sparse<SurfaceItem>;
  readonly refusals: readonly SurfaceProblem[];
  readonly missing: readonly SurfaceProblem[];
}

/** Decides as what an entry is shown, and lists what stands in the way of asking for it. */
function judge(entry: PolicyItem, isTranscribed: boolean): Judgement {
  const { path, kind, basis = 'consent', dependsOn } = entry;
  const isConsent = basis === 'consent' || basis === 'unstated';
  const data = dataKinds(entry);
  const holds = (wanted: DataKind): boolean => data.some((each) => each.kind === wanted);
  const facts = isConsent ? missingFacts(entry) : [];
  const refusals = [
    ...forbidden(entry, data.find((each) => each.kind === 'rrn')?.path),
    ...facts.filter((fact) => basis === 'consent' && ESSENTIAL.test(fact.path)),
  ];
  const channels = entry.channels?.filter((channel) => channel !== 'email');
  const isForbidden = refusals.some(({ code }) => code !== 'night-email');
  const isAsked = isConsent && !isForbidden && !holds('rrn') && channels?.length !== 0;
  const strictest = STRICTEST.find(([each]) => holds(each));
  const item: Judgement['item'] = {
    ...entry,
    kind: !isAsked ? 'information' : kind === 'collection' ? (strictest?.[1] ?? kind) : kind,
    group: 'required',
    required: isAsked && entry.required === true,
    bulk: isAsked && (!strictest || strictest[0] === 'unique-id'),
    channels,
    dependsOn: isAsked ? dependsOn : undefined,
    dependsOnAny: isAsked ? channels?.map((channel) => `advertising-${channel}`) : undefined,
    gaps:
      isTranscribed && facts.length > 0
        ? facts.map((fact) => fact.path.slice(path.length + 1))
        : undefined,
  };
  // What may not be asked owes nothing more; what a text leaves open is told all the same.
  return { item, refusals, missing: isTranscribed || !isForbidden ? facts : [] };
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
