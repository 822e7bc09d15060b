/** A place in a file of the checked project: UTF-16 offsets into the decoded original text, end exclusive. */
export interface Location {
  /** Path relative to the checked folder, with forward slashes. */
  readonly file: string;
  readonly start: number;
  readonly end: number;
}

/** A line and column, both from 1, of an offset. */
export interface Position {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

/** The words at a place. */
export interface Phrase {
  readonly text: string;
  readonly at: Location;
}
