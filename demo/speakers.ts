import english from '../locales/en.js';
import japanese from '../locales/ja.js';
import korean from '../locales/ko.js';
import type { Speaker } from '../src/i18n/localize-controller.js';
import { formatMessage, type Messages } from '../src/i18n/messages.js';
import type { ViewContext } from '../src/ui/view-context.js';

const LANGUAGES: Readonly<Record<string, Messages>> = { en: english, ja: japanese };

/** The library's own texts in one of its languages; Korean for any other. */
export function speakerOf(lang: string): Speaker {
  const messages: Messages = LANGUAGES[lang.slice(0, 2)] ?? korean;
  return {
    lang,
    messages,
    term: (key, values = {}) => formatMessage(messages[key], values, lang),
  };
}

/** Lets a page draw the facts of a notice with the library's own views. */
export function contextOf(readerLang: string, noticeLang: string): ViewContext {
  const reader = speakerOf(readerLang);
  return {
    reader,
    content: speakerOf(noticeLang),
    contentLang: noticeLang === readerLang ? undefined : noticeLang,
    act: reader.term('actSignup'),
  };
}
