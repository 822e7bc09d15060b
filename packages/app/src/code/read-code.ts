import type { Knowledge } from '@mingshi/knowledge';
import { decodeText, noCode } from '@mingshi/model';
import type { App, Code, CodeUse, Files, PermissionRequest, Phrase, Unread } from '@mingshi/model';
import { isUnread, readSource } from '../source-text.ts';
import { withoutComments } from './comments.ts';
import { jvmEntries, scriptEntries } from './entries.ts';
import { knownCode, lastOf } from './known-apis.ts';
import { matchImports, matchTypes, matchUses } from './match-uses.ts';
import { policyLinks } from './policy-links.ts';
import { followed } from './reexports.ts';
import { prefilter } from './prefilter.ts';
import { matchRequests } from './requests.ts';
import { readScreens } from './screens.ts';
import { appsOfFile, fileOfModule, importedPaths, isEntryFile, resolvedModule, runsIn, sourceKind, type SourceKind } from './source-files.ts';
import type { SourceUnit } from './source-unit.ts';
import { startPaths, type Entry, type FindUnit } from './start-up.ts';
import { sourceTerms } from './terms.ts';
import { tickedBoxes } from './ticked-boxes.ts';

/** Reads one source file into what it uses, or says why it cannot. */
export type ReadUnit = (path: string, text: string) => SourceUnit | Unread;

/** The readers of the languages, loaded when a file is first worth parsing. */
export type Languages = Readonly<Record<SourceKind, () => Promise<ReadUnit>>>;

/** The code of each app, in the order of the apps, and what of it could not be read. */
export interface CodeReading {
  readonly codes: readonly Code[];
  readonly unread: readonly Unread[];
}

/** A file that people write is smaller; larger ones are bundles or data. */
const LARGEST = 2 * 1024 * 1024;
/** Parts of words on policies and agreeing; as bytes, so that a file without them need not be decoded. */
const WORDS = ['隐私', '隱私', '协议', '同意', '个人信息', 'rivacy', 'PRIVACY', 'gree', 'onsent'].map((word) => Buffer.from(word));

/** Reads the code of apps: known calls, imports, requests, ticked boxes and ways to the policy. */
export async function readCode(apps: readonly App[], files: Files, knowledge: Knowledge, languages: Languages): Promise<CodeReading> {
  const unread: Unread[] = [];
  const sources = new Map<SourceKind, string[]>();
  for (const path of files.list()) {
    const kind = sourceKind(path);
    if (kind && appsOfFile(path, apps).some((app) => runsIn(kind, app))) sources.set(kind, [...(sources.get(kind) ?? []), path]);
  }
  const parts = await Promise.all(
    [...sources].map(([kind, paths]) => readKind({ kind, paths, apps, files, knowledge, languages, unread })),
  );
  const screens = readScreens(apps, files).map((screen): Code => ({ ...noCode, ...screen }));
  return { codes: apps.map((_, index) => merge([...parts, screens].flatMap((part) => part[index] ?? []))), unread };
}

interface Job {
  readonly kind: SourceKind;
  readonly paths: readonly string[];
  readonly apps: readonly App[];
  readonly files: Files;
  readonly knowledge: Knowledge;
  readonly languages: Languages;
  readonly unread: Unread[];
}

/** What a kind of source shows, by app. */
async function readKind(job: Job): Promise<readonly Code[]> {
  const parsing = openParser(job);
  const words = new Map<string, Pick<Code, 'tickedBoxes' | 'policyLinks'>>();
  const imports = new Map<string, readonly string[]>();
  const hits = prefilter(sourceTerms(job.knowledge, job.kind));
  for (const path of job.paths) {
    const bytes = bytesOf(job, path);
    if (!bytes) continue;
    const speaks = WORDS.some((word) => bytes.includes(word));
    const isHit = hits(bytes).length > 0;
    if (!speaks && !isHit && job.kind !== 'script') continue;
    const { text } = decodeText(bytes);
    if (job.kind === 'script') imports.set(path, importedPaths(path, text));
    if (speaks) {
      const bare = withoutComments(text);
      words.set(path, { tickedBoxes: tickedBoxes(path, bare), policyLinks: policyLinks(path, bare) });
    }
    if (isHit) await parsing.parse(path, text);
  }
  if (job.kind === 'script') {
    await parseImporters(parsing, imports);
    await parsing.follow();
  }
  const matches = new Map<string, UnitMatches>();
  for (const unit of parsing.units()) matches.set(unit.path, matchesOf(unit, job.knowledge));
  return Promise.all(job.apps.map((app) => codeOf(app, job, parsing, matches, words, imports)));
}

