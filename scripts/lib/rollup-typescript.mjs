import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

import ts from 'typescript';

/**
 * Compiles each TypeScript module by itself, which `isolatedModules` makes sound. Types are checked
 * once, by `npm run types`, and not again for each bundle as @rollup/plugin-typescript would.
 */
export function typescript() {
  return {
    name: 'typescript',

    /** Source files import `./a.js`, as the emitted files must; here only `./a.ts` exists. */
    resolveId(source, importer) {
      if (importer === undefined || !/^\.{1,2}\/.*\.js$/.test(source)) return null;
      const path = join(dirname(importer), source.replace(/\.js$/, '.ts'));
      return existsSync(path) ? path : null;
    },

    transform(code, id) {
      if (!id.endsWith('.ts')) return null;
      const { outputText, sourceMapText } = ts.transpileModule(code, {
        fileName: id,
        transformers: { before: [collapseTemplates] },
        compilerOptions: {
          target: ts.ScriptTarget.ES2022,
          module: ts.ModuleKind.ESNext,
          experimentalDecorators: true,
          useDefineForClassFields: false,
          verbatimModuleSyntax: true,
          importHelpers: true,
          sourceMap: true,
        },
      });
      return { code: outputText, map: JSON.parse(sourceMapText) };
    },
  };
}

/** A space before a colon stays: `a :hover` is not `a:hover`. */
function collapseStyles(text) {
  return text
    .replace(/\/\*[^]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .replace(/: /g, ':')
    .replace(/;}/g, '}');
}

/**
 * Takes the indentation out of `html` and `css` templates, and from `css` all that it does not
 * need: no minifier looks into a template. In `html` a line break stays one, so that words never
 * run together.
 */
function collapseTemplates(context) {
  const { factory } = context;

  const collapse = (literal, tag) => {
    let text = literal.rawText ?? literal.text;
    text = tag === 'css' ? collapseStyles(text) : text.replace(/\s*\n\s*/g, '\n');
    if (ts.isNoSubstitutionTemplateLiteral(literal)) {
      return factory.createNoSubstitutionTemplateLiteral(text, text);
    }
    if (ts.isTemplateHead(literal)) return factory.createTemplateHead(text, text);
    if (ts.isTemplateMiddle(literal)) return factory.createTemplateMiddle(text, text);
    return factory.createTemplateTail(text, text);
  };

  const collapseTemplate = (template, tag) => {
    if (ts.isNoSubstitutionTemplateLiteral(template)) return collapse(template, tag);
    const spans = template.templateSpans.map((span) =>
      factory.createTemplateSpan(span.expression, collapse(span.literal, tag)),
    );
    return factory.createTemplateExpression(collapse(template.head, tag), spans);
  };

  const visit = (node) => {
    const visited = ts.visitEachChild(node, visit, context);
    if (!ts.isTaggedTemplateExpression(visited) || !ts.isIdentifier(visited.tag)) return visited;
    const tag = visited.tag.text;
    if (tag !== 'html' && tag !== 'css') return visited;
    return factory.updateTaggedTemplateExpression(
      visited,
      visited.tag,
      visited.typeArguments,
      collapseTemplate(visited.template, tag),
    );
  };
  return (file) => ts.visitNode(file, visit);
}
