export interface Snippet {
  readonly code: string;
  /** The document that it stands in. */
  readonly file: string;
}

export interface HostPageSource {
  readonly source: string;
  readonly values: Readonly<Record<string, string>>;
}

export function readSnippets(folder?: string): Map<string, Snippet>;
export function snippetsOf(source: string): readonly string[];
export function buildHostPage(
  source: string,
  options: {
    readonly page: string;
    readonly snippets: ReadonlyMap<string, Snippet>;
    readonly values: Readonly<Record<string, string>>;
  },
): string;
export function readHostPages(folder?: string): Map<string, HostPageSource>;
