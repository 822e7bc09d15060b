import type { Language } from '@mingshi/knowledge';
import { didYouMean } from '../nearest.ts';
import type { Report } from '../report/report.ts';
import { UserError } from '../user-error.ts';

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

/** The names that `--format` takes. */
export type FormatName = 'text' | 'json' | 'sarif' | 'github' | 'markdown' | 'html';

/** The formats of `check`, each loaded when it is asked for. */
export const formats: Readonly<Record<FormatName, () => Promise<Format>>> = {
  text: async () => (await import('./text.ts')).text,
  json: async () => (await import('./json.ts')).json,
  sarif: async () => (await import('./sarif.ts')).sarif,
  github: async () => (await import('./github.ts')).github,
  markdown: async () => (await import('./markdown.ts')).markdown,
  html: async () => (await import('./html.ts')).html,
};

/**
 * Shows a report in one of the formats of `--format`: the same text that the command writes.
 *
 * English, 80 columns and no colours unless `options` say otherwise. Throws a {@link UserError} for an unknown name.
 *
 * @example
 * const page = await format(await check({ directory: '.' }), 'html', { language: 'zh' });
 */
export async function format(report: Report, name: FormatName, options?: Partial<FormatOptions>): Promise<string> {
  if (!Object.hasOwn(formats, name)) {
    const names = Object.keys(formats);
    const near = didYouMean(name, names);
    throw new UserError({
      zh: `没有格式 ${name}，可用 ${names.join('、')}${near.zh}`,
      en: `there is no format ${name}, use ${names.join(', ')}${near.en}`,
    });
  }
  const show = await formats[name]();
  return show(report, { language: 'en', width: 80, colour: false, drawing: false, prefix: '', ...options });
}
