import { type Article, BASIS_ARTICLES, CONSENT_ARTICLES } from '../basis-articles.js';
import type { NoticeItem } from '../notice.js';
import type { Basis, DataItem, DataKind, Purpose, RecipientUse } from '../policy-processing.js';
import type { DecidedBy, ReceiptItem } from '../receipt.js';
import { derivedConsequence, derivedData, derivedPurposes, derivedStorage } from './dpv-derived.js';
import { storageOf } from './dpv-durations.js';
import { articleName, type DpvNode, lawOf, node, refer, stated } from './dpv-nodes.js';
import { contactOf, type NoticeNodes, placeOf, referTo } from './dpv-notice.js';
import { DPV_PERSONAL_DATA, DPV_PURPOSES } from './dpv-terms.js';

/** Grounds that are not consent. */
const BASES: Readonly<Partial<Record<Basis, string>>> = {
  contract: 'dpv:Contract',
  law: 'dpv:LegalObligation',
  'legitimate-interest': 'dpv:LegitimateInterest',
  vital: 'dpv:VitalInterest',
  'public-task': 'dpv:PublicInterest',
};

/** Presses that were about this matter alone; by the others several were decided at once. */
const OWN: readonly DecidedBy[] = ['checkbox', 'button', 'unticked', 'parent', 'clock'];

/** Data that the vocabulary has a class for besides `dpv:PersonalData` (PIPA 23, 24, 24-2). */
const CLASSES: Readonly<Partial<Record<DataKind, readonly string[]>>> = {
  sensitive: ['dpv:SensitivePersonalData', 'dpv:SpecialCategoryPersonalData'],
  biometric: ['dpv:SensitivePersonalData', 'dpv:SpecialCategoryPersonalData'],
  'unique-id': ['dpv:SensitivePersonalData'],
  rrn: ['dpv:SensitivePersonalData'],
};

const termOf = (
  prefix: string,
  known: ReadonlySet<string>,
  term: string | undefined,
): DpvNode | undefined =>
  term !== undefined && known.has(term) ? refer(`${prefix}:${term}`) : undefined;

const purposeNode = ({ text, dpv, group, of, statute }: Purpose): DpvNode => ({
  '@type': 'dpv:Purpose',
  ...stated({
    'skos:broader': termOf('dpv', DPV_PURPOSES, dpv),
    'dct:description': text,
    'dongui:group': group,
    'dongui:of': of,
    'dongui:statute': statute,
  }),
});

const dataNode = ({ name, kind, dpv, note, condition, about }: DataItem): DpvNode => ({
  '@type': ['dpv:PersonalData', ...(CLASSES[kind] ?? [])],
  ...stated({
    'skos:broader': termOf('pd', DPV_PERSONAL_DATA, dpv),
    'dct:description': name,
    'dongui:kind': kind,
    'dongui:note': note,
    'dongui:condition': condition,
    'dongui:about': about,
  }),
});

/** What an item states, or what follows from its kind where it states nothing. */
const orDerived = <Value>(
  values: readonly Value[] | undefined,
  derived: readonly DpvNode[],
  toNode: (value: Value) => DpvNode,
): readonly DpvNode[] => {
  const own = (values ?? []).map(toNode);
  return own.length > 0 ? own : derived;
};

/** Where an item and its record stand. */
export interface ProcessPlace {
  readonly item: NoticeItem;
  readonly answer: ReceiptItem;
  readonly nodes: NoticeNodes;
  /** IRI of the record. */
  readonly record: string;
}

function recipientNodes({ item, nodes, record }: ProcessPlace): readonly DpvNode[] {
  const { kind, recipient, country } = item;
  if (kind !== 'third-party' && kind !== 'overseas') return referTo(nodes.controllers);
  const { address, ...contact } = recipient?.contact ?? {};
  const types = kind === 'overseas' ? ['dpv:ThirdParty', 'dpv:DataImporter'] : 'dpv:ThirdParty';
  return [
    node(`${record}.recipient`, types, {
      must: { 'dpv:hasName': recipient?.name },
      may: {
        'dpv:hasAddress': address,
        'schema:contactPoint': contactOf(contact),
        'dpv:hasLocation': country === undefined ? undefined : placeOf(country),
      },
    }),
  ];
}

function consequenceNode(item: NoticeItem): DpvNode | undefined {
  const { consequence, right, withdrawal } = item.refusal ?? {};
  if (consequence === undefined) return derivedConsequence(item);
  return {
    '@type': 'dpv:Consequence',
    ...stated({
      'dct:description': consequence,
      'dongui:refusalRight': right,
      'dongui:onWithdrawal': withdrawal,
    }),
  };
}

