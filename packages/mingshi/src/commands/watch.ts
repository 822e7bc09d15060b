import { resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { loadKnowledge } from '@mingshi/knowledge';
import type { Language } from '@mingshi/knowledge';
import { changesOf } from '../project/changes.ts';
import { refuseUnknown } from '../examine.ts';
import type { CheckOptions } from '../examine.ts';
import type { Memory } from '../comparison.ts';
import { summaryLine } from '../formats/words.ts';
import { openProject } from '../project/project.ts';
import { keepReadings } from '../project/readings.ts';
import type { Report } from '../report/report.ts';
import { printable } from '../text/printable.ts';
import { linesOf, UserError } from '../user-error.ts';
import { writeAtomically } from '../write.ts';
import type { Outcome, Surroundings } from './outcome.ts';

/** What is to be done after each change. */
interface Watched {
  readonly asked: CheckOptions;
  readonly check: (memory: Memory) => Promise<Report>;
  readonly show: (report: Report) => Promise<string>;
  /** Where the report goes when not to the screen. */
  readonly output?: string;
}

const CLEAR = '\u001b[2J\u001b[H';

/** Checks, waits for a change, checks again, until it is told to end. */
export async function watch(watched: Watched, around: Surroundings): Promise<Outcome> {
  const { asked, output } = watched;
  const { language, stdout } = around;
  const memory = { knowledge: loadKnowledge(), readings: keepReadings() };
  refuseUnknown(asked, memory.knowledge);
  const changes = await changesOf(openProject(asked), output === undefined ? undefined : resolve(output));
  let stopping = false;
  const stop = (): void => {
    stopping = true;
    void changes.stop();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);

  let last: Told | undefined;
  let failed = false;
  try {
    for (let changed: readonly string[] | undefined = []; changed; changed = await changes.next()) {
      const now = await checkNow(watched, memory).catch((error: unknown) => toldMistake(error, around));
      if (stopping) break;
      // Most files that change in a project mean nothing to a check.
      if (now && last && !failed && now.shown === last.shown && !changed.some((path) => now.inputs.includes(path))) continue;
      if (now) {
        await changes.include(now.inputs);
        if (output !== undefined) writeAtomically(output, now.shown);
        stdout.write(screenOf(now, last, changed, watched, around));
      }
      failed = now === undefined;
      last = now ?? last;
      stdout.write(`${clock()} ${{ zh: '等待改动，按 Ctrl-C 结束 …', en: 'waiting for changes, Ctrl-C ends …' }[language]}\n`);
    }
  } finally {
    await changes.stop();
  }
  return { text: '', code: 0 };
}

/** A check as it was told. */
interface Told {
  readonly report: Report;
  readonly shown: string;
  /** The files that somebody who works on a policy changes: each of their changes is answered. */
  readonly inputs: readonly string[];
}

async function checkNow({ check, show }: Watched, memory: Memory): Promise<Told> {
  const report = await check(memory).catch(async (error: unknown) => {
    if (error instanceof UserError) throw error;
    // A file may have gone while it was about to be read.
    await setTimeout(200);
    return check(memory);
  });
  const inputs = [
    ...(report.config === undefined ? [] : [report.config]),
    ...report.policies.map(({ path }) => path),
    ...report.apps.flatMap(({ manifests }) => manifests.map(({ path }) => path)),
  ];
  return { report, shown: await show(report), inputs };
}

function toldMistake(error: unknown, { stderr, language }: Surroundings): undefined {
  if (!(error instanceof UserError)) throw error;
  stderr.write(
    linesOf(error, language)
      .map((line) => `mingshi: ${line}\n`)
      .join(''),
  );
}

/** All that is to be shown of a check: on a terminal instead of the last one, elsewhere after it. */
function screenOf(
  { report, shown }: Told,
  last: Told | undefined,
  changed: readonly string[],
  { output }: Watched,
  { language, stdout }: Surroundings,
): string {
  const body = output === undefined ? shown : `${summaryLine(report, language)}\n`;
  if (!last) return body;
  const delta = `${newAndGone(last.report, report, language)}\n`;
  const head = `\n── ${clock()} ${listed(changed.map(printable), language)}\n`;
  if (shown === last.shown) return `${head}${delta}`;
  return `${stdout.isTTY === true ? CLEAR : head}${body}\n${delta}`;
}

/** What a change brought and what it settled, in one line. */
function newAndGone(before: Report, now: Report, language: Language): string {
  const [then, today] = [before, now].map(namesOf) as [ReadonlySet<string>, ReadonlySet<string>];
  const fresh = [...today].filter((name) => !then.has(name));
  const gone = [...then].filter((name) => !today.has(name));
  const count = (names: readonly string[], zh: string, en: string): readonly string[] =>
    names.length === 0
      ? []
      : [{ zh: `${zh} ${names.length} 个：${listed(names, 'zh')}`, en: `${names.length} ${en}: ${listed(names, 'en')}` }[language]];
  const parts = [...count(gone, '少了', 'gone'), ...count(fresh, '多了', 'new')];
  if (parts.length === 0) return { zh: '结果和上次一样', en: 'same findings as before' }[language];
  return { zh: `与上次相比，${parts.join('；')}`, en: `since the last check, ${parts.join('; ')}` }[language];
}

const namesOf = ({ findings }: Report): ReadonlySet<string> =>
  new Set(findings.map(({ rule, about }) => printable(about === '' ? rule : `${rule} ${about}`)));

/** The first few of some names. */
function listed(names: readonly string[], language: Language): string {
  const shown = names.slice(0, 3).join({ zh: '、', en: ', ' }[language]);
  const more = names.length - 3;
  if (more <= 0) return shown;
  return { zh: `${shown} 等`, en: `${shown} and ${more} more` }[language];
}

/** The time of day, to tell one check from another. */
const clock = (): string => new Date().toTimeString().slice(0, 8);
