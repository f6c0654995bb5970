/** A copy of an object without some of its properties. */
export function without<Source extends object, Name extends keyof Source>(
  source: Source,
  ...names: readonly Name[]
): Omit<Source, Name> {
  const kept = Object.entries(source).filter(([name]) => !names.includes(name as Name));
  return Object.fromEntries(kept) as Omit<Source, Name>;
}
