import type { Files } from '@mingshi/model';
import { joinPath, pathsBelow } from '../../../paths.ts';
import { isUnread, readSource } from '../../../source-text.ts';
import { entriesEnding, plainStrings, scriptEntries, valueNodes, type Entry } from './entries.ts';
import { evaluate, scopeless, type Value, type Variables } from './values.ts';

const SOURCE = /(?:^|\/)src\/main\/(?:java|kotlin|groovy)\/.*\.(?:kt|java|groovy)$/;
const SCRIPT = /(?:^|\/)src\/main\/(?:kotlin|groovy)\/(?:.*\/)?([\w.-]+)\.gradle(?:\.kts)?$/;
/** Only what states constants is worth reading. */
const STATES = /\bobject\s|\bconst\s+val\b|\bstatic\s+final\b/;
/** Build logic with more files than that computes rather than states. */
const MOST_FILES = 200;

/** Folders of the build's own logic: `buildSrc` and the builds that the settings script includes. */
export function logicFolders(root: string, settings: readonly Entry[]): readonly string[] {
  const included = entriesEnding(settings, 'includeBuild').flatMap(({ args }) => plainStrings(args).slice(0, 1));
  // An included build at the top would be the app itself.
  const folders = ['buildSrc', ...included].flatMap((name) => joinPath(root, name) || []);
  return [...new Set(folders)];
}

/** Constants of the build's own logic (`object Deps { const val okhttp = "…" }`), as far as they are plainly stated. */
export function readConstants(files: Files, folders: readonly string[]): Variables {
  return constantsIn(
    folders.flatMap((folder) => {
      const paths = pathsBelow(files.list(), folder).filter((path) => SOURCE.test(path));
      return paths.slice(0, MOST_FILES).flatMap((path) => sourceEntries(files, path));
    }),
  );
}

/** Scripts of the build's own logic that modules apply as plugins, by plugin id. */
export function conventionScripts(files: Files, folders: readonly string[]): ReadonlyMap<string, string> {
  const scripts = folders.flatMap((folder) =>
    pathsBelow(files.list(), folder).flatMap((path): readonly (readonly [string, string])[] => {
      const id = SCRIPT.exec(path)?.[1];
      return id ? [[id, path]] : [];
    }),
  );
  return new Map(scripts);
}

function sourceEntries(files: Files, path: string): readonly Entry[] {
  const source = readSource(files, path, 512 * 1024);
  return isUnread(source) || !STATES.test(source.text) ? [] : scriptEntries(source.text, path);
}

/** Twice over the entries, because a constant may use one that is stated further down. */
function constantsIn(entries: readonly Entry[]): Variables {
  const constants = new Map<string, Value>();
  for (let pass = 0; pass < 2; pass += 1) {
    for (const entry of entries) {
      const names = scopeless(entry.path);
      if (!entry.assigned || names.length === 0 || names.length > 6) continue;
      const value = evaluate(valueNodes(entry), inside(constants, names.slice(0, -1)));
      if (value !== undefined) constants.set(names.join('.'), value);
    }
  }
  return constants;
}

/** Names as an object's own members see them: the nearest enclosing object first. */
function inside(constants: Variables, objects: readonly string[]): Pick<Variables, 'get'> {
  return {
    get: (name) => {
      for (let length = objects.length; length > 0; length -= 1) {
        const value = constants.get(`${objects.slice(0, length).join('.')}.${name}`);
        if (value !== undefined) return value;
      }
      return constants.get(name);
    },
  };
}
