import type { Git } from './git.ts';
import { UserError } from '../user-error.ts';

/** A file of a tree or of the index. */
export interface Entry {
  readonly oid: string;
  readonly kind: 'file' | 'link' | 'repository';
}

/** By path from the git root. */
export type Entries = ReadonlyMap<string, Entry>;

const kindOf = (mode: string): Entry['kind'] =>
  mode === '120000' ? 'link' : mode === '160000' ? 'repository' : 'file';

/**
 * The full id of the commit that a ref means, or of the empty tree when it is `HEAD` before the first commit.
 * A ref that cannot be read is answered with what to do.
 */
export function commitOf(git: Git, ref: string): string {
  const named = ref.startsWith('-') ? [] : [`${ref}^{commit}`];
  const { ok, out, trouble } = git(['rev-parse', '--is-shallow-repository', '--show-cdup', ...named]);
  // What is asked of the repository is answered before a ref that is not known ends it.
  const [shallow, up, ...commits] = out.toString('utf8').split('\n');
  if (up !== '') {
    const why = trouble || 'not a git repository';
    throw new UserError({ zh: `--since 要在 git 仓库里用：${why}`, en: `--since needs a git repository: ${why}` });
  }
  // A range such as `main..` means several.
  if (ok && commits.length === 2 && /^[0-9a-f]+$/.test(commits[0] ?? '')) return commits[0] as string;
  if (ref === 'HEAD' && git(['symbolic-ref', '--quiet', 'HEAD']).ok) {
    const empty = git(['hash-object', '-t', 'tree', '--stdin'], '');
    if (empty.ok) return empty.out.toString('utf8').trim();
  }
  throw new UserError(
    shallow === 'true'
      ? {
          zh: `--since 找不到 ${ref}：仓库是浅克隆，没有这段历史；在 actions/checkout 写 fetch-depth: 0，或先 git fetch --unshallow`,
          en: `--since cannot find ${ref}: the clone is shallow and lacks that history; set fetch-depth: 0 on actions/checkout, or run git fetch --unshallow`,
        }
      : {
          zh: `--since 找不到 ${ref}：没有这个提交、分支或标签；远端的先 git fetch（CI 里 fetch-depth: 0）`,
          en: `--since cannot find ${ref}: no such commit, branch or tag; fetch it first (in CI, fetch-depth: 0)`,
        },
  );
}

/** The files of a commit's tree. */
export function treeEntries(git: Git, commit: string): Entries {
  const { ok, out, trouble } = git(['ls-tree', '-r', '-z', '--full-tree', commit]);
  if (!ok) throw unreadable(trouble);
  const found = new Map<string, Entry>();
  for (const record of out.toString('utf8').split('\0')) {
    const [, mode, oid, path] = /^(\d+) \w+ ([0-9a-f]+)\t([^]+)$/.exec(record) ?? [];
    if (mode !== undefined && oid !== undefined && path !== undefined) found.set(path, { oid, kind: kindOf(mode) });
  }
  return found;
}

/** The files that are staged; of a conflict our side. */
export function indexEntries(git: Git): Entries {
  const { ok, out, trouble } = git(['ls-files', '--stage', '-z']);
  if (!ok) throw unreadable(trouble, '--staged');
  const found = new Map<string, Entry>();
  for (const record of out.toString('utf8').split('\0')) {
    const [, mode, oid, stage, path] = /^(\d+) ([0-9a-f]+) ([0-3])\t([^]+)$/.exec(record) ?? [];
    if (mode === undefined || oid === undefined || path === undefined) continue;
    if (stage === '0' || stage === '2') found.set(path, { oid, kind: kindOf(mode) });
  }
  return found;
}

/** The bytes of blobs, all in one go. */
export function blobs(git: Git, oids: Iterable<string>): ReadonlyMap<string, Uint8Array> {
  const wanted = [...new Set(oids)];
  const found = new Map<string, Uint8Array>();
  if (wanted.length === 0) return found;
  const { ok, out, trouble } = git(['cat-file', '--batch'], `${wanted.join('\n')}\n`);
  if (!ok) throw unreadable(trouble);
  for (let at = 0; at < out.length; ) {
    const end = out.indexOf(10, at);
    if (end < 0) break;
    const [oid = '', kind, size] = out.toString('latin1', at, end).split(' ');
    // A partial clone lacks files, and nothing is fetched for a check.
    if (kind === 'missing') throw unreadable(`${oid} missing`);
    const length = Number(size);
    found.set(oid, out.subarray(end + 1, end + 1 + length));
    at = end + 1 + length + 1;
  }
  return found;
}

const unreadable = (why: string, option = '--since'): UserError =>
  new UserError({ zh: `${option}：git 读不出文件：${why}`, en: `${option}: git could not read the files: ${why}` });
