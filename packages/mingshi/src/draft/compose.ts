import type { Language } from '@mingshi/knowledge';
import type { Comparison, Files, Finding, PolicyReading } from '@mingshi/model';
import { readPolicy } from '@mingshi/policy';
import type { Examined } from '../examine.ts';
import { documentsFor, speaks } from './home.ts';
import { insert } from './insert.ts';
import type { Placed } from './insert.ts';
import { paragraphFor, proposalsFor } from './proposals.ts';
import type { Proposal } from './proposals.ts';
import { isStanding } from './standing.ts';
import { policyTitle } from './words.ts';

/** What goes into one file of the policy, or beside one that cannot be written into. */
export interface ComposedFile {
  readonly path: string;
  readonly language: Language;
  /** `file`: into it; `beside`: the file is no Markdown, or (`foreign`) in another language; `new`: there is no policy yet. */
  readonly into: 'file' | 'beside' | 'foreign' | 'new';
  readonly placed: readonly Placed[];
  /** Other files that are as fit for some of it. */
  readonly others: readonly string[];
}

/** All that a policy lacks and a paragraph mends, put where it belongs. */
export interface Composed {
  readonly languages: readonly Language[];
  readonly files: readonly ComposedFile[];
  /** Whole texts with the paragraphs in them, by path; of files that can be written into, and of a new policy. */
  readonly texts: ReadonlyMap<string, string>;
  /** What adding does not mend. */
  readonly rest: readonly Finding[];
  /** Findings whose paragraph stands in the policy already, with its blanks or filled in too vaguely. */
  readonly standing: readonly Finding[];
}

/** A paragraph may bring a duty of its own (data that are sensitive, a place where they are kept); no chain is longer. */
const ROUNDS = 6;

/** Asked when nothing else is missing: another paragraph may have told of it. */
const LAST: ReadonlySet<string> = new Set(['unmarked-sensitive-data', 'no-sharing-consent', 'no-third-party-list']);

/** Works out what to add, and reads the policy with it, until nothing more is missing. */
export async function compose(examined: Examined, wanted: readonly Language[], fallback: Language): Promise<Composed> {
  const { comparison, inputs, settled } = examined;
  const { files } = inputs.project;
  const languages = wanted.length > 0 ? wanted : languagesOf(comparison, fallback);
  const texts = new Map<string, string>();
  const state: State = {
    examined,
    texts,
    ways: new Map(),
    written: new Map(),
    seen: new Set(),
    standing: new Map(),
  };
  let { policy } = comparison;
  let { findings } = settled;
  const rest: Finding[] = findings.filter((finding) => paragraphFor(finding) === undefined && finding.rule !== 'policy-missing');
  if (findings.some(({ rule }) => rule === 'policy-missing')) {
    const name = comparison.app.apps.find((app) => app.name)?.name?.text;
    for (const language of languages) {
      const path = newPath(files, language);
      texts.set(path, `# ${policyTitle(name, language)}\n`);
      state.ways.set(path, 'new');
      state.written.set(path, language);
    }
    policy = await reread(state, []);
    ({ findings } = examined.judge({ ...comparison, policy }, files).settled);
  }
  const placed: (readonly [string, Language, readonly Placed[]])[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const left = findings.filter((finding) => paragraphFor(finding) && !state.seen.has(keyOf(finding)));
    if (left.length === 0) break;
    const first = left.filter(({ rule }) => !LAST.has(rule));
    const fresh = first.length > 0 ? first : left;
    for (const finding of fresh) state.seen.add(keyOf(finding));
    for (const language of languages) {
      const own = lacking(proposalsFor(fresh, language, comparison.knowledge), policy, state);
      const done = put(own, language, policy, state);
      placed.push(...done.map(([path, some]) => [path, language, some] as const));
      if (done.length > 0) policy = await reread(state, pathsOf(comparison.policy));
    }
    ({ findings } = examined.judge({ ...comparison, policy }, overlay(files, texts)).settled);
  }
  if ([...state.ways.values()].includes('new')) rest.push(...newly(findings, rest));
  return { languages, files: filesOf(placed, state, policy), texts, rest, standing: [...state.standing.values()] };
}

interface State {
  readonly examined: Examined;
  readonly texts: Map<string, string>;
  readonly ways: Map<string, ComposedFile['into']>;
  /** The language of each new policy: a title alone may read like another one. */
  readonly written: Map<string, Language>;
  readonly seen: Set<string>;
  readonly standing: Map<string, Finding>;
}

/** What a check can only ask when there is a policy, and no paragraph mends. */
function newly(findings: readonly Finding[], known: readonly Finding[]): readonly Finding[] {
  const keys = new Set(known.map(keyOf));
  return findings.filter(
    (finding) => !paragraphFor(finding) && !keys.has(keyOf(finding)) && finding.rule !== 'template-placeholder',
  );
}

const keyOf = ({ rule, about }: Finding): string => `${rule} ${about}`;
const pathsOf = ({ files }: PolicyReading): readonly string[] => files.map(({ path }) => path);

/** Those of the policy; where there is none, that of the app's own words. */
function languagesOf({ policy, app }: Comparison, fallback: Language): readonly Language[] {
  const main = policy.documents.filter(({ part, language }) => part === 'main' && language !== 'unknown');
  const own = (['zh', 'en'] as const).filter((language) => main.some((document) => speaks(document, language)));
  const isChinese = app.apps.some(({ chinese }) => chinese?.as === 'interface');
  return own.length > 0 ? own : [isChinese ? 'zh' : fallback];
}

