import type { Block } from './block.js';
import type { ItemFacts } from './notice.js';

/** Under which heading an item stands. Promotion is always its own (requirement CTL-10). */
export type ItemGroup = 'required' | 'optional' | 'promotion';

/** An item as a surface asks for it or shows it. */
export interface SurfaceItem extends ItemFacts {
  readonly group: ItemGroup;
  /** Where it stands in the policy document: `processing[2]`. */
  readonly path: string;
  /** Whether "agree to all" and "required only" cover it: not sensitive, location, credit (CTL-09). */
  readonly bulk: boolean;
  /** Terms: the whole text, where the document holds it. A notice names it by its hash. */
  readonly text?: readonly Block[];
}

/** Something about a surface that law does not allow, or that the document leaves open. */
export interface SurfaceProblem {
  /** Path in the policy document: `thirdParties[0].basis`. */
  readonly path: string;
  /** Id of the item concerned. */
  readonly item: string;
  /** Id of the requirement: `TPP-04`. */
  readonly requirement: string;
  /** The statute behind it: `PIPA 17(1)`. */
  readonly statute: string;
  /** What is wrong: `rrn-consent`, `night-email`, `third-party-contract`, `missing-purposes`, … */
  readonly code: string;
}

/** What one page asks for and shows, in legal order. */
export interface Surface {
  readonly name: string;
  readonly items: readonly SurfaceItem[];
  /** What may not be asked. The items concerned are shown as information. */
  readonly refusals: readonly SurfaceProblem[];
  /** Legal facts that a transcribed document does not state. */
  readonly gaps: readonly SurfaceProblem[];
  /** Legal facts that an authored document owes. While there is one, nothing may be asked. */
  readonly errors: readonly SurfaceProblem[];
}