function bytesOf({ files, unread }: Job, path: string): Buffer | undefined {
  try {
    const size = files.size(path);
    if (size <= LARGEST) {
      const bytes = files.read(path);
      return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    }
    unread.push({ file: path, what: 'too-large', detail: `${size} bytes` });
  } catch (error) {
    unread.push({ file: path, what: 'unreadable', detail: error instanceof Error ? error.message : String(error) });
  }
  return undefined;
}

/** Files that take names from a parsed one need not hold a known word themselves. */
async function parseImporters(parsing: Parser, imports: ReadonlyMap<string, readonly string[]>): Promise<void> {
  const exists = (path: string): boolean => imports.has(path);
  const seen = new Set<string>();
  for (let round = 0; round < 3; round++) {
    const handing = new Set(parsing.units().flatMap(({ path, exports }) => (exports && exports.length > 0 && !seen.has(path) ? [path] : [])));
    for (const path of handing) seen.add(path);
    if (handing.size === 0) return;
    for (const [path, modules] of imports) {
      if (modules.some((module) => handing.has(fileOfModule(module, exists) ?? ''))) await parsing.parse(path);
    }
  }
}

interface UnitMatches {
  readonly uses: ReturnType<typeof matchUses>;
  readonly types: readonly CodeUse[];
  readonly imports: readonly Phrase[];
  readonly requests: ReturnType<typeof matchRequests>;
}

function matchesOf(unit: SourceUnit, knowledge: Knowledge): UnitMatches {
  const known = knownCode(knowledge);
  return { uses: matchUses(unit, known), types: matchTypes(unit, known), imports: matchImports(unit, known), requests: matchRequests(unit) };
}

async function codeOf(
  app: App,
  job: Job,
  parsing: Parser,
  matches: ReadonlyMap<string, UnitMatches>,
  words: ReadonlyMap<string, Pick<Code, 'tickedBoxes' | 'policyLinks'>>,
  imports: ReadonlyMap<string, readonly string[]>,
): Promise<Code> {
  if (!runsIn(job.kind, app)) return noCode;
  const own = (path: string): boolean => appsOfFile(path, job.apps).includes(app);
  const units = parsing.units().filter(({ path }) => own(path));
  const entries = job.kind === 'jvm' ? jvmEntries(units) : await moduleEntries(app, job, parsing, imports);
  const starts = await startPaths(entries, parsing.find);
  const mine = units.flatMap(({ path }) => matches.get(path) ?? []);
  const spoken = [...words].filter(([path]) => own(path)).map(([, each]) => each);
  return {
    uses: mine.flatMap(({ uses, types }) => [
      ...types,
      ...uses.map(({ use, raw }): CodeUse => withStart(use, starts.get(raw))),
    ]),
    imports: mine.flatMap((each) => each.imports),
    requests: mine.flatMap(({ requests }) => requests.map(({ request, raw }): PermissionRequest => withStart(request, starts.get(raw)))),
    tickedBoxes: spoken.flatMap(({ tickedBoxes: boxes }) => boxes),
    policyLinks: spoken.flatMap(({ policyLinks: links }) => links),
    files: { found: job.paths.filter(own).length, parsed: units.length },
  };
}

