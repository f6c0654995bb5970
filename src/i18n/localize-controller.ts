import { formatMessage, type MessageKey, type Messages, type MessageValues } from './messages.js';
import { nearestLang, watchLang } from './nearest-lang.js';
import type { Part, PartKey } from './parts.js';
import { anyLanguage, findMessages, onMessagesChange, wantMessages } from './registry.js';

/** What the controller needs of an element; Lit's reactive elements have it. */
export interface LocalizedHost extends HTMLElement {
  addController(controller: { hostConnected(): void; hostDisconnected(): void }): void;
  requestUpdate(): void;
}

/** The texts of one language. */
export interface Speaker<Key extends string = MessageKey> {
  /** BCP 47. */
  readonly lang: string;
  readonly messages: Messages & Readonly<Record<Key, string>>;
  term(key: Key, values?: MessageValues): string;
}

/** Whose texts, and who is told of another language. */
export interface LocalizeOptions<Name extends Part> {
  /** Those of the consent form, where it is left out. */
  readonly part?: Name;
  /** Called after the page changed a `lang` around the element. */
  readonly onLangChange?: () => void;
}

/** Looks texts up at render time, and renders its element again when texts or languages change. */
export class LocalizeController<Name extends Part = 'consent'> {
  readonly #host: LocalizedHost;
  readonly #part: Part;
  readonly #onLangChange: (() => void) | undefined;
  #stops: (() => void)[] = [];

  constructor(host: LocalizedHost, { part, onLangChange }: LocalizeOptions<Name> = {}) {
    this.#host = host;
    this.#part = part ?? 'consent';
    this.#onLangChange = onLangChange;
    host.addController(this);
  }

  hostConnected(): void {
    const update = (): void => {
      this.#host.requestUpdate();
    };
    const change = (): void => {
      update();
      this.#onLangChange?.();
    };
    this.#stops = [onMessagesChange(update), watchLang(this.#host, change)];
  }

  hostDisconnected(): void {
    for (const stop of this.#stops) stop();
    this.#stops = [];
  }

  /** The language that the page asks for; `''` when it names none. */
  get wanted(): string {
    return nearestLang(this.#host);
  }

  /** The first of the languages that has texts, or any that has; `undefined` while they are on their way. */
  speak(...preferences: readonly string[]): Speaker<MessageKey | PartKey<Name>> | undefined {
    const part = this.#part;
    const lang =
      preferences.find((each) => each !== '' && wantMessages(each, part)) ?? anyLanguage(part);
    const messages = lang === undefined ? undefined : findMessages(lang, part);
    if (lang === undefined || messages === undefined) return undefined;
    return {
      lang,
      // What is registered under a part has that part's type.
      messages: messages as Messages & Record<MessageKey | PartKey<Name>, string>,
      term: (key, values = {}) => formatMessage(messages[key as MessageKey], values, lang),
    };
  }
}
