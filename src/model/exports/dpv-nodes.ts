import type { Article } from '../basis-articles.js';

/** A node or a value of a JSON-LD document. */
export type DpvNode = Readonly<Record<string, unknown>>;

/**
 * Our own terms, under an IRI that needs no domain and means nothing else (RFC 9562): what DPV has
 * no term for. `docs/exports.md` says what each is.
 */
const DONGUI = 'urn:uuid:718acfce-7947-4da4-8b9c-af68abb2cfb7#';

/** The prefixes of the document. It stands in each document, so that nothing has to be fetched. */
export const CONTEXT: Readonly<Record<string, string>> = {
  dpv: 'https://w3id.org/dpv#',
  pd: 'https://w3id.org/dpv/pd#',
  loc: 'https://w3id.org/dpv/loc#',
  'legal-kr': 'https://w3id.org/dpv/legal/kr#',
  dct: 'http://purl.org/dc/terms/',
  schema: 'https://schema.org/',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  dongui: DONGUI,
};

/** Refers to a node or a term. */
export const refer = (id: string): DpvNode => ({ '@id': id });

/** A moment, UTC with milliseconds. */
export const moment = (at: string): DpvNode => ({ '@type': 'xsd:dateTime', '@value': at });

/** A record of ours, whole: its hash is made from it. */
export const literal = (value: unknown): DpvNode => ({ '@type': '@json', '@value': value });

/** A name of a thing by its hash (RFC 6920). */
export const hashName = (sha256: string): string => `ni:///sha-256;${sha256}`;

const isNothing = (value: unknown): boolean =>
  value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

/** The members that say something. */
export function stated(members: DpvNode): DpvNode {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => !isNothing(value)));
}

/** What a node must say and what it may say, by property. */
export interface NodeMembers {
  readonly must: DpvNode;
  readonly may?: DpvNode;
  /** What is missing besides: classes of values of which one must be there. */
  readonly gaps?: readonly string[];
}

/**
 * A node with an id. What it must say and nobody stated is named under `dongui:gaps`, so that a
 * reader need not look for what is absent.
 */
export function node(id: string, type: string | readonly string[], members: NodeMembers): DpvNode {
  const { must, may = {}, gaps = [] } = members;
  const missing = Object.keys(must).filter((name) => isNothing(must[name]));
  const named = [...missing, ...gaps].map(refer);
  return {
    '@id': id,
    '@type': type,
    ...stated(must),
    ...stated(may),
    ...stated({ 'dongui:gaps': named }),
  };
}

const LAWS: Readonly<Record<Article['law'], string>> = {
  pipa: 'PIPA',
  network: 'Network Act',
  location: 'Location Information Act',
  credit: 'Credit Information Act',
};

/** The laws that the vocabulary knows. */
const LAW_TERMS: Readonly<Partial<Record<Article['law'], string>>> = {
  pipa: 'legal-kr:law-PIPA',
  location: 'legal-kr:law-LIA',
  credit: 'legal-kr:law-CIA',
};

/** `PIPA 28-8(1)1`. */
export function articleName({ law, article, branch, paragraph, item }: Article): string {
  const number = branch === undefined ? String(article) : `${article}-${branch}`;
  return `${LAWS[law]} ${number}(${paragraph})${item ?? ''}`;
}

/** The law as the vocabulary names it, where it does. */
export function lawOf({ law }: Article): DpvNode | undefined {
  const term = LAW_TERMS[law];
  return term === undefined ? undefined : refer(term);
}
