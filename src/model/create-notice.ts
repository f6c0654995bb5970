import type { ItemFacts, Notice, NoticeItem, TextPart } from './notice.js';
import { plainCopy } from './plain-copy.js';
import type { PolicyDocument } from './policy-document.js';
import { hashOf } from './sha256.js';
import type { Surface, SurfaceItem } from './surface.js';

/** A notice, its address, and the long texts that it names by hash. */
export interface CreatedNotice {
  readonly notice: Notice;
  /** SHA-256 of the notice's canonical JSON, base64url. */
  readonly hash: string;
  readonly texts: readonly { readonly hash: string; readonly part: TextPart }[];
}

/** Names of the legal facts of an item and of what they consist of. */
const LEGAL =
  'kind required purposes text data name note condition about retention period from event until' +
  ' statute reason recipient uses country when how refusal right consequence sender content' +
  ' channel channels threshold terms version sha256';

/** How to reach a recipient: a legal fact of an overseas transfer alone (PIPA 28-8(2)3). */
const CONTACT = ' contact phone fax email url address';

/**
 * What consent is asked again for when it changes (requirement CON-17; PIPA 15(2), 17(2), 28-8(3)):
 * not the title, the longer text, a summary or a term of a vocabulary.
 */
function legalFacts(item: ItemFacts): unknown {
  const names = LEGAL + (item.kind === 'overseas' ? CONTACT : '');
  // What the item itself calls by these names is no fact that a consent rests on.
  const facts = { ...item, statute: undefined, reason: undefined };
  return JSON.parse(JSON.stringify(facts, names.split(' ')));
}

/** The two hashes that an item of a notice carries. */
export function itemHashes(item: ItemFacts): Pick<NoticeItem, 'sha256' | 'facts'> {
  return { sha256: hashOf(item), facts: hashOf(legalFacts(item)) };
}

/** The item as a notice holds it, and its long text apart. */
function noticeItem(
  surfaceItem: SurfaceItem,
  locale: string,
): { item: NoticeItem; part?: TextPart } {
  const { group: _group, path: _path, bulk: _bulk, text: body, ...facts } = surfaceItem;
  const { title, terms } = facts;
  const part: TextPart | undefined = body &&
    terms && {
      schema: 'dongui/text@1',
      title,
      version: terms.version,
      locale,
      body,
    };
  // A hash of what nobody can fetch is not named: a receiver would wait for that text for ever.
  const sha256 = part ? hashOf(part) : terms?.url && terms.sha256;
  const item = terms ? { ...facts, terms: plainCopy<typeof terms>({ ...terms, sha256 }) } : facts;
  return { item: { ...item, ...itemHashes(item) }, ...(part && { part }) };
}

/**
 * What a surface shows, as data with an address. It depends on the two arguments alone, so the
 * receiver derives the same notice from the same document. A text of terms is not copied into the
 * notice: it is a part of its own, and `terms.sha256` names it.
 */
export function createNotice(document: PolicyDocument, surface: Surface): CreatedNotice {
  const { id, version, effective, title, pageUrl, locale, jurisdiction, origin } = document;
  const { controllers, service, authority, storage, withdrawal, rights } = document;
  const made = surface.items.map((item) => noticeItem(item, locale));
  const gaps = surface.gaps.map(({ path }) => path).sort();
  const notice = plainCopy<Notice>({
    schema: 'dongui/notice@1',
    policy: plainCopy<Notice['policy']>({
      id,
      version,
      effective,
      title,
      url: pageUrl,
      sha256: hashOf(document),
    }),
    surface: surface.name,
    locale,
    jurisdiction,
    origin: origin ?? 'authored',
    controllers,
    service,
    authority,
    storage,
    withdrawal,
    rights: rights?.list,
    items: made.map(({ item }) => item),
    gaps: gaps.length > 0 ? gaps : undefined,
  });
  const texts = made.flatMap(({ part }) => (part ? [{ hash: hashOf(part), part }] : []));
  return { notice, hash: hashOf(notice), texts };
}
