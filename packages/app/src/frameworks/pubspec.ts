import type { Dependency, Files, Unread } from '@mingshi/model';
import { isMap, isScalar, parseDocument, type Pair, type Scalar, type YAMLMap } from 'yaml';
import { folderOf, inFolder, joinPath } from '../paths.ts';
import { isUnread, readSource } from '../source-text.ts';
import { unreadPart, type Part } from './part.ts';

/** How far packages of the same repository are followed. */
const MOST_PACKAGES = 100;

/** Reads a Flutter app from its pubspec.yaml; a plug-in or a plain Dart package is none. */
export function readPubspec(files: Files, path: string): Part | undefined {
  const source = readSource(files, path, 1024 * 1024);
  if (isUnread(source)) return unreadPart(source);
  if (!/\bflutter\b/.test(source.text)) return undefined;
  const root = parse(source.text, path);
  if ('what' in root) return unreadPart(root);
  const flutter = dependencyPairs(root).some(({ key, value }) => textOf(key) === 'flutter' && isSdk(value));
  const own = root.get('flutter');
  const plugin = isMap(own) && (own.has('plugin') || own.has('module'));
  if (!flutter || plugin) return undefined;
  const main = inFolder(folderOf(path), 'lib/main.dart');
  return {
    frameworks: ['flutter'],
    dependencies: followed(files, path, root),
    ...(files.exists(main) && {
      app: {
        manifest: path,
        permissions: [],
        blocked: [],
        permissionsTold: false,
      },
    }),
    unread: [],
  };
}

/** The dependencies of a package and of those packages of the repository that it names by their path. */
function followed(files: Files, path: string, root: YAMLMap): readonly Dependency[] {
  const found = new Map<string, Dependency>();
  const seen = new Set([path]);
  const queue: { readonly path: string; readonly root: YAMLMap }[] = [{ path, root }];
  for (let next = queue.pop(); next; next = queue.pop()) {
    for (const { key, value } of dependencyPairs(next.root)) {
      const name = textOf(key);
      if (name === undefined || !isScalar(key) || isSdk(value)) continue;
      const version = isScalar(value) && typeof value.value === 'string' ? { version: value.value } : {};
      const at = place(next.path, key);
      if (!found.has(name)) found.set(name, { ecosystem: 'pub', name, ...version, at, via: 'direct' });
      const local = isMap(value) ? value.get('path') : undefined;
      const folder = typeof local === 'string' ? joinPath(folderOf(next.path), local) : undefined;
      const spec = folder === undefined ? undefined : inFolder(folder, 'pubspec.yaml');
      if (spec === undefined || seen.has(spec) || seen.size > MOST_PACKAGES || !files.exists(spec)) continue;
      seen.add(spec);
      const source = readSource(files, spec, 1024 * 1024);
      const parsed = isUnread(source) ? source : parse(source.text, spec);
      if (!('what' in parsed)) queue.push({ path: spec, root: parsed });
    }
  }
  return [...found.values()];
}

function parse(text: string, path: string): YAMLMap | Unread {
  try {
    const { contents, errors } = parseDocument(text, { logLevel: 'silent' });
    const [error] = errors;
    if (isMap(contents) && !error) return contents as YAMLMap;
    return {
      file: path,
      ...(error && { offset: error.pos[0] }),
      what: 'broken-yaml',
      ...(error && { detail: error.code }),
    };
  } catch (error) {
    return { file: path, what: 'broken-yaml', detail: error instanceof Error ? error.message : String(error) };
  }
}

function dependencyPairs(root: YAMLMap): readonly Pair[] {
  const dependencies = root.get('dependencies');
  return isMap(dependencies) ? dependencies.items : [];
}

/** `flutter: { sdk: flutter }` comes with the framework itself. */
function isSdk(value: unknown): boolean {
  return isMap(value) && value.has('sdk');
}

function textOf(node: unknown): string | undefined {
  return isScalar(node) && typeof node.value === 'string' ? node.value : undefined;
}

function place(file: string, { range }: Scalar) {
  return { file, start: range?.[0] ?? 0, end: range?.[1] ?? 0 };
}
