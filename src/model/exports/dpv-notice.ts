import { isPlainObject } from '../is-plain-object.js';
import type { Notice } from '../notice.js';
import type { Right, Withdrawal } from '../policy-about.js';
import type { Contact } from '../policy-processing.js';
import { type DpvNode, hashName, literal, node, refer, stated } from './dpv-nodes.js';
import { DPV_COUNTRIES } from './dpv-terms.js';

/** A country as the vocabulary names it; one that it does not know by its code alone. */
export function placeOf(country: string): DpvNode {
  return DPV_COUNTRIES.has(country)
    ? refer(`loc:${country}`)
    : { '@type': 'dpv:Country', 'dct:identifier': country };
}

/** How to reach somebody; nothing where nothing is stated. */
export function contactOf({ phone, fax, email, url, text }: Contact = {}): DpvNode | undefined {
  const members = stated({
    'schema:email': email,
    'schema:telephone': phone,
    'schema:faxNumber': fax,
    'schema:url': url,
    'dct:description': text,
  });
  return Object.keys(members).length === 0
    ? undefined
    : { '@type': 'schema:ContactPoint', ...members };
}

/** Where and how something is exercised. */
function exerciseOf(url: string | undefined, how: string | undefined): DpvNode | undefined {
  const members = stated({ 'schema:url': url, 'dct:description': how });
  return Object.keys(members).length === 0
    ? undefined
    : { '@type': 'dpv:RightExerciseNotice', ...members };
}

function controllerNodes({ controllers }: Notice, base: string): readonly DpvNode[] {
  return controllers.map(({ name, brands, address, ...contact }, i) => {
    const id = `${base}#controller-${i + 1}`;
    return node(id, 'dpv:DataController', {
      must: {
        'dpv:hasName': name,
        'dpv:hasIdentifier': id,
        'dpv:hasAddress': address,
        'schema:contactPoint': contactOf(contact),
      },
      may: { 'schema:brand': brands, 'schema:url': contact.url },
    });
  });
}

function rightNodes(rights: readonly Right[], base: string): readonly DpvNode[] {
  return rights.map(({ right, statute, how, url, limit }, i) =>
    node(`${base}#right-${i + 1}`, 'dpv:DataSubjectRight', {
      must: { 'dct:title': right },
      may: {
        'dpv:isExercisedAt': exerciseOf(url, how),
        'dongui:statute': statute,
        'dongui:limit': limit,
      },
    }),
  );
}

function withdrawalNode({ url, method }: Withdrawal, base: string): readonly DpvNode[] {
  const exercise = exerciseOf(url, method);
  if (exercise === undefined) return [];
  const must = { 'dpv:isExercisedAt': exercise };
  return [node(`${base}#withdrawal`, 'dpv:WithdrawConsent', { must })];
}

function serviceNode({ service }: Notice, base: string): DpvNode {
  const { name, description, url } = service;
  return node(`${base}#service`, 'dpv:Service', {
    must: { 'dct:title': name },
    may: { 'dct:description': description, 'schema:url': url },
  });
}

function authorityNode({ authority }: Notice, base: string): readonly DpvNode[] {
  if (authority === undefined) return [];
  return [
    node(`${base}#authority`, 'dpv:DataProtectionAuthority', {
      must: { 'dpv:hasName': authority.name },
      may: { 'schema:url': authority.url },
    }),
  ];
}

/** What a notice says of all its items, as nodes that their records refer to. */
export interface NoticeNodes {
  readonly notice: Notice;
  readonly controllers: readonly DpvNode[];
  readonly rights: readonly DpvNode[];
  readonly withdrawal: readonly DpvNode[];
  readonly service: DpvNode;
  readonly authority: readonly DpvNode[];
}

/** @param sha256 the address of the notice. */
export function noticeNodes(notice: Notice, sha256: string): NoticeNodes {
  const base = hashName(sha256);
  return {
    notice,
    controllers: controllerNodes(notice, base),
    rights: rightNodes(notice.rights ?? [], base),
    withdrawal: withdrawalNode(notice.withdrawal ?? {}, base),
    service: serviceNode(notice, base),
    authority: authorityNode(notice, base),
  };
}

/** All nodes that a notice makes, itself first, whole, so that its hash can be made again. */
export function noticeGraph({ notice, ...nodes }: NoticeNodes, sha256: string): readonly DpvNode[] {
  const { policy, locale, surface } = notice;
  const own = node(hashName(sha256), 'dpv:ConsentNotice', {
    must: { 'dct:identifier': sha256, 'dct:language': locale },
    may: {
      'dct:title': policy.title,
      'dct:hasVersion': policy.version,
      'schema:url': policy.url,
      'dongui:policy': policy.id,
      'dongui:surface': surface,
      'dongui:notice': literal(notice),
    },
  });
  const { controllers, rights, withdrawal, service, authority } = nodes;
  return [own, ...controllers, ...rights, ...withdrawal, service, ...authority];
}

/** Refers to nodes that stand elsewhere in the document. */
export function referTo(nodes: readonly DpvNode[]): readonly DpvNode[] {
  return nodes.map((each) => refer(String(each['@id'])));
}

/** What a node holds as a JSON literal under a name; undefined where that is something else. */
export function literalOf(value: DpvNode, name: string): unknown {
  const member = value[name];
  return isPlainObject(member) ? member['@value'] : undefined;
}