/** On what the processing rests; with consent, of which type it is (TS 27560: event_type). */
function legalBases({ item, answer }: ProcessPlace): readonly DpvNode[] {
  const { kind, basis = 'consent' } = item;
  if (kind === 'terms') return [refer('dpv:Contract')];
  if (kind === 'age') return [refer('dpv:LegalObligation')];
  if (basis === 'unstated') return [];
  const isOwn = OWN.includes(answer.by);
  const type = isOwn ? 'dpv:ExplicitlyExpressedConsent' : 'dpv:ExpressedConsent';
  return [refer(BASES[basis] ?? type)];
}

function articleOf({ kind, basis = 'consent' }: NoticeItem): Article | undefined {
  if (kind === 'terms' || kind === 'age' || basis === 'unstated') return undefined;
  return (basis === 'consent' && CONSENT_ARTICLES[kind]) || BASIS_ARTICLES[basis];
}

/** What the vocabulary has of Korean law, where the policy is under it. */
function lawMembers({ item, nodes }: ProcessPlace): DpvNode {
  const { jurisdiction } = nodes.notice;
  const authorities = referTo(nodes.authority);
  if (jurisdiction !== 'KR') return { 'dpv:hasAuthority': authorities };
  const article = articleOf(item);
  return {
    'dpv:hasApplicableLaw': article ? lawOf(article) : undefined,
    'dongui:article': article ? articleName(article) : undefined,
    'dpv:hasAuthority': [refer('legal-kr:DPA-KR'), ...authorities],
  };
}

/** An overseas transfer: when and how (PIPA 28-8(2)2). */
function transferMembers({ kind, when, how }: NoticeItem): DpvNode {
  if (kind !== 'overseas') return {};
  const words = stated({ 'dongui:when': when, 'dongui:how': how });
  return { 'dpv:hasProcessing': { '@type': 'dpv:Transfer', ...words } };
}

function storageMembers(
  { item, nodes }: ProcessPlace,
  { retention }: Partial<RecipientUse>,
): { readonly all: readonly DpvNode[]; readonly gaps: readonly string[] } {
  const own = storageOf(retention);
  const durations = own.length > 0 ? own : derivedStorage(item);
  const locations = (nodes.notice.storage?.countries ?? []).map((country) => ({
    '@type': 'dpv:StorageLocation',
    'dpv:hasLocation': placeOf(country),
  }));
  const gaps = [
    ...(durations.length === 0 ? ['dpv:StorageDuration'] : []),
    ...(locations.length === 0 ? ['dpv:StorageLocation'] : []),
  ];
  return { all: [...durations, ...locations], gaps };
}

function processNode(place: ProcessPlace, use: Partial<RecipientUse>, number: number): DpvNode {
  const { item, nodes, record } = place;
  const storage = storageMembers(place, use);
  const necessity = item.required ? 'dpv:Required' : 'dpv:Optional';
  return node(`${record}.process-${number}`, 'dpv:Process', {
    must: {
      'dpv:hasPurpose': orDerived(use.purposes, derivedPurposes(item), purposeNode),
      'dpv:hasPersonalData': orDerived(use.data, derivedData(item), dataNode),
      'dpv:hasDataController': referTo(nodes.controllers),
      'dpv:hasRecipient': recipientNodes(place),
      'dpv:hasConsentControl': referTo(nodes.withdrawal),
      'dpv:hasJurisdiction': placeOf(nodes.notice.jurisdiction),
      'dpv:hasRight': referTo(nodes.rights),
      'dpv:hasNecessity': item.gaps?.includes('required') ? undefined : refer(necessity),
      'dpv:hasConsequence': consequenceNode(item),
      'dpv:hasLegalBasis': legalBases(place),
    },
    may: {
      'dpv:hasStorageCondition': storage.all,
      'dct:title': use.title ?? item.title,
      'dpv:hasService': referTo([nodes.service]),
      ...transferMembers(item),
      ...lawMembers(place),
      'dongui:statute': item.statute,
    },
    gaps: storage.gaps,
  });
}

/** One process an item; of a third party, one a use, each with its own data and period. */
export function processNodes(place: ProcessPlace): readonly DpvNode[] {
  const { uses } = place.item;
  const all: readonly Partial<RecipientUse>[] = uses ?? [place.item];
  return (all.length > 0 ? all : [{}]).map((use, i) => processNode(place, use, i + 1));
}
