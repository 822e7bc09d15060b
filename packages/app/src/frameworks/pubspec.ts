import type { Dependency, Files, Unread } from '@mingshi/model';
import type { Pair, Scalar, YAMLMap } from 'yaml';
import { folderOf, inFolder, joinPath } from '../paths.ts';
import { isUnread, readSource } from '../source-text.ts';
import type { Part } from './part.ts';

type Yaml = typeof import('yaml');

/** How far packages of the same repository are followed. */
const MOST_PACKAGES = 100;

/** Reads a Flutter app from its pubspec.yaml; a plug-in or a plain Dart package is none. */
export async function readPubspec(files: Files, path: string): Promise<Part | undefined> {
  const source = readSource(files, path, 1024 * 1024);
  if (isUnread(source)) return { frameworks: [], dependencies: [], unread: [source] };
  if (!/\bflutter\b/.test(source.text)) return undefined;
  const yaml = await import('yaml');
  const root = parse(yaml, source.text, path);
  if ('what' in root) return { frameworks: [], dependencies: [], unread: [root] };
  const flutter = dependencyPairs(yaml, root).some(
    ({ key, value }) => textOf(yaml, key) === 'flutter' && isSdk(yaml, value),
  );
  const own = root.get('flutter');
  const plugin = yaml.isMap(own) && (own.has('plugin') || own.has('module'));
  if (!flutter || plugin) return undefined;
  const main = inFolder(folderOf(path), 'lib/main.dart');
  return {
    frameworks: ['flutter'],
    dependencies: followed(files, yaml, path, root),
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
function followed(files: Files, yaml: Yaml, path: string, root: YAMLMap): readonly Dependency[] {
  const found = new Map<string, Dependency>();
  const seen = new Set([path]);
  const queue: { readonly path: string; readonly root: YAMLMap }[] = [{ path, root }];
  for (let next = queue.pop(); next; next = queue.pop()) {
    for (const { key, value } of dependencyPairs(yaml, next.root)) {
      const name = textOf(yaml, key);
      if (name === undefined || !yaml.isScalar(key) || isSdk(yaml, value)) continue;
      const version = yaml.isScalar(value) && typeof value.value === 'string' ? { version: value.value } : {};
      const at = place(next.path, key);
      if (!found.has(name)) found.set(name, { ecosystem: 'pub', name, ...version, at, via: 'direct' });
      const local = yaml.isMap(value) ? value.get('path') : undefined;
      const folder = typeof local === 'string' ? joinPath(folderOf(next.path), local) : undefined;
      const spec = folder === undefined ? undefined : inFolder(folder, 'pubspec.yaml');
      if (spec === undefined || seen.has(spec) || seen.size > MOST_PACKAGES || !files.exists(spec)) continue;
      seen.add(spec);
      const source = readSource(files, spec, 1024 * 1024);
      const parsed = isUnread(source) ? source : parse(yaml, source.text, spec);
      if (!('what' in parsed)) queue.push({ path: spec, root: parsed });
    }
  }
  return [...found.values()];
}

function parse(yaml: Yaml, text: string, path: string): YAMLMap | Unread {
  try {
    const { contents, errors } = yaml.parseDocument(text, { logLevel: 'silent' });
    const [error] = errors;
    if (yaml.isMap(contents) && !error) return contents as YAMLMap;
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

function dependencyPairs(yaml: Yaml, root: YAMLMap): readonly Pair[] {
  const dependencies = root.get('dependencies');
  return yaml.isMap(dependencies) ? dependencies.items : [];
}

/** `flutter: { sdk: flutter }` comes with the framework itself. */
function isSdk(yaml: Yaml, value: unknown): boolean {
  return yaml.isMap(value) && value.has('sdk');
}

function textOf(yaml: Yaml, node: unknown): string | undefined {
  return yaml.isScalar(node) && typeof node.value === 'string' ? node.value : undefined;
}

function place(file: string, { range }: Scalar) {
  return { file, start: range?.[0] ?? 0, end: range?.[1] ?? 0 };
}
