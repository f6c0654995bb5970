import type { Speaker } from '../i18n/localize-controller.js';
import type { MessageKey, MessageValues } from '../i18n/messages.js';

/** What every view needs to speak: to the reader, and in the language of the policy's own facts. */
export interface ViewContext {
  /** The reader's language: labels, buttons, errors. */
  readonly reader: Speaker;
  /** The policy's language: sentences made of its facts. */
  readonly content: Speaker;
  /** The `lang` that content needs where it differs from the page's, else `undefined`. */
  readonly contentLang: string | undefined;
  /** What the form does, in the reader's language: stands in texts as `{act}`. */
  readonly act: string;
}

/** One of the reader's texts; `{act}` is known. */
export function say(context: ViewContext, key: MessageKey, values: MessageValues = {}): string {
  return context.reader.term(key, { act: context.act, ...values });
}
