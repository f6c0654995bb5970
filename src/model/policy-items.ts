import type { PolicyDocument } from './policy-document.js';
import type { Required } from './policy-processing.js';
import type { SurfaceItem } from './surface.js';
import { without } from './without.js';

/**
 * A matter of a policy document as an item that a surface may name: with the kind that it has when
 * it is asked for, and with all the dependencies that the document gives it.
 */
export type PolicyItem = Omit<SurfaceItem, 'group' | 'bulk' | 'required'> & {
  readonly required: Required;
};

type Facts = Omit<PolicyItem, 'path'>;

function listed<Entry>(
  part: string,
  entries: readonly Entry[] = [],
  toFacts: (entry: Entry) => Facts,
): PolicyItem[] {
  return entries.map((entry, index) => ({ ...toFacts(entry), path: `${part}[${index}]` }));
}

function marketingItems({ marketing = {}, controllers, service }: PolicyDocument): PolicyItem[] {
  const { use, advertising, night } = marketing;
  const [controller] = controllers;
  const sender = marketing.sender ?? controller?.name ?? controller?.brands?.[0] ?? service.name;
  const never = { title: '', required: false, sender };
  const items: PolicyItem[] = [];
  if (use) {
    items.push({
      ...never,
      ...use,
      id: 'marketing-use',
      kind: 'marketing-use',
      path: 'marketing.use',
    });
  }
  if (advertising) {
    const { channels, title: groupTitle = '', ...facts } = advertising;
    items.push(
      ...listed('marketing.advertising.channels', channels, (channel) => ({
        ...never,
        ...facts,
        ...channel,
        groupTitle,
        id: `advertising-${channel.channel}`,
        kind: 'advertising',
        dependsOn: ['marketing-use'],
      })),
    );
  }
  if (night) {
    items.push({
      ...never,
      ...night,
      id: 'advertising-night',
      kind: 'advertising-night',
      dependsOnAny: night.channels.map((channel) => `advertising-${channel}`),
      path: 'marketing.night',
    });
  }
  return items;
}

/**
 * Every matter of a document that a surface may name, in no order that means anything. The title is
 * empty where the document gives none and law names the matter: age, marketing, advertising.
 */
export function policyItems(document: PolicyDocument): PolicyItem[] {
  const { age, terms, processing, thirdParties, transfers } = document;
  const items = marketingItems(document);
  if (age) items.push({ title: '', ...age, id: 'age', kind: 'age', required: true, path: 'age' });
  return [
    ...items,
    ...listed('terms', terms, ({ id, title, required, revision, text, ...about }) => ({
      ...{ id, kind: 'terms', title, required, revision, terms: about },
      ...(text && { text }),
    })),
    ...listed('processing', processing, (entry) => ({
      ...without(entry, 'collection'),
      kind: 'collection',
    })),
    ...listed('thirdParties', thirdParties, (entry) => ({
      title: entry.recipient.name,
      ...entry,
      kind: 'third-party',
    })),
    ...listed('transfers', transfers, (entry) => ({
      title: entry.recipient.name,
      ...entry,
      kind: 'overseas',
    })),
  ];
}
