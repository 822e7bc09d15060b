import { closeSync, fsyncSync, openSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { UserError } from './user-error.ts';

/** Refuses early, before minutes of work, what could not be written later. */
export function refuseFolder(path: string): void {
  const target = statSync(path, { throwIfNoEntry: false });
  if (target?.isDirectory()) {
    throw new UserError({
      zh: `--output ${path} 是文件夹，要写文件名`,
      en: `--output ${path} is a folder; give the name of a file`,
    });
  }
  if (!statSync(dirname(resolve(path)), { throwIfNoEntry: false })?.isDirectory()) {
    throw new UserError({ zh: `--output ${path}：文件夹不存在`, en: `--output ${path}: there is no such folder` });
  }
}

/** Writes the whole file or nothing: a reader never meets half a report. A device is written as it is. */
export function writeAtomically(path: string, content: string | Uint8Array): void {
  const known = statSync(path, { throwIfNoEntry: false });
  try {
    if (known && !known.isFile()) {
      writeFileSync(path, content);
      return;
    }
    const target = known ? realpathSync(path) : resolve(path);
    const temporary = `${target}.${process.pid}.tmp`;
    try {
      const file = openSync(temporary, 'wx', known ? known.mode & 0o777 : 0o666);
      writeFileSync(file, content);
      fsyncSync(file);
      closeSync(file);
      renameSync(temporary, target);
    } catch (error) {
      rmSync(temporary, { force: true });
      throw error;
    }
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    throw new UserError({ zh: `写不了 ${path}：${words}`, en: `cannot write ${path}: ${words}` });
  }
}
