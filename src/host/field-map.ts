import type { Answer } from '../model/decisions.js';

/** The tag of the children that hold the map. They are data and are never registered. */
export const FIELD_TAG = 'dongui-field';

/** Under which name, and with which values, the host's server expects an item. */
export interface Field {
  /** Id of the item. */
  readonly item: string;
  readonly name: string;
  /** What is sent when the item is given. */
  readonly on: string;
  /** What is sent when it is refused. Absent: nothing, as of a box that is not ticked. */
  readonly off?: string;
}

/** A further field that holds what the host had stored before, so that it sees what changed. */
export interface Companion {
  readonly name: string;
  readonly value: string;
}

/** Where a page's form wants the decisions, and what it says of the items. */
export interface FieldMap {
  readonly fields: readonly Field[];
  readonly companions: readonly Companion[];
  /** What was decided at another place, by item id. */
  readonly elsewhere: Readonly<Record<string, Answer>>;
  /** Ids of the items that this page does not ask. */
  readonly notAsked: ReadonlySet<string>;
  /** What is wrong with the map, for the developer, each with what to do. */
  readonly problems: readonly string[];
}

/** The field of an item that no map names: `consent[terms]=given`. */
function plainField(prefix: string, item: string): Field {
  return { item, name: `${prefix || 'consent'}[${item}]`, on: 'given', off: 'refused' };
}

/** The fields of an item: those that the map names, else its plain one. */
export function fieldsOfItem(map: FieldMap, item: string, prefix: string): readonly Field[] {
  const named = map.fields.filter((field) => field.item === item);
  return named.length > 0 ? named : [plainField(prefix, item)];
}