function newPath(files: Files, language: Language): string {
  const [first, second] = { zh: ['隐私政策.md', '隐私政策草稿.md'], en: ['PRIVACY.md', 'PRIVACY-DRAFT.md'] }[language];
  return files.exists(first ?? '') ? (second ?? '') : (first ?? '');
}

/** The files, as they would be with what was put in. */
function overlay<F extends Files>(files: F, texts: ReadonlyMap<string, string>): F {
  const own = (path: string): Uint8Array | undefined => {
    const text = texts.get(path);
    return text === undefined ? undefined : new TextEncoder().encode(text);
  };
  return {
    ...files,
    list: (within) => [...new Set([...files.list(within), ...(within ? [] : texts.keys())])].toSorted(),
    exists: (path) => texts.has(path) || files.exists(path),
    read: (path) => own(path) ?? files.read(path),
    size: (path) => own(path)?.length ?? files.size(path),
  };
}

async function reread({ examined, texts, written }: State, paths: readonly string[]): Promise<PolicyReading> {
  const { project, knowledge } = examined.inputs;
  const read = new Map([...texts].map(([path, text]) => [path, exemplary(text)]));
  const named = [...new Set([...paths, ...texts.keys()])];
  const policy = await readPolicy(overlay(project.files, read), { named }, knowledge);
  const documents = policy.documents.map((document) => ({
    ...document,
    language: written.get(document.path) ?? document.language,
  }));
  return { ...policy, documents };
}

/** The text with some data and a link where people will give some, of the same length: places stay where they are. */
function exemplary(text: string): string {
  return EXAMPLES.reduce((all, [blank, example]) => all.replaceAll(blank, example), text);
}

const EXAMPLES = [
  ['【信息的种类】', '手机号码、邮箱'],
  ['【kinds of data】', 'phone number   '],
  ['【其隐私政策的链接】', 'https://ab'],
  ['【link to its policy】', 'https://example.com '],
] as const;

/** Those that do not stand in the policy already. */
function lacking(proposals: readonly Proposal[], policy: PolicyReading, { standing }: State): readonly Proposal[] {
  const stands = isStanding(policy);
  return proposals.filter((proposal) => {
    if (!stands(proposal)) return true;
    for (const finding of proposal.mends) standing.set(keyOf(finding), finding);
    return false;
  });
}

/** Puts paragraphs into the texts; what cannot be written into gets a text of its own beside it. */
function put(
  proposals: readonly Proposal[],
  language: Language,
  policy: PolicyReading,
  { examined, texts, ways }: State,
): readonly (readonly [string, readonly Placed[]])[] {
  const byDocument = new Map<number, Proposal[]>();
  for (const proposal of proposals) {
    const document = fittest(candidates(proposal, language, policy), policy);
    if (document !== undefined) byDocument.set(document, [...(byDocument.get(document) ?? []), proposal]);
  }
  return [...byDocument].map(([document, some]) => {
    const read = policy.documents[document];
    const path = read?.path ?? '';
    const isForeign = read !== undefined && !speaks(read, language);
    const isKnown = read?.format === 'markdown' && !isForeign;
    const own = isKnown ? (texts.get(path) ?? markdownOf(path, examined.inputs.project.files)) : undefined;
    const isMarkdown = own !== undefined;
    const source = own ?? read?.extracted?.text ?? '';
    const { placed, text } = insert(some, source, { document, language, policy, knowledge: examined.inputs.knowledge });
    if (isMarkdown) texts.set(path, text);
    else besideOf(path, placed, texts);
    if (!ways.has(path)) ways.set(path, isMarkdown ? 'file' : isForeign ? 'foreign' : 'beside');
    return [path, placed] as const;
  });
}

/** The text of a file that can be written again byte for byte. */
function markdownOf(path: string, files: Files): string | undefined {
  const bytes = files.read(path);
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  return Buffer.from(text, 'utf8').equals(bytes) ? text : undefined;
}

/** What was put beside a document is no document of the policy. */
function candidates({ part }: Pick<Proposal, 'part'>, language: Language, policy: PolicyReading): readonly number[] {
  const own = documentsFor(part, language, policy);
  return own.filter((index) => !policy.documents[index]?.path.endsWith(BESIDE));
}

const BESIDE = '.mingshi-draft.md';

/** One that can be written into goes before one that cannot. */
function fittest(documents: readonly number[], policy: PolicyReading): number | undefined {
  return documents.find((index) => policy.documents[index]?.format === 'markdown') ?? documents[0];
}

/** A text that is read along with a policy that cannot be written into. */
function besideOf(path: string, placed: readonly Placed[], texts: Map<string, string>): void {
  const name = path + BESIDE;
  const parts = placed.map(({ proposal, heading }) => `## ${heading}\n\n${proposal.text}`);
  texts.set(name, [texts.get(name) ?? '', ...parts].join('\n\n'));
}

function filesOf(
  placed: readonly (readonly [string, Language, readonly Placed[]])[],
  { ways }: State,
  policy: PolicyReading,
): readonly ComposedFile[] {
  const files = new Map<string, ComposedFile>();
  for (const [path, language, own] of placed) {
    const key = `${path} ${language}`;
    const known = files.get(key);
    const all = [...(known?.placed ?? []), ...own];
    files.set(key, { path, language, into: ways.get(path) ?? 'file', placed: all, others: othersFor(path, all, language, policy) });
  }
  return [...files.values()];
}

/** Documents of the same part and language: which of them is meant, only people know. */
function othersFor(path: string, placed: readonly Placed[], language: Language, policy: PolicyReading): readonly string[] {
  const all = placed.flatMap(({ proposal }) => candidates(proposal, language, policy));
  const paths = [...new Set(all)].map((index) => policy.documents[index]?.path ?? '');
  return [...new Set(paths)].filter((other) => other !== path);
}

