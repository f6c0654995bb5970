import { escapeHtml } from '../html.js';
import type { Host } from './host.js';

/**
 * The page after a signup, or after a change of it, at a host: the receipt that this browser keeps, and which consents the
 * host's server got, all of it from the address, for nothing of the form was stored.
 */
export function welcomePage({ name, title, policyId }: Host, url: URL): Response {
  const fields = url.searchParams.getAll('field').map((field) => {
    const [key = '', ...value] = field.split('=');
    return `<div data-field="${escapeHtml(key)}"><dt>${escapeHtml(key)}</dt><dd>${escapeHtml(value.join('='))}</dd></div>`;
  });
  const body = `<!doctype html>
<html lang="ko">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>서버가 받은 동의 · ${escapeHtml(title)}</title>
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
      <h1>서버가 받은 동의</h1>
      <p class="lead">
        ${escapeHtml(title)}의 서버를 흉내 낸 곳에 동의가 이렇게 도착했습니다. 적은 내용은 저장하지
        않고 버렸습니다.
      </p>
      <dl class="arrived">
        ${fields.join('\n        ')}
      </dl>
      <div id="record" data-policy="${escapeHtml(policyId)}" aria-live="polite">
        <noscript><p>기록은 스크립트가 있어야 보입니다.</p></noscript>
      </div>
      <p class="actions">
        <a class="button" href="/desk/">운영자 화면에서 보기</a>
        <a class="button" href="/hosts/${escapeHtml(name)}/">다시 해 보기</a>
      </p>
    </main>
  </body>
</html>
`;
  return new Response(body, {
    headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
  });
}
