/**
 * Gives a page of the host with what was posted in place of `%%name%%`, as a template engine prints
 * it: escaped, and empty where nothing came.
 */
export type PrintPage = (path: string) => Promise<Response>;

/** Gives a page of the host with values in place of `%%name%%`, as above. */
export type PrintView = (path: string, values: FormData) => Promise<Response>;

/** What a form of the host is posted to: its checks, and its way of answering. */
export type HostAction = (form: FormData, print: PrintPage) => Response | Promise<Response>;

/** Somebody else's software with a signup, rebuilt as far as it matters to the consent element. */
export interface Host {
  /** Folder below `/hosts/`. */
  readonly name: string;
  /** What it is called, for the page after signup. */
  readonly title: string;
  /** Id of the policy document that its pages ask for. */
  readonly policyId: string;
  /** Content security policy of its pages; empty: none. Absent: the demo's strict one. */
  readonly policy?: string;
  /** Character set of its pages and of what they send. Absent: utf-8. */
  readonly charset?: string;
  /** Names of the fields that carry consents: the page after signup shows them and no others. */
  readonly consents: RegExp;
  /** Pages that are not files as they are, by path below the folder. */
  readonly views?: Readonly<Record<string, (print: PrintView) => Response | Promise<Response>>>;
  /** What may be posted to, by path below the folder. */
  readonly actions: Readonly<Record<string, HostAction>>;
}
