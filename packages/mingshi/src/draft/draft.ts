import type { Language, Text } from '@mingshi/knowledge';
import type { Finding } from '@mingshi/model';
import { describe, rules } from '@mingshi/rules';
import { examine } from '../examine.ts';
import type { Examined } from '../examine.ts';
import { openInputs } from '../comparison.ts';
import type { ReadOptions } from '../comparison.ts';
import { calledBy } from '../inventory/inventory.ts';
import { placesIn } from '../report/places.ts';
import type { PlaceOf } from '../report/places.ts';
import type { Place } from '../report/report.ts';
import { UserError } from '../user-error.ts';
import { waiverRules } from '../waivers/waivers.ts';
import { compose } from './compose.ts';
import type { Composed, ComposedFile } from './compose.ts';
import { listPartOf } from './insert.ts';
import type { Placed } from './insert.ts';
import { placeholdersIn } from './proposals.ts';
import { tableHead } from './tables.ts';

/** What to draft, and in which languages. */
export interface DraftOptions extends ReadOptions {
  /** Only for findings of these rules. */
  readonly rules?: readonly string[];
  /** Of the text; the languages of the policy when absent. */
  readonly languages?: readonly Language[];
  /** Of a policy that has to be written for an app that does not speak Chinese, when `languages` is absent; `zh` when this is. */
  readonly fallback?: Language;
  /** Today, YYYY-MM-DD, for waivers that end; the machine's day when absent. */
  readonly today?: string;
}

/** What a policy lacks, as text to add; plain data. */
export interface Draft {
  readonly apps: readonly { readonly id: string; readonly name?: string }[];
  readonly files: readonly DraftFile[];
  /** What adding a paragraph does not mend, with what to do instead. */
  readonly rest: readonly DraftRest[];
  /** Findings whose paragraph stands in the policy already: its blanks are open, or were filled too vaguely. */
  readonly standing: readonly DraftRest[];
}

/** What goes into one file, in one language. */
export interface DraftFile {
  /** Of the policy; of a policy that has to be written, the name it may take. */
  readonly path: string;
  readonly language: Language;
  /**
   * `file`: `check --fix` can put it there; `beside`: only people can, the file is no Markdown; `foreign`: it is in another
   * language; `new`: there is no policy yet.
   */
  readonly into: 'file' | 'beside' | 'foreign' | 'new';
  readonly sections: readonly DraftSection[];
  /** The whole text of a policy that has to be written. */
  readonly whole?: string;
}

/** Paragraphs under one heading, which the policy has or which is new. */
export interface DraftSection {
  readonly heading: string;
  readonly isNew: boolean;
  readonly paragraphs: readonly DraftParagraph[];
  /** Two lines that make the rows among the paragraphs a table. */
  readonly tableHead?: readonly string[];
}

/** A paragraph, an item or a row to add. */
export interface DraftParagraph {
  /** Markdown. */
  readonly text: string;
  readonly isRow: boolean;
  /** What only people know, as it stands in the text: 【功能】. */
  readonly placeholders: readonly string[];
  /** `at` is absent for what only came up with the paragraphs above. */
  readonly mends: readonly { readonly rule: string; readonly about: string; readonly at?: Place }[];
}

/** A finding with its remedy. */
export interface DraftRest {
  readonly rule: string;
  readonly about: string;
  readonly at: Place;
  readonly message: Text;
  readonly suggestion?: Text;
}

/** For each gap that a check finds, the paragraph to add to the policy. Writes nothing, prints nothing. */
export async function draft(options: DraftOptions): Promise<Draft> {
  const examined = await examine(await openInputs(options), options);
  return draftOf(examined, await composeFor(examined, options));
}

/** Composes for what was examined; refuses what has no text to add to. */
export function composeFor(examined: Examined, options: Pick<DraftOptions, 'languages' | 'fallback'>): Promise<Composed> {
  const { policy, app } = examined.comparison;
  const [link] = policy.links;
  if (policy.documents.length === 0 && link) {
    throw new UserError({
      zh: `政策在别处（${link.text}），没有读到，不知道缺什么；把文件取来，用 --policy 指定`,
      en: `the policy stands elsewhere (${link.text}) and was not read; fetch it and name the file with --policy`,
    });
  }
  if (policy.documents.length === 0 && app.apps.length === 0) {
    throw new UserError({
      zh: '没有读到应用的清单，也没有读到政策，写不出草稿',
      en: 'neither the manifest of an app nor a policy was read: there is nothing to draft from',
    });
  }
  return compose(examined, options.languages ?? [], options.fallback ?? 'zh');
}

/** A draft as plain data. */
export function draftOf(examined: Examined, composed: Composed): Draft {
  const { comparison, inputs } = examined;
  const inFiles = placesIn(inputs.project.files, comparison.policy.documents);
  const found = new Set(examined.settled.findings);
  const placeOf = (finding: Finding): Place | undefined =>
    found.has(finding) || !composed.texts.has(finding.at.file) ? inFiles(finding.at) : undefined;
  return {
    apps: comparison.app.apps.map(calledBy),
    files: composed.files.map((file) => fileOf(file, composed, placeOf)),
    rest: composed.rest.map((finding) => restOf(finding, inFiles)),
    standing: composed.standing.map((finding) => restOf(finding, inFiles)),
  };
}

function fileOf(
  { path, language, into, placed }: ComposedFile,
  { texts }: Composed,
  placeOf: (finding: Finding) => Place | undefined,
): DraftFile {
  const sections = new Map<string, Placed[]>();
  for (const each of placed) {
    sections.set(each.heading, [...(sections.get(each.heading) ?? []), each]);
  }
  const whole = into === 'new' ? texts.get(path) : undefined;
  return {
    path,
    language,
    into,
    sections: [...sections].map(([heading, own]) => ({
      heading,
      isNew: own.some(({ isNew }) => isNew),
      paragraphs: own.map(({ text, isRow, proposal }) => ({
        text,
        isRow,
        placeholders: placeholdersIn(text),
        mends: proposal.mends.map((finding) => {
          const at = placeOf(finding);
          return { rule: finding.rule, about: finding.about, ...(at && { at }) };
        }),
      })),
      ...(own.some(({ isRow }) => isRow) && { tableHead: headOf(own, language) }),
    })),
    ...(whole !== undefined && { whole }),
  };
}

/** The head of the table that the rows go into, there or new. */
function headOf(own: readonly Placed[], language: Language): readonly string[] {
  const row = own.find(({ isRow }) => isRow);
  return own.find(({ head }) => head)?.head ?? (row ? tableHead(listPartOf(row.proposal), language) : []);
}

function restOf(finding: Finding, placeOf: PlaceOf): DraftRest {
  const { rule: id, about, at } = finding;
  const rule = [...rules, ...waiverRules].find((each) => each.id === id);
  const told = rule && { zh: describe(finding, rule, 'zh'), en: describe(finding, rule, 'en') };
  return {
    rule: id,
    about,
    at: placeOf(at),
    message: { zh: told?.zh.message ?? id, en: told?.en.message ?? id },
    ...(told?.zh.suggestion !== undefined &&
      told.en.suggestion !== undefined && { suggestion: { zh: told.zh.suggestion, en: told.en.suggestion } }),
  };
}
