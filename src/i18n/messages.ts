/** Texts by what an item is; the keys are the item kinds of the model. */
export interface KindMessages {
  readonly age: string;
  readonly terms: string;
  readonly collection: string;
  readonly sensitive: string;
  readonly 'unique-id': string;
  readonly location: string;
  readonly credit: string;
  readonly 'third-party': string;
  readonly overseas: string;
  readonly 'marketing-use': string;
  readonly advertising: string;
  readonly 'advertising-night': string;
  readonly information: string;
}

/** Names of the channels of advertising. */
export interface ChannelMessages {
  readonly email: string;
  readonly sms: string;
  readonly alimtalk: string;
  readonly push: string;
  readonly phone: string;
  readonly post: string;
}

/**
 * Every text that the elements render themselves. All keys are required: a locale that lacks one
 * does not compile. Values are plain strings, so that a lawyer can review a locale file. `{name}`
 * is replaced by a value; `{name:one|other}` by the first word where the value counts as one thing
 * in that language, else by the second.
 */
export interface Messages {
  /** What the form does: a signup, or anything else. Stands in other texts as `{act}`. */
  readonly actSignup: string;
  readonly actOther: string;

  readonly heading: string;
  readonly lead: string;
  readonly keyHeading: string;
  readonly chooseLabel: string;
  readonly agreeAll: string;
  readonly agreeAllCount: string;
  readonly requiredOnly: string;
  readonly requiredOnlyCount: string;
  readonly refuseAll: string;
  readonly leftOut: string;
  readonly leftOutItem: string;

  readonly groupRequired: string;
  readonly groupNotices: string;
  readonly groupOptional: string;
  readonly groupOptionalNote: string;
  readonly groupPromotion: string;
  readonly groupPromotionNote: string;
  readonly countRequired: string;
  readonly countNotices: string;

  readonly badgeRequired: string;
  readonly badgeOptional: string;
  readonly badgeNotice: string;
  readonly kind: KindMessages;
  /** Information whose basis is consent or not stated, and which is not asked all the same. */
  readonly kindNotAsked: string;
  readonly channel: ChannelMessages;

  readonly titleAge: string;
  readonly titleMarketingUse: string;
  readonly titleAdvertising: string;
  readonly titleNight: string;

  readonly factAudience: string;
  readonly factPurpose: string;
  readonly factData: string;
  readonly factRrn: string;
  /** The policy says that no data is collected. */
  readonly factNone: string;
  readonly factSource: string;
  readonly factRetention: string;
  readonly factBasis: string;
  readonly factRefusal: string;
  readonly factRecipient: string;
  readonly factRecipientPurpose: string;
  readonly factCountry: string;
  readonly factSender: string;
  readonly factContent: string;
  readonly factHours: string;
  readonly factMethod: string;
  readonly factKeptUntilWithdrawn: string;

  readonly basisContract: string;
  readonly basisConsent: string;
  readonly basisLaw: string;
  readonly basisLegitimateInterest: string;
  readonly basisVital: string;
  readonly basisPublicTask: string;

  readonly promotionContact: string;
  readonly hoursDay: string;
  readonly reconfirmation: string;
  readonly nightMethods: string;
  readonly nightNotEmail: string;
  readonly unstated: string;
  readonly unstatedRequired: string;
  readonly aboutWhom: string;
  readonly condition: string;

  /** A period after an event, until an event, until the purpose is met, until a day. */
  readonly retentionAfter: string;
  readonly retentionEvent: string;
  readonly retentionPurpose: string;
  readonly retentionUntil: string;

  readonly more: string;
  readonly termsText: string;
  readonly termsOpen: string;
  readonly guardianLink: string;
  readonly guardianAsk: string;
  readonly hintParent: string;
  readonly hintAny: string;
  readonly restored: string;
  /** An item was decided at another place: `{where}` names it, with the day where known. */
  readonly elsewhereGiven: string;
  readonly elsewhereRefused: string;

  readonly stateGiven: string;
  readonly stateRefused: string;
  readonly tallyRequired: string;
  readonly tallyOptional: string;
  readonly tallyGiven: string;
  readonly tallyRefused: string;
  readonly tallyAllGiven: string;
  readonly tallyAllRefused: string;
  readonly withdrawNote: string;
  readonly withdrawPlace: string;
  readonly policyLink: string;

  readonly errorSummary: string;
  readonly mustAge: string;
  readonly mustTerms: string;
  readonly mustAgree: string;
  readonly notReady: string;

  readonly loading: string;
  readonly loadErrorTitle: string;
  readonly loadErrorNetwork: string;
  readonly loadErrorDocument: string;
  readonly loadErrorContact: string;
  readonly loadErrorNoConsent: string;
  readonly retry: string;

  readonly storedTitle: string;
  readonly storedDetail: string;
  readonly storedChange: string;
  readonly resultHeading: string;
  readonly resultDate: string;
  readonly resultGiven: string;
  readonly resultRefused: string;
  readonly resultNight: string;
  readonly resultNext: string;

  /** Between the parts of a list, and around a name that is quoted. */
  readonly listSeparator: string;
}

/** Keys whose value is one text. */
export type TextKey<Texts> = {
  [Key in keyof Texts]: Texts[Key] extends string ? Key & string : never;
}[keyof Texts];

/** Keys of the texts that every element has. */
export type MessageKey = TextKey<Messages>;

export type MessageValues = Readonly<Record<string, string | number>>;

/**
 * Puts values into a text. An unknown name stays as it is, so that a test can see it.
 *
 * @param lang BCP 47; decides which numbers count as one thing.
 */
export function formatMessage(text: string, values: MessageValues, lang: string): string {
  return text.replace(
    /\{(\w+)(?::([^|}]*)\|([^}]*))?\}/g,
    (placeholder, name: string, ...forms) => {
      const value = values[name];
      if (value === undefined) return placeholder;
      const [one, other] = forms as [string | undefined, string | undefined];
      if (one === undefined) return String(value);
      return (new Intl.PluralRules(lang).select(Number(value)) === 'one' ? one : other) ?? '';
    },
  );
}
