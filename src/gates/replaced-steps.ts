/** Why a policy's own steps can't be followed any more. */
export type Replaced = 'retired' | 'moved' | 'delete-only';

/** Browsers that their makers have ended. */
const RETIRED =
  /인터넷\s*익스플로[러어]|internet\s*explorer|^\s*i\.?\s*e\.?\s*(?:\d+)?\s*$|\bMSIE\b/i;

/** Menus that are gone, each seen in policies that are still published (requirement CKI-09, L70). */
const MOVED =
  /인터넷\s*옵션|콘텐츠\s*설정|브라우저\s*종료\s*시까지\s*유지|Google\s*설정|광고\s*맞춤\s*설정\s*선택\s*해제|광고\s*추적\s*제한|limit\s*ad\s*tracking|opt\s*out\s*of\s*(?:ads|interest)|content\s*settings|쿠키\s*및\s*사이트\s*권한|cookies\s*and\s*site\s*permissions/i;

/** A way that only removes what is there, offered as the way to refuse (requirement CKI-07, L71). */
const DELETES = /삭제|지우기|clear|delete/i;

/** A way that also keeps cookies out. */
const BLOCKS = /차단|거부|허용\s*안|block|refuse|disable|끔|해제|제한/i;

/**
 * Whether a policy's own steps are out of date, and why; `undefined` where nothing speaks against
 * them.
 */
export function replacedReason(steps: {
  readonly target: string;
  readonly path: readonly string[];
  readonly action?: string;
}): Replaced | undefined {
  const words = [...steps.path, steps.action ?? ''].join(' ');
  if (RETIRED.test(steps.target)) return 'retired';
  if (MOVED.test(words)) return 'moved';
  return DELETES.test(words) && !BLOCKS.test(words) ? 'delete-only' : undefined;
}
