import { existsSync, lstatSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { decodeText } from '@mingshi/model';
import { linesOf } from '../report/places.ts';
import { UserError } from '../user-error.ts';
import { CONFIG_NAME } from './config.ts';
import type { Config, Known } from './config.ts';

/** What it is easily called instead; not to be passed over in silence. */
const NEARLY = 'mingshi.yml';

/** A larger file is no config that a person wrote. */
const LARGEST = 65_536;

/** The folder that holds `.git`, upward from a folder; nothing of git is run. */
export function findGitRoot(folder: string): string | undefined {
  for (let at = realpathSync(folder); ; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return at;
    if (dirname(at) === at) return undefined;
  }
}

/** The nearest mingshi.yaml, upward from a folder to the git root; without one only the folder itself is looked at. */
export function findConfig(folder: string, gitRoot: string | undefined): string | undefined {
  for (let at = realpathSync(folder); ; at = dirname(at)) {
    const path = join(at, CONFIG_NAME);
    const stats = lstatSync(path, { throwIfNoEntry: false });
    if (stats?.isFile()) return path;
    if (stats) {
      const shown = relative(process.cwd(), path);
      // A link could lead out of the project, and its text would be quoted in messages.
      throw new UserError({
        zh: `${shown} 是链接或文件夹，不会读；换成文件，或用 --config 指定`,
        en: `${shown} is a link or a folder and is not read; make it a file, or name one with --config`,
      });
    }
    if (existsSync(join(at, NEARLY))) {
      const shown = relative(process.cwd(), join(at, NEARLY));
      throw new UserError({ zh: `${shown} 不会读，改名为 ${CONFIG_NAME}`, en: `${shown} is not read; rename it ${CONFIG_NAME}` });
    }
    if (gitRoot === undefined || at === gitRoot || dirname(at) === at) return undefined;
  }
}

/** Reads a config; every mistake in it is told with its place and, when something is close, the known name. */
export async function readConfig(path: string, shown: string, known: Known): Promise<Config> {
  if (statSync(path).size > LARGEST) {
    throw new UserError({
      zh: `${shown}：超过 ${LARGEST} 字节，不像是配置`,
      en: `${shown}: larger than ${LARGEST} bytes, which is no config`,
    });
  }
  return parseConfig(decodeText(readFileSync(path)).text, shown, known);
}

/** The config in a text; data only, aliases and tags refused. The YAML parser is loaded only here. */
export async function parseConfig(source: string, shown: string, known: Known): Promise<Config> {
  if (/[\0-\b\ufffd]/.test(source)) throw new UserError({ zh: `${shown}：不是文本`, en: `${shown}: not a text` });
  if (isTooDeep(source)) throw new UserError({ zh: `${shown}：嵌套过深`, en: `${shown}: nested too deeply` });
  const { checkConfig } = await import('./config-check.ts');
  const { mistakes, config } = checkConfig(source, known);
  if (mistakes.length === 0) return config;
  const lines = linesOf(source);
  throw new UserError(
    ...mistakes.slice(0, 10).map(({ offset, text }) => {
      const { line, column } = lines.position(offset);
      return { zh: `${shown}:${line}:${column}: ${text.zh}`, en: `${shown}:${line}:${column}: ${text.en}` };
    }),
  );
}

/** Brackets or indents beyond anything that a config has would only exhaust the parser. */
function isTooDeep(source: string): boolean {
  let depth = 0;
  for (const character of source) {
    if (character === '[' || character === '{') depth += 1;
    if (depth > 200) return true;
  }
  return /^(?:\s*[-?:]\s){50}/m.test(source.slice(0, LARGEST)) || /^ {400}/m.test(source);
}
