import type { ItemKind, NoticeItem } from '../notice.js';
import type { Channel } from '../policy-marketing.js';
import type { DpvNode } from './dpv-nodes.js';

/**
 * Matters whose kind says what a policy need not say again: that a person is old enough, that terms
 * are agreed to, by which channel advertising comes. Law asks for no purposes and data of these, a
 * consent record does; so they are made from the kind, and each says so.
 */
const PURPOSES: { readonly [Kind in ItemKind]?: string } = {
  age: 'dpv:AgeVerification',
  terms: 'dpv:EstablishContractualAgreement',
  advertising: 'dpv:DirectMarketing',
  'advertising-night': 'dpv:DirectMarketing',
};

/** The address that a channel needs. */
const ADDRESSES: Readonly<Record<Channel, string>> = {
  email: 'pd:EmailAddress',
  sms: 'pd:TelephoneNumber',
  alimtalk: 'pd:TelephoneNumber',
  push: 'pd:DeviceBased',
  phone: 'pd:TelephoneNumber',
  post: 'pd:PhysicalAddress',
};

const derived = (type: string, kind: ItemKind, members: DpvNode = {}): DpvNode => ({
  '@type': type,
  ...members,
  'dongui:derivedFrom': kind,
});

const broader = (term: string): DpvNode => ({ 'skos:broader': { '@id': term } });

/** Whether what is missing of an item follows from its kind. */
export const isDerived = ({ kind }: NoticeItem): boolean => kind in PURPOSES;

/** The purpose that follows from a kind, with what is advertised where it is stated. */
export function derivedPurposes({ kind, content }: NoticeItem): readonly DpvNode[] {
  const term = PURPOSES[kind];
  if (term === undefined) return [];
  const words = content === undefined ? {} : { 'dct:description': content };
  return [derived('dpv:Purpose', kind, { ...broader(term), ...words })];
}

/** The data that follows from a kind. */
export function derivedData({ kind, channel, channels = [] }: NoticeItem): readonly DpvNode[] {
  if (kind === 'age') return [derived('dpv:PersonalData', kind, broader('pd:AgeRange'))];
  // What an agreement to terms is about is the agreement itself: who agreed, and when.
  if (kind === 'terms') return [derived('dpv:PersonalData', kind, broader('pd:Identifier'))];
  const used = channel === undefined ? channels : [channel];
  const terms = new Set(used.map((each) => ADDRESSES[each]));
  return [...terms].map((term) => derived('dpv:PersonalData', kind, broader(term)));
}

/** How long: nobody says, and law does not ask. */
export function derivedStorage({ kind }: NoticeItem): readonly DpvNode[] {
  const members = { 'dpv:hasDuration': { '@type': 'dpv:IndeterminateDuration' } };
  return kind === 'age' || kind === 'terms' ? [derived('dpv:StorageDuration', kind, members)] : [];
}

/** What refusing changes: the form does not go on, or nothing but what was asked. */
export function derivedConsequence(item: NoticeItem): DpvNode | undefined {
  if (!isDerived(item)) return undefined;
  const follows = item.required ? 'form-not-sent' : 'not-done';
  return derived('dpv:Consequence', item.kind, { 'dongui:follows': follows });
}
