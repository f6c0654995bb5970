import type { PolicyDocument } from '../../../model/policy-document.js';

/** A version whose document can be had: the shown one, or one with an address. */
export interface VersionChoice {
  readonly version: string;
  readonly effective: string;
  /** Address of its document; absent for the one that is shown. */
  readonly document?: string;
  readonly isNext?: boolean;
}

/** Versions that can be compared, newest first. Fewer than two: there is nothing to compare. */
export function versionChoices(policy: PolicyDocument): VersionChoice[] {
  const { version, effective, history = [], next } = policy;
  const others: VersionChoice[] = history.flatMap((entry) =>
    entry.document === undefined || entry.version === version
      ? []
      : [{ version: entry.version, effective: entry.effective, document: entry.document }],
  );
  const coming: VersionChoice[] =
    next?.document === undefined
      ? []
      : [
          {
            version: next.version,
            effective: next.effective,
            document: next.document,
            isNext: true,
          },
        ];
  return [...coming, { version, effective }, ...others].sort((one, other) =>
    other.effective.localeCompare(one.effective),
  );
}

/** What is chosen before the reader chooses: the version before the shown one, and the shown one. */
export function firstChoice(choices: readonly VersionChoice[]): [before: number, after: number] {
  const shown = choices.findIndex(({ document }) => document === undefined);
  return shown + 1 < choices.length ? [shown + 1, shown] : [shown, shown - 1];
}
