import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readdir, readFile, stat } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';

import {
  collectOutput,
  type DemoServer,
  makeDataDir,
  spawnDemoServer,
  startDemoServer,
} from '../support/demo-server.js';

const TOKEN = `01890a5d-ac96-774b-bcce-b302099a8057.${'A'.repeat(43)}`;
const GIVEN = { 'consent[membership]': 'given', 'consent[marketing]': 'refused' };

describe('The demo server', () => {
  let server: DemoServer;
  let data: Awaited<ReturnType<typeof makeDataDir>>;

  before(async () => {
    data = await makeDataDir();
    server = await startDemoServer({ dataDir: data.path });
  });
  after(async () => {
    await server.stop();
    await data.remove();
  });

  const get = (path: string): Promise<Response> => fetch(server.origin + path);
  const post = (path: string, body: BodyInit, type?: string): Promise<Response> =>
    fetch(server.origin + path, {
      method: 'POST',
      body,
      redirect: 'manual',
      ...(type !== undefined && { headers: { 'content-type': type } }),
    });
  const signUp = (fields: Record<string, string>, path = '/nexcore/join'): Promise<Response> =>
    post(path, new URLSearchParams(fields));

  it('sends the strict policy with every page, and the type of every file', async () => {
    const types = {
      '/': 'text/html; charset=utf-8',
      '/xperp/': 'text/html; charset=utf-8',
      '/haru/en/welcome/': 'text/html; charset=utf-8',
      '/site.css': 'text/css; charset=utf-8',
      '/dongui.js': 'text/javascript; charset=utf-8',
      '/assets/desk.js': 'text/javascript; charset=utf-8',
      '/policies/xperp.json': 'application/json; charset=utf-8',
      '/favicon.svg': 'image/svg+xml',
    };
    for (const [path, type] of Object.entries(types)) {
      const response = await get(path);
      assert.equal(response.status, 200, path);
      assert.equal(response.headers.get('content-type'), type);
      assert.equal(response.headers.get('x-content-type-options'), 'nosniff');
      assert.equal(
        response.headers.get('content-security-policy'),
        "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; " +
          "img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; " +
          "require-trusted-types-for 'script'; report-uri /csp-reports",
      );
    }
  });

  it('leads from a folder to its page, and says plainly that a page is not there', async () => {
    const folder = await fetch(`${server.origin}/xperp?a=1`, { redirect: 'manual' });
    assert.equal(folder.status, 308);
    assert.equal(folder.headers.get('location'), '/xperp/?a=1');
    const absent = await get('/nothing/');
    assert.equal(absent.status, 404);
    assert.match(await absent.text(), /이 화면은 없습니다/);
  });

  it('gives out nothing but the site', async () => {
    for (const path of [
      '/server.js',
      '/assets/../server.js',
      '/assets/..%2fserver.js',
      '/../package.json',
      '/..%2f..%2fpackage.json',
      '/%2e%2e/%2e%2e/package.json',
      '/..\\..\\package.json',
      '//etc/passwd',
      '/etc/passwd',
      '/policies/README.md',
      '/policies',
      '/server/join.ts',
      '/\u0000',
    ]) {
      const { status, body } = await rawGet(server.port, path);
      assert.ok([308, 400, 404].includes(status), `${path}: ${status}`);
      assert.doesNotMatch(body, /createServer|"dependencies"|root:/, path);
    }
  });

  it('takes a signup whose required items are given and whose receipt came along', async () => {
    const response = await signUp({ ...GIVEN, dongui_receipt: TOKEN });
    assert.equal(response.status, 303);
    const location = new URL(response.headers.get('location') ?? '', server.origin);
    assert.equal(location.pathname, '/nexcore/welcome/');
    assert.equal(location.searchParams.get('receipt'), TOKEN);
    const account = location.searchParams.get('account') ?? '';
    assert.match(account, /^demo-[\w-]{22}$/, 'an account was invented for the receipt');
    const known = await fetch(`${server.origin}/my/known?account=${account}`);
    assert.deepEqual(await known.json(), {
      ...{ schema: 'dongui/bundle@1', receipts: [], notices: [], texts: [] },
    });
  });

  it('opens an account to nobody who does not know its name', async () => {
    for (const account of ['', 'a', 'demo-', '../due', 'demo-%2e%2e']) {
      const known = await fetch(`${server.origin}/my/known?account=${account}`);
      assert.equal(known.status, 404, account);
    }
  });

  it('takes a form with a file', async () => {
    const form = new FormData();
    form.set('proof', new Blob(['%PDF'], { type: 'application/pdf' }), 'proof.pdf');
    form.set('consent[membership]', 'given');
    form.set('dongui_receipt', TOKEN);
    const response = await post('/nexcore/join', form);
    assert.equal(response.status, 303);
  });

  it('refuses a signup whose required item is refused, and names the item', async () => {
    const response = await signUp({ 'consent[membership]': 'refused', dongui_receipt: TOKEN });
    assert.equal(response.status, 422);
    assert.match(await response.text(), /<li>일반 회원가입 및 회원관리<\/li>/);
  });

  it('refuses a signup that was not asked for consent, in the language of the form', async () => {
    const korean = await signUp({ account: 'a' });
    assert.equal(korean.status, 422);
    assert.match(await korean.text(), /동의를 묻지 못했습니다/);
    const english = await signUp({ email: 'a@b.example' }, '/haru/en/join');
    assert.equal(english.status, 422);
    const page = await english.text();
    assert.match(page, /<html lang="en">/);
    assert.match(page, /You were not asked for consent/);
  });

  it('refuses a signup without a receipt, or with something else in its place', async () => {
    for (const token of [undefined, '', 'x', `${TOKEN}x`, `"><script>${TOKEN}`]) {
      const response = await signUp({
        ...GIVEN,
        ...(token !== undefined && { dongui_receipt: token }),
      });
      assert.equal(response.status, 422, token);
      assert.match(await response.text(), /동의 기록이 함께 오지 않았습니다/);
    }
  });

  it('refuses what is no form, or more than 16 MiB', async () => {
    assert.equal((await post('/nexcore/join', '{}', 'application/json')).status, 415);
    const broken = await post('/nexcore/join', 'no parts', 'multipart/form-data; boundary=x');
    assert.equal(broken.status, 415);
    const long = new FormData();
    long.set('proof', new Blob([new Uint8Array(17 * 1024 * 1024)]));
    assert.equal((await post('/nexcore/join', long)).status, 413);
  });

  it('keeps nothing of a form', async () => {
    const marker = 'marker-3f9c1e77';
    await signUp({ ...GIVEN, account: marker, company: marker, dongui_receipt: TOKEN });
    await signUp({ account: marker });
    assert.doesNotMatch(server.output(), new RegExp(marker));
    for (const file of await filesIn(data.path)) {
      assert.equal((await readFile(file)).includes(marker), false, file);
    }
  });

  it('gives the feed to the desk alone without a key', async () => {
    assert.equal((await get('/consents/receipts')).status, 401);
    const response = await get('/desk/feed');
    assert.equal(response.status, 200);
    const { items } = (await response.json()) as { items: unknown[] };
    assert.deepEqual(items, []);
  });

  it('signs with a key that stays in its folder, and publishes the half that may be known', async () => {
    const path = join(data.path, 'signing-key.json');
    const secret = JSON.parse(await readFile(path, 'utf8')) as Record<string, string>;
    assert.equal((await stat(path)).mode & 0o077, 0);
    const response = await get('/consents/.well-known/dongui-keys.json');
    const { keys } = (await response.json()) as { keys: Record<string, string>[] };
    assert.deepEqual(
      keys.map(({ x, y, d }) => [x, y, d]),
      [[secret['x'], secret['y'], undefined]],
    );
  });

  it('keeps what browsers report, without the query of an address', async () => {
    const report = {
      'csp-report': {
        'document-uri': `${server.origin}/x/welcome/?receipt=${TOKEN}`,
        'effective-directive': 'style-src-attr',
        'blocked-uri': 'inline',
      },
    };
    assert.equal((await post('/csp-reports', '[', 'application/csp-report')).status, 400);
    assert.equal((await post('/csp-reports', JSON.stringify(report))).status, 204);
    assert.deepEqual(await server.cspReports(), [
      {
        page: `${server.origin}/x/welcome/`,
        directive: 'style-src-attr',
        blocked: 'inline',
        sample: '',
      },
    ]);
  });

  it('says in one line that its port is taken', async () => {
    const second = await makeDataDir(false);
    const { code, output } = await runToEnd({
      PORT: String(server.port),
      DATA_DIR: second.path,
    });
    await second.remove();
    assert.equal(code, 1);
    assert.equal(
      output.trim(),
      `Port ${server.port} on 127.0.0.1 is in use. Choose another: PORT=${server.port + 1}`,
    );
  });

  it('says in one line that its folder is another process’s', async () => {
    const { code, output } = await runToEnd({ PORT: '0', DATA_DIR: data.path });
    assert.equal(code, 1);
    assert.equal(output.trim().split('\n').length, 1, output);
    assert.match(output, new RegExp(String(server.pid)));
  });

  it('says in one line that a setting is wrong', async () => {
    const { code, output } = await runToEnd({ PORT: '99999' });
    assert.equal(code, 1);
    assert.equal(output.trim(), 'PORT is "99999"; it has to be a number from 0 to 65535.');
    const folder = await makeDataDir(false);
    const secret = { PORT: '0', DATA_DIR: folder.path, DONGUI_SIGNING_KEY: '{"d":"secret"}' };
    const { code: keyCode, output: keyOutput } = await runToEnd(secret);
    await folder.remove();
    assert.equal(keyCode, 1);
    const line = 'DONGUI_SIGNING_KEY is no private key as JSON (RFC 7517, P-256 or Ed25519).';
    assert.equal(keyOutput.trim(), line);
  });

  it('makes a key when none is given, shows it once, and ends cleanly', async () => {
    const folder = await makeDataDir(false);
    const child = spawnDemoServer({ PORT: '0', DATA_DIR: folder.path });
    const output = collectOutput(child);
    while (!/API key/.test(output())) await new Promise((resolve) => setTimeout(resolve, 50));
    const [, origin = ''] = /^dongui demo: (\S+)\/$/m.exec(output()) ?? [];
    const keys = [...output().matchAll(/[\w-]{32}/g)].map(([key]) => key);
    assert.equal(keys.length, 1);
    const response = await fetch(`${origin}/consents/receipts`, {
      headers: { authorization: `Bearer ${keys[0] ?? ''}` },
    });
    assert.equal(response.status, 200);
    child.kill('SIGINT');
    const [code] = (await once(child, 'exit')) as [number | null];
    assert.equal(code, 0);
    await folder.remove();
  });
});

/** A path as it stands, which `fetch` would tidy up. */
function rawGet(port: number, path: string): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const options = { host: '127.0.0.1', port, path: encodeURI(path).replaceAll('%25', '%') };
    const outgoing = request(options, (incoming) => {
      let body = '';
      incoming.setEncoding('utf8').on('data', (part: string) => (body += part));
      incoming.on('end', () => {
        resolve({ status: incoming.statusCode ?? 0, body });
      });
    });
    outgoing.on('error', reject).end();
  });
}

async function runToEnd(
  environment: NodeJS.ProcessEnv,
): Promise<{ code: number | null; output: string }> {
  const child = spawnDemoServer(environment);
  const output = collectOutput(child);
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, output: output() };
}

async function filesIn(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder, { recursive: true });
  const files = names.map((name) => join(folder, name));
  const stats = await Promise.all(files.map((file) => stat(file)));
  return files.filter((_file, i) => stats[i]?.isFile());
}
