import { posix } from 'node:path';
import { decodeText } from '@mingshi/model';
import type { Finding } from '@mingshi/model';
import type { CheckOptions, Examined } from './examine.ts';
import type { Inputs } from './comparison.ts';
import { CONFIG_NAME, emptyConfig } from './config/config.ts';
import type { Config } from './config/config.ts';
import { parseConfig } from './config/read-config.ts';
import { isNeverRead } from './project/files.ts';
import { commitOf, indexEntries, treeEntries } from './project/git-entries.ts';
import { gitFiles } from './project/git-files.ts';
import type { GitFiles } from './project/git-files.ts';
import { needGit } from './project/git.ts';
import { knownNames } from './config/known-names.ts';
import type { Project } from './project/project.ts';
import { SCHEMA_VERSION, summaryOf } from './report/report.ts';
import type { Report } from './report/report.ts';
import { UserError } from './user-error.ts';
import { version } from './version.ts';

/** The state that findings are held against, and how. */
interface Before {
  /** What was found there; nothing when there was no app and no policy yet. */
  readonly findings: (examine: (inputs: Inputs) => Promise<Examined>) => Promise<Examined | undefined>;
  /** Only what was not found before, and what stands on a changed line. */
  readonly narrow: (now: Examined, before: Examined | undefined) => Examined;
  readonly told: (now: Examined, before: Examined | undefined) => Pick<Report, 'since'>;
}

/** Which states of the project a check looks at. */
export interface Scope {
  readonly now: Inputs;
  readonly before?: Before;
  /** The whole report, when nothing that a check looks at has changed. */
  readonly unchanged?: Report;
}

/** Opens the trees that `--since` and `--staged` speak of; git only reads, and nothing of the project runs. */
export async function openScope(inputs: Inputs, { since, staged }: CheckOptions): Promise<Scope> {
  const { project } = inputs;
  const root = project.gitRoot;
  const option = since === undefined ? '--staged' : '--since';
  if (root === undefined) {
    throw new UserError({
      zh: `${option} 要在 git 仓库里用，这里不是`,
      en: `${option} needs a git repository, and this is none`,
    });
  }
  const git = needGit(root, option);
  const place = { git, disk: project.files, prefix: project.prefix };
  const index = staged ? gitFiles(indexEntries(git), place) : undefined;
  if (since === undefined) return { now: index ? await inputsAt(inputs, index, true) : inputs };

  const commit = commitOf(git, since);
  const old = gitFiles(treeEntries(git, commit), place);
  const differing = changed(project, old, index);
  if (differing.length === 0) {
    return { now: inputs, unchanged: unchangedReport(project, { ref: since, commit, older: 0, unchanged: true }) };
  }
  index?.prefetch(differing);
  old.prefetch(differing);
  return {
    now: index ? await inputsAt(inputs, index, true) : inputs,
    before: {
      findings: async (examine) => {
        try {
          return await examine(await inputsAt(inputs, old, false));
        } catch (error) {
          if (error instanceof UserError) return undefined;
          throw error;
        }
      },
      narrow,
      told: (now, before) => {
        const older = now.settled.findings.length - narrow(now, before).settled.findings.length;
        return { since: { ref: since, commit, older, unchanged: false } };
      },
    },
  };
}

/** The files that a check may look at and that are not the same in both states. */
function changed({ files, config, policy, manifests }: Project, old: GitFiles, index: GitFiles | undefined): readonly string[] {
  const now = index ?? files;
  const named = [...(config ? [config.path] : []), ...policy, ...manifests];
  const paths = new Set([...now.list(), ...old.list(), ...named]);
  return [...paths].filter((path) => {
    if (isNeverRead(path)) return false;
    if (!now.exists(path) || !old.exists(path)) return now.exists(path) !== old.exists(path);
    if (old.same(path) && (!index || index.same(path))) return false;
    return !index || !Buffer.from(index.read(path)).equals(old.read(path));
  });
}

