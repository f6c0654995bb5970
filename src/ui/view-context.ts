import type { LocalizeController, Speaker } from '../i18n/localize-controller.js';
import type { Channel } from '../model/policy-marketing.js';
import type { Asking } from './asking.js';
import type { MessageKey, MessageValues } from '../i18n/messages.js';

/** What every view needs to speak: to the reader, and in the language of the policy's own facts. */
export interface ViewContext {
  /** The reader's language: labels, buttons, errors. */
  readonly reader: Speaker;
  /** The policy's language: sentences made of its facts. */
  readonly content: Speaker;
  /** The `lang` that content needs where it differs from the reader's, else `undefined`. */
  readonly contentLang: string | undefined;
  /** What the form does, in the reader's language: stands in texts as `{act}`. */
  readonly act: string;
  /** What the policy calls channels of advertising, where it has names of its own. */
  readonly channelTitles?: ReadonlyMap<Channel, string>;
}

/**
 * Both languages of an element, or `undefined` while their texts are on their way.
 *
 * @param surface its name; `signup` speaks of signing up, any other of going on.
 */
export function createViewContext(
  localize: LocalizeController,
  { asked, channelTitles }: Asking,
  surface: string,
): ViewContext | undefined {
  const locale = asked?.policy.locale ?? '';
  const reader = localize.speak(localize.wanted, locale, 'en');
  const content = localize.speak(locale, localize.wanted, 'en');
  if (reader === undefined || content === undefined) return undefined;
  const same = locale === '' || sameLanguage(locale, localize.wanted || reader.lang);
  return {
    reader,
    content,
    contentLang: same ? undefined : locale,
    channelTitles,
    act: reader.term(surface === 'signup' ? 'actSignup' : 'actOther'),
  };
}

function sameLanguage(one: string, other: string): boolean {
  return one.split('-')[0]?.toLowerCase() === other.split('-')[0]?.toLowerCase();
}

/** One of the reader's texts; `{act}` is known. */
export function say(context: ViewContext, key: MessageKey, values: MessageValues = {}): string {
  return context.reader.term(key, { act: context.act, ...values });
}
