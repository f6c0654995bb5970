/** A link inside a text. Addresses other than `https:`, `http:`, `mailto:` and `tel:` are drawn as text. */
export interface Link {
  readonly text: string;
  readonly href: string;
}

/** One run of text: plain, or pieces of which some are links. Never HTML. */
export type Text = string | readonly (string | Link)[];

export interface Paragraph {
  readonly type: 'paragraph';
  readonly text: Text;
}

/** A line of a list, with lines below it where the source nests them. */
export type ListItem = Text | { readonly text: Text; readonly items: readonly ListItem[] };

export interface List {
  readonly type: 'list';
  readonly items: readonly ListItem[];
  /** True where the source numbers the lines. */
  readonly ordered?: boolean;
}

export interface Table {
  readonly type: 'table';
  readonly caption?: string;
  readonly head?: readonly Text[];
  readonly rows: readonly (readonly Text[])[];
}

/** A piece of longer text. A bare string is a paragraph. */
export type Block = string | Paragraph | List | Table;
