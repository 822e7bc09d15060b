import type { Dependency, Files, Framework } from '@mingshi/model';
import { membersAt, parseJson, type Data } from '../data.ts';
import { isUnread, readSource } from '../source-text.ts';
import { unreadPart, type Part } from './part.ts';

/** A package.json without one of these builds no app. */
const TELLING = /"(?:react-native|expo|cordova|cordova-android|@capacitor\/[\w-]+|@dcloudio\/[\w-]+)"/;
const FRAMEWORKS: readonly (readonly [Framework, RegExp])[] = [
  ['react-native', /^react-native$/],
  ['expo', /^expo$/],
  ['capacitor', /^@capacitor\/(?:core|android)$/],
  ['uni-app', /^@dcloudio\/uni-app(?:-plus)?$/],
];

/** Reads which frameworks a package.json builds an app with, and what ships of its dependencies. */
export async function readPackageJson(files: Files, path: string): Promise<Part | undefined> {
  const source = readSource(files, path, 1024 * 1024);
  if (isUnread(source)) return unreadPart(source);
  if (!TELLING.test(source.text)) return undefined;
  const data = await parseJson(source);
  if (isUnread(data)) return unreadPart(data);
  const dependencies = membersAt(data, 'dependencies').map(([name, { at, value }]): Dependency => {
    const version = value.kind === 'text' && value.text !== '' ? { version: value.text } : {};
    return { ecosystem: 'npm', name, ...version, at, via: 'direct' };
  });
  const frameworks = FRAMEWORKS.flatMap(([framework, pattern]) =>
    dependencies.some(({ name }) => pattern.test(name)) ? [framework] : [],
  );
  const plugins = cordovaPlugins(data);
  const cordova = isCordova(data) ? (['cordova'] as const) : [];
  if (frameworks.length + cordova.length === 0) return undefined;
  return { frameworks: [...frameworks, ...cordova], dependencies: [...dependencies, ...plugins], unread: [] };
}

/** Cordova keeps its platforms and plug-ins among the tools. */
function isCordova(data: Data): boolean {
  const names = ['dependencies', 'devDependencies'].flatMap((key) => membersAt(data, key).map(([name]) => name));
  return names.includes('cordova-android') || membersAt(data, 'cordova').some(([name]) => name === 'platforms');
}

function cordovaPlugins(data: Data): readonly Dependency[] {
  const direct = new Set(membersAt(data, 'dependencies').map(([name]) => name));
  const versions = new Map(membersAt(data, 'devDependencies').map(([name, { value }]) => [name, value.kind === 'text' ? value.text : '']));
  return membersAt(data, 'cordova', 'plugins').flatMap(([name, { at }]): readonly Dependency[] => {
    const version = versions.get(name);
    return direct.has(name) ? [] : [{ ecosystem: 'cordova', name, ...(version && { version }), at, via: 'direct' }];
  });
}
