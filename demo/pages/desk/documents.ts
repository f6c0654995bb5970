import { type Finding, finding } from '../../../src/model/finding.js';
import type { Notice, TextPart } from '../../../src/model/notice.js';
import { outlineOf } from '../../../src/model/notice-outline.js';
import { type VerifiedDocuments, verifyDocuments } from '../../../src/model/verify-documents.js';
import { ask } from './ask.js';

const NONE = verifyDocuments([], []);

/**
 * Notices and the long texts they name, from the receiver, each asked for once. What they are found
 * by is the hash that was computed here, so that no other text can stand in for one.
 */
export class Documents {
  readonly #loading = new Map<string, Promise<VerifiedDocuments>>();

  /** The notice and its texts, as far as they came and have the hash they are asked for by. */
  async load(sha256: string): Promise<VerifiedDocuments> {
    const loading = this.#loading.get(sha256) ?? read(sha256);
    this.#loading.set(sha256, loading);
    const documents = await loading;
    // What did not come may come with the next receipt on it.
    if (!documents.notices.has(sha256)) this.#loading.delete(sha256);
    return documents;
  }

  /** The notice alone; undefined where it did not come. */
  async notice(sha256: string): Promise<Notice | undefined> {
    return (await this.load(sha256)).notices.get(sha256)?.part;
  }
}

async function read(sha256: string): Promise<VerifiedDocuments> {
  const notice = await part<Notice>(sha256);
  if (notice === undefined) return NONE;
  const texts = await Promise.all(textsOf(notice).map((hash) => part<TextPart>(hash)));
  const documents = verifyDocuments([notice], texts.filter(Boolean));
  return { ...documents, findings: [...documents.findings, ...altered(documents, sha256)] };
}

/** What came under an address that is not its hash: a text that was changed where it is kept. */
function altered({ notices, texts }: VerifiedDocuments, sha256: string): readonly Finding[] {
  const named = new Set([...notices.values()].flatMap(({ part: notice }) => textsOf(notice)));
  return [
    ...[...notices.keys()].filter((hash) => hash !== sha256),
    ...[...texts.keys()].filter((hash) => !named.has(hash)),
  ].map((hash) => finding('document-unused', '$', hash));
}

function textsOf(notice: Notice): readonly string[] {
  try {
    return outlineOf(notice).texts;
  } catch {
    // Not a notice at all; verification says so.
    return [];
  }
}

async function part<Part>(sha256: string): Promise<Part | undefined> {
  try {
    return await ask<Part>(`/consents/notices/${sha256}`);
  } catch {
    return undefined;
  }
}
