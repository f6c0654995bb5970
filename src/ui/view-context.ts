import type { LocalizeController, Speaker } from '../i18n/localize-controller.js';
import type { Channel } from '../model/policy-marketing.js';
import type { MessageKey, MessageValues } from '../i18n/messages.js';
import type { Part, PartKey } from '../i18n/parts.js';

/** What every view needs to speak: to the reader, and in the language of the policy's own facts. */
export interface ViewContext<Key extends string = MessageKey> {
  /** The reader's language: labels, buttons, errors. */
  readonly reader: Speaker<Key>;
  /** The policy's language: sentences made of its facts. */
  readonly content: Speaker<Key>;
  /** The `lang` that content needs where it differs from the reader's, else `undefined`. */
  readonly contentLang: string | undefined;
  /** What the form does, in the reader's language: stands in texts as `{act}`. */
  readonly act: string;
  /** What the policy calls channels of advertising, where it has names of its own. */
  readonly channelTitles?: ReadonlyMap<Channel, string>;
}

/** What an element speaks about. */
export interface Spoken {
  /** The policy's language; `''` while there is none. */
  readonly locale: string;
  /** The surface's name; `signup` speaks of signing up, any other of going on. */
  readonly surface?: string;
  readonly channelTitles?: ReadonlyMap<Channel, string>;
}

/** Both languages of an element, or `undefined` while their texts are on their way. */
export function createViewContext<Name extends Part>(
  localize: LocalizeController<Name>,
  { locale, surface, channelTitles }: Spoken,
): ViewContext<MessageKey | PartKey<Name>> | undefined {
  const reader = localize.speak(localize.wanted, locale, 'en');
  const content = localize.speak(locale, localize.wanted, 'en');
  if (reader === undefined || content === undefined) return undefined;
  const same = locale === '' || sameLanguage(locale, localize.wanted || reader.lang);
  return {
    reader,
    content,
    contentLang: same ? undefined : locale,
    ...(channelTitles === undefined ? {} : { channelTitles }),
    act: reader.term(surface === 'signup' ? 'actSignup' : 'actOther'),
  };
}

function sameLanguage(one: string, other: string): boolean {
  return one.split('-')[0]?.toLowerCase() === other.split('-')[0]?.toLowerCase();
}

/** One of the reader's texts; `{act}` is known. */
export function say<Key extends string>(
  context: ViewContext<Key>,
  key: Key,
  values: MessageValues = {},
): string {
  return context.reader.term(key, { act: context.act, ...values });
}
