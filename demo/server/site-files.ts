import { readdir, readFile } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.map': 'application/json; charset=utf-8',
};

/** What may be asked for: the path of each public file by the path of its address. */
export type SiteFiles = ReadonlyMap<string, string>;

/** The server lies beside the pages that it serves. */
const PRIVATE = /^server\b/;

/**
 * Lists the files that the site consists of. The list is made once, from the folder itself, so that
 * no address can lead out of it: what is not in it does not exist.
 *
 * @param folder The built site: pages, their scripts, and the library.
 * @throws Error when the site has not been built.
 */
export async function findSiteFiles(folder: string): Promise<SiteFiles> {
  const files = new Map<string, string>();
  for (const name of await readdir(folder, { recursive: true })) {
    if (PRIVATE.test(name) || TYPES[extname(name)] === undefined) continue;
    const path = `/${name.split(sep).join('/')}`;
    files.set(path.replace(/\/index\.html$/, '/'), join(folder, name));
  }
  if (!files.has('/')) throw new Error(`${folder} has no pages: build the demo (npm run build).`);
  return files;
}

/**
 * Answers GET and HEAD for a file of the site.
 *
 * @returns undefined when there is no such file.
 */
export async function serveFile(files: SiteFiles, url: URL): Promise<Response | undefined> {
  const { pathname, search } = url;
  const file = files.get(pathname);
  if (file === undefined) {
    if (!files.has(`${pathname}/`)) return undefined;
    return new Response(null, { status: 308, headers: { location: `${pathname}/${search}` } });
  }
  const headers = {
    'content-type': TYPES[extname(file)] ?? '',
    // Names under cdn/ carry a hash of what is in them.
    'cache-control': pathname.startsWith('/cdn/')
      ? 'public, max-age=31536000, immutable'
      : 'no-cache',
  };
  return new Response(await readFile(file), { headers });
}
