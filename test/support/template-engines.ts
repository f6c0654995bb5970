import { runInNewContext } from 'node:vm';

import {
  parseTemplate,
  TmplAstElement,
  type TmplAstNode,
  TmplAstText,
  TmplAstTextAttribute,
} from '@angular/compiler';
import { NodeTypes, parse as parseVue } from '@vue/compiler-dom';
import Handlebars from 'handlebars';
import nunjucks from 'nunjucks';
import PhpParser from 'php-parser';
import { type AST, parse as parseSvelte } from 'svelte/compiler';
import ts from 'typescript';

import {
  element,
  joinTexts,
  ownElements,
  type TreeElement,
  type TreeNode,
  treeOf,
} from './html-tree.js';

/** A template engine: what is left of HTML that is pasted into one of its templates. */
export interface TemplateEngine {
  readonly name: string;
  /** What of a snippet belongs into a template of this engine. Absent: all of it. */
  readonly part?: (html: string) => string;
  /**
   * Runs HTML through the engine.
   *
   * @throws Error where the engine, or a rule about it, does not take it as plain HTML.
   */
  readonly read: (html: string) => readonly TreeNode[];
}

/** The script tag stands in the page, never in a component. */
const withoutScripts = (html: string): string =>
  html.replaceAll(/<script\b[^>]*>.*?<\/script>\s*/gs, '');

type VueNode = ReturnType<typeof parseVue>['children'][number];

function readVue(nodes: readonly VueNode[]): readonly TreeNode[] {
  return nodes.map((node): TreeNode => {
    if (node.type === NodeTypes.COMMENT) return '';
    if (node.type === NodeTypes.TEXT) return node.content;
    if (node.type !== NodeTypes.ELEMENT) throw new Error(`Vue compiles ${node.loc.source}`);
    const attributes = node.props.map((prop): [string, string] => {
      if (prop.type !== NodeTypes.ATTRIBUTE) throw new Error(`Vue binds ${prop.loc.source}`);
      return [prop.name, prop.value?.content ?? ''];
    });
    return element(node.tag, attributes, readVue(node.children));
  });
}

function readAngular(nodes: readonly TmplAstNode[]): readonly TreeNode[] {
  return nodes.map((node): TreeNode => {
    if (node instanceof TmplAstText) return node.value;
    const source = node.sourceSpan.toString();
    if (!(node instanceof TmplAstElement)) throw new Error(`Angular compiles ${source}`);
    const { inputs, outputs, references } = node;
    const isBound = [inputs, outputs, references].some(({ length }) => length > 0);
    const isPlain = node.attributes.every((each) => each instanceof TmplAstTextAttribute);
    if (isBound || !isPlain) throw new Error(`Angular binds ${source}`);
    const attributes = node.attributes.map(({ name, value }): [string, string] => [name, value]);
    return element(node.name, attributes, readAngular(node.children));
  });
}

function readSvelte({ nodes }: AST.Fragment): readonly TreeNode[] {
  return nodes.map((node): TreeNode => {
    if (node.type === 'Comment') return '';
    if (node.type === 'Text') return node.data;
    if (node.type !== 'RegularElement') throw new Error(`Svelte compiles a ${node.type}`);
    const attributes = node.attributes.map((attribute): [string, string] => {
      if (attribute.type !== 'Attribute') throw new Error(`Svelte reads a ${attribute.type}`);
      const { name, value } = attribute;
      if (value === true) return [name, ''];
      const parts = Array.isArray(value) ? value : [value];
      const texts = parts.map((part) => {
        if (part.type === 'Text') return part.data;
        throw new Error(`Svelte compiles what stands in ${name}`);
      });
      return [name, texts.join('')];
    });
    return element(node.name, attributes, readSvelte(node.fragment));
  });
}

/** Compiles JSX with TypeScript and runs it with a function that keeps what it is given. */
function readJsx(source: string): readonly TreeNode[] {
  const { outputText, diagnostics = [] } = ts.transpileModule(`result = <>${source}</>;`, {
    fileName: 'page.jsx',
    reportDiagnostics: true,
    compilerOptions: { jsx: ts.JsxEmit.React, jsxFactory: 'make', jsxFragmentFactory: 'all' },
  });
  const [problem] = diagnostics;
  if (problem) throw new Error(ts.flattenDiagnosticMessageText(problem.messageText, ' '));
  type Properties = Readonly<Record<string, unknown>> | null;
  const make = (tag: string, given: Properties, ...children: TreeNode[]): TreeNode => {
    const attributes = Object.entries(given ?? {}).map(([name, value]): [string, string] => {
      if (value !== true && typeof value !== 'string') throw new Error(`JSX computes ${name}`);
      return [name, value === true ? '' : value];
    });
    return element(tag, attributes, children);
  };
  const made = runInNewContext(outputText, { make, all: '', result: undefined }) as TreeElement;
  return made.children;
}

function readPhp(html: string): string {
  const engine = new PhpParser.Engine({ lexer: { short_tags: true, asp_tags: true } });
  const { children } = engine.parseCode(html, 'skin.php');
  return children
    .map((node) => {
      if (node.kind !== 'inline') throw new Error(`PHP runs a ${node.kind}`);
      return (node as unknown as { raw: string }).raw;
    })
    .join('');
}

/** Engines that run here as they are: their own compilers, from npm. */
export const COMPILERS: readonly TemplateEngine[] = [
  { name: 'PHP with short tags', read: (html) => treeOf(readPhp(html)) },
  { name: 'Handlebars', read: (html) => treeOf(Handlebars.compile(html)({})) },
  {
    name: 'Nunjucks (the syntax of Jinja, Twig and Django)',
    read: (html) => treeOf(new nunjucks.Environment(null).renderString(html, {})),
  },
  {
    name: 'Vue',
    part: withoutScripts,
    read: (html) => {
      const onError = (error: Error): never => {
        throw error;
      };
      return joinTexts(readVue(parseVue(html, { onError }).children));
    },
  },
  {
    name: 'Angular',
    part: withoutScripts,
    read: (html) => {
      const { nodes, errors } = parseTemplate(html, 'page.html', { preserveWhitespaces: true });
      if (errors?.[0]) throw new Error(errors[0].msg);
      return joinTexts(readAngular(nodes));
    },
  },
  {
    name: 'Svelte',
    part: withoutScripts,
    read: (html) => joinTexts(readSvelte(parseSvelte(html, { modern: true }).fragment)),
  },
  { name: 'JSX', part: (html) => ownElements(html).join('\n'), read: readJsx },
];
