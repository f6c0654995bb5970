/** Of `chunks.json`: which file each entry became. */
export interface ChunkManifest {
  readonly entries: Readonly<Record<string, string>>;
}

/** The manifest of a build. */
export function readManifest(outDir: string): ChunkManifest;
