import { escapeHtml } from './html.js';

/** Why a signup was not accepted. */
export type Refusal = 'not-asked' | 'no-receipt' | 'too-long' | 'not-a-form' | 'not-given';

export interface RefusalPage {
  readonly reason: Refusal;
  /** BCP 47; texts are in Korean unless it is English. */
  readonly lang: string;
  readonly service: string;
  /** Address of the form. */
  readonly back: string;
  /** Titles of the required items that were not given. */
  readonly missing: readonly string[];
}

interface Texts {
  readonly title: string;
  readonly nothingKept: string;
  readonly back: string;
  readonly reasons: Readonly<Record<Refusal, readonly [string, string]>>;
}

const KOREAN: Texts = {
  title: '가입하지 못했습니다',
  nothingKept: '적은 내용은 저장하지 않았습니다.',
  back: '가입 화면으로 돌아가기',
  reasons: {
    'not-asked': [
      '동의를 묻지 못했습니다.',
      '동의를 묻는 부분이 화면에 나타나지 않았습니다. 스크립트가 막혀 있는지 확인하고 다시 여세요.',
    ],
    'no-receipt': [
      '동의 기록이 함께 오지 않았습니다.',
      '무엇에 언제 동의했는지 남지 않으면 가입할 수 없습니다. 가입 화면에서 다시 보내세요.',
    ],
    'not-given': ['가입에 필요한 항목에 동의하지 않았습니다.', '동의하면 다시 보낼 수 있습니다.'],
    'too-long': ['보낸 파일이 너무 큽니다.', '16 MB보다 작은 파일을 고르세요.'],
    'not-a-form': ['보낸 내용을 읽지 못했습니다.', '가입 화면에서 다시 보내세요.'],
  },
};

const ENGLISH: Texts = {
  title: 'You are not signed up',
  nothingKept: 'Nothing you wrote was kept.',
  back: 'Back to the form',
  reasons: {
    'not-asked': [
      'You were not asked for consent.',
      'The part that asks did not appear. Check whether scripts are blocked, and open the form again.',
    ],
    'no-receipt': [
      'No record of your consent came along.',
      'Without a record of what you agreed to and when, we cannot sign you up. Send the form again.',
    ],
    'not-given': [
      'You did not agree to what signing up needs.',
      'When you agree, you can send the form again.',
    ],
    'too-long': ['The file is too big.', 'Choose one that is smaller than 16 MB.'],
    'not-a-form': ['What was sent cannot be read.', 'Send the form again.'],
  },
};

const STATUS: Readonly<Record<Refusal, number>> = {
  'not-asked': 422,
  'no-receipt': 422,
  'not-given': 422,
  'too-long': 413,
  'not-a-form': 415,
};

/** Draws the page that says why a signup was not accepted and what to do. */
export function refusalPage({ reason, lang, service, back, missing }: RefusalPage): Response {
  const texts = lang.startsWith('en') ? ENGLISH : KOREAN;
  const [what, advice] = texts.reasons[reason];
  const items = missing.map((title) => `<li>${escapeHtml(title)}</li>`).join('');
  const body = `<!doctype html>
<html lang="${escapeHtml(lang)}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>${texts.title} · ${escapeHtml(service)}</title>
    <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
    <link rel="stylesheet" href="/site.css" />
    <script defer src="/dongui.js"></script>
  </head>
  <body>
    <header class="top"><a class="top__logo" href="/">dongui</a></header>
    <main class="page">
      <h1>${texts.title}</h1>
      <p class="lead">${escapeHtml(service)}</p>
      <div class="note note--danger">
        <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
          <circle cx="12" cy="12" r="9" />
          <path d="M12 7v6M12 16.4v.1" />
        </svg>
        <div>
          <strong>${what}</strong>
          <p>${advice}</p>
          ${items === '' ? '' : `<ul>${items}</ul>`}
        </div>
      </div>
      <p class="soft">${texts.nothingKept}</p>
      <p class="actions"><a class="button" href="${escapeHtml(back)}">${texts.back}</a></p>
    </main>
  </body>
</html>
`;
  return new Response(body, {
    status: STATUS[reason],
    headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
  });
}
