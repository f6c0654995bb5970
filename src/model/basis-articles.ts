import type { ItemKind } from './notice.js';
import type { Basis } from './policy-processing.js';

/** A place in a statute: `{ law: 'pipa', article: 28, branch: 8, paragraph: 1, item: 1 }` is PIPA 28-8(1)1. */
export interface Article {
  readonly law: 'pipa' | 'network' | 'location' | 'credit';
  readonly article: number;
  /** The number behind the dash: 28-8. */
  readonly branch?: number;
  readonly paragraph: number;
  readonly item?: number;
}

const pipa = (article: number, item: number): Article => ({
  law: 'pipa',
  article,
  paragraph: 1,
  item,
});

/**
 * The article that each ground of collection and use stands in (requirement POL-05; PIPA 15(1),
 * 22(3)). What a policy names itself is shown instead.
 */
export const BASIS_ARTICLES: Readonly<Record<Exclude<Basis, 'unstated'>, Article>> = {
  consent: pipa(15, 1),
  law: pipa(15, 2),
  'public-task': pipa(15, 3),
  contract: pipa(15, 4),
  vital: pipa(15, 5),
  'legitimate-interest': pipa(15, 6),
};

/** The article that demands the consent of each kind (requirements SEN-01, SEN-02, TPP-02, OVS-02, MKT-01 to MKT-03). */
export const CONSENT_ARTICLES: { readonly [Kind in ItemKind]?: Article } = {
  sensitive: pipa(23, 1),
  'unique-id': pipa(24, 1),
  location: { law: 'location', article: 18, paragraph: 1 },
  credit: { law: 'credit', article: 32, paragraph: 1 },
  'third-party': pipa(17, 1),
  overseas: { ...pipa(28, 1), branch: 8 },
  'marketing-use': pipa(22, 7),
  advertising: { law: 'network', article: 50, paragraph: 1 },
  'advertising-night': { law: 'network', article: 50, paragraph: 3 },
};
