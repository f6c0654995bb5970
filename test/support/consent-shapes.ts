import { readFileSync } from 'node:fs';

import rdf from '@rdfjs/data-model';
import datasets from '@rdfjs/dataset';
import type { DatasetCore, Quad_Object, Quad_Subject, Term } from '@rdfjs/types';
import jsonld from 'jsonld';
import ShaclValidator from 'rdf-validate-shacl';
import { Validator } from 'shacl-engine';

import { CONTEXT } from '../../src/model/exports/dpv-nodes.js';

const DATA = new URL('../data/', import.meta.url);

/** What stands at an address is never fetched: a document that needs it is not whole. */
const documentLoader = (url: string): never => {
  throw new Error(`The document wants ${url}`);
};

type Loose = Readonly<Record<'termType' | 'value', string>> & {
  readonly datatype?: Loose;
  readonly language?: string;
};

function termOf({ termType, value, datatype, language }: Loose): Quad_Object {
  if (termType === 'NamedNode') return rdf.namedNode(value);
  if (termType === 'BlankNode') return rdf.blankNode(value.replace(/^_:/, ''));
  return rdf.literal(value, language || rdf.namedNode(String(datatype?.value)));
}

/** The statements of a JSON-LD document, as an RDF tool reads them. */
async function statementsOf(document: unknown): Promise<DatasetCore> {
  const quads = (await jsonld.toRDF(document as object, { documentLoader })) as readonly Record<
    'subject' | 'predicate' | 'object',
    Loose
  >[];
  const dataset = datasets.dataset();
  for (const { subject, predicate, object } of quads) {
    dataset.add(
      rdf.quad(termOf(subject) as Quad_Subject, rdf.namedNode(predicate.value), termOf(object)),
    );
  }
  return dataset;
}

const shapes = await statementsOf(
  JSON.parse(readFileSync(new URL('consent-shapes.jsonld', DATA), 'utf8')),
);
const first = new ShaclValidator(shapes);
const second = new Validator(shapes, { factory: rdf });

/** A term as the document writes it. */
function short(term: Term | null | undefined): string {
  const iri = term?.value ?? '';
  const found = Object.entries(CONTEXT).find(([, base]) => iri.startsWith(base));
  return found ? `${found[0]}:${iri.slice(found[1].length)}` : iri;
}

/**
 * What each of the two engines finds missing or wrong: `urn:uuid:…#account.process-1 dpv:hasRight`.
 * Sorted, each once.
 */
export async function violations(document: unknown): Promise<readonly [string[], string[]]> {
  const dataset = await statementsOf(document);
  const one = await first.validate(dataset);
  const other = await second.validate({ dataset });
  // What a shape calls itself says more than the property that several kinds of values share.
  const line = (node: Term | null | undefined, what: string | undefined, path: string): string =>
    `${short(node)} ${what?.startsWith('dpv:') ? what : path}`;
  const inOne = one.results.map(({ focusNode, path, message }) =>
    line(focusNode, message[0]?.value, short(path)),
  );
  const inOther = other.results.map(({ focusNode, path, message }) =>
    line(focusNode.term, message[0]?.value, short(path?.[0]?.predicates[0])),
  );
  return [[...new Set(inOne)].sort(), [...new Set(inOther)].sort()];
}

/** What a document itself says is missing, in the same words. */
export function namedGaps(document: unknown): string[] {
  const found = new Set<string>();
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    const { '@id': id, '@type': type, 'dongui:gaps': gaps } = value as Record<string, unknown>;
    if (type === '@json') return;
    for (const gap of (gaps ?? []) as readonly { readonly '@id': string }[])
      found.add(`${String(id)} ${gap['@id']}`);
    Object.values(value).forEach(walk);
  };
  walk(document);
  return [...found].sort();
}

const VOCABULARY = new Set(
  readFileSync(new URL('dpv-terms.txt', DATA), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#')),
);

/** Whether the vocabulary has a term, with its prefix. */
export const isKnownTerm = (term: string): boolean => VOCABULARY.has(term);

/** Terms of the vocabulary's namespaces that it does not have. */
export async function unknownTerms(document: unknown): Promise<string[]> {
  const dataset = await statementsOf(document);
  const terms = [...dataset].flatMap(({ subject, predicate, object }) =>
    [subject, predicate, object].filter(({ termType }) => termType === 'NamedNode').map(short),
  );
  const ours = terms.filter((term) => /^(dpv|pd|loc|legal-kr):/.test(term));
  return [...new Set(ours)].filter((term) => !isKnownTerm(term)).sort();
}
