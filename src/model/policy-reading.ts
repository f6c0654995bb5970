import type { PolicyIssue, PolicyIssueCode } from './policy-error.js';
import { CHANNELS } from './policy-shapes.js';

const MOST_ISSUES = 50;

/** Ids that the model derives (DESIGN 3): no entry may take one. */
const RESERVED = new RegExp(`^(age|marketing-use|advertising-(night|${CHANNELS}))$`);

/** What has been found so far in one document. */
export interface Findings {
  readonly issues: PolicyIssue[];
  /** Path of each id, by its namespace and itself: `matter account`. */
  readonly ids: Map<string, string>;
  /** Ids that must exist, with where they are named. */
  readonly references: { readonly id: string; readonly place: Place }[];
  /** What an entry depends on, by the entry's id, with where it says so. The lists are used up. */
  readonly dependencies: Map<unknown, { readonly on: unknown[]; readonly place: Place }>;
}

/** The place of the value at hand. Most places are never named, so a path is made when it is asked. */
export interface Place {
  /** Key or index in the parent; the document has none. */
  readonly step?: string | number;
  readonly parent?: Place;
  /** How many objects and lists there are around it. */
  readonly depth: number;
  readonly findings: Findings;
}

/** The place of a member. */
export const placeOf = (parent: Place, step: string | number): Place => ({
  step,
  parent,
  depth: parent.depth + 1,
  findings: parent.findings,
});

/** `processing[0].retention[1].period`, `surfaces["Sign up"]`; empty for the document. */
function pathOf(place: Place | undefined): string {
  if (place?.step === undefined) return '';
  const { step } = place;
  const path = pathOf(place.parent);
  if (!/^[a-z_$][\w$-]*$/i.test(String(step))) return `${path}[${JSON.stringify(step)}]`;
  return path ? `${path}.${step}` : String(step);
}

/** Notes an issue of the value at hand. */
export function report(
  place: Place,
  code: PolicyIssueCode,
  about: { readonly expected?: string; readonly found?: string } = {},
): void {
  const { issues } = place.findings;
  if (issues.length < MOST_ISSUES) issues.push({ path: pathOf(place), code, ...about });
}

/** Takes an id for the value at hand. In its namespace it must be free. */
export function claim(place: Place, namespace: string, found: string): void {
  const { ids } = place.findings;
  const expected = ids.get(`${namespace} ${found}`);
  if (expected === undefined) ids.set(`${namespace} ${found}`, pathOf(place));
  else report(place, 'duplicate', { expected, found });
}

/** Notes the id at hand by its type: `matter`, `serviceId`, `reference`. Other types are no ids. */
export function noteId(place: Place, type: string, id: string): void {
  if (type === 'matter' && RESERVED.test(id)) report(place, 'reserved', { found: id });
  else if (type === 'matter' || type === 'serviceId') claim(place, type, id);
  else if (type === 'reference') {
    // Once in its list, whose path is the namespace.
    claim(place, pathOf(place.parent), id);
    place.findings.references.push({ id, place });
  }
}

function checkReferences({ ids, references }: Findings): void {
  const matters = [...ids.keys()].filter((name) => name.startsWith('matter '));
  const expected = matters.map((name) => name.slice(7)).join(' ');
  for (const { id: found, place } of references) {
    if (!ids.has(`matter ${found}`)) report(place, 'unknown-reference', { expected, found });
  }
}

/** Walks along each dependency once; a walk that comes to where it has been is a circle. */
function checkCircles({ dependencies }: Findings): void {
  const walked: unknown[] = [];
  for (const start of dependencies.keys()) {
    for (walked.push(start); walked.length > 0;) {
      const id = walked.at(-1);
      const other = dependencies.get(id)?.on.pop();
      const entry = dependencies.get(other);
      if (other === undefined) walked.pop();
      else if (entry && walked.includes(other)) {
        const found = [...walked.slice(walked.indexOf(other)), other].join(' > ');
        report(entry.place, 'cycle', { found });
      } else if (entry) walked.push(other);
    }
  }
}

/** What only the whole document shows: references to nothing, and dependencies in a circle. */
export function checkWhole(findings: Findings): void {
  checkReferences(findings);
  checkCircles(findings);
}
