/** Packages that bring no types of their own: as much of them as the tests use. */
declare module 'shacl-engine' {
  import type { DataFactory, DatasetCore, Term } from '@rdfjs/types';

  interface Result {
    readonly focusNode: { readonly term: Term };
    readonly path?: readonly { readonly predicates: readonly Term[] }[];
    readonly message: readonly Term[];
  }

  export class Validator {
    constructor(shapes: DatasetCore, options: { readonly factory: DataFactory });
    validate(data: {
      readonly dataset: DatasetCore;
    }): Promise<{ readonly conforms: boolean; readonly results: readonly Result[] }>;
  }
}
