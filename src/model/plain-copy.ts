/** A value whose optional members may also be there and undefined. */
export type Sparse<Value> = {
  readonly [Name in keyof Value]: Pick<Value, Name> extends Required<Pick<Value, Name>>
    ? Value[Name]
    : Value[Name] | undefined;
};

/** A deep copy of plain data as JSON has it: without the members that are undefined. */
export function plainCopy<Value>(value: Sparse<Value>): Value {
  return JSON.parse(JSON.stringify(value)) as Value;
}
