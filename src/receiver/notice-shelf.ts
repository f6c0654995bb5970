import type { Notice } from '../model/notice.js';
import { type NoticeOutline, outlineOf } from '../model/notice-outline.js';
import { ProblemError } from './problem.js';
import type { NoticeStatus, ReceiptStore, StoredDocument } from './receipt-store.js';

/** Outlines kept at hand; more than a site has in years. */
const MOST_OUTLINES = 1_000;

/** The notices that receipts may rest on: those published, those stored, outlines of both at hand. */
export interface NoticeShelf {
  /** Opens the store and puts what is published into it. Rejects while the store cannot be reached. */
  ready(): Promise<void>;
  /** Stores a notice or text; true when it was new. @throws ProblemError `notice-unpublished` */
  put(document: StoredDocument): Promise<boolean>;
  /** Undefined when no such notice is stored. */
  outline(sha256: string): Promise<NoticeOutline | undefined>;
  /** Hashes of the texts that a notice rests on and that are not stored. */
  missingTexts(outline: NoticeOutline): Promise<readonly string[]>;
  /** Says that the store did not have the notice after all. */
  forget(sha256: string): void;
  status(sha256: string): NoticeStatus;
  /** Whether an unpublished one is taken at all. */
  takes(sha256: string): boolean;
}

export interface ShelfOptions {
  readonly store: ReceiptStore;
  readonly published: ReadonlyMap<string, StoredDocument>;
  readonly publishedOnly: boolean;
}

async function prepare({ store, published }: ShelfOptions): Promise<void> {
  await store.open();
  for (const document of published.values()) await store.putDocument(document);
}

interface Outlines {
  readonly get: (sha256: string) => NoticeOutline | undefined;
  /** Undefined for a text. */
  readonly keep: (document: StoredDocument) => NoticeOutline | undefined;
  readonly forget: (sha256: string) => void;
}

/** Documents never change under their hash, so what was once read stays right. */
function createOutlines(): Outlines {
  const outlines = new Map<string, NoticeOutline>();
  return {
    get: (sha256) => outlines.get(sha256),
    keep({ sha256, kind, body }) {
      if (kind !== 'notice') return undefined;
      const outline = outlineOf(JSON.parse(body) as Notice);
      const [oldest] = outlines.keys();
      if (outlines.size >= MOST_OUTLINES && oldest !== undefined) outlines.delete(oldest);
      outlines.set(sha256, outline);
      return outline;
    },
    forget(sha256) {
      outlines.delete(sha256);
    },
  };
}

/** Makes the shelf of a receiver. */
export function createNoticeShelf(options: ShelfOptions): NoticeShelf {
  const { store, published, publishedOnly } = options;
  const outlines = createOutlines();
  /** Those whose texts were found once: nothing that is stored goes away. */
  const complete = new WeakSet<NoticeOutline>();
  let preparing: Promise<void> | undefined;
  const takes = (sha256: string): boolean => !publishedOnly || published.has(sha256);
  return {
    ready() {
      preparing ??= prepare(options).catch((error: unknown) => {
        // Tried again at the next request.
        preparing = undefined;
        throw error;
      });
      return preparing;
    },
    async put(document) {
      if (!takes(document.sha256)) throw new ProblemError('notice-unpublished');
      const isNew = await store.putDocument(document);
      outlines.keep(document);
      return isNew;
    },
    async outline(sha256) {
      const known = outlines.get(sha256);
      if (known) return known;
      const document = await store.getDocument(sha256);
      return document && outlines.keep(document);
    },
    async missingTexts(outline) {
      if (complete.has(outline)) return [];
      const missing = await store.missingDocuments(outline.texts);
      if (missing.length === 0) complete.add(outline);
      return missing;
    },
    forget: outlines.forget,
    status: (sha256) => (published.has(sha256) ? 'published' : 'unverified'),
    takes,
  };
}
