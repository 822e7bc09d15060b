import type { Knowledge } from '@mingshi/knowledge';
import { decodeText, noCode } from '@mingshi/model';
import type { Code, CodeUse, Files, PermissionRequest, Phrase, StartPath, Unread } from '@mingshi/model';
import type { AccountSigns } from '../platforms/android/account-signs.ts';
import { groupBy } from '../group-by.ts';
import { jvmEntries, launcherEntries, scriptEntries, startedUnits } from './entries.ts';
import { knownCode, lastOf } from './known-apis.ts';
import { matchImports, matchTypes, matchUses } from './match-uses.ts';
import { LARGEST, minified, openParser, type Languages, type Parser, type ParserJob } from './parser.ts';
import { withoutOtherPlatforms } from './other-platforms.ts';
import { prefilter } from './prefilter.ts';
import { keptLists, matchRequests, type KeptLists } from './requests.ts';
import { readScreens } from './screens.ts';
import { maySpeak, nothingShown, shownIn, type Shown } from './shown-words.ts';
import { appsByFolder, fileOfModule, importedPaths, isEntryFile, runsIn, sourceKinds, type AppPlace, type AppsOfFile } from './source-files.ts';
import type { SourceUnit, Use } from './source-unit.ts';
import { startPaths, type Entry } from './start-up.ts';
import { sourceTerms } from './terms.ts';

/** The code of an app, with the words in it that show accounts. */
export interface AppCode extends Code, AccountSigns {}

/** The code of each app, in the order of the apps, and what of it could not be read. */
export interface CodeReading {
  readonly codes: readonly AppCode[];
  readonly unread: readonly Unread[];
}

/** Reads the code of apps: known calls, imports, requests, ticked boxes and ways to the policy. */
export async function readCode(apps: readonly AppPlace[], files: Files, knowledge: Knowledge, languages: Languages): Promise<CodeReading> {
  const unread: Unread[] = [];
  const appsOf = appsByFolder(apps);
  const kindOf = sourceKinds();
  const sources = groupBy(files.list(), (path) => {
    const kind = kindOf(path);
    return kind && appsOf(path).some((app) => runsIn(kind === 'bundle' ? 'script' : kind, app)) ? kind : undefined;
  });
  const job = { apps, appsOf, files, knowledge, languages, unread };
  const parts = await Promise.all((['jvm', 'script', 'dart'] as const).flatMap((kind) => {
    const paths = sources.get(kind);
    return paths ? [readKind({ ...job, kind, paths })] : [];
  }));
  tellBundles({ ...job, kind: 'script', paths: sources.get('bundle') ?? [] });
  const screens = readScreens(apps, files, appsOf).map((screen): AppCode => ({ ...noCode, ...screen }));
  return { codes: apps.map((_, index) => merge([...parts, screens].flatMap((part) => part[index] ?? []))), unread };
}

interface Job extends ParserJob {
  readonly apps: readonly AppPlace[];
  readonly appsOf: AppsOfFile;
  readonly knowledge: Knowledge;
}

/** What a kind of source shows, by app. */
async function readKind(job: Job): Promise<readonly AppCode[]> {
  const parsing = openParser(job);
  const words = new Map<string, Shown>();
  const imports = new Map<string, readonly string[]>();
  const hits = prefilter(sourceTerms(job.knowledge, job.kind));
  for (const path of job.paths) {
    const bytes = bytesOf(job, path);
    if (!bytes) continue;
    const speaks = maySpeak(bytes);
    const names = hits(bytes);
    if (!speaks && names.length === 0 && job.kind !== 'script') continue;
    const decoded = decodeText(bytes).text;
    const text = job.kind === 'script' ? withoutOtherPlatforms(decoded) : decoded;
    if (job.kind === 'script') imports.set(path, importedPaths(path, text));
    if (speaks) words.set(path, shownIn(path, text));
    if (names.length > 0) await parsing.parse(path, text, names);
  }
  if (job.kind === 'script') {
    await parseImporters(parsing, imports);
    await parsing.follow();
  }
  // What is parsed from here on is only a way to what has been parsed.
  const paths = parsing.units().map(({ path }) => path);
  const starts = await Promise.all(job.apps.map((app) => startsOf(app, job, parsing, imports)));
  const parsed = new Map(parsing.units().map((unit) => [unit.path, unit]));
  const kept = keptLists(job.kind === 'jvm' ? [...parsed.values()] : []);
  const matches = new Map<string, UnitMatches>();
  for (const path of paths) {
    const unit = parsed.get(path);
    if (unit) matches.set(path, matchesOf(unit, job.knowledge, kept));
  }
  return job.apps.map((app, index) => codeOf(app, job, matches, starts[index] ?? new Map(), words));
}

/** Bundles are not parsed, but what they name must not be lost without a word. */
function tellBundles(job: Job): void {
  if (job.paths.length === 0) return;
  const hits = prefilter(sourceTerms(job.knowledge, job.kind));
  for (const path of job.paths) {
    const names = hits(bytesOf(job, path) ?? '');
    if (names.length > 0) job.unread.push(minified(path, names));
  }
}

