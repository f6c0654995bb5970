import type { DataItem, Purpose } from '../../../model/policy-processing.js';
import type { RetentionRule } from '../../../model/retention.js';
import { dataMark } from '../../../ui/data-view.js';
import {
  basisText,
  countryText,
  dataText,
  periodText,
  retentionText,
} from '../../../ui/fact-texts.js';
import { type PolicyKey, type PolicyView, reading, word } from '../policy-view.js';

/** The last name of a path: `recipient.contact.phone` is `phone`, `uses["…"].data` is `data`. */
const nameOf = (field: string): string => field.replace(/^.*\./, '');

/** What fields are called; others stand without a name. */
const LABELS: Readonly<Record<string, PolicyKey>> = {
  purposes: 'factPurpose',
  data: 'factData',
  retention: 'factRetention',
  basis: 'factBasis',
  statute: 'factBasis',
  required: 'columnRequired',
  right: 'factRefusal',
  consequence: 'factRefusal',
  withdrawal: 'fieldWithdrawal',
  audience: 'factAudience',
  source: 'factSource',
  collection: 'fieldCollection',
  names: 'columnProcessor',
  work: 'columnWork',
  subProcessors: 'columnSubProcessors',
  country: 'fieldCountry',
  when: 'columnCountryWay',
  how: 'columnCountryWay',
  phone: 'columnPhone',
  email: 'fieldContact',
  notApplicable: 'notApplicable',
  url: 'columnSite',
  address: 'columnSite',
};

/** What a field is called. */
export function fieldLabel(field: string): PolicyKey | undefined {
  if (field === 'recipient.name') return 'factRecipient';
  return LABELS[nameOf(field)];
}

function itemText(item: DataItem, view: PolicyView): string {
  const mark = dataMark(item.kind, reading(view));
  const text = dataText(item, view.context.content);
  return mark === undefined ? text : `${text} (${mark})`;
}

function purposeText({ group, text, of = [] }: Purpose): string {
  const about = of.length === 0 ? text : `${text} (${of.join(', ')})`;
  return group === undefined ? about : `${group}: ${about}`;
}

/** Codes of a field, in words. */
const CODES: Readonly<Record<string, (code: string, view: PolicyView) => string>> = {
  basis: (code, { context }) => basisText({ basis: code as 'consent' }, context.content),
  country: (code, { context }) => countryText(code, context.content),
  jurisdiction: (code, { context }) => countryText(code, context.content),
  countries: (code, { context }) => countryText(code, context.content),
  after: (code, { context }) => periodText(code, context.content),
  required: (code, view) => word(view, code === 'unstated' ? 'requiredUnstated' : 'badgeOptional'),
  channel: (code, { context }) => context.content.messages.channel[code as 'email'],
  channels: (code, { context }) => context.content.messages.channel[code as 'email'],
  guardianMethods: (code, { context }) => context.content.term(`guardian-${code as 'card'}`),
  notApplicable: (code, view) => word(view, `absent-${code as 'terms'}`),
  role: (code, view) => word(view, `role-${code as 'cpo'}`),
  storage: (code, view) =>
    word(
      view,
      code === 'indexed-db'
        ? 'storageDatabase'
        : code === 'cookie'
          ? 'storageCookie'
          : 'storageLocal',
    ),
};

/** The words of an object that has no view of its own: all that it says, in its order. */
function wordsOf(value: unknown): string[] {
  if (typeof value === 'string' || typeof value === 'number') return [String(value)];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(wordsOf);
}

/** Objects of a field, in words. */
const OBJECTS: Readonly<Record<string, (value: never, view: PolicyView) => string>> = {
  retention: (rule: RetentionRule, { context }) => retentionText(rule, context.content),
  data: itemText,
  purposes: purposeText,
};

/** A fact in words, by the field that it stands in. */
export function valueText(field: string, value: unknown, view: PolicyView): string {
  const name = nameOf(field);
  if (typeof value === 'string') return CODES[name]?.(value, view) ?? value;
  if (typeof value === 'boolean') {
    const words =
      name === 'required'
        ? (['badgeRequired', 'badgeOptional'] as const)
        : (['yes', 'no'] as const);
    return word(view, value ? words[0] : words[1]);
  }
  const draw = OBJECTS[name];
  return draw === undefined ? wordsOf(value).join(' \u00b7 ') : draw(value as never, view);
}
