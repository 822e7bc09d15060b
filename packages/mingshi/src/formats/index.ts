import type { Language } from '@mingshi/knowledge';
import type { Report } from '../report.ts';

/** How a report is to be shown; nothing of it changes what is shown. */
export interface FormatOptions {
  readonly language: Language;
  /** Columns to fold to. */
  readonly width: number;
  readonly colour: boolean;
  /** Whether a person looks at a terminal: lines may be drawn. */
  readonly drawing: boolean;
  /** From the root of the repository to the checked folder: what code hosting needs before a path. */
  readonly prefix: string;
}

/** A report as text, ending with a line break: a pure function. */
export type Format = (report: Report, options: FormatOptions) => string;

/** The formats of `check`, each loaded when it is asked for. */
export const formats: Readonly<Record<string, () => Promise<Format>>> = {
  text: async () => (await import('./text.ts')).text,
  json: async () => (await import('./json.ts')).json,
  sarif: async () => (await import('./sarif.ts')).sarif,
  github: async () => (await import('./github.ts')).github,
  markdown: async () => (await import('./markdown.ts')).markdown,
  html: async () => (await import('./html.ts')).html,
};
