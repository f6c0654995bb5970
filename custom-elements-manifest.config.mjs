import { relative } from 'node:path';

const out = relative(process.cwd(), process.env.OUT_DIR ?? 'dist');

/** The manifest is published, so its paths must name published files: `src/a.ts` → `dist/src/a.js`. */
const publishedPaths = {
  name: 'published-paths',
  packageLinkPhase({ customElementsManifest }) {
    const publish = (path) => path.replace(/^\/?src\/(.*)\.(ts|js)$/, 'dist/src/$1.js');
    const visit = (node) => {
      if (node === null || typeof node !== 'object') return;
      for (const key of ['path', 'module']) {
        if (typeof node[key] === 'string') node[key] = publish(node[key]);
      }
      Object.values(node).forEach(visit);
    };
    visit(customElementsManifest);
    // Files are found in the order in which the disk answers.
    customElementsManifest.modules.sort((a, b) => (a.path < b.path ? -1 : 1));
  },
};

export default {
  globs: ['src/elements/**/*.ts', 'src/ui/*.ts', 'src/define/*.ts'],
  exclude: ['**/*.styles.ts'],
  outdir: out,
  litelement: true,
  // Written on `npm run manifest` alone: package.json names the file already.
  packagejson: false,
  plugins: [publishedPaths],
};