function withStart<T extends CodeUse | PermissionRequest>(found: T, start: CodeUse['start']): T {
  return start ? { ...found, start } : found;
}

/** The top-level code of the entry files and of everything that they import, directly or not. */
async function moduleEntries(app: App, job: Job, parsing: Parser, imports: ReadonlyMap<string, readonly string[]>): Promise<readonly Entry[]> {
  const folder = scriptRoot(app, job.paths);
  const reached = new Set(job.paths.filter((path) => isEntryFile(path, folder)));
  const first = new Set(reached);
  for (const path of reached) {
    for (const module of imports.get(path) ?? []) {
      const target = fileOfModule(module, (each) => imports.has(each));
      if (target) reached.add(target);
    }
  }
  for (const path of first) await parsing.parse(path);
  const units = parsing.units().filter(({ path }) => reached.has(path));
  return [
    ...scriptEntries(units, (path) => first.has(path)),
    // An imported module's own top-level code runs too, nothing else of it.
    ...scriptEntries(units, (path) => !first.has(path)).filter(({ function: each }) => each.name === '<module>'),
  ];
}

/** Where the scripts of an app begin: above its `android` folder. */
function scriptRoot({ folder }: App, paths: readonly string[]): string {
  let root = folder;
  while (root !== '' && !paths.some((path) => path.startsWith(`${root}/`))) root = root.includes('/') ? root.slice(0, root.lastIndexOf('/')) : '';
  return root;
}

interface Parser {
  /** Parses a file once; reads its text when that is not given. */
  readonly parse: (path: string, text?: string) => Promise<SourceUnit | undefined>;
  readonly units: () => readonly SourceUnit[];
  readonly find: FindUnit;
  /** Follows names through the project's own files; to be called when all are parsed. */
  readonly follow: () => Promise<void>;
}

function openParser({ kind, paths, files, languages, unread }: Job): Parser {
  const units = new Map<string, SourceUnit | undefined>();
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
    return unit;
  };
  const typed = (name: string): SourceUnit | undefined =>
    [...units.values()].find((unit) => unit?.types.some((type) => type.name === name) || unit?.functions.some(({ owner }) => owner === name));
  const find: FindUnit = async (name, from) => {
    if (kind !== 'jvm') {
      const module = resolvedModule(from.path, name.replace(/\.(?:default|[A-Za-z_$][\w$]*)$/, '')) ?? resolvedModule(from.path, name);
      const path = module && fileOfModule(module, (each) => known.has(each));
      return path ? parse(path) : undefined;
    }
    const simple = lastOf(name.replace(/\(.*$/s, ''));
    if (!/^[A-Z]/.test(simple)) return undefined;
    const path = byClass.get(simple);
    return typed(simple) ?? (path ? parse(path) : undefined);
  };
  const follow = async (): Promise<void> => {
    const all = await Promise.all([...units].map(async ([path, unit]) => [path, unit && (await followed(unit, find))] as const));
    for (const [path, unit] of all) units.set(path, unit);
  };
  return { parse, follow, units: () => [...units.values()].flatMap((unit) => unit ?? []), find };
}

function merge(parts: readonly Code[]): Code {
  return {
    uses: byPlace(parts.flatMap(({ uses }) => uses)),
    imports: byPlace(parts.flatMap(({ imports }) => imports)),
    requests: byPlace(parts.flatMap(({ requests }) => requests)),
    tickedBoxes: byPlace(parts.flatMap((part) => part.tickedBoxes)),
    policyLinks: byPlace(parts.flatMap((part) => part.policyLinks)),
    files: {
      found: parts.reduce((sum, { files }) => sum + files.found, 0),
      parsed: parts.reduce((sum, { files }) => sum + files.parsed, 0),
    },
  };
}

function byPlace<T extends { readonly at: Phrase['at'] }>(list: readonly T[]): readonly T[] {
  return list.toSorted((a, b) => (a.at.file === b.at.file ? a.at.start - b.at.start : a.at.file < b.at.file ? -1 : 1));
}
