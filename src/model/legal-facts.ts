import type { ItemKind } from './notice.js';
import type { PolicyItem } from './policy-items.js';
import type { SurfaceProblem } from './surface.js';

type Demand = readonly [requirement: string, statute: string, facts: string];

const COLLECTION: Demand = ['CON-01', 'PIPA 15(2)', 'purposes data retention refusal'];

/** What must be told before each kind of consent. The Network Act has no such list for advertising. */
const DEMANDS: { readonly [Kind in ItemKind]?: Demand } = {
  collection: COLLECTION,
  'marketing-use': COLLECTION,
  'third-party': ['TPP-01', 'PIPA 17(2)', 'recipient uses refusal'],
  overseas: [
    'OVS-01',
    'PIPA 28-8(2)',
    'recipient country when how purposes data retention refusal',
  ],
};

/** What must stand in each part of these facts. */
const PARTS: Readonly<Record<string, string>> = {
  recipient: 'name contact',
  uses: 'purposes data retention',
  refusal: 'right consequence',
};

/** Paths within the holder of those facts that are absent or empty. */
function missingIn(holder: object, facts: string, prefix = ''): string[] {
  return facts.split(' ').flatMap((fact) => {
    const path = prefix + fact;
    const value: unknown = (holder as Readonly<Record<string, unknown>>)[fact];
    if (!value || Object.keys(value).length === 0) return path;
    const parts = PARTS[fact];
    if (!parts) return [];
    return Array.isArray(value)
      ? value.flatMap((each: object, index) => missingIn(each, parts, `${path}[${index}].`))
      : missingIn(value, parts, `${path}.`);
  });
}

/** A problem at a place within an entry, with the requirement and the statute behind it. */
export function problemOf(
  { id, path }: PolicyItem,
  at: string,
  [code, requirement, statute]: readonly [code: string, requirement: string, statute: string],
): SurfaceProblem {
  return { path: `${path}.${at}`, item: id, requirement, statute, code };
}

/**
 * The legal facts that an item owes when it is asked for, and that the policy does not state: what
 * CON-01, TPP-01 and OVS-01 list, and a basis (POL-05) or a choice (CON-13) that is `unstated`.
 * An empty list, text or object states nothing; "until the purpose is met" does (POL-15 is the
 * linter's). How to reach a third party is not among them: PIPA 17(2) names the recipient alone.
 */
export function missingFacts(item: PolicyItem): SurfaceProblem[] {
  const { kind, basis, required } = item;
  const [requirement = '', statute = '', facts] = DEMANDS[kind] ?? [];
  const missing = (facts ? missingIn(item, facts) : [])
    .filter((fact) => fact !== 'recipient.contact' || kind === 'overseas')
    .map((fact) => {
      const code = `missing-${fact.replace(/^uses.+\./, '').replace('.', '-')}`;
      return problemOf(item, fact, [code, requirement, statute]);
    });
  if (basis === 'unstated') {
    missing.push(problemOf(item, 'basis', ['missing-basis', 'POL-05', 'PIPA 22(3)']));
  }
  if (required === 'unstated') {
    missing.push(problemOf(item, 'required', ['missing-required', 'CON-13', 'PIPA 16(2)']));
  }
  return missing;
}
