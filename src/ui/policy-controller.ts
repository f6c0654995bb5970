import { chooseTranslation } from '../model/translations.js';
import { parsePolicyDocument, PolicyError } from '../model/parse-policy-document.js';
import type { PolicyDocument } from '../model/policy-document.js';
import { documentRead } from './document-read.js';
import type { DonguiErrorDetail } from './events.js';

/** What stands where the document should. */
export type PolicyState =
  | { readonly status: 'loading' }
  | { readonly status: 'ready'; readonly policy: PolicyDocument }
  | { readonly status: 'error'; readonly reason: DonguiErrorDetail['reason'] };

/** The element that names the document. */
export interface PolicySource extends HTMLElement {
  /** The document as an object. */
  readonly policy: object | undefined;
  /** The document's address. */
  readonly src: string;
  /** The language that the page asks for; `''` when it names none. */
  readonly wantedLang: string;
}

/** Where the document comes from, and who is told. */
export interface PolicyControllerOptions {
  readonly source: PolicySource;
  /** What else has to be there before the document is of use. */
  readonly alongside?: () => Promise<unknown> | undefined;
  /** Called after each change of the state. */
  readonly changed: (state: PolicyState) => void;
  /** Called once for each failure, with a text for the developer. */
  readonly failed: (detail: DonguiErrorDetail) => void;
}

/** A failure whose cause is the network or the server, not the document. */
class UnreachableError extends Error {}

async function fetchJson(url: string): Promise<unknown> {
  let response: Response;
  try {
    response = await fetch(url, { headers: { accept: 'application/json' } });
  } catch {
    throw new UnreachableError(
      `No answer from ${url}. Check the address, the connection, the page's connect-src, and, from another origin, Access-Control-Allow-Origin.`,
    );
  }
  if (!response.ok) {
    throw new UnreachableError(`${url} answered ${String(response.status)}. Check the address.`);
  }
  const text = await response.text();
  try {
    return JSON.parse(text) as unknown;
  } catch {
    const start = JSON.stringify(text.trimStart().slice(0, 40));
    throw new Error(
      `${url} is not JSON: it begins with ${start}. Serve the policy document there.`,
    );
  }
}

/** The texts that explain are fetched only when a document is wrong; without them, the bare cause. */
async function explain(error: unknown): Promise<string> {
  if (!(error instanceof PolicyError))
    return error instanceof Error ? error.message : String(error);
  return import('../model/explain-policy-issue.js').then(
    ({ describeIssue }) => error.issues.map(describeIssue).join('\n'),
    () => error.message,
  );
}

/** Brings the policy document to an element: from a property, an address, or a script child. */
export class PolicyController {
  readonly #options: PolicyControllerOptions;
  readonly #fetched = new Map<string, Promise<PolicyDocument>>();
  #run = 0;
  #lang = '';

  constructor(options: PolicyControllerOptions) {
    this.#options = options;
  }

  /** Loads what the element names now. An older load that still runs is forgotten. */
  load(): void {
    const { source, changed, failed } = this.#options;
    this.#lang = source.wantedLang;
    const run = ++this.#run;
    const isCurrent = (): boolean => run === this.#run;
    changed({ status: 'loading' });
    Promise.all([this.#find(), this.#alongside()]).then(
      ([policy]) => {
        if (isCurrent()) changed({ status: 'ready', policy });
      },
      async (error: unknown) => {
        const message = await explain(error);
        if (!isCurrent()) return;
        const reason = error instanceof UnreachableError ? 'network' : 'document';
        changed({ status: 'error', reason });
        failed({ reason, message });
      },
    );
  }

  /** Another language may have a document of its own. */
  langMayHaveChanged(): void {
    if (this.#lang !== this.#options.source.wantedLang) this.load();
  }

  /** Loads again after a failure, with nothing kept of it. */
  retry(): void {
    this.#fetched.clear();
    this.load();
  }

  async #find(): Promise<PolicyDocument> {
    const { policy, src, wantedLang } = this.#options.source;
    const base = new URL(src === '' ? '' : src, document.baseURI).href;
    const original =
      policy !== undefined
        ? parsePolicyDocument(policy)
        : src !== ''
          ? await this.#fetch(base)
          : parsePolicyDocument(await this.#child());
    const translation = chooseTranslation(original, wantedLang);
    if (translation === undefined) return original;
    return this.#fetch(new URL(translation, base).href);
  }

  async #alongside(): Promise<void> {
    await this.#options.alongside?.()?.catch((error: unknown) => {
      throw new UnreachableError(String(error));
    });
  }

  #fetch(url: string): Promise<PolicyDocument> {
    let pending = this.#fetched.get(url);
    if (pending === undefined) {
      pending = fetchJson(url).then(parsePolicyDocument);
      pending.catch(() => this.#fetched.delete(url));
      this.#fetched.set(url, pending);
    }
    return pending;
  }

  /** A `<script type="application/json">` child; the page may still be arriving. */
  async #child(): Promise<unknown> {
    await documentRead();
    const script = this.#options.source.querySelector('script[type="application/json"]');
    if (script === null) {
      throw new Error(
        'No policy document. Give the element src="/policy.json", set its policy property, or put a <script type="application/json"> inside it.',
      );
    }
    try {
      return JSON.parse(script.textContent) as unknown;
    } catch {
      throw new Error('The <script type="application/json"> child is not JSON.');
    }
  }
}
