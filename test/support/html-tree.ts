import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';

/** An element as any engine has to leave it: name, attributes, and what is in it. */
export interface TreeElement {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly TreeNode[];
}

/** An element, or text whose white space is folded. */
export type TreeNode = TreeElement | string;

type Parsed = DefaultTreeAdapterTypes.ChildNode;

/** Reads HTML as a browser does inside a `<body>`; comments are left out. */
export function treeOf(html: string): readonly TreeNode[] {
  return nodesOf(parseFragment(html).childNodes);
}

function nodesOf(parsed: readonly Parsed[]): readonly TreeNode[] {
  return joinTexts(
    parsed.map((node): TreeNode => {
      if (node.nodeName === '#text') return (node as DefaultTreeAdapterTypes.TextNode).value;
      if (!('tagName' in node)) return '';
      return element(
        node.tagName,
        node.attrs.map(({ name, value }) => [name, value]),
        nodesOf(node.childNodes),
      );
    }),
  );
}

/** An element with its attributes in the order of their names, which says nothing. */
export function element(
  tag: string,
  attributes: readonly (readonly [name: string, value: string])[],
  children: readonly TreeNode[],
): TreeElement {
  const sorted = [...attributes].sort(([a], [b]) => (a < b ? -1 : 1));
  return { tag, attributes: Object.fromEntries(sorted), children: joinTexts(children) };
}

/** The same nodes with texts joined and folded; a text of nothing but white space goes. */
export function joinTexts(nodes: readonly TreeNode[]): readonly TreeNode[] {
  const joined: TreeNode[] = [];
  for (const node of nodes) {
    const last = joined.at(-1);
    if (typeof node === 'string' && typeof last === 'string') joined.splice(-1, 1, last + node);
    else joined.push(node);
  }
  return joined
    .map((node) => (typeof node === 'string' ? node.replaceAll(/\s+/g, ' ').trim() : node))
    .filter((node) => node !== '');
}

/** The source of every outermost element of ours: what a JSX file takes over as it is. */
export function ownElements(html: string): readonly string[] {
  const found: string[] = [];
  const visit = (node: Parsed): void => {
    if (!('tagName' in node)) return;
    if (!node.tagName.startsWith('dongui-')) {
      node.childNodes.forEach(visit);
      return;
    }
    const { startOffset = 0, endOffset = 0 } = node.sourceCodeLocation ?? {};
    found.push(html.slice(startOffset, endOffset));
  };
  parseFragment(html, { sourceCodeLocationInfo: true }).childNodes.forEach(visit);
  return found;
}
