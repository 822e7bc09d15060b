import { closeSync, fsyncSync, mkdirSync, openSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { statOf } from './project/stat.ts';
import { UserError } from './user-error.ts';

/** Refuses early, before minutes of work, what could not be written later. */
export function refuseFolder(path: string): void {
  if (statOf(path)?.isDirectory()) {
    throw new UserError({
      zh: `--output ${path} 是文件夹，要写文件名`,
      en: `--output ${path} is a folder; give the name of a file`,
    });
  }
  if (!statOf(dirname(resolve(path)))?.isDirectory()) {
    throw new UserError({ zh: `--output ${path}：文件夹不存在`, en: `--output ${path}: there is no such folder` });
  }
}

/** Makes a folder, and those above it, where there is none. */
export function makeFolder(path: string): void {
  attempt(path, () => mkdirSync(path, { recursive: true }));
}

/** Writes the whole file or nothing: a reader never meets half a report. A device is written as it is. */
export function writeAtomically(path: string, content: string | Uint8Array): void {
  const known = statOf(path);
  attempt(path, () => {
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
  });
}

function attempt(path: string, write: () => void): void {
  try {
    write();
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    throw new UserError({ zh: `写不了 ${path}：${words}`, en: `cannot write ${path}: ${words}` });
  }
}
