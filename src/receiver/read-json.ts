import { ProblemError } from './problem.js';

/** Bytes that a body may have: 256 KiB. */
const MOST_BYTES = 262_144;

/** How deep a body may be nested: 16 levels, and the envelope around them. */
const DEEPEST = 17;

const JSON_TYPE = /^application\/json\s*(;\s*charset\s*=\s*"?utf-8"?\s*)?$/i;

/** Compressed bodies are refused too: what they grow to is not known before it is there. */
function refuseOtherTypes({ headers }: Request): void {
  const encoding = headers.get('content-encoding') ?? 'identity';
  if (!JSON_TYPE.test(headers.get('content-type') ?? '') || encoding !== 'identity') {
    throw new ProblemError('media-type-unsupported');
  }
}

/** Counts while it reads, because a Content-Length may lie. */
async function readChunks(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.byteLength;
    if (size > MOST_BYTES) throw new ProblemError('body-too-large');
    chunks.push(value);
  }
  const bytes = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return bytes;
}

async function readBytes(request: Request, timeoutMs: number): Promise<Uint8Array> {
  if (Number(request.headers.get('content-length')) > MOST_BYTES) {
    throw new ProblemError('body-too-large');
  }
  if (request.body === null) return new Uint8Array();
  const reader = request.body.getReader();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooSlow = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new ProblemError('body-too-slow'));
    }, timeoutMs);
  });
  try {
    return await Promise.race([readChunks(reader), tooSlow]);
  } catch (error) {
    // Lets the connection go; whether that works is of no interest any more.
    reader.cancel().catch(() => undefined);
    // Broken off on the way: no fault of what was sent, so the client may try again.
    throw error instanceof ProblemError ? error : new ProblemError('body-incomplete');
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Looks at the text, so that nothing deep is ever built. A loop and not a regular expression: an
 * unclosed string of escaped quotes would make that look at the rest again from each of them.
 */
function refuseDeep(text: string): void {
  let depth = 0;
  let inString = false;
  for (let i = 0; i < text.length; i++) {
    const character = text.charAt(i);
    if (character === '"') inString = !inString;
    else if (inString) i += character === '\\' ? 1 : 0;
    else if (character === '[' || character === '{') depth += 1;
    else if (character === ']' || character === '}') depth -= 1;
    if (depth > DEEPEST) throw new ProblemError('body-too-deep');
  }
}

/**
 * The JSON value that a request carries: UTF-8 without a byte order mark, at most 256 KiB and 17
 * levels, there within `timeoutMs`. Of duplicate keys the last one counts, as everywhere in
 * JavaScript; whoever stores the value hashes and stores what was understood, never the raw body.
 *
 * @throws ProblemError `media-type-unsupported`, `body-too-large`, `body-too-slow`,
 *   `body-incomplete`, `body-too-deep`, `body-not-json`.
 */
export async function readJson(request: Request, timeoutMs: number): Promise<unknown> {
  refuseOtherTypes(request);
  const bytes = await readBytes(request, timeoutMs);
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    refuseDeep(text);
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw error instanceof ProblemError ? error : new ProblemError('body-not-json');
  }
}
