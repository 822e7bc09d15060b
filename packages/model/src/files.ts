/** The only way to the checked project: a folder, a test's object or an editor's buffers. Paths as in `Location`. */
export interface Files {
  /**
   * Every file worth looking at, sorted; build output, dependencies and ignored files are left out.
   * With `within`, a folder: every file below it, be it ignored or build output; none when there is no such folder.
   */
  readonly list: (within?: string) => readonly string[];
  readonly exists: (path: string) => boolean;
  /** The raw bytes; throws when the file is missing. */
  readonly read: (path: string) => Uint8Array;
  /** Size in bytes without reading. */
  readonly size: (path: string) => number;
}

/** Something that should have been read and was not: it must reach the report as not checked. */
export interface Unread {
  readonly file?: string;
  /** Place of the mistake when known. */
  readonly offset?: number;
  /** A stable key, e.g. `broken-xml`, `too-large`, `library-manifests`, `policy-link-only`. */
  readonly what: string;
  /** Details for the sentence, e.g. the parser's words. */
  readonly detail?: string;
}
