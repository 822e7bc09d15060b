import type { Language } from '@mingshi/knowledge';
import type { Arguments } from '../arguments.ts';
import { writeAtomically } from '../write.ts';

/** What a command answers: text for standard output, in pieces of UTF-8 when it may be long, and the exit code. */
export interface Outcome {
  readonly text: string | Iterable<Uint8Array>;
  readonly code: 0 | 1 | 2;
}

/** The answer of a command that made a text: itself, or nothing when the text goes into a file. */
export function answered(text: string, output: string | undefined): Outcome {
  if (output !== undefined) writeAtomically(output, text);
  return { text: output === undefined ? text : '', code: 0 };
}

/** A stream as far as commands care. */
interface Stream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  readonly write: (text: string) => unknown;
}

/** Where a command runs. */
export interface Surroundings {
  readonly language: Language;
  readonly env: NodeJS.ProcessEnv;
  readonly stdout: Stream;
  readonly stderr: Stream;
}

/** A command: arguments in, answer out. */
export type Run = (given: Arguments, around: Surroundings) => Promise<Outcome>;

/** Columns to fold to: the terminal's, what COLUMNS says, or 100; never so narrow or wide that nobody can read it. */
export function widthFor({ stdout, env }: Pick<Surroundings, 'stdout' | 'env'>): number {
  const wanted = stdout.columns ?? Number.parseInt(env['COLUMNS'] ?? '', 10);
  return Math.min(Math.max(Number.isFinite(wanted) ? wanted : 100, 40), 140);
}

/** Colour on a terminal only, unless the user says otherwise. */
export function wantsColour({ stdout, env }: Pick<Surroundings, 'stdout' | 'env'>): boolean {
  if (env['NO_COLOR']) return false;
  const forced = env['FORCE_COLOR'];
  if (forced !== undefined) return forced !== '0' && forced !== 'false';
  return stdout.isTTY === true && env['TERM'] !== 'dumb';
}
