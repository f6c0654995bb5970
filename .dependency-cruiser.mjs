/** Which folder of `src/` may import which. A folder may import itself and those named here. */
const MAY_IMPORT = {
  model: [],
  lint: ['model'],
  i18n: [],
  core: ['model'],
  host: ['model', 'core'],
  gates: ['model', 'core'],
  ui: ['model', 'i18n', 'core', 'host'],
  elements: ['model', 'i18n', 'core', 'host', 'gates', 'ui'],
  define: ['elements'],
  receiver: ['model'],
  cli: ['model', 'lint', 'receiver'],
  'script-tag': ['model', 'i18n', 'core', 'host', 'elements', 'define'],
};

/** Packages, each with the only places that may import it. What is not named here, none may. */
const PACKAGES = {
  'lit|@lit/[^/]+|lit-html|lit-element': '^src/(ui|elements|define|script-tag)/',
  'idb-keyval': '^src/core/storage/',
  '@electric-sql/pglite|pg': '^src/receiver/[^/]*store',
  jose: '^src/receiver/(ack-signer|check-signature)',
};

const IS_PACKAGE = ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg', 'npm-unknown'];

function forbid(name, from, to, comment) {
  return { name, severity: 'error', comment, from, to };
}

const layers = Object.entries(MAY_IMPORT).map(([folder, allowed]) =>
  forbid(
    `${folder}-imports-only-lower-layers`,
    { path: `^src/${folder}/` },
    { path: '^(src|locales)/', pathNot: allowedPaths(folder, allowed) },
    `${folder} may import ${['itself', ...allowed].join(', ')}`,
  ),
);

/** Only the file that puts everything into one script carries texts. */
function allowedPaths(folder, allowed) {
  const sources = `^src/(${[folder, ...allowed].join('|')})/`;
  return folder === 'script-tag' ? [sources, '^locales/'] : [sources];
}

const packages = Object.entries(PACKAGES).map(([names, places]) =>
  forbid(
    `${names.split('|').at(0).replace(/^@/, '').replace('/', '-')}-only-in-its-place`,
    { path: '^(src|locales)/', pathNot: places },
    { path: `^node_modules/(${names})/` },
  ),
);

export default {
  forbidden: [
    ...layers,
    ...packages,
    forbid(
      'no-other-packages',
      { path: '^(src|locales)/' },
      {
        dependencyTypes: IS_PACKAGE,
        pathNot: `^node_modules/(${Object.keys(PACKAGES).join('|')}|@types/pg)/`,
      },
      'each further dependency needs a decision record with its size',
    ),
    forbid(
      'known-folders-only',
      { path: '^src/(?!index\\.ts$)', pathNot: `^src/(${Object.keys(MAY_IMPORT).join('|')})/` },
      {},
      'a new folder needs a row in this table and in ARCHITECTURE.md',
    ),
    forbid(
      'node-only-in-its-adapter',
      { path: '^(src|locales)/', pathNot: '^src/(receiver/node\\.ts|cli/)' },
      { dependencyTypes: ['core'] },
      'the rest runs wherever Request and Response do',
    ),
    forbid(
      'gates-only-in-cookie-elements',
      { path: '^src/elements/(?!cookie-)' },
      { path: '^src/gates/' },
      'code that a filter list may block never rides with a signup form',
    ),
    forbid(
      'elements-do-not-import-each-other',
      { path: '^src/elements/([^/]+)/' },
      { path: '^src/elements/', pathNot: '^src/elements/$1/' },
    ),
    forbid(
      'locales-import-only-types-of-i18n',
      { path: '^locales/' },
      { path: '^(src|locales)/', pathNot: '^(src/i18n|locales)/' },
    ),
    forbid(
      'locales-hold-data-only',
      { path: '^locales/' },
      { dependencyTypesNot: ['type-only'], pathNot: '^locales/' },
      'a locale is data: it may name types and build on other texts, and run nothing',
    ),
    forbid('not-to-test-or-demo', { path: '^(src|locales)/' }, { path: '^(test|demo|scripts)/' }),
    forbid('no-cycles', {}, { circular: true }, 'type imports count'),
    forbid(
      'resolvable',
      { path: '^(src|locales)/' },
      { couldNotResolve: true, pathNot: '^virtual:chunks$' },
    ),
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
