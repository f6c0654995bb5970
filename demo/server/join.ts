import { deriveSurface } from '../../src/model/derive-surface.js';
import type { PolicyDocument } from '../../src/model/policy-document.js';
import type { SurfaceItem } from '../../src/model/surface.js';
import { speakerOf } from '../speakers.js';
import { readForm } from './form-body.js';
import { type Refusal, refusalPage } from './refusal-page.js';

/** A service with a signup form. */
export interface Service {
  /** Folder of its pages: `/xperp/`. */
  readonly path: string;
  readonly policy: PolicyDocument;
}

/** The token that links a signup to its receipt: UUIDv7, a dot, 43 characters of base64url. */
const TOKEN = /^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}\.[\w-]{43}$/;

/**
 * What a signup form is posted to. It makes the check that every host has to make for itself,
 * because a page in a browser can be changed: each required item of the surface was given, and a
 * receipt came along. Nothing of the form is stored; it is read for the check alone.
 *
 * @returns 303 to the page that names the receipt, or a page that says what was wrong.
 */
export async function join(request: Request, service: Service): Promise<Response> {
  if (request.method !== 'POST') {
    return new Response(null, { status: 303, headers: { location: service.path } });
  }
  const form = await readForm(request);
  if (typeof form === 'string') return refuse(service, form);

  const required = deriveSurface(service.policy, 'signup').items.filter((item) => item.required);
  const missing = required.filter(({ id }) => form.get(`consent[${id}]`) !== 'given');
  const token = form.get('dongui_receipt');
  if (token === null && required.every(({ id }) => !form.has(`consent[${id}]`))) {
    return refuse(service, 'not-asked');
  }
  if (missing.length > 0) return refuse(service, 'not-given', missing);
  if (typeof token !== 'string' || !TOKEN.test(token)) return refuse(service, 'no-receipt');

  const location = `${service.path}welcome/?receipt=${token}`;
  return new Response(null, { status: 303, headers: { location } });
}

function refuse(
  { path, policy }: Service,
  reason: Refusal,
  missing: readonly SurfaceItem[] = [],
): Response {
  return refusalPage({
    reason,
    lang: policy.locale,
    service: policy.service.name,
    back: path,
    missing: missing.map((item) => titleOf(item, policy.locale)),
  });
}

/** The document may leave the title of an age item to the library. */
function titleOf({ title, kind, threshold = 0 }: SurfaceItem, lang: string): string {
  if (title !== '') return title;
  const speaker = speakerOf(lang);
  return kind === 'age'
    ? speaker.term('titleAge', { age: threshold })
    : speaker.messages.kind[kind];
}
