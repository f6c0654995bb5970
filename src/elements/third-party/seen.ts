import { isFramed, type Shown, type ShownText, shownTexts } from '../../host/shown.js';
import { isVisible } from '../../host/visible.js';
import { hashOf } from '../../model/sha256.js';

/**
 * What was in front of the person at each answer. A card gives way to its answer, so that what the
 * receipt is about is no longer in the DOM when it is made.
 */
export class Seen {
  readonly #texts = new Map<string, readonly ShownText[]>();

  /** Keeps the texts of the items that are visible now. They carry `data-part` with their id. */
  keep(root: ParentNode): void {
    for (const part of root.querySelectorAll<HTMLElement>('[data-part]')) {
      if (isVisible(part)) this.#texts.set(part.dataset['part'] ?? '', shownTexts(part));
    }
  }

  /** Forgets what a receipt holds now. */
  forget(ids: readonly string[]): void {
    for (const id of ids) this.#texts.delete(id);
  }

  /**
   * What was shown of the items of a notice, in its order, until now.
   *
   * @param ids All ids of the notice, also of what another element asks for.
   */
  read(root: ParentNode, ids: readonly string[]): Shown {
    this.keep(root);
    return {
      sha256: hashOf(ids.flatMap((id) => this.#texts.get(id) ?? [])),
      hidden: ids.filter((id) => !this.#texts.has(id)),
      framed: isFramed(),
    };
  }
}
