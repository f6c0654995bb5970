import type { TemplateEngine } from './template-engines.js';
import { treeOf } from './html-tree.js';

/** What an engine would take for its own, and how it is called. */
type Rules = readonly (readonly [pattern: RegExp, what: string])[];

const DOUBLE_BRACES: Rules = [
  [/\{\{/, '{{ … }}'],
  [/\{%/, '{% … %}'],
  [/\{#/, '{# … #}'],
];

/**
 * Engines without a package here, as rules over the source. They are stricter than the engines:
 * what could be meant for the engine is refused, also where the engine would let it pass.
 */
const RULES: Readonly<Record<string, Rules>> = {
  Rhymix: [
    [/\{(?=[@$\\"'!(+\-\d]|__)/, '{ before what PHP could run, as in {"id": …'],
    [/\{\w+(?:\(|::)/, '{name( …)}'],
    [/\s(?:\S+\|)?(?:cond|loop)=/i, 'the attribute cond or loop'],
    [/<\/?(?:block|include|import|load|unload|config)\b/i, 'an element of the engine'],
    [/<!--[@#%/]/, 'a comment of the engine'],
    [
      /<(?:img|input|script|source|link)\b[^>]*\ssrc(?:set)?="(?!\w+:|[/{])/i,
      'an address that begins at this page',
    ],
  ],
  Cafe24: [
    [/\{\$/, '{$name}'],
    [/\smodule=/i, 'the attribute module'],
    [/<!--@/, 'a comment of the engine'],
  ],
  Godomall: [
    [/\{[=@#:?/*]/, '{= …}, {@ …}, {# …}, {? …}'],
    [/<!--\{/, '<!--{ …}-->'],
  ],
  Blade: [
    [/\{\{|\{!!/, '{{ … }} or {!! … !!}'],
    [/\B@@?\w+/, '@word'],
    [/<\/?x[-:]/i, 'an element x-…'],
    [/<\?/, '<? … ?>'],
  ],
  Twig: DOUBLE_BRACES,
  Django: DOUBLE_BRACES,
  Liquid: DOUBLE_BRACES,
  'Smarty and template_': [[/\{\S/, '{ before a letter']],
  FreeMarker: [
    [/[$#]\{/, '${ … } or #{ … }'],
    [/<\/?[#@]/, '<# … > or <@ … >'],
    [/\[[=#@]/, '[= …]'],
  ],
  JSP: [
    [/[$#]\{/, '${ … } or #{ … }'],
    [/<%/, '<% … %>'],
    [/<\/?\w+:/, 'an element of a tag library'],
  ],
  Thymeleaf: [
    [/\s(?:data-)?th[:-]/i, 'an attribute th:…'],
    [/\[\[|\[\(/, '[[ … ]]'],
    [/[$#*@~]\{/, '${ … }'],
  ],
  'ERB and EJS': [[/<%/, '<% … %>']],
};

/** Engines of which rules are held here, not the engines themselves. */
export const RULED: readonly TemplateEngine[] = Object.entries(RULES).map(([name, rules]) => ({
  name,
  read: (html) => {
    for (const [pattern, what] of rules) {
      const [found] = pattern.exec(html) ?? [];
      if (found !== undefined) throw new Error(`${name} reads ${what} in ${JSON.stringify(found)}`);
    }
    return treeOf(html);
  },
}));
