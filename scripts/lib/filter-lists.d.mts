/** The part of a path that a filter list blocks, or undefined. */
export function blockedBy(path: string): string | undefined;
