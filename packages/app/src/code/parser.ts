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

/** What was parsed so far. */
interface Parsed extends ParserJob {
  readonly units: Map<string, SourceUnit | undefined>;
  /** The first file that declares a class. */
  readonly byType: Map<string, string>;
  /** Files by the class that their name tells of. */
  readonly byClass: ReadonlyMap<string, string>;
  readonly known: ReadonlySet<string>;
}

/** Opens the parser of a kind; its reader is loaded with the first file that is parsed. */
export function openParser(job: ParserJob): Parser {
  const { kind, paths } = job;
  const units = new Map<string, SourceUnit | undefined>();
  const byClass = new Map(kind === 'jvm' ? paths.map((path) => [/([^/]+)\.\w+$/.exec(path)?.[1] ?? path, path]) : []);
  const parsed: Parsed = { ...job, units, byType: new Map(), byClass, known: new Set(paths) };
  const find: FindUnit = (name, from) => (kind === 'jvm' ? findClass(parsed, name) : findModule(parsed, name, from));
  return {
    parse: (path, text, names) => parse(parsed, path, text, names),
    whole: (unit) => whole(parsed, unit),
    follow: async () => {
      const all = await Promise.all([...units].map(async ([path, unit]) => [path, unit && (await followed(unit, find))] as const));
      for (const [path, unit] of all) units.set(path, unit);
    },
    units: () => [...units.values()].flatMap((unit) => unit ?? []),
    find,
  };
}

async function parse(parsed: Parsed, path: string, given?: string, names: readonly string[] = []): Promise<SourceUnit | undefined> {
  const { kind, files, units, unread } = parsed;
  if (units.has(path)) return units.get(path);
  units.set(path, undefined);
  const source = given === undefined ? readSource(files, path, LARGEST) : { path, text: given };
  if (isUnread(source)) return undefined;
  const refused = kind === 'script' ? refusal(source.text, path, names) : undefined;
  if (refused) {
    unread.push(refused);
    return undefined;
  }
  const unit = await readUnit(parsed, path, kind === 'script' ? withoutOtherPlatforms(source.text) : source.text, true);
  if (unit) keep(parsed, path, unit);
  return unit;
}

/** Why a script is not parsed at all. */
function refusal(text: string, file: string, names: readonly string[]): Unread | undefined {
  if (isMinified(text)) return minified(file, names);
  return text.length > LONGEST_SCRIPT ? { file, what: 'too-large', detail: `${text.length} characters` } : undefined;
}

async function readUnit({ kind, languages, unread }: Parsed, path: string, text: string, brief: boolean): Promise<SourceUnit | undefined> {
  const unit = (await languages[kind]())(path, text, brief);
  if (!isUnread(unit)) return unit;
  unread.push(unit);
  return undefined;
}

function keep({ units, byType }: Parsed, path: string, unit: SourceUnit): void {
  units.set(path, unit);
  for (const name of [...unit.types.map((type) => type.name), ...unit.functions.map(({ owner }) => owner)]) {
    if (name !== '' && !byType.has(name)) byType.set(name, path);
  }
}

async function whole(parsed: Parsed, unit: SourceUnit): Promise<SourceUnit> {
  const { files, units } = parsed;
  const latest = units.get(unit.path) ?? unit;
  const source = latest.brief && readSource(files, unit.path, LARGEST);
  const more = source && !isUnread(source) ? await readUnit(parsed, unit.path, source.text, false) : undefined;
  if (more) units.set(unit.path, more);
  return more ?? latest;
}

async function findModule(parsed: Parsed, name: string, from: SourceUnit): Promise<SourceUnit | undefined> {
  const module = resolvedModule(from.path, name.replace(/\.(?:default|[A-Za-z_$][\w$]*)$/, '')) ?? resolvedModule(from.path, name);
  const path = module && fileOfModule(module, (each) => parsed.known.has(each));
  return path ? parse(parsed, path) : undefined;
}

async function findClass(parsed: Parsed, name: string): Promise<SourceUnit | undefined> {
  const simple = lastOf(name.replace(/\(.*$/s, ''));
  if (!/^[A-Z]/.test(simple)) return undefined;
  const path = parsed.byType.get(simple) ?? parsed.byClass.get(simple);
  const unit = path === undefined ? undefined : await parse(parsed, path);
  return unit && whole(parsed, unit);
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
