/** The loader's map of built files; the build writes it, because file names hold content hashes. */
declare module 'virtual:chunks' {
  /**
   * Files `dongui-<hash>.js` in the folder `cdn/` beside the script: their hashes, parted by blanks.
   * The first one is the module to import; the others are what it imports itself, to be requested
   * at the same time and not one after the other.
   */
  export type ChunkFiles = string;

  /** By tag (`dongui-consent`), and by file name for each `src/script-tag/chunks/<name>.ts`. */
  export const chunks: Readonly<Record<string, ChunkFiles>>;

  /**
   * The consent form's by language (`ko`, `en`), another element's by both (`ko/policy`); each
   * module's default export is its messages.
   */
  export const locales: Readonly<Record<string, ChunkFiles>>;
}
