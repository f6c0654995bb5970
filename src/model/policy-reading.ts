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
  /** What an entry depends on, by the entry's id, with where it says so. */
  readonly dependencies: Map<unknown, { readonly on: readonly unknown[]; readonly place: Place }>;
}

/** The place of the value at hand. */
export interface Place {
  /** `processing[0].retention[1].period`; empty for the document. */
  readonly path: string;
  /** How many objects and lists there are around it. */
  readonly depth: number;
  readonly findings: Findings;
}

/** The place of a member, by its key or index: `surfaces["Sign up"]`. */
export function placeOf({ path, depth, findings }: Place, step: string | number): Place {
  let suffix = `[${JSON.stringify(step)}]`;
  if (typeof step === 'string' && /^[\w$-]+$/.test(step)) suffix = path ? `.${step}` : step;
  return { path: path + suffix, depth: depth + 1, findings };
}

/** Notes an issue of the value at hand. */
export function report(
  { path, findings: { issues } }: Place,
  code: PolicyIssueCode,
  about: { readonly expected?: string; readonly found?: string } = {},
): void {
  if (issues.length < MOST_ISSUES) issues.push({ path, code, ...about });
}

/** Takes an id for the value at hand. In its namespace it must be free. */
export function claim(place: Place, namespace: string, found: string): void {
  const { ids } = place.findings;
  const expected = ids.get(`${namespace} ${found}`);
  if (expected === undefined) ids.set(`${namespace} ${found}`, place.path);
  else report(place, 'duplicate', { expected, found });
}

/** Notes the id at hand by its type: `matter`, `serviceId`, `reference`. Other types are no ids. */
export function noteId(place: Place, type: string, id: string): void {
  if (type === 'matter' && RESERVED.test(id)) report(place, 'reserved', { found: id });
  else if (type === 'matter' || type === 'serviceId') claim(place, type, id);
  else if (type === 'reference') {
    // Once in its list, whose path is the namespace.
    claim(place, place.path.replace(/\[\d+\]$/, ''), id);
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

function checkCircles({ dependencies }: Findings): void {
  const walked: unknown[] = [];
  const follow = (id: unknown): void => {
    const entry = dependencies.get(id);
    if (!entry) return;
    if (walked.includes(id)) {
      const found = [...walked.slice(walked.indexOf(id)), id].join(' > ');
      report(entry.place, 'cycle', { found });
      return;
    }
    walked.push(id);
    entry.on.forEach(follow);
    walked.pop();
    // All that can be reached from here has been followed.
    dependencies.delete(id);
  };
  for (const id of dependencies.keys()) follow(id);
}

/** What only the whole document shows: references to nothing, and dependencies in a circle. */
export function checkWhole(findings: Findings): void {
  checkReferences(findings);
  checkCircles(findings);
}
