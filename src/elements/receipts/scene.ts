import type { Notice } from '../../model/notice.js';
import type { Receipt } from '../../model/receipt.js';
import { itemTitle } from '../../ui/item-view.js';
import type { ReceiptsContext } from './receipts-context.js';
import type { Matter, Standing } from './standing.js';

/** What a press brought about, told where it was pressed. */
export interface Outcome {
  readonly kind: 'withdrawn' | 'undone' | 'agreed' | 'refused' | 'renewed' | 'as-is';
  /** Ids of what fell along with it. */
  readonly also?: readonly string[];
  /** The withdrawals that can be taken back. */
  readonly undo?: readonly Receipt[];
}

/** What a button does to a matter. */
export type Action = 'withdraw' | 'undo' | 'give' | 'refuse' | 'renew' | 'text';

/** All that the views of this element draw from. */
export interface Scene {
  readonly standing: Standing;
  /** The reader's language, and that of the policy. */
  readonly context: ReceiptsContext;
  /** The same with the language of a notice, which may be of another day. */
  readonly speak: (notice: Notice | undefined) => ReceiptsContext;
  /** Name of the service; `''` where nothing tells it. */
  readonly service: string;
  readonly outcomes: ReadonlyMap<string, Outcome>;
  /** Whether receipts are sent anywhere. */
  readonly hasEndpoint: boolean;
  /** Where a person turns to, as the page gives it; may be `''`. */
  readonly support: string;
  /** In ms since 1970. */
  readonly now: number;
  /** Whether all is opened, to be printed. */
  readonly isPrinted: boolean;
  /** Whether a disclosure is open: `more-birthday`. */
  readonly isOpen: (key: string) => boolean;
  /** A disclosure was opened or closed; its key is in `data-key`. */
  readonly onToggle: (event: Event) => void;
  /** A button was pressed; `data-action` and `data-item` say which. */
  readonly onPress: (event: Event) => void;
}

/** What a matter is called, in the words of what the person saw. */
export function titleOf({ id, step, now }: Matter, scene: Scene): string {
  const item = step.item ?? now?.item;
  const notice = step.item === undefined ? now?.notice : step.notice;
  return item === undefined ? id : itemTitle(item, scene.speak(notice));
}

/** The titles of matters by their ids. */
export function titlesOf(ids: readonly string[], scene: Scene): readonly string[] {
  return scene.standing.matters
    .filter(({ id }) => ids.includes(id))
    .map((matter) => titleOf(matter, scene));
}
