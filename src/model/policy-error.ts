/**
 * What is wrong at one place of a policy document.
 *
 * `wrong-type`: another kind of value belongs there. `wrong-value`: the kind is right, the value is
 * not. `missing-key`, `unknown-key`: the path names the key. `wrong-key`: a key that the site
 * chooses has not the form that it must have. `duplicate`: the id has been used, or is listed
 * twice. `reserved`: the id is one that is derived. `unknown-reference`: nothing has that id.
 * `cycle`: entries depend on each other in a circle. `too-deep`: nested deeper than 16.
 */
export type PolicyIssueCode =
  | 'wrong-type'
  | 'wrong-value'
  | 'missing-key'
  | 'unknown-key'
  | 'wrong-key'
  | 'duplicate'
  | 'reserved'
  | 'unknown-reference'
  | 'cycle'
  | 'too-deep';

/** One reason why a document cannot be understood. */
export interface PolicyIssue {
  /** Place in the document: `processing[0].retention[1].period`. Empty: the document itself. */
  readonly path: string;
  readonly code: PolicyIssueCode;
  /**
   * What belongs there: a type of `policy-shapes.ts` (`day`, `purpose[]`), or `one|other` words.
   * For an unknown key the known ones, and for an unknown reference the known ids, with blanks
   * between; for a duplicate, the path where the id was used first.
   */
  readonly expected?: string;
  /** What stands there: a kind (`number`) where the type is wrong, otherwise the value. */
  readonly found?: string;
}

/** A policy document cannot be understood. `describeIssue()` explains each of its issues. */
export class PolicyError extends Error {
  override readonly name = 'PolicyError';
  /** At least one, at most 50, in the order of the document; references come last. */
  readonly issues: readonly PolicyIssue[];

  constructor(issues: readonly PolicyIssue[]) {
    super(issues.map(({ path, code }) => `${code} at ${path || '(document)'}`).join(', '));
    this.issues = issues;
  }
}
