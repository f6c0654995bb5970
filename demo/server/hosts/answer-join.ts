import { missingConsents, RECEIPT_FIELD, welcomeAddress } from './answers.js';
import type { Host } from './host.js';

/**
 * Answers a signup that a script has sent: where to go on, or what is missing.
 *
 * @param required Value by field: `{ agree: '1' }`.
 */
export function answerJoin(
  host: Host,
  form: FormData,
  required: Readonly<Record<string, string>>,
): Response {
  const missing = missingConsents(form, required);
  if (missing.length === 0) return Response.json({ redirect: welcomeAddress(host, form) });
  const message = missing.includes(RECEIPT_FIELD)
    ? '동의 기록이 함께 오지 않았습니다.'
    : '필수 항목에 모두 동의해야 가입할 수 있습니다.';
  return Response.json({ message });
}
