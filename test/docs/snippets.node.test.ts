import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { readSnippets, snippetsOf } from '../support/doc-snippets.js';
import { ownElements, treeOf } from '../support/html-tree.js';
import { readPhp, readScript } from '../support/snippet-syntax.js';
import { COMPILERS, type TemplateEngine } from '../support/template-engines.js';
import { RULED } from '../support/template-rules.js';

const ENGINES: readonly TemplateEngine[] = [...COMPILERS, ...RULED];

/**
 * What a snippet of a host says in the words of that host's own engine, by the first word of its
 * id. Everything else of it has to survive every engine, as any other snippet does.
 */
const OWN_WORDS: Readonly<Record<string, RegExp>> = {
  gnuboard5: /<\?.*?\?>/gs,
  rhymix: /\{[$@].*?\}|\s(?:cond|loop)="[^"]*"|<!--@.*?-->/gs,
  cafe24: /\{\$.*?\}/g,
  godomall: /\{[=@?:/].*?\}/g,
  keycloak: /\$\{.*?\}/g,
};

/** A snippet in `html` is for a page; what a server runs names that server's language. */
const FOR_ANY_PAGE = readSnippets()
  .filter(({ language }) => language === 'html')
  .map(({ place, info, code }) => {
    const own = OWN_WORDS[info.split('-', 1)[0] ?? ''];
    return { place, code: own === undefined ? code : code.replaceAll(own, printed) };
  });

/** What the host's engine prints: an attribute of the engine goes, the rest becomes an address. */
function printed(words: string): string {
  return /^\s/.test(words) ? '' : '/printed';
}

/** What a server runs, or a script, is read by a parser of its language where there is one. */
const SYNTAX: Readonly<Record<string, (code: string) => void>> = {
  php: (code) => {
    readPhp(code);
  },
  json: (code) => {
    JSON.parse(code);
  },
  js: readScript,
  jsx: readScript,
};

const MISTAKES = { php: '<?php function {', json: '{a: 1}', js: 'const = 1;', jsx: '<a><b></a>;' };

/** Throws unless the engine leaves the elements, attributes and texts of the HTML as they are. */
function assertSurvives({ part = (html) => html, read }: TemplateEngine, html: string): void {
  const own = part(html);
  assert.deepEqual(read(own), treeOf(own));
}

describe('The snippets of the documentation', () => {
  it('are found: on the front page, of every element, of every host', () => {
    assert.ok(FOR_ANY_PAGE.length >= 6, `${FOR_ANY_PAGE.length} snippets`);
    assert.ok(FOR_ANY_PAGE.some(({ code }) => ownElements(code).length > 0));
  });

  for (const engine of ENGINES) {
    it(`come out of a template as they went in: ${engine.name}`, () => {
      for (const { place, code } of FOR_ANY_PAGE) {
        try {
          assertSurvives(engine, code);
        } catch (error) {
          throw new Error(`${place}: ${String(error)}`, { cause: error });
        }
      }
    });
  }

  it('close each element of ours by an end tag, for HTML knows no other way', () => {
    for (const { place, language, code } of readSnippets()) {
      if (['jsx', 'tsx'].includes(language)) continue;
      assert.doesNotMatch(code, /<dongui-[\w-]+[^<>]*\/>/, place);
    }
  });

  for (const [language, parse] of Object.entries(SYNTAX)) {
    it(`can be read by what they are written for: ${language}`, () => {
      const written = readSnippets().filter((snippet) => snippet.language === language);
      assert.notEqual(written.length, 0);
      for (const { place, code } of written) {
        assert.doesNotThrow(() => {
          parse(code);
        }, place);
      }
    });
  }

  it('are read by parsers that see a mistake', () => {
    for (const [language, mistake] of Object.entries(MISTAKES)) {
      assert.throws(() => SYNTAX[language]?.(mistake), language);
    }
  });

  it('bear ids that name one snippet each', () => {
    const ids = readSnippets().flatMap(({ info }) => (info === '' ? [] : [info]));
    assert.deepEqual(ids, [...new Set(ids)]);
  });
});

const JSON_CHILD =
  '<dongui-consent><script type="application/json">{"id":"shop"}</script></dongui-consent>';
const JSON_ATTRIBUTE = `<dongui-consent fields='{"terms": "agree"}'></dongui-consent>`;

/** What each engine takes for its own: the check has to see it, or it sees nothing. */
const EATEN: Readonly<Record<string, readonly string[]>> = {
  'PHP with short tags': ['<p><? echo 1 ?></p>', '<?xml version="1.0"?><p></p>'],
  Handlebars: ['<p data-a="{{b}}"></p>', '<p>{{{b}}}</p>'],
  'Nunjucks (the syntax of Jinja, Twig and Django)': ['<p>{{ b }}</p>', '<p>{# b #}</p>'],
  Vue: ['<p>{{ b }}</p>', '<p :title="b"></p>', '<p @click="b"></p>', '<p v-if="b"></p>'],
  Angular: ['<p>{{ b }}</p>', '<p [title]="b"></p>', '<p>@if (b) { c }</p>', '<p #b></p>'],
  Svelte: ['<p>{b}</p>', '<p title="{b}"></p>', JSON_ATTRIBUTE],
  JSX: [`<dongui-consent>{b}</dongui-consent>`, '<dongui-policy src={b}></dongui-policy>'],
  Rhymix: [JSON_CHILD, JSON_ATTRIBUTE, '<dongui-field loop="2"></dongui-field>', '<p cond="$a">'],
  Cafe24: ['<p>{$name}</p>', '<p module="member_join"></p>'],
  Godomall: ['<p>{=name}</p>', '<!--{ @ data }--><p></p>'],
  Blade: ['<p>{!! b !!}</p>', '<p>@csrf</p>', '<p @click="b"></p>'],
  Twig: ['<p>{{ b }}</p>', '<p>{% if b %}</p>'],
  Django: ['<p>{% csrf_token %}</p>'],
  Liquid: ['<p>{{ b }}</p>'],
  'Smarty and template_': [JSON_CHILD, JSON_ATTRIBUTE],
  FreeMarker: ['<p>${b}</p>', '<@b/><p></p>'],
  JSP: ['<p>${b}</p>', '<c:if test="1"></c:if>', '<p><%= b %></p>'],
  Thymeleaf: ['<p th:text="b"></p>', '<p>[[b]]</p>'],
  'ERB and EJS': ['<p><%= b %></p>'],
};

describe('A template engine', () => {
  for (const engine of ENGINES) {
    it(`is seen at work: ${engine.name}`, () => {
      const eaten = EATEN[engine.name] ?? [];
      assert.notEqual(eaten.length, 0);
      for (const html of eaten) {
        assert.throws(() => {
          assertSurvives(engine, html);
        }, html);
      }
    });
  }

  it('reads fences of any length, at any depth', () => {
    const page = 'a\n\n```html one\n<p>\n```\n\n1. b\n   ````html\n   ```\n   ````\n';
    assert.deepEqual(snippetsOf('a.md', page), [
      { place: 'a.md:3', language: 'html', info: 'one', code: '<p>\n' },
      { place: 'a.md:8', language: 'html', info: '', code: '```\n' },
    ]);
  });
});
