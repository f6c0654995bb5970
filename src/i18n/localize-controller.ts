import { formatMessage, type MessageKey, type Messages, type MessageValues } from './messages.js';
import { nearestLang, watchLang } from './nearest-lang.js';
import { anyLanguage, findMessages, onMessagesChange, wantMessages } from './registry.js';

/** What the controller needs of an element; Lit's reactive elements have it. */
export interface LocalizedHost extends HTMLElement {
  addController(controller: LocalizeController): void;
  requestUpdate(): void;
}

/** The texts of one language. */
export interface Speaker {
  /** BCP 47. */
  readonly lang: string;
  readonly messages: Messages;
  term(key: MessageKey, values?: MessageValues): string;
}

/** Looks texts up at render time, and renders its element again when texts or languages change. */
export class LocalizeController {
  readonly #host: LocalizedHost;
  readonly #onLangChange: () => void;
  #stops: (() => void)[] = [];

  constructor(host: LocalizedHost, onLangChange: () => void = () => undefined) {
    this.#host = host;
    this.#onLangChange = onLangChange;
    host.addController(this);
  }

  hostConnected(): void {
    const update = (): void => {
      this.#host.requestUpdate();
    };
    const change = (): void => {
      update();
      this.#onLangChange();
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
  speak(...preferences: readonly string[]): Speaker | undefined {
    const lang = preferences.find((each) => each !== '' && wantMessages(each)) ?? anyLanguage();
    const messages = lang === undefined ? undefined : findMessages(lang);
    if (lang === undefined || messages === undefined) return undefined;
    return {
      lang,
      messages,
      term: (key, values = {}) => formatMessage(messages[key], values, lang),
    };
  }
}
