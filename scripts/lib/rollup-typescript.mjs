import typescriptPlugin from '@rollup/plugin-typescript';
import ts from 'typescript';

/**
 * Compiles the TypeScript of one bundle. Types are checked once, by `npm run types`, and not again
 * for each bundle.
 */
export function typescript() {
  return typescriptPlugin({
    tsconfig: 'tsconfig.bundle.json',
    noForceEmit: true,
    transformers: { before: [collapseTemplates] },
  });
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
