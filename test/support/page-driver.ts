import type { Engine } from '../../scripts/browsers.mjs';

/**
 * A CSS selector; `>>>` steps into the open shadow root of what stands before it:
 * `dongui-consent >>> [data-item="age"]`.
 */
export type DeepSelector = string;

/** Keys that are pressed by name; any other string of one character is typed. */
export type Key = 'Tab' | 'Shift+Tab' | 'Enter' | 'Space' | 'ArrowDown';

/** One tab of one engine, the same for all three. What a page says by `alert()` is read away. */
export interface PageDriver {
  readonly engine: Engine;
  /** Opens an address and waits for its `load` event. */
  goto(url: string): Promise<void>;
  /** The address as it is now. */
  url(): Promise<string>;
  /**
   * Presses an element with the engine's own mouse, having scrolled it into view. Resolves when the
   * press has been made, also when it starts a navigation.
   *
   * @throws Error when there is no such element within 5 s.
   */
  click(selector: DeepSelector): Promise<void>;
  /** Puts the focus into a field and types. */
  type(selector: DeepSelector, text: string): Promise<void>;
  /** Types where the focus is. */
  typeHere(text: string): Promise<void>;
  /** Presses one key where the focus is. */
  press(key: Key): Promise<void>;
  /**
   * Runs the body of a function in the page; promises are awaited.
   *
   * @param script JavaScript with `args` in scope: `return document.title + args[0]`.
   */
  evaluate<Result>(script: string, ...args: readonly unknown[]): Promise<Result>;
  /**
   * Makes the page as slow as a cheaper device; the function brings it back to full speed.
   *
   * @param factor How many times slower: 6 is a cheap phone beside a desk computer.
   */
  slowDown(factor: number): Promise<() => void | Promise<void>>;
  /** Errors that no code of the page caught, where the engine tells. */
  readonly errors: readonly string[];
  resize(width: number, height: number): Promise<void>;
  /** PNG of the whole page, or of what fits the window where the engine gives no more. */
  screenshot(): Promise<Uint8Array>;
  /** Closes the tab as a person does who is done: nothing is waited for. */
  close(): Promise<void>;
}

/** One running browser. */
export interface BrowserDriver {
  readonly engine: Engine;
  /** Name and version, for reports. */
  readonly version: string;
  /** A new tab with the storage of all others of this browser. */
  open(): Promise<PageDriver>;
  stop(): Promise<void>;
}

/** Script that finds an element through open shadow roots; `args[0]` is a `DeepSelector`. */
export const FIND = `
  const find = (selector) => {
    let root = document;
    for (const [i, part] of selector.split('>>>').map((s) => s.trim()).entries()) {
      if (i > 0) root = root.shadowRoot;
      root = root && root.querySelector(part);
      if (!root) return null;
    }
    return root;
  };
`;

/**
 * Asks until there is an answer.
 *
 * @throws Error that names what was waited for.
 */
export async function eventually<Answer>(
  what: string,
  ask: () => Promise<Answer | null | undefined>,
  timeoutMs = 10_000,
): Promise<Answer> {
  const end = Date.now() + timeoutMs;
  for (;;) {
    const answer = await ask();
    if (answer !== null && answer !== undefined) return answer;
    if (Date.now() > end) throw new Error(`Not within ${timeoutMs / 1000} s: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
}

/** Asks until the answer is true. */
export async function until(
  what: string,
  ask: () => Promise<boolean>,
  timeoutMs?: number,
): Promise<void> {
  await eventually(what, async () => ((await ask()) ? true : undefined), timeoutMs);
}
