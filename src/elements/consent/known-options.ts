import type { Answers } from '../../model/decisions.js';
import type { SurfaceItem } from '../../model/surface.js';
import type { RecallContext } from '../../ui/asked-again-view.js';
import type { KnownItem } from './known-item.js';
import type { RecalledItems } from './recalled-items.js';

/** What a press beside a decided item does. */
export interface KnownHandlers {
  /** Whether a press can be recorded now. */
  readonly isReady: () => boolean;
  readonly onWithdraw: (event: Event) => void;
  readonly onReopen: (event: Event) => void;
  readonly onConfirm: (event: Event) => void;
}

/** All that decided items are drawn from. */
export interface KnownViewsOptions extends KnownHandlers {
  readonly items: RecalledItems;
  readonly answers: () => Answers;
  readonly context: () => RecallContext;
}

/** What is known of an item that is drawn as decided. */
export function knownOf({ id }: SurfaceItem, { items }: KnownViewsOptions): KnownItem {
  return items.known(id) ?? { state: 'refused', from: 'stands' };
}
