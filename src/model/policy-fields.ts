import { FORMATS } from './policy-formats.js';
import { CHOICES, RECORDS, SHAPES } from './policy-shapes.js';

/** A key that a shape has. */
export interface Field {
  readonly key: string;
  readonly isOptional: boolean;
  /** A type, or `=` and words. */
  readonly type: string;
}

const fieldsOfShapes = new Map<string, readonly Field[]>();

const hasOwnType = (key: string): boolean =>
  [SHAPES, RECORDS, CHOICES, FORMATS].some((types) => key in types);

/**
 * The fields of a shape of `policy-shapes.ts`, in its order; none of a type that is no shape.
 */
export function fieldsOf(shape: string): readonly Field[] {
  let fields = fieldsOfShapes.get(shape);
  if (!fields) {
    const matches = [...(SHAPES[shape] ?? '').matchAll(/([\w$]+)(\??):?(=?[^\s[]*)(\S*)/g)];
    fields = matches.map(([, key = '', optional, type, list = '']) => ({
      key,
      isOptional: optional !== '',
      type: (type || (hasOwnType(key) ? key : 'text')) + list,
    }));
    fieldsOfShapes.set(shape, fields);
  }
  return fields;
}
