import { cpSync, existsSync, mkdirSync } from 'node:fs';
import { basename, extname, join } from 'node:path';

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

function isServed(path) {
  const extension = extname(path);
  if (SOURCES.test(path)) return false;
  if (basename(path).startsWith('tsconfig')) return false;
  return extension === '' || STATIC.has(extension);
}
