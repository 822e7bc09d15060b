import { accessSync, constants, readFileSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Text } from '@mingshi/knowledge';
import { examine } from '../examine.ts';
import type { CheckOptions, Examined } from '../examine.ts';
import { openInputs } from '../comparison.ts';
import { UserError } from '../user-error.ts';
import { writeAtomically } from '../write.ts';
import type { Composed, ComposedFile } from './compose.ts';
import { composeFor } from './draft.ts';
import { placeholdersIn } from './proposals.ts';

/** What was, or would be, put into the files of a policy. */
export interface Fix {
  readonly files: readonly FixedFile[];
  /** Files that take paragraphs and were left alone, and why. */
  readonly left: readonly Text[];
  /** How many paragraphs stand in the policy already, not yet filled in. */
  readonly standing: number;
}

/** A file with its paragraphs in it. */
export interface FixedFile {
  readonly path: string;
  readonly before: string;
  readonly after: string;
  readonly sections: readonly { readonly heading: string; readonly isNew: boolean; readonly paragraphs: number }[];
  /** What people have to fill in, and how often it stands there. */
  readonly placeholders: readonly { readonly words: string; readonly count: number }[];
}

/** Works out what to put into the Markdown files of a policy; writes them unless it is only to be shown. */
export async function fix(options: CheckOptions & { readonly dryRun?: boolean }): Promise<Fix> {
  const examined = await examine(await openInputs(options), options);
  const composed = await composeFor(examined, {});
  if (composed.files.some(({ into }) => into === 'new')) throw noPolicy();
  const left = leftAlone(composed, examined);
  const names = new Set(composed.files.filter((file) => isSettled(file)).map(({ path }) => path));
  if (names.size === 0 && left.length > 0) throw new UserError(...left);
  const files = [...names].map((path) => fixedFile(path, composed, examined));
  if (!options.dryRun) for (const file of files) write(file, examined);
  return { files, left, standing: composed.standing.length };
}

const isSettled = ({ into, others }: ComposedFile): boolean => into === 'file' && others.length === 0;

const noPolicy = (): UserError =>
  new UserError({
    zh: '没有隐私政策可以补写；先写一份：mingshi draft --output 隐私政策.md',
    en: 'there is no privacy policy to add to; write one first: mingshi draft --output PRIVACY.md',
  });

/** Why a file takes nothing, each once. */
function leftAlone({ files }: Composed, { comparison }: Examined): readonly Text[] {
  const why = new Map<string, Text>();
  for (const file of files) {
    if (isSettled(file)) continue;
    const { path, into, others } = file;
    const document = comparison.policy.documents.find((each) => each.path === path);
    const count = files.filter((each) => each.path === path).reduce((sum, { placed }) => sum + placed.length, 0);
    if (into === 'beside') {
      const what = document?.format === 'markdown' ? (document.encoding ?? '') : (document?.format ?? '');
      why.set(path, {
        zh: `${path} 不是 UTF-8 的 Markdown（${what}），写不进去；用 mingshi draft 得到要补的 ${count} 段`,
        en: `${path} is no Markdown in UTF-8 (${what}), so nothing was put into it; mingshi draft gives the paragraphs (${count})`,
      });
    } else {
      const all = [path, ...others];
      why.set(path, {
        zh: `${all.join('、')} 都像要补写的那一份，不知道写进哪一份；用 --policy 指定一份`,
        en: `${all.join(', ')} are equally fit to take the paragraphs; name one with --policy`,
      });
    }
  }
  return [...why.values()];
}

function fixedFile(path: string, composed: Composed, { inputs }: Examined): FixedFile {
  const before = new TextDecoder('utf-8', { ignoreBOM: true }).decode(inputs.project.files.read(path));
  const placed = composed.files.filter((file) => file.path === path).flatMap((file) => file.placed);
  const sections = new Map<string, { heading: string; isNew: boolean; paragraphs: number }>();
  const placeholders = new Map<string, number>();
  for (const { heading, isNew, text } of placed) {
    const known = sections.get(heading) ?? { heading, isNew, paragraphs: 0 };
    sections.set(heading, { heading, isNew: known.isNew || isNew, paragraphs: known.paragraphs + 1 });
    for (const words of placeholdersIn(text)) placeholders.set(words, (placeholders.get(words) ?? 0) + text.split(words).length - 1);
  }
  return {
    path,
    before,
    after: composed.texts.get(path) ?? before,
    sections: [...sections.values()],
    placeholders: [...placeholders].map(([words, count]) => ({ words, count })),
  };
}

/** Only over the very bytes that were read, and only where the file may be written. */
function write({ path, before, after }: FixedFile, { inputs }: Examined): void {
  const absolute = realpathSync(join(inputs.project.root, path));
  if (!isWritable(absolute)) {
    throw new UserError({ zh: `${path} 是只读的，没有写入`, en: `${path} is read-only; nothing was written` });
  }
  if (!Buffer.from(before, 'utf8').equals(readFileSync(absolute))) {
    throw new UserError({
      zh: `${path} 在检查时变了，没有写入；再运行一次`,
      en: `${path} changed while it was checked; nothing was written, run again`,
    });
  }
  writeAtomically(absolute, after);
}

/** The mode as well: whoever may do everything should still not write over what was meant to stay. */
function isWritable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return (statSync(path).mode & 0o222) !== 0;
  } catch {
    return false;
  }
}
