import type { Knowledge } from '@mingshi/knowledge';
import type { Comparison, Rule, Severity } from '@mingshi/model';
import { canSpeak, compare, rules } from '@mingshi/rules';
import { categoryId, comparisonOf } from './comparison.ts';
import type { Inputs, ReadOptions } from './comparison.ts';
import { emptyConfig } from './config/config.ts';
import type { Config } from './config/config.ts';
import { knownNames } from './config/known-names.ts';
import { didYouMean } from './nearest.ts';
import type { Folder } from './project/files.ts';
import { today } from './today.ts';
import { UserError } from './user-error.ts';
import { waiversInPlace, watchWaivers } from './waivers/in-place.ts';
import { settle } from './waivers/waivers.ts';
import type { Settled } from './waivers/waivers.ts';

/** What to check, and how. */
export interface CheckOptions extends ReadOptions {
  /** Only these rules. */
  readonly rules?: readonly string[];
  /** Findings below this level are left out. */
  readonly severity?: Severity;
  /** A commit, branch or tag: only what has changed against it is told. */
  readonly since?: string;
  /** Looks at what is staged in git, not at the work tree. */
  readonly staged?: boolean;
  /** Today, YYYY-MM-DD, for waivers that end; the machine's day when absent. */
  readonly today?: string;
}

/** What the rules say of a comparison. */
interface Judged {
  readonly settled: Settled;
  readonly chosen: readonly Rule[];
  readonly speaking: readonly Rule[];
}

/** What a check of one state of the project came to. */
export interface Examined extends Judged {
  readonly inputs: Inputs;
  readonly comparison: Comparison;
  /** Judges another comparison of the same app: with the policy as it would be. */
  readonly judge: (comparison: Comparison, files: Pick<Folder, 'read'>) => Judged;
}

/** Reads, understands, compares and settles: what a report, or a draft of what is missing, is made from. */
export async function examine(opened: Inputs, options: CheckOptions): Promise<Examined> {
  const { files, marked } = watchWaivers(opened.project.files);
  const inputs = { ...opened, project: { ...opened.project, files } };
  const chosen = chosenRules(options.rules, inputs.config);
  const comparison = await comparisonOf(inputs, options);
  await options.onStage?.('compare');
  const judge: Examined['judge'] = (other, read) => judgeIn(other, chosen, { inputs, options, read, marked });
  return { inputs, comparison, judge, ...judge(comparison, files) };
}

interface Court {
  readonly inputs: Inputs;
  readonly options: CheckOptions;
  readonly read: Pick<Folder, 'read'>;
  readonly marked: () => readonly string[];
}

function judgeIn(comparison: Comparison, chosen: readonly Rule[], { inputs, options, read, marked }: Court): Judged {
  const { config, knowledge, project } = inputs;

  // Compare.
  const found = compare(comparison, chosen);
  const speaking = chosen.filter((rule) => canSpeak(rule, comparison));

  // Settle.
  const settled = settle(found, {
    severities: config.rules,
    waivers: config.waivers,
    asked: new Set(speaking.map(({ id }) => id)),
    today: options.today ?? today(),
    inPlace: waiversInPlace(marked(), read, comparison.policy.documents, knownNames(knowledge).rules),
    ...(project.config && { config: project.config.path }),
    ...(options.severity && { least: options.severity }),
  });
  return { settled, chosen, speaking };
}

/** Names that no change of a file will make known are refused at once. */
export function refuseUnknown({ rules: wanted, category }: CheckOptions, knowledge: Knowledge): void {
  chosenRules(wanted, emptyConfig);
  categoryId(category, knowledge);
}

function chosenRules(wanted: readonly string[] | undefined, config: Config): readonly Rule[] {
  const known = rules.map(({ id }) => id);
  for (const id of wanted ?? []) {
    if (known.includes(id)) continue;
    const near = didYouMean(id, known);
    throw new UserError({
      zh: `未知的规则 ${id}${near.zh || '；mingshi rules 列出全部规则'}`,
      en: `unknown rule ${id}${near.en || '; mingshi rules lists them'}`,
    });
  }
  return rules.filter(({ id }) => config.rules[id] !== 'off' && (wanted?.includes(id) ?? true));
}
