import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { parsePolicyDocument } from '../../src/model/parse-policy-document.js';
import type { PolicyDocument } from '../../src/model/policy-document.js';
import type { Service } from './join.js';

/** The document behind each signup form, by the folder of its page. */
const FORMS: Readonly<Record<string, string>> = {
  '/xperp/': 'xperp.json',
  '/nexcore/': 'nexcore.json',
  '/qsolution/': 'qsolution.json',
  '/codexa/': 'codexa.json',
  '/infinisoft/': 'infinisoft.json',
  '/haru/': 'haru.ko.json',
  '/haru/en/': 'haru.en.json',
};

/** What the demo is about. */
export interface DemoPolicies {
  /** All documents: in every language and version that a page may still show. */
  readonly all: readonly PolicyDocument[];
  readonly services: readonly Service[];
}

/**
 * Reads the policy documents of the built site with the library's own parser.
 *
 * @param folder The built site.
 * @throws Error that names the file when one is missing or cannot be understood.
 */
export async function readPolicies(folder: string): Promise<DemoPolicies> {
  const policies = join(folder, 'policies');
  const documents = new Map<string, PolicyDocument>();
  for (const name of (await readdir(policies)).sort()) {
    if (!name.endsWith('.json')) continue;
    documents.set(name, readPolicy(name, await readFile(join(policies, name), 'utf8')));
  }
  documents.set(
    'preview.json',
    readPolicy('preview.json', await readFile(join(folder, 'preview.json'), 'utf8')),
  );
  const services = Object.entries(FORMS).map(([path, name]) => {
    const policy = documents.get(name);
    if (policy === undefined) throw new Error(`${join(policies, name)} is missing.`);
    return { path, policy };
  });
  return { all: [...documents.values()], services };
}

function readPolicy(name: string, text: string): PolicyDocument {
  try {
    return parsePolicyDocument(JSON.parse(text));
  } catch (error) {
    throw new Error(`The policy document ${name} cannot be used: ${String(error)}`, {
      cause: error,
    });
  }
}
