import { deriveSurface } from '../../src/model/derive-surface.js';
import type { PolicyDocument } from '../../src/model/policy-document.js';
import type { SurfaceItem } from '../../src/model/surface.js';
import { speakerOf } from '../speakers.js';
import { readForm } from './form-body.js';
import { type Refusal, refusalPage } from './refusal-page.js';
import { readToken } from './token.js';

/** A service with a signup form. */
export interface Service {
  /** Folder of its pages: `/xperp/`. */
  readonly path: string;
  readonly policy: PolicyDocument;
}

export interface JoinOptions {
  /** Who filled the form in; the person themselves where nothing else is said. */
  readonly actor?: 'self' | 'guardian';
  /**
   * Creates an account for a receipt, by its id, once everything is in order; undefined where that
   * did not work.
   */
  readonly link?: (receipt: string) => Promise<string | undefined>;
}

/**
 * What a signup form is posted to. It makes the check that every host has to make for itself,
 * because a page in a browser can be changed: each required item of the surface was given, and a
 * receipt came along. Nothing of the form is stored; it is read for the check alone.
 *
 * @returns 303 to the page that names the receipt, or a page that says what was wrong.
 */
export async function join(
  request: Request,
  { path, policy }: Service,
  { actor = 'self', link }: JoinOptions = {},
): Promise<Response> {
  // A guardian is not asked whether the child is old enough, and goes back to where it began.
  const isGuardian = actor === 'guardian';
  const service = { policy, path: isGuardian ? `${path}guardian/` : path };
  if (request.method !== 'POST') {
    return new Response(null, { status: 303, headers: { location: path } });
  }
  const form = await readForm(request);
  if (typeof form === 'string') return refuse(service, form);

  const required = deriveSurface(policy, 'signup').items.filter(
    (item) => item.required && !(isGuardian && item.kind === 'age'),
  );
  const missing = required.filter(({ id }) => form.get(`consent[${id}]`) !== 'given');
  if (!form.has('dongui_receipt') && required.every(({ id }) => !form.has(`consent[${id}]`))) {
    return refuse(service, 'not-asked');
  }
  if (missing.length > 0) return refuse(service, 'not-given', missing);
  const token = readToken(form);
  if (token === undefined) return refuse(service, 'no-receipt');

  const [id = ''] = token.split('.');
  const account = await link?.(id);
  const query = new URLSearchParams({ receipt: token, ...(account && { account }) });
  const location = `${path}welcome/?${query.toString()}`;
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
