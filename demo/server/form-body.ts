/** A signup carries at most one scanned paper. */
const LONGEST_BODY = 16 * 1024 * 1024;

const FORM_TYPES = /^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i;
const URL_ENCODED = /^application\/x-www-form-urlencoded\b/i;

/** Why a body was not read. */
export type BodyProblem = 'too-long' | 'not-a-form';

/**
 * Reads a posted form, of both encodings that a browser uses, and never more than 16 MiB of it.
 *
 * @param charset Of the page that sent it: a browser writes a urlencoded form in it, and says so
 *   nowhere. Multipart is read as UTF-8 whatever the page was.
 * @returns The form, or why there is none.
 */
export async function readForm(
  request: Request,
  charset: string = 'utf-8',
): Promise<FormData | BodyProblem> {
  const type = request.headers.get('content-type') ?? '';
  if (!FORM_TYPES.test(type)) return 'not-a-form';
  const body = await readBytes(request);
  if (body === undefined) return 'too-long';
  if (charset !== 'utf-8' && URL_ENCODED.test(type)) {
    return readUrlEncoded(await body.text(), charset);
  }
  try {
    const { url } = request;
    return await new Request(url, {
      method: 'POST',
      headers: { 'content-type': type },
      body,
    }).formData();
  } catch {
    return 'not-a-form';
  }
}

/** What a page of an older character set sends: its bytes, those outside ASCII as `%XX`. */
function readUrlEncoded(text: string, charset: string): FormData {
  const decoder = new TextDecoder(charset);
  const decode = (part: string): string => {
    const bytes = part
      .replaceAll('+', ' ')
      .replace(/%([\da-f]{2})/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
    return decoder.decode(Uint8Array.from(bytes, (byte) => byte.charCodeAt(0)));
  };
  const form = new FormData();
  for (const pair of text.split('&')) {
    if (pair === '') continue;
    const [name = '', ...value] = pair.split('=');
    form.append(decode(name), decode(value.join('=')));
  }
  return form;
}

/**
 * Counts while reading: a length that the client states may be wrong or absent. What is too much is
 * read to its end all the same, and thrown away: a browser shows the answer only after it has sent
 * everything.
 */
async function readBytes(request: Request): Promise<Blob | undefined> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  for await (const part of request.body ?? []) {
    length += (part as Uint8Array).length;
    if (length > LONGEST_BODY) parts.length = 0;
    else parts.push(part);
  }
  return length > LONGEST_BODY ? undefined : new Blob(parts);
}
