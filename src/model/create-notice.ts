import type { ItemFacts, Notice, NoticeItem, TextPart } from './notice.js';
import type { PolicyDocument } from './policy-document.js';
import type { DataItem, Purpose } from './policy-processing.js';
import { hashOf } from './sha256.js';
import type { Surface, SurfaceItem } from './surface.js';
import { without } from './without.js';

/** A notice, its address, and the long texts that it names by hash. */
export interface CreatedNotice {
  readonly notice: Notice;
  /** SHA-256 of the notice's canonical JSON, base64url. */
  readonly hash: string;
  readonly texts: readonly { readonly hash: string; readonly part: TextPart }[];
}

const purposeFacts = (purposes?: readonly Purpose[]): readonly string[] | undefined =>
  purposes?.map(({ text }) => text);

const dataFacts = (data?: readonly DataItem[]): readonly object[] | undefined =>
  data?.map((item) => without(item, 'dpv'));

/**
 * What consent is asked again for when it changes (requirement CON-17; PIPA 15(2), 17(2), 28-8(3)):
 * not the title, the longer text, a summary or a term of a vocabulary. How to reach the recipient
 * is a legal fact of an overseas transfer alone (PIPA 28-8(2)3).
 */
function legalFacts(item: ItemFacts): object {
  const { kind, required, retention, recipient, country, when, how, refusal, terms } = item;
  const { sender, content, channel, channels, threshold, purposes, data, uses } = item;
  return {
    ...{ kind, required, retention, country, when, how, refusal },
    ...{ sender, content, channel, channels, threshold },
    recipient: kind === 'overseas' ? recipient : recipient?.name,
    purposes: purposeFacts(purposes),
    data: dataFacts(data),
    uses: uses?.map((use) => ({
      purposes: purposeFacts(use.purposes),
      data: dataFacts(use.data),
      retention: use.retention,
    })),
    terms: terms && [terms.version, terms.sha256],
  };
}

function noticeItem(item: ItemFacts): NoticeItem {
  return { ...item, sha256: hashOf(item), facts: hashOf(legalFacts(item)) };
}

/** The item as a notice holds it, and its long text apart. */
function takeText(surfaceItem: SurfaceItem, locale: string): { item: ItemFacts; part?: TextPart } {
  const item = without(surfaceItem, 'group', 'path', 'bulk', 'text');
  const { text: body } = surfaceItem;
  const { title, terms } = item;
  if (!body || !terms) return { item };
  const { version } = terms;
  const part: TextPart = { schema: 'dongui/text@1', title, version, locale, body };
  return { item: { ...item, terms: { ...terms, sha256: hashOf(part) } }, part };
}

/**
 * What a surface shows, as data with an address. It depends on the two arguments alone, so the
 * receiver derives the same notice from the same document. A text of terms is not copied into the
 * notice: it is a part of its own, and `terms.sha256` names it.
 */
export function createNotice(document: PolicyDocument, surface: Surface): CreatedNotice {
  const { locale, version, effective, title, pageUrl } = document;
  const { authority, storage, withdrawal, rights } = document;
  const taken = surface.items.map((item) => takeText(item, locale));
  const notice: Notice = {
    schema: 'dongui/notice@1',
    policy: {
      ...{ id: document.id, version, effective, sha256: hashOf(document) },
      ...(title !== undefined && { title }),
      ...(pageUrl !== undefined && { url: pageUrl }),
    },
    ...{ surface: surface.name, locale, jurisdiction: document.jurisdiction },
    origin: document.origin ?? 'authored',
    controllers: document.controllers,
    service: document.service,
    ...(authority && { authority }),
    ...(storage && { storage }),
    ...(withdrawal && { withdrawal }),
    ...(rights && { rights: rights.list }),
    items: taken.map(({ item }) => noticeItem(item)),
    ...(surface.gaps.length > 0 && { gaps: surface.gaps.map(({ path }) => path).sort() }),
  };
  const texts = taken.flatMap(({ part }) => (part ? [{ hash: hashOf(part), part }] : []));
  return { notice, hash: hashOf(notice), texts };
}
