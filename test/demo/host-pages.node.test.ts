import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import {
  buildHostPage,
  readHostPages,
  readSnippets,
  snippetsOf,
} from '../../scripts/lib/host-pages.mjs';

const snippets = new Map([
  ['shop-join', { file: 'shop.md', code: '<dongui-consent src="{$src}"></dongui-consent>' }],
]);
const build = (source: string, values: Record<string, string> = {}): string =>
  buildHostPage(source, { page: 'shop/index.html', snippets, values });

describe('The pages of the hosts', () => {
  const documented = readSnippets();
  const pages = readHostPages();

  it('take every snippet that is documented, and no other', () => {
    const taken = new Set([...pages.values()].flatMap(({ source }) => snippetsOf(source)));
    assert.deepEqual([...taken].sort(), [...documented.keys()].sort());
    assert.ok(documented.size >= 3, String(documented.size));
  });

  for (const [page, { source, values }] of pages) {
    it(`${page} is built without a rest`, () => {
      const built = buildHostPage(source, { page, snippets: documented, values });
      assert.doesNotMatch(built, /snippet:/);
      for (const id of snippetsOf(source)) {
        let code = documented.get(id)?.code ?? '';
        for (const [from, to] of Object.entries(values)) code = code.replaceAll(from, () => to);
        assert.ok(built.includes(code), `${id} is in ${page}`);
      }
    });
  }
});

describe('buildHostPage()', () => {
  it('puts the snippet and its values into markup and scripts', () => {
    const built = build('<p><!-- snippet: shop-join --></p>', { '{$src}': '/a.json' });
    assert.equal(built, '<p><dongui-consent src="/a.json"></dongui-consent></p>');
    assert.match(build('/* snippet: shop-join */', { '{$src}': "$'" }), /src="\$'"/);
  });

  it('refuses a snippet that no document has', () => {
    assert.throws(() => build('<!-- snippet: shop-nothing -->'), /shop\/index\.html.*shop-nothing/);
  });

  it('refuses an expression without a value, of every engine', () => {
    assert.throws(() => build('<!-- snippet: shop-join -->'), /no value for \{\$src\}/);
    for (const left of [
      '<?php echo 1 ?>',
      '<?= $a ?>',
      '<%= a %>',
      '${url}',
      '#{key}',
      '{{ name }}',
      '{% if a %}',
      '{{{ raw }}}',
      '{=shop}',
      '<#if a>',
      '<c:if test="a">',
      '<input th:value="a">',
      '  @csrf',
      '@if (true)',
    ]) {
      assert.throws(() => build(`<p>\n${left}\n</p>`), /no value for/, left);
    }
  });

  it('refuses a value whose expression is not there', () => {
    assert.throws(() => build('<p></p>', { '{$gone}': '' }), /no snippet here has/);
  });
});
