import { fieldsOf } from '../model/check-shape.js';
import { CHOICES, FORMATS, NUMBERS, SHAPES } from '../model/record-shapes.js';

/** A JSON Schema (draft 2020-12), as OpenAPI 3.1 has them. */
export type Schema = Readonly<Record<string, unknown>>;

const BLOCKS = ['paragraph', 'list', 'table'];

/** A name may stand for a shape and for a choice that the shape is one of. */
const shapeName = (name: string): string => (name in CHOICES ? `${name}Object` : name);

const reference = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });

function scalarSchema(type: string): Schema {
  if (type.startsWith('=')) return { enum: type.slice(1).split('|') };
  if (type === 'anything') return {};
  if (type === 'boolean' || type === 'null') return { type };
  if (NUMBERS.includes(type)) return { type: 'integer' };
  const format = FORMATS[type];
  const isPlain = format instanceof RegExp && format.flags === '';
  return { type: 'string', ...(isPlain && { pattern: format.source }) };
}

function typeSchema(type: string): Schema {
  if (type.endsWith('[]')) return { type: 'array', items: typeSchema(type.slice(0, -2)) };
  return type in CHOICES || type in SHAPES ? reference(type) : scalarSchema(type);
}

function objectSchema(shape: string): Schema {
  const fields = fieldsOf(shape);
  return {
    type: 'object',
    properties: Object.fromEntries(fields.map(({ key, type }) => [key, typeSchema(type)])),
    required: fields.filter(({ isOptional }) => !isOptional).map(({ key }) => key),
    additionalProperties: false,
  };
}

function choiceSchema(name: string): Schema {
  const choices = CHOICES[name] ?? [];
  return {
    anyOf: choices.flatMap((choice) => {
      if (choice !== name) return typeSchema(choice);
      return name === 'block' ? BLOCKS.map(reference) : reference(shapeName(name));
    }),
  };
}

/** The names that a schema refers to. */
function namesIn(schema: unknown): readonly string[] {
  const found = JSON.stringify(schema).matchAll(/"#\/components\/schemas\/(\w+)"/g);
  return [...found].map(([, name = '']) => name);
}

function schemaOf(name: string): Schema {
  if (name in CHOICES) return choiceSchema(name);
  const shape = name.endsWith('Object') ? name.slice(0, -'Object'.length) : name;
  return objectSchema(shape);
}

/**
 * The schemas of these shapes and of all that they refer to, made from what bodies are really held
 * against.
 */
export function schemasOf(names: readonly string[]): Readonly<Record<string, Schema>> {
  const schemas: Record<string, Schema> = {};
  const open = [...names];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (name in schemas) continue;
    const schema = schemaOf(name);
    schemas[name] = schema;
    open.push(...namesIn(schema));
  }
  return schemas;
}
