import { cpSync, existsSync, mkdirSync } from 'node:fs';
import { basename, extname, join } from 'node:path';

import { buildHostPages } from './host-pages.mjs';

/** What of `demo/` is served as it is; TypeScript is compiled, and notes stay at home. */
const STATIC = new Set(['.html', '.css', '.json', '.svg', '.png', '.ico', '.woff2', '.txt']);

/**
 * Puts the demo's static files beside its scripts, and the script-tag build into the same folder,
 * so that `dist/demo/` is a whole site: the server serves it, and so does any static host.
 */
export function copyDemoFiles(out) {
  return {
    name: 'copy-demo-files',
    writeBundle() {
      const target = join(out, 'demo');
      mkdirSync(target, { recursive: true });
      cpSync('demo', target, { recursive: true, filter: isServed });
      buildHostPages(join(target, 'hosts'));
      copyJquery(join(target, 'assets'));
      for (const name of [
        'dongui.js',
        'dongui.js.map',
        'dongui.all.js',
        'dongui.all.js.map',
        'cdn',
      ])
        if (existsSync(join(out, name))) {
          cpSync(join(out, name), join(target, name), { recursive: true });
        }
    },
  };
}

/** Folders of sources, which come out as `/assets/` and `server.js`. */
const SOURCES = /^demo[\\/](pages|server)$/;

/** Built from the documents (host-pages.mjs), and what they are built with. */
const BUILT = /^demo[\\/]hosts[\\/].*(\.html|values\.json)$/;

/** Scripts of the rebuilt hosts, which are served as they are written. */
const HOST_SCRIPT = /^demo[\\/]hosts[\\/].*\.js$/;

/** The versions that pages in the wild still load, as `jquery-1.js` … `jquery-4.js`. */
const JQUERY = [1, 2, 3, 4];

function copyJquery(assets) {
  mkdirSync(assets, { recursive: true });
  for (const version of JQUERY) {
    cpSync(
      join('node_modules', `jquery-${version}`, 'dist', 'jquery.min.js'),
      join(assets, `jquery-${version}.js`),
    );
  }
}

function isServed(path) {
  const extension = extname(path);
  if (BUILT.test(path)) return false;
  if (HOST_SCRIPT.test(path)) return true;
  if (SOURCES.test(path)) return false;
  if (basename(path).startsWith('tsconfig')) return false;
  return extension === '' || STATIC.has(extension);
}
