import { inLegalOrder } from './legal-order.js';
import { missingFacts } from './legal-facts.js';
import type { ItemKind } from './notice.js';
import type { PolicyDocument } from './policy-document.js';
import { type PolicyItem, policyItems } from './policy-items.js';
import type { DataItem, DataKind } from './policy-processing.js';
import type { Surface, SurfaceItem, SurfaceProblem } from './surface.js';
import { without } from './without.js';

/** What a collection becomes by its strictest data, strictest first (PIPA 23, 24; requirement SEN-01). */
const STRICTEST: readonly (readonly [DataKind, ItemKind])[] = [
  ['sensitive', 'sensitive'],
  ['biometric', 'sensitive'],
  ['unique-id', 'unique-id'],
  ['location', 'location'],
  ['credit', 'credit'],
];

/** Kinds of data that take a press of their own (requirement CTL-09). */
const APART: readonly DataKind[] = ['sensitive', 'biometric', 'location', 'credit'];

/** Facts without which nothing can be consented to, so that a consent without them is refused. */
const ESSENTIAL = /(purposes|data|retention|uses|recipient\.name)$/;

interface Holding {
  readonly path: string;
  readonly data: readonly DataItem[];
}

const dataOf = ({ path, data, uses = [] }: PolicyItem): readonly Holding[] => [
  ...(data ? [{ path: `${path}.data`, data }] : []),
  ...uses.map((use, i) => ({ path: `${path}.uses[${i}].data`, data: use.data })),
];

/** Paths of the members of one kind. */
const pathsOf = (holdings: readonly Holding[], wanted: DataKind): string[] =>
  holdings.flatMap(({ path, data }) =>
    data.flatMap(({ kind }, i) => (kind === wanted ? [`${path}[${i}]`] : [])),
  );

/** What law does not allow to ask, whatever else the entry says. */
function forbidden(item: PolicyItem, rrn: string | undefined): SurfaceProblem[] {
  const { id, kind, basis = 'consent', path, channels = [] } = item;
  const problems: SurfaceProblem[] = [];
  const refuse = (code: string, requirement: string, statute: string, at: string): void => {
    problems.push({ path: at, item: id, requirement, statute, code });
  };
  if (rrn && basis === 'consent') refuse('rrn-consent', 'SEN-03', 'PIPA 24-2(1)', rrn);
  if (kind === 'third-party' && basis === 'contract') {
    refuse('third-party-contract', 'TPP-04', 'PIPA 17(1)2', `${path}.basis`);
  }
  const email = kind === 'advertising-night' ? channels.indexOf('email') : -1;
  if (email >= 0) {
    const statute = 'Network Act 50(3), Decree 61(2)';
    refuse('night-email', 'MKT-03', statute, `${path}.channels[${email}]`);
  }
  return problems;
}

interface Judgement {
  readonly item: SurfaceItem;
  readonly refusals: readonly SurfaceProblem[];
  readonly missing: readonly SurfaceProblem[];
}

const withoutEmail = <Name extends string>(names: readonly Name[] = []): readonly Name[] =>
  names.filter((name) => !name.endsWith('email'));

/** The item as it may be asked for, or else as information. */
function asAsked(item: PolicyItem, holdings: readonly Holding[], isAsked: boolean): SurfaceItem {
  const { dependsOn, dependsOnAny, ...rest } = item;
  const shown = {
    ...rest,
    ...(item.channels && { channels: withoutEmail(item.channels) }),
    group: 'required' as const,
  };
  if (!isAsked) return { ...shown, kind: 'information', required: false, bulk: false };
  const holds = ([kind]: readonly [DataKind, ...unknown[]]): boolean =>
    pathsOf(holdings, kind).length > 0;
  return {
    ...shown,
    ...(dependsOn && { dependsOn }),
    ...(dependsOnAny && { dependsOnAny: withoutEmail(dependsOnAny) }),
    kind: item.kind === 'collection' ? (STRICTEST.find(holds)?.[1] ?? item.kind) : item.kind,
    required: item.required === true,
    bulk: !APART.some((kind) => holds([kind])),
  };
}

function judge(policyItem: PolicyItem, isTranscribed: boolean): Judgement {
  const { basis = 'consent', kind, channels } = policyItem;
  const isConsent = basis === 'consent' || basis === 'unstated';
  const holdings = dataOf(policyItem);
  const [rrn] = pathsOf(holdings, 'rrn');
  const missing = isConsent ? missingFacts(policyItem) : [];
  const problems = missing.map((each) => without(each, 'fact'));
  const lacking = basis === 'consent' ? problems.filter(({ path }) => ESSENTIAL.test(path)) : [];
  const refusals = [...forbidden(policyItem, rrn), ...lacking];
  const hasChannel = kind !== 'advertising-night' || withoutEmail(channels).length > 0;
  const isForbidden = refusals.some(({ code }) => code !== 'night-email');
  const isAsked = isConsent && !rrn && !isForbidden && hasChannel;
  const item = asAsked(policyItem, holdings, isAsked);
  return {
    item:
      isTranscribed && missing.length > 0
        ? { ...item, gaps: missing.map(({ fact }) => fact) }
        : item,
    refusals,
    // What may not be asked owes nothing more; what a text leaves open is told all the same.
    missing: isTranscribed || !isForbidden ? problems : [],
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
