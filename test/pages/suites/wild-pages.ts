import type { HostAnswer, SentForm, WildHost } from '../../support/wild-site.js';

const CONSENT =
  '<dongui-consent src="/policies/nexcore.json" endpoint="/consents/receipts"></dongui-consent>';

/** A whole page. Our script comes after those of the host, as one that is added later does. */
const page = (body: string, head = ''): string =>
  `<!doctype html><html lang="ko"><head><meta charset="utf-8"><title>form</title>${head}
  <script defer src="/dongui.js"></script></head><body>${body}</body></html>`;

/** The form of a host, which posts to `/host/join` unless the page does something else. */
const form = (attributes = '', action = 'action="/host/join"'): string =>
  `<form name="f" ${action} method="post" ${attributes}>
  <input name="account" value="someone">${CONSENT}<button class="go">OK</button></form>`;

const script = (code: string): string => `<script>${code}</script>`;
const vendor = (name: string): string => `<script src="/vendor/${name}.js"></script>`;

/** Counts what the page did, for tests to wait for, and refuses until `ready` says otherwise. */
const COUNTING = script(`
  window.tries = 0; window.ready = false; window.answers = [];
  window.may = () => { window.tries += 1; return window.ready; };
  window.send = async (path) => {
    const response = await fetch(path, { method: 'POST', body: new FormData(document.f) });
    window.answers.push(path + ' ' + await response.text());
  };
`);

const withCode = (code: string, attributes = ''): string =>
  page(`${COUNTING}${form(attributes)}${script(code)}`);

const TURBO = '<script defer src="/vendor/turbo.js"></script>';

const HTMX_FORM = form('hx-post="/host/htmx" hx-swap="outerHTML"', '');

const joined: HostAnswer = {
  body: '<!doctype html><title>joined</title><p id="joined">joined</p>',
};

/** Refuses the first time: what a wrong captcha does. */
const bounceTo =
  (location: string) =>
  (_: SentForm, times: number): HostAnswer =>
    times === 1 ? { status: 303, location } : joined;

/** Pages in which a form is sent in all the ways that other people send one. */
export const WILD: WildHost = {
  pages: {
    '/wild/native': page(form()),
    '/wild/inline': page(`${COUNTING}${form('onsubmit="return may()"')}`),
    '/wild/listener': withCode(
      `document.f.addEventListener('submit', (event) => { if (!may()) event.preventDefault(); });`,
    ),
    '/wild/jquery': page(
      `${COUNTING}${form()}${script(`$('form').on('submit', () => may());`)}`,
      vendor('jquery-3'),
    ),
    '/wild/sync-xhr': withCode(
      `document.f.onsubmit = () => {
        const check = new XMLHttpRequest();
        check.open('POST', '/host/captcha', false);
        check.setRequestHeader('content-type', 'application/x-www-form-urlencoded');
        check.send('code=1');
        window.tries += 1;
        return check.responseText === 'right';
      };`,
    ),
    '/wild/ajax': withCode(
      `document.f.addEventListener('submit', (event) => {
        event.preventDefault();
        send('/host/join');
      });`,
    ),
    '/wild/ajax-twice': withCode(
      `document.f.addEventListener('submit', (event) => {
        event.preventDefault();
        send('/host/join').then(() => send('/host/join'));
      });`,
    ),
    '/wild/ajax-checked': withCode(
      `document.f.addEventListener('change', () => send('/host/check'));
      document.f.addEventListener('submit', (event) => {
        event.preventDefault();
        send('/host/check').then(() => send('/host/join'));
      });`,
    ),
    '/wild/ajax-link': withCode(
      `const link = document.createElement('a');
      link.href = '#'; link.className = 'link'; link.textContent = 'OK';
      const goOn = () => { if (window.ready) location.href = '/wild/end'; };
      link.onclick = () => { send('/host/join').then(goOn); return false; };
      document.body.append(link);`,
    ),
    '/wild/form-submit': withCode(
      `const link = document.createElement('a');
      link.href = '#'; link.className = 'link'; link.textContent = 'OK';
      link.onclick = () => { document.f.submit(); return false; };
      document.body.append(link);`,
    ),
    '/wild/novalidate': withCode(
      `document.f.addEventListener('submit', (event) => {
        event.preventDefault();
        window.tries += 1;
        send('/host/join');
      });`,
      'novalidate',
    ),
    '/wild/captured': withCode(
      `document.addEventListener('submit', (event) => {
        event.preventDefault();
        window.tries += 1;
        send('/host/join');
      }, true);`,
      'novalidate',
    ),
    '/wild/turbo': page(form('', 'action="/host/turbo"'), TURBO),
    '/wild/turbo-end': page('<p id="joined">joined</p>', TURBO),
    '/wild/htmx': page(HTMX_FORM, '<script defer src="/vendor/htmx.js"></script>'),
    '/wild/fragment': withCode(
      `document.f.addEventListener('submit', (event) => {
        event.preventDefault();
        send('/host/join');
      });`,
    ),
    '/wild/no-autocomplete': page(form('autocomplete="off"')),
    '/wild/bounce': page(form('', 'action="/host/bounce"')),
    '/wild/draft': page(
      form('autocomplete="off"', 'action="/host/drafted"').replace(
        '<dongui-consent',
        '<dongui-consent draft mode="mirror"',
      ),
    ),
    '/wild/pre-ticked': page(
      form().replace('<dongui-consent', '<dongui-consent mode="mirror" name="item"') +
        script(`let isDone = false;
          new MutationObserver(() => {
            const box = document.f['item[membership]'];
            if (!box || isDone) return;
            isDone = true;
            box.checked = true;
            const body = new URLSearchParams({ checked: box.checked, type: box.type });
            fetch('/host/check', { method: 'POST', body });
          }).observe(document, { childList: true, subtree: true });`),
    ),
    // A next step of the signup, which carries the receipt on.
    '/wild/step': page('<form><input type="hidden" name="dongui_receipt" value="x"></form>'),
    '/wild/end': page('<p id="joined">joined</p>'),
  },
  posts: {
    '/host/join': () => joined,
    '/host/check': () => ({ body: 'fine' }),
    '/host/captcha': (_, times) => ({ body: times === 1 ? 'wrong' : 'right' }),
    '/host/turbo': () => ({ status: 303, location: '/wild/turbo-end' }),
    '/host/htmx': (_, times) => ({
      body: times === 1 ? HTMX_FORM : '<p id="joined">joined</p>',
    }),
    '/host/bounce': bounceTo('/wild/bounce'),
    '/host/drafted': bounceTo('/wild/draft'),
  },
};
