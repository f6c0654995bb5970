import type { PolicyItem } from './policy-items.js';
import type { SurfaceProblem } from './surface.js';

interface Demand {
  readonly requirement: string;
  readonly statute: string;
  readonly facts: readonly string[];
}

const COLLECTION: Demand = {
  requirement: 'CON-01',
  statute: 'PIPA 15(2)',
  facts: ['purposes', 'data', 'retention', 'refusal'],
};

/** What must be told before each kind of consent. The Network Act asks no such list of advertising. */
const DEMANDS: Partial<Record<PolicyItem['kind'], Demand>> = {
  collection: COLLECTION,
  'marketing-use': COLLECTION,
  'third-party': {
    requirement: 'TPP-01',
    statute: 'PIPA 17(2)',
    facts: ['recipient.name', 'uses', 'refusal'],
  },
  overseas: {
    requirement: 'OVS-01',
    statute: 'PIPA 28-8(2)',
    facts: [
      ...['data', 'country', 'when', 'how', 'recipient.name', 'recipient.contact'],
      ...['purposes', 'retention', 'refusal'],
    ],
  },
};

/** What each part of a fact must have in it, once the fact itself is there. */
const PARTS: Readonly<Record<string, readonly string[]>> = {
  uses: ['purposes', 'data', 'retention'],
  refusal: ['right', 'consequence'],
};

function missingIn(holder: object, names: readonly string[], prefix = ''): string[] {
  return names.flatMap((name) => {
    const [first = '', then] = name.split('.');
    const value = (holder as Readonly<Record<string, unknown>>)[first];
    if (!value || Object.keys(value).length === 0) return [prefix + name];
    if (then) return missingIn(value, [then], `${first}.`);
    const parts = PARTS[name];
    if (!parts) return [];
    return Array.isArray(value)
      ? value.flatMap((each: object, i) => missingIn(each, parts, `${name}[${i}].`))
      : missingIn(value, parts, `${name}.`);
  });
}

/** A legal fact that an item owes, and the name of it within the item. */
export interface MissingFact extends SurfaceProblem {
  /** `refusal`, `recipient.contact`, `uses[0].retention`, `basis`. */
  readonly fact: string;
}

/**
 * The legal facts that an item owes when it is asked for, and that the policy does not state: what
 * CON-01, TPP-01 and OVS-01 list, and a basis (POL-05) or a choice (CON-13) that is `unstated`.
 * An empty list, text or object states nothing; "until the purpose is met" does (POL-15 is the
 * linter's). The contact of a third party is not among them: PIPA 17(2) names the recipient alone.
 */
export function missingFacts(item: PolicyItem): MissingFact[] {
  const { id, path, kind, basis, required } = item;
  const missing = (fact: string, { requirement, statute }: Omit<Demand, 'facts'>): MissingFact => ({
    ...{ path: `${path}.${fact}`, item: id, requirement, statute, fact },
    code: `missing-${fact.replace(/^uses.*\./, '').replace('.', '-')}`,
  });
  const demand = DEMANDS[kind];
  return [
    ...(demand ? missingIn(item, demand.facts).map((fact) => missing(fact, demand)) : []),
    ...(basis === 'unstated'
      ? [missing('basis', { requirement: 'POL-05', statute: 'PIPA 22(3)' })]
      : []),
    ...(required === 'unstated'
      ? [missing('required', { requirement: 'CON-13', statute: 'PIPA 16(2)' })]
      : []),
  ];
}
