/**
 * No character outside ASCII in a template: on an euc-kr page a classic script is read as euc-kr,
 * and a minifier can escape strings but not the raw text of a template. Texts live in `locales/`.
 */
export const asciiTemplates = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { found: 'A template holds "{{character}}": texts belong into locales/.' },
  },
  create(context) {
    return {
      TemplateElement(node) {
        const found = /[^\0-\x7f]/u.exec(node.value.raw);
        if (found === null) return;
        context.report({ node, messageId: 'found', data: { character: found[0] } });
      },
    };
  },
};
