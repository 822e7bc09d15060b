import { existsSync, realpathSync } from 'node:fs';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import type { Text } from '@mingshi/knowledge';
import { findConfig, findGitRoot } from '../config/read-config.ts';
import { folderFiles } from './files.ts';
import type { Folder } from './files.ts';
import { didYouMean } from '../nearest.ts';
import { refuseOther, statOf } from './stat.ts';
import { UserError } from '../user-error.ts';

/** Where app and policy are. Paths are relative to the current folder or, when nothing is there, to the checked one. */
export interface Named {
  /** The folder to check. */
  readonly directory: string;
  /** Files of the policy; found by themselves when absent. */
  readonly policy?: readonly string[];
  /** Merged manifests, which hold what libraries add. */
  readonly manifest?: readonly string[];
  /** The config; the nearest mingshi.yaml up to the git root when absent. */
  readonly config?: string;
  /** A file that is about to be written: never an input. */
  readonly output?: string;
}

/** The checked folder and the paths in it that count, all as in `Location`. */
export interface Project {
  readonly files: Folder;
  /** Absolute; never in a report. */
  readonly root: string;
  readonly gitRoot?: string;
  /** From the git root to the checked folder, with forward slashes; '' when they are the same. */
  readonly prefix: string;
  readonly policy: readonly string[];
  readonly manifests: readonly string[];
  readonly config?: { readonly absolute: string; readonly path: string };
  /** The path of a file that the config names, relative to the config; it must lie within the project. */
  readonly fromConfig: (path: string) => string;
}

/** Opens the folder to check and finds what the user named. */
export function openProject(named: Named): Project {
  const root = rootOf(named.directory);
  const gitRoot = findGitRoot(root);
  const outermost = gitRoot ?? root;
  const configFile = named.config === undefined ? findConfig(root, gitRoot) : resolveNamed(named.config, root);
  const policy = (named.policy ?? []).map((path) => resolveNamed(path, root));
  const manifests = (named.manifest ?? []).map((path) => resolveNamed(path, root));
  const toPath = (absolute: string): string => relative(root, absolute).split(sep).join('/');
  const outside = new Set([...policy, ...manifests, ...(configFile ? [configFile] : [])].map(toPath));
  const files = folderFiles(root, {
    gitRoot,
    outside,
    except: named.output === undefined ? [] : [toPath(realParent(named.output))],
  });
  return {
    files,
    root,
    ...(gitRoot !== undefined && { gitRoot }),
    prefix: relative(outermost, root).split(sep).join('/'),
    policy: policy.map(toPath),
    manifests: manifests.map(toPath),
    ...(configFile !== undefined && { config: { absolute: configFile, path: toPath(configFile) } }),
    fromConfig: (path) => {
      const absolute = join(configFile ?? root, configFile === undefined ? '.' : '..', path);
      const real = realPath(absolute);
      if (real === undefined) throw missing(path, files, toPath(absolute), configFile && toPath(configFile));
      // The config of a stranger's pull request must not make us quote files of the machine.
      if (real !== outermost && !real.startsWith(outermost + sep)) {
        throw new UserError({
          zh: `mingshi.yaml 指定的 ${path} 不在项目之内`,
          en: `${path}, named in mingshi.yaml, lies outside the project`,
        });
      }
      const stats = statOf(real);
      if (stats) refuseOther(path, stats, namedIn(configFile && toPath(configFile)));
      outside.add(toPath(real));
      return toPath(real);
    },
  };

  function resolveNamed(path: string, folder: string): string {
    for (const base of isAbsolute(path) ? [''] : [process.cwd(), folder]) {
      const stats = statOf(resolve(base, path));
      if (!stats) continue;
      refuseOther(path, stats);
      return realpathSync(resolve(base, path));
    }
    throw missing(path, folderFiles(folder, { gitRoot }), path);
  }
}

function rootOf(directory: string): string {
  const real = realPath(resolve(directory));
  if (real === undefined) throw new UserError({ zh: `找不到文件夹 ${directory}`, en: `no such folder: ${directory}` });
  if (!statOf(real)?.isDirectory()) {
    throw new UserError({
      zh: `${directory} 不是文件夹；要检查的是项目的文件夹，政策文件用 --policy 指定`,
      en: `${directory} is no folder; give the project's folder, and the policy file with --policy`,
    });
  }
  return real;
}

function realPath(path: string): string | undefined {
  return existsSync(path) ? realpathSync(path) : undefined;
}

/** The folder of a file that may not exist yet is real all the same. */
function realParent(path: string): string {
  const absolute = resolve(path);
  const parent = realPath(resolve(absolute, '..'));
  return parent === undefined ? absolute : join(parent, absolute.slice(absolute.lastIndexOf(sep) + 1));
}

/** A check never goes online: what it read would depend on the day. */
const OFFLINE = { zh: '；不会联网：把网页存成文件再指定', en: '; nothing is fetched: save the page to a file and name that' };

/** Why a named file is not there; `by` is the file that names it, when the user did not. */
function missing(path: string, files: Folder, wanted: string, by?: string): UserError {
  const listed = files.list();
  const near = didYouMean(wanted, listed);
  const name = wanted.slice(wanted.lastIndexOf('/') + 1);
  const sibling =
    near.en === ''
      ? listed.find((each) => didYouMean(name, [each.slice(each.lastIndexOf('/') + 1)]).en !== '')
      : undefined;
  const similar = sibling === undefined ? near : { zh: `；是不是 ${sibling}？`, en: `; did you mean ${sibling}?` };
  const hint = /^https?:/i.test(path) ? OFFLINE : similar;
  const named = namedIn(by);
  return new UserError({ zh: `找不到文件 ${path}${named.zh}${hint.zh}`, en: `no such file: ${path}${named.en}${hint.en}` });
}

function namedIn(by: string | undefined): Text {
  return by === undefined ? { zh: '', en: '' } : { zh: `（写在 ${by} 里）`, en: ` (named in ${by})` };
}
