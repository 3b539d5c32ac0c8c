/** The ladders that a workspace holds without saying so. Paths are as globs see them. */
export interface DetectedLadders {
  /** Pages that hold levels, with how they are written, in words of no language. */
  readonly pages: readonly { readonly path: string; readonly form: string }[];
  /** Pages that are one level each of a family. */
  readonly levelPages: readonly { readonly pages: readonly string[]; readonly title: string }[];
  /** Markdown files that were looked at and are none. */
  readonly others: readonly string[];
}