/** The project as it is in a tree, with the config that stands there. */
async function inputsAt(inputs: Inputs, files: GitFiles, strict: boolean): Promise<Inputs> {
  const { project, knowledge, readings } = inputs;
  const path = project.config?.path ?? CONFIG_NAME;
  const exists = files.exists(path);
  let config: Config = emptyConfig;
  try {
    if (exists) config = await parseConfig(decodeText(files.read(path)).text, path, knownNames(knowledge));
  } catch (error) {
    if (strict) throw error;
  }
  const fromConfig = (name: string): string => {
    const within = posix.normalize(posix.join(posix.dirname(path), name));
    return files.exists(within) || strict === false ? within : project.fromConfig(name);
  };
  const there = (name: string): boolean => files.exists(fromConfig(name));
  if (!strict) {
    const app = config.app.filter((name) => !name.toLowerCase().endsWith('.xml') || there(name));
    config = { ...config, app, policy: config.policy.filter(there) };
  }
  const { config: known, ...rest } = project;
  return {
    knowledge,
    readings,
    config,
    project: {
      ...rest,
      files,
      fromConfig,
      policy: strict ? project.policy : project.policy.filter(files.exists),
      manifests: strict ? project.manifests : project.manifests.filter(files.exists),
      ...(exists && { config: { absolute: known?.absolute ?? '', path } }),
    },
  };
}

const key = ({ rule, about }: Finding): string => `${rule}\n${about}`;

function narrow(now: Examined, before: Examined | undefined): Examined {
  if (!before) return now;
  const then = new Map<string, Set<string>>();
  const textThen = textsOf(before);
  for (const finding of before.settled.findings) {
    const lines = then.get(key(finding)) ?? new Set();
    then.set(key(finding), lines.add(textThen(finding)));
  }
  const textNow = textsOf(now);
  const isOld = (finding: Finding): boolean => then.get(key(finding))?.has(textNow(finding)) === true;
  const findings = now.settled.findings.filter((finding) => !isOld(finding));
  const hidden = [...now.settled.hidden, ...now.settled.findings.filter(isOld)];
  // Waivers that the change brings come first: they are what a reviewer looks for.
  const waivedThen = new Set(before.settled.waived.map(({ finding }) => key(finding)));
  const waived = now.settled.waived.toSorted(
    (a, b) => Number(waivedThen.has(key(a.finding))) - Number(waivedThen.has(key(b.finding))),
  );
  return { ...now, settled: { findings, waived, hidden } };
}

/** How much of a long line belongs to a place: minified HTML is one line. */
const AROUND = 60;

/** The words of the line at which a finding stands, blanks aside. */
function textsOf({ inputs, comparison }: Examined): (finding: Finding) => string {
  const { files } = inputs.project;
  const opened = new Map<string, string>();
  const textOf = (path: string): string => {
    const known = opened.get(path);
    if (known !== undefined) return known;
    const document = comparison.policy.documents.find((each) => each.path === path);
    const read = (): string =>
      document
        ? (document.extracted?.text ?? new TextDecoder(document.encoding, { ignoreBOM: true }).decode(files.read(path)))
        : decodeText(files.read(path)).text;
    const text = files.exists(path) ? read() : '';
    opened.set(path, text);
    return text;
  };
  return ({ at: { file, start, end } }) => {
    const text = textOf(file);
    const from = Math.max(start - AROUND, 0);
    const head = text.slice(from, start);
    const last = Math.max(start, Math.min(end, start + 400));
    const tail = text.slice(last, last + AROUND);
    const line = head.slice(head.lastIndexOf('\n') + 1) + text.slice(start, last) + (tail.split('\n', 1)[0] ?? '');
    return line.replaceAll(/\s+/g, ' ').trim();
  };
}

function unchangedReport({ config }: Project, since: NonNullable<Report['since']>): Report {
  return {
    schemaVersion: SCHEMA_VERSION,
    tool: { name: 'mingshi', version },
    since,
    ...(config && { config: config.path }),
    apps: [],
    policies: [],
    rules: [],
    findings: [],
    waived: [],
    matrix: [],
    selfAssessment: [],
    notChecked: [],
    summary: summaryOf([], 0, 0),
  };
}
