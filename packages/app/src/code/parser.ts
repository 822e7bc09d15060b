import type { Files, Unread } from '@mingshi/model';
import { isUnread, readSource } from '../source-text.ts';
import { lastOf } from './known-apis.ts';
import { withoutOtherPlatforms } from './other-platforms.ts';
import { followed } from './reexports.ts';
import { fileOfModule, isMinified, resolvedModule, type SourceKind } from './source-files.ts';
import type { SourceUnit } from './source-unit.ts';
import type { FindUnit } from './start-up.ts';

/** Reads one source file into what it uses, or says why it cannot; `brief` lets it pass over what holds nothing known. */
export type ReadUnit = (path: string, text: string, brief?: boolean) => SourceUnit | Unread;

/** The readers of the languages, loaded when a file is first worth parsing. */
export type Languages = Readonly<Record<SourceKind, () => Promise<ReadUnit>>>;

/** A file that people write is smaller; larger ones are bundles or data. */
export const LARGEST = 2 * 1024 * 1024;

/** Some 25,000 lines of a script; a file as long as this takes about two seconds. */
const LONGEST_SCRIPT = 1_000_000;

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
  /** Parses a file once; reads its text when that is not given. `names` are the known words in it. */
  readonly parse: (path: string, text?: string, names?: readonly string[]) => Promise<SourceUnit | undefined>;
  /** The same file with nothing passed over: what runs at the start goes through code in which nothing is known. */
  readonly whole: (unit: SourceUnit) => Promise<SourceUnit>;
  readonly units: () => readonly SourceUnit[];
  readonly find: FindUnit;
  /** Follows names through the project's own files; to be called when all are parsed. */
  readonly follow: () => Promise<void>;
}

/** Opens the parser of a kind; its reader is loaded with the first file that is parsed. */
export function openParser({ kind, paths, files, languages, unread }: ParserJob): Parser {
  const units = new Map<string, SourceUnit | undefined>();
  /** The first file that declares a class. */
  const byType = new Map<string, string>();
  const known = new Set(paths);
  const byClass = new Map(kind === 'jvm' ? paths.map((path) => [/([^/]+)\.\w+$/.exec(path)?.[1] ?? path, path]) : []);
  const read = async (path: string, text: string, brief: boolean): Promise<SourceUnit | undefined> => {
    const unit = (await languages[kind]())(path, text, brief);
    if (!isUnread(unit)) return unit;
    unread.push(unit);
    return undefined;
  };
  const parse: Parser['parse'] = async (path, given, names = []) => {
    if (units.has(path)) return units.get(path);
    units.set(path, undefined);
    const source = given === undefined ? readSource(files, path, LARGEST) : { path, text: given };
    if (isUnread(source)) return undefined;
    if (kind === 'script' && isMinified(source.text)) {
      unread.push(minified(path, names));
      return undefined;
    }
    if (kind === 'script' && source.text.length > LONGEST_SCRIPT) {
      unread.push({ file: path, what: 'too-large', detail: `${source.text.length} characters` });
      return undefined;
    }
    const unit = await read(path, kind === 'script' ? withoutOtherPlatforms(source.text) : source.text, true);
    if (!unit) return undefined;
    units.set(path, unit);
    for (const name of [...unit.types.map((type) => type.name), ...unit.functions.map(({ owner }) => owner)]) {
      if (name !== '' && !byType.has(name)) byType.set(name, path);
    }
    return unit;
  };
  const whole: Parser['whole'] = async (unit) => {
    const latest = units.get(unit.path) ?? unit;
    const source = latest.brief && readSource(files, unit.path, LARGEST);
    const more = source && !isUnread(source) ? await read(unit.path, source.text, false) : undefined;
    if (more) units.set(unit.path, more);
    return more ?? latest;
  };
  const find: FindUnit = async (name, from) => {
    if (kind !== 'jvm') {
      const module = resolvedModule(from.path, name.replace(/\.(?:default|[A-Za-z_$][\w$]*)$/, '')) ?? resolvedModule(from.path, name);
      const path = module && fileOfModule(module, (each) => known.has(each));
      return path ? parse(path) : undefined;
    }
    const simple = lastOf(name.replace(/\(.*$/s, ''));
    if (!/^[A-Z]/.test(simple)) return undefined;
    const path = byType.get(simple) ?? byClass.get(simple);
    const unit = path === undefined ? undefined : await parse(path);
    return unit && whole(unit);
  };
  const follow = async (): Promise<void> => {
    const all = await Promise.all([...units].map(async ([path, unit]) => [path, unit && (await followed(unit, find))] as const));
    for (const [path, unit] of all) units.set(path, unit);
  };
  return { parse, whole, follow, units: () => [...units.values()].flatMap((unit) => unit ?? []), find };
}

/** Says that a file is not read that nobody wrote, and a few of the known words in it. */
export function minified(file: string, names: readonly string[]): Unread {
  if (names.length === 0) return { file, what: 'minified' };
  // `react-native` is found in `react-native-contacts` as well.
  const own = names.filter((name) => !names.some((other) => other !== name && other.includes(name))).toSorted();
  const listed = own.slice(0, MOST_NAMES).join(', ');
  return { file, what: 'minified', detail: own.length > MOST_NAMES ? `${listed} …` : listed };
}

const MOST_NAMES = 5;
