import { deriveSurface } from '../model/derive-surface.js';
import type { PolicyDocument } from '../model/policy-document.js';
import type { Surface, SurfaceProblem } from '../model/surface.js';

/** A surface as it is asked. */
export interface AskedSurface {
  readonly policy: PolicyDocument;
  readonly surface: Surface;
}

/** Lines for the developer: where, what, and on what law it rests. */
export function problemLines(problems: readonly SurfaceProblem[]): string {
  return problems
    .map(
      ({ path, code, item, requirement, statute }) =>
        `${path}: ${code} (item "${item}"; ${requirement}, ${statute})`,
    )
    .join('\n');
}

/**
 * Derives what a page asks for.
 *
 * @throws Error that names the surfaces there are, or each legal fact that the document owes: while
 *   one is missing nothing may be asked (requirement CON-01).
 */
export function askSurface(policy: PolicyDocument, name: string): AskedSurface {
  const surface = deriveSurface(policy, name);
  if (surface.errors.length > 0) {
    throw new Error(
      `The surface "${name}" of policy "${policy.id}" can't be asked. Add what is missing:\n${problemLines(surface.errors)}`,
    );
  }
  return { policy, surface };
}
