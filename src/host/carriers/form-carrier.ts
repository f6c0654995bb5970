import { fieldsOfItem } from '../field-map.js';
import type { CreateCarrier } from './carrier.js';

/** The element submits the fields itself, as a form-associated custom element does. */
export const createFormCarrier: CreateCarrier = ({ element }, map) => ({
  value(decisions) {
    const data = new FormData();
    for (const [id, state] of Object.entries(decisions)) {
      for (const { name, on, off } of fieldsOfItem(map, id, element.name)) {
        const value = state === 'given' ? on : off;
        if (value !== undefined) data.append(name, value);
      }
    }
    for (const { name, value } of map.companions) data.append(name, value);
    return data;
  },
  show() {
    // The value is all there is.
  },
  boxOf() {
    return undefined;
  },
  release() {
    // Nothing of the page is held.
  },
});