function bytesOf({ files, unread }: Job, path: string): Buffer | undefined {
  try {
    // Read without asking for its size first: of thousands of files hardly one is too large.
    const bytes = files.read(path);
    if (bytes.length <= LARGEST) return Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    unread.push({ file: path, what: 'too-large', detail: `${bytes.length} bytes` });
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

function matchesOf(unit: SourceUnit, knowledge: Knowledge, kept: KeptLists): UnitMatches {
  const known = knownCode(knowledge);
  return { uses: matchUses(unit, known), types: matchTypes(unit, known), imports: matchImports(unit, known), requests: matchRequests(unit, kept) };
}

/** How the uses in the app's files come to run when it starts. */
async function startsOf(
  app: AppPlace,
  job: Job,
  parsing: Parser,
  imports: ReadonlyMap<string, readonly string[]>,
): Promise<ReadonlyMap<Use, StartPath>> {
  if (!runsIn(job.kind, app)) return new Map();
  if (job.kind !== 'jvm') return startPaths(await moduleEntries(app, job, parsing, imports), parsing.find);
  const own = () => parsing.units().filter(({ path }) => job.appsOf(path).includes(app));
  const launchers = (await Promise.all(launcherPaths(app, job).map((path) => parsing.parse(path)))).flatMap((unit) => unit ?? []);
  const started = [...startedUnits(own()), ...launchers];
  if (started.length === 0) return new Map();
  const paths = new Set(own().map(({ path }) => path));
  for (const unit of started) await parsing.whole(unit);
  const units = own().filter(({ path }) => paths.has(path));
  return startPaths([...jvmEntries(units), ...launcherEntries(units, app.launchers ?? [])], parsing.find);
}

/** The files named after the first screens. */
function launcherPaths(app: AppPlace, { paths, appsOf }: Job): readonly string[] {
  const names = new Set((app.launchers ?? []).map(lastOf));
  return paths.filter((path) => names.has(/([^/]+)\.(?:kt|java)$/.exec(path)?.[1] ?? '') && appsOf(path).includes(app));
}

function codeOf(
  app: AppPlace,
  job: Job,
  matches: ReadonlyMap<string, UnitMatches>,
  starts: ReadonlyMap<Use, StartPath>,
  words: ReadonlyMap<string, Shown>,
): AppCode {
  if (!runsIn(job.kind, app)) return { ...noCode, ...nothingShown };
  const own = (path: string): boolean => job.appsOf(path).includes(app);
  const mine = [...matches].flatMap(([path, each]) => (own(path) ? [each] : []));
  const spoken = [...words].filter(([path]) => own(path)).map(([, each]) => each);
  return {
    uses: mine.flatMap(({ uses, types }) => [
      ...types,
      ...uses.map(({ use, raw }): CodeUse => withStart(use, starts.get(raw))),
    ]),
    imports: mine.flatMap((each) => each.imports),
    requests: mine.flatMap(({ requests }) => requests.map(({ request, raw }): PermissionRequest => withStart(request, starts.get(raw)))),
    ...joined(spoken),
    files: { found: job.paths.filter(own).length, parsed: mine.length },
  };
}

function withStart<T extends CodeUse | PermissionRequest>(found: T, start: CodeUse['start']): T {
  return start ? { ...found, start } : found;
}

/** The top-level code of the entry files and of everything that they import, directly or not. */
async function moduleEntries(app: AppPlace, job: Job, parsing: Parser, imports: ReadonlyMap<string, readonly string[]>): Promise<readonly Entry[]> {
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
function scriptRoot({ folder }: AppPlace, paths: readonly string[]): string {
  let root = folder;
  while (root !== '' && !paths.some((path) => path.startsWith(`${root}/`))) root = root.includes('/') ? root.slice(0, root.lastIndexOf('/')) : '';
  return root;
}

function joined(parts: readonly Shown[]): Shown {
  return {
    tickedBoxes: byPlace(parts.flatMap((part) => part.tickedBoxes)),
    impliedConsent: byPlace(parts.flatMap((part) => part.impliedConsent)),
    consentChoices: byPlace(parts.flatMap((part) => part.consentChoices)),
    policyLinks: byPlace(parts.flatMap((part) => part.policyLinks)),
    accounts: byPlace(parts.flatMap((part) => part.accounts)),
    cancellation: byPlace(parts.flatMap((part) => part.cancellation)),
  };
}

function merge(parts: readonly AppCode[]): AppCode {
  return {
    uses: byPlace(parts.flatMap(({ uses }) => uses)),
    imports: byPlace(parts.flatMap(({ imports }) => imports)),
    requests: byPlace(parts.flatMap(({ requests }) => requests)),
    ...joined(parts),
    files: {
      found: parts.reduce((sum, { files }) => sum + files.found, 0),
      parsed: parts.reduce((sum, { files }) => sum + files.parsed, 0),
    },
  };
}

function byPlace<T extends { readonly at: Phrase['at'] }>(list: readonly T[]): readonly T[] {
  return list.toSorted((a, b) => (a.at.file === b.at.file ? a.at.start - b.at.start : a.at.file < b.at.file ? -1 : 1));
}
