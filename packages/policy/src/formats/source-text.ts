import { kindOfName } from '../text/classify.ts';
import type { Draft, Drafts } from './draft.ts';
import { writeStrings } from './source/dart.ts';
import { constantsOf, plainName } from './source/lookups.ts';
import { writeProgram } from './source/program.ts';
import { draftsOf } from './source/sheet.ts';
import type { Sheet } from './source/sheet.ts';
import { isTranslations, writeTranslations } from './source/translations.ts';
import { parseProgram } from './source/tree.ts';
import { partsOf, writeTemplate } from './source/vue.ts';

/** Reads the text that a program shows: Vue templates, JSX, strings of TypeScript, ArkTS, Dart, Kotlin and Java. */
export async function readSource(path: string, source: string): Promise<Drafts[]> {
  const { sheets, note } = await sheetsOf(path, source);
  const groups: [string, Draft[]][] = [];
  for (const sheet of sheets) groups.push(...(await draftsOf(sheet)));
  const drafts = withoutAgreements(groups).toSorted((a, b) => a.at.start - b.at.start);
  return drafts.length > 0 ? [{ drafts, ...(note && { note }) }] : [];
}

async function sheetsOf(path: string, source: string): Promise<{ sheets: Sheet[]; note?: string }> {
  if (/\.(?:dart|kt|java)$/i.test(path)) return { sheets: [writeStrings(source)] };
  if (/\.vue$/i.test(path)) {
    const { template, script, jsx } = partsOf(source);
    const root = script.trim() === '' ? undefined : await parseProgram(script, jsx ? 'script.tsx' : 'script.ts');
    const constants = root ? constantsOf(script, root, true) : new Map<string, string>();
    const page = template ? [writeTemplate(source, template, constants)] : [];
    return { sheets: [...page, ...(root ? [writeProgram(script, root)] : [])] };
  }
  const dialect = /\.([cm]?[jt]sx?|ets|json|arb)$/i.exec(path)?.[1]?.toLowerCase() ?? 'ts';
  // ArkTS is TypeScript with structs.
  const program = dialect === 'ets' ? source.replaceAll(/\bstruct (?=\w)/g, 'class  ') : source;
  const root = await parseProgram(program, `script.${DIALECTS[dialect] ?? dialect}`);
  try {
    if (root) return { sheets: [(isTranslations(path) ? writeTranslations(source, root) : undefined) ?? writeProgram(source, root)] };
  } catch (error) {
    // Nested deeper than anybody writes.
    if (!(error instanceof RangeError)) throw error;
  }
  return { sheets: [writeStrings(source)], note: 'source-as-strings' };
}

/** JSX may stand in any JavaScript file; in TypeScript `<T>x` is no element. */
const DIALECTS: Readonly<Record<string, string>> = {
  js: 'jsx',
  mjs: 'jsx',
  cjs: 'jsx',
  ets: 'ts',
  arb: 'json',
  mts: 'ts',
  cts: 'ts',
};

/** The texts of all declarations, those of user agreements left out where a policy stands beside them. */
function withoutAgreements(groups: readonly (readonly [string, Draft[]])[]): Draft[] {
  const kinds = groups.map(([name, [first]]) => {
    const kind = kindOfName(plainName(name));
    return kind === 'unknown' ? kindOfName(first?.text.text.slice(0, 60) ?? '') : kind;
  });
  const hasPolicy = kinds.includes('privacy-policy');
  return groups.flatMap(([, drafts], index) => (hasPolicy && kinds[index] === 'agreement' ? [] : drafts));
}
