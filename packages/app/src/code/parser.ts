import type { Files, Unread } from '@mingshi/model';
import { isUnread, readSource } from '../source-text.ts';
import { lastOf } from './known-apis.ts';
import { followed } from './reexports.ts';
import { fileOfModule, resolvedModule, type SourceKind } from './source-files.ts';
import type { SourceUnit } from './source-unit.ts';
import type { FindUnit } from './start-up.ts';

/** Reads one source file into what it uses, or says why it cannot. */
export type ReadUnit = (path: string, text: string) => SourceUnit | Unread;

/** The readers of the languages, loaded when a file is first worth parsing. */
export type Languages = Readonly<Record<SourceKind, () => Promise<ReadUnit>>>;

/** A file that people write is smaller; larger ones are bundles or data. */
export const LARGEST = 2 * 1024 * 1024;

/** What is to be parsed, with what. */
export interface ParserJob {
  readonly kind: SourceKind;
  readonly paths: readonly string[];
  readonly files: Files;
  readonly languages: Languages;
  readonly unread: Unread[];
}

/** The parsed files of one kind of source, by path and by what they declare. */
export interface Parser {
  /** Parses a file once; reads its text when that is not given. */
  readonly parse: (path: string, text?: string) => Promise<SourceUnit | undefined>;
  readonly units: () => readonly SourceUnit[];
  readonly find: FindUnit;
  /** Follows names through the project's own files; to be called when all are parsed. */
  readonly follow: () => Promise<void>;
}

/** Opens the parser of a kind; its reader is loaded with the first file that is parsed. */
export function openParser({ kind, paths, files, languages, unread }: ParserJob): Parser {
  const units = new Map<string, SourceUnit | undefined>();
  /** The first file that declares a class. */
  const byType = new Map<string, SourceUnit>();
  const known = new Set(paths);
  const byClass = new Map(kind === 'jvm' ? paths.map((path) => [/([^/]+)\.\w+$/.exec(path)?.[1] ?? path, path]) : []);
  const parse = async (path: string, given?: string): Promise<SourceUnit | undefined> => {
    if (units.has(path)) return units.get(path);
    units.set(path, undefined);
    const source = given === undefined ? readSource(files, path, LARGEST) : { path, text: given };
    if (isUnread(source)) return undefined;
    const unit = (await languages[kind]())(path, source.text);
    if (isUnread(unit)) {
      unread.push(unit);
      return undefined;
    }
    units.set(path, unit);
    for (const name of [...unit.types.map((type) => type.name), ...unit.functions.map(({ owner }) => owner)]) {
      if (name !== '' && !byType.has(name)) byType.set(name, unit);
    }
    return unit;
  };
  const find: FindUnit = async (name, from) => {
    if (kind !== 'jvm') {
      const module = resolvedModule(from.path, name.replace(/\.(?:default|[A-Za-z_$][\w$]*)$/, '')) ?? resolvedModule(from.path, name);
      const path = module && fileOfModule(module, (each) => known.has(each));
      return path ? parse(path) : undefined;
    }
    const simple = lastOf(name.replace(/\(.*$/s, ''));
    if (!/^[A-Z]/.test(simple)) return undefined;
    const path = byClass.get(simple);
    return byType.get(simple) ?? (path ? parse(path) : undefined);
  };
  const follow = async (): Promise<void> => {
    const all = await Promise.all([...units].map(async ([path, unit]) => [path, unit && (await followed(unit, find))] as const));
    for (const [path, unit] of all) units.set(path, unit);
  };
  return { parse, follow, units: () => [...units.values()].flatMap((unit) => unit ?? []), find };
}
