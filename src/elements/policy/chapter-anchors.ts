import type { ReactiveController } from 'lit';

import type { GuideChapterName } from '../../model/guide-rows.js';

/** What the anchors are in. */
interface AnchorHost extends HTMLElement {
  addController(controller: ReactiveController): void;
  readonly renderRoot: HTMLElement | DocumentFragment;
  /** Resolves when every chapter is drawn. */
  readonly updateComplete: Promise<boolean>;
}

/** Ids of the headings begin so; a page's own ids win over them. */
const PREFIX = 'policy-';

/**
 * Addresses of chapters. The headings stand in a shadow root, where a browser does not look for the
 * fragment of an address: this does, when the page is opened, when the address changes, and when a
 * link within the policy is pressed.
 */
export class ChapterAnchors implements ReactiveController {
  readonly #host: AnchorHost;

  constructor(host: AnchorHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('hashchange', this.#onHashChange);
    this.#host.renderRoot.addEventListener('click', this.#onClick);
  }

  hostDisconnected(): void {
    window.removeEventListener('hashchange', this.#onHashChange);
    this.#host.renderRoot.removeEventListener('click', this.#onClick);
  }

  /** The whole address, so that it can be copied, and so that a `<base>` does not bend it. */
  readonly hrefOf = (name: GuideChapterName): string =>
    `${location.href.replace(/#.*$/s, '')}#${PREFIX}${name}`;

  /** Goes to the chapter that the address names, if it names one. */
  goToFragment(): void {
    const id = location.hash.slice(1);
    // An element of the page with that id is what the address means, and the browser has gone there.
    if (!id.startsWith(PREFIX) || document.getElementById(id) !== null) return;
    this.#goTo(id);
  }

  #goTo(id: string): void {
    const heading = this.#host.renderRoot.querySelector<HTMLElement>(`#${CSS.escape(id)}`);
    if (heading === null) return;
    heading.scrollIntoView();
    heading.focus({ preventScroll: true });
  }

  readonly #onHashChange = (): void => {
    void this.#host.updateComplete.then(() => {
      this.goToFragment();
    });
  };

  readonly #onClick = (event: Event): void => {
    const link = (event.target as Element).closest<HTMLAnchorElement>(`a[href*="#${PREFIX}"]`);
    const { button, ctrlKey, metaKey, shiftKey, altKey } = event as MouseEvent;
    // A press for another window or for the context menu is the browser's.
    if (link === null || button !== 0 || ctrlKey || metaKey || shiftKey || altKey) return;
    const id = link.hash.slice(1);
    const isOwn = this.#host.renderRoot.querySelector(`#${CSS.escape(id)}`) !== null;
    if (!isOwn || event.defaultPrevented) return;
    event.preventDefault();
    // The same fragment again changes no address, so nothing would tell.
    if (location.hash === `#${id}`) this.#onHashChange();
    else location.hash = id;
  };
}
