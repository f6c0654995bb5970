/** UUIDv7, a dot, 43 characters of base64url. */
const TOKEN = /^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}\.[\w-]{43}$/;

/**
 * The token that links a signup to its receipt, by its shape. Whether there is such a receipt is the
 * receiver's to say, and it may arrive after the form.
 */
export function readToken(form: FormData): string | undefined {
  const token = form.get('dongui_receipt');
  return typeof token === 'string' && TOKEN.test(token) ? token : undefined;
}
