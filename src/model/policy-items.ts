import type { PolicyDocument } from './policy-document.js';
import type { Required, ThirdParty, Transfer } from './policy-processing.js';
import type { SurfaceItem } from './surface.js';

/**
 * A matter of a policy document as an item that a surface may name: with the kind that it has when
 * it is asked for, and with what the document itself says of `required` and of dependencies.
 */
export type PolicyItem = Omit<SurfaceItem, 'group' | 'bulk' | 'required'> & {
  readonly required: Required;
};

function listed<Entry>(
  part: string,
  entries: readonly Entry[] = [],
  toFacts: (entry: Entry) => Omit<PolicyItem, 'path'>,
): PolicyItem[] {
  return entries.map((entry, index) => ({ ...toFacts(entry), path: `${part}[${index}]` }));
}

/** The entries that stand alone in their part, and whose id is that of their kind. */
function single(
  kind: 'age' | 'marketing-use' | 'advertising-night',
  entry: (Partial<PolicyItem> & { readonly revision: string }) | undefined,
  path: string,
): PolicyItem[] {
  return entry ? [{ title: '', required: kind === 'age', ...entry, id: kind, kind, path }] : [];
}

function marketingItems({ marketing = {}, controllers, service }: PolicyDocument): PolicyItem[] {
  const { use, night, advertising, sender = controllers[0]?.name ?? service.name } = marketing;
  const { channels: _channels, title: groupTitle = '', ...facts } = advertising ?? { revision: '' };
  return [
    ...single('marketing-use', use, 'marketing.use'),
    ...listed('marketing.advertising.channels', advertising?.channels, (each) => ({
      ...{ title: '', required: false, sender, ...facts, groupTitle, ...each },
      id: `advertising-${each.channel}`,
      kind: 'advertising',
      dependsOn: ['marketing-use'],
    })),
    ...single('advertising-night', night && { sender, ...night }, 'marketing.night'),
  ];
}

const toRecipient =
  (kind: 'third-party' | 'overseas') =>
  (entry: ThirdParty | Transfer): Omit<PolicyItem, 'path'> => ({
    title: entry.recipient.name,
    ...entry,
    kind,
  });

/**
 * Every matter of a document that a surface may name, in no order that means anything. The title is
 * empty where the document gives none and law names the matter: age, marketing, advertising.
 */
export function policyItems(document: PolicyDocument): PolicyItem[] {
  const { age, terms, processing, thirdParties, transfers } = document;
  return [
    ...single('age', age, 'age'),
    ...listed('terms', terms, ({ id, title, required, revision, text, childText, ...about }) => ({
      ...{ id, kind: 'terms', title, required, revision, terms: about },
      ...(text && { text }),
      ...(childText !== undefined && { childText }),
    })),
    ...listed(
      'processing',
      processing,
      ({ collection: _ways, printedUnder: _label, ...entry }) => ({
        ...entry,
        kind: 'collection',
      }),
    ),
    ...listed('thirdParties', thirdParties, toRecipient('third-party')),
    ...listed('transfers', transfers, toRecipient('overseas')),
    ...marketingItems(document),
  ];
}
