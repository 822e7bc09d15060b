import type { Text } from '@mingshi/knowledge';
import type { Severity } from '@mingshi/model';
import { didYouMean } from '../nearest.ts';

/** A finding that may stand, and why. */
export interface Waiver {
  readonly rule: string;
  readonly about: string;
  readonly reason: string;
  readonly by?: string;
  readonly until?: string;
  /** Where it stands, as offsets: in mingshi.yaml, or in the file that it silences. */
  readonly file?: string;
  readonly start: number;
  readonly end: number;
}

/** A mingshi.yaml that was understood. */
export interface Config {
  readonly app: readonly string[];
  readonly policy: readonly string[];
  readonly category?: string;
  readonly rules: Readonly<Record<string, Severity | 'off'>>;
  readonly waivers: readonly Waiver[];
}

/** What a config may name. */
export interface Known {
  readonly rules: readonly string[];
  /** Ids and names of the app categories. */
  readonly categories: readonly string[];
}

/** The one name that a configuration has. */
export const CONFIG_NAME = 'mingshi.yaml';
/** What holds where no file says otherwise. */
export const emptyConfig: Config = { app: [], policy: [], rules: {}, waivers: [] };

/** The known categories, as the error for an unknown one. */
export function unknownCategory(name: string, known: Known): Text {
  const near = didYouMean(name, known.categories);
  return { zh: `未知的应用类型“${name}”${near.zh}`, en: `unknown app category "${name}"${near.en}` };
}
