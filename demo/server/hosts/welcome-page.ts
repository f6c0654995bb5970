import { escapeHtml } from '../html.js';
import type { Host } from './host.js';

/**
 * The page after a signup at a host: the receipt that this browser keeps, and which consents the
 * host's server got, all of it from the address, for nothing of the form was stored.
 */
export function welcomePage({ name, title, policyId }: Host, url: URL): Response {
  const fields = url.searchParams.getAll('field').map((field) => {
    const [key = '', ...value] = field.split('=');
    return `<tr data-field="${escapeHtml(key)}"><th scope="row"><code>${escapeHtml(key)}</code></th><td><code>${escapeHtml(value.join('='))}</code></td></tr>`;
  });
  const body = `<!doctype html>
<html lang="ko">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>가입했습니다 · ${escapeHtml(title)}</title>
    <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
    <link rel="stylesheet" href="/site.css" />
    <script defer src="/dongui.js"></script>
    <script type="module" src="/assets/welcome.js"></script>
  </head>
  <body>
    <a class="skip" href="#main">본문으로 가기</a>
    <header class="top">
      <a class="top__logo" href="/">dongui</a>
      <nav aria-label="안내"><a href="/hosts/">가입 화면들</a><a href="/desk/">운영</a></nav>
    </header>
    <main class="page" id="main">
      <h1>가입했습니다</h1>
      <p class="lead">
        ${escapeHtml(title)} 서버가 받은 동의입니다. 이 시연은 적은 내용을 저장하지 않고 버립니다.
      </p>
      <table class="arrived">
        <thead><tr><th scope="col">칸</th><th scope="col">값</th></tr></thead>
        <tbody>${fields.join('')}</tbody>
      </table>
      <div id="record" data-policy="${escapeHtml(policyId)}" aria-live="polite">
        <noscript><p>기록은 스크립트가 있어야 보입니다.</p></noscript>
      </div>
      <p class="actions">
        <a class="button" href="/desk/">운영자 화면에서 보기</a>
        <a class="button" href="/hosts/${escapeHtml(name)}/">다시 가입하기</a>
      </p>
    </main>
  </body>
</html>
`;
  return new Response(body, {
    headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
  });
}
