import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { practicesOf, readApp, sdksOf } from '@mingshi/app';
import { findArticle, findCase, loadKnowledge } from '@mingshi/knowledge';
import { decodeText, memoryFiles } from '@mingshi/model';
import type { Files, Finding, Location, Rule } from '@mingshi/model';
import { readPolicy } from '@mingshi/policy';
import { compare, describe as describeFinding, rules } from '@mingshi/rules';
import { describe, expect, test } from 'vitest';
import { readPage, withFindings } from '../packages/mingshi/src/docs/rule-readme.ts';
import type { Example } from '../packages/mingshi/src/docs/rule-readme.ts';

const folder = fileURLToPath(new URL('../packages/rules/src/', import.meta.url));
const pageOf = (rule: Rule): string => `${folder}${rule.id}/README.md`;
const knowledge = loadKnowledge();

describe('every rule', () => {
  test('has a folder of its own name, and every folder a rule', () => {
    const folders = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(rules.map(({ id }) => id).toSorted()).toEqual(folders.map(({ name }) => name).toSorted());
  });

  test.each(rules.map((rule) => [rule.id, rule] as const))(
    '%s cites articles and cases that the knowledge has',
    (_, rule) => {
      expect(rule.articles.filter((id) => !findArticle(knowledge, id))).toEqual([]);
      expect(rule.cases.filter((id) => !findCase(knowledge, id))).toEqual([]);
      expect(rule.articles.some((id) => /^(?:csl|pipl|dsl|ndsr)#/.test(id))).toBe(true);
    },
  );
});

const LABELS = {
  zh: ['发现什么', '为什么要紧', '怎样判断', '什么时候不报', '怎样改'],
  en: ['What', 'Why it matters', 'How it is decided', 'When it stays silent', 'How to fix'],
};

describe.each(rules.map((rule) => [rule.id, rule] as const))('the page of %s', (_, rule) => {
  const text = readFileSync(pageOf(rule), 'utf8');
  const page = readPage(text);

  test('says all that a page says, in both languages', () => {
    expect(page.title).toBe(rule.id);
    for (const language of ['zh', 'en'] as const) {
      expect(LABELS[language].filter((label) => !page[language].includes(`**${label}**`))).toEqual([]);
    }
    const kinds = page.examples.map(({ title }) => /^(?:错|对|Wrong|Right)(?=[:：])/.exec(title)?.[0] ?? title);
    expect([...new Set(kinds)].toSorted()).toEqual(['Right', 'Wrong', '对', '错']);
  });

  const said: (readonly string[])[] = [];
  test.each(page.examples.map((example) => [example.title, example] as const))('%s', async (title, example) => {
    const found = await findingsOf(example, rule);
    said.push(found);
    if (process.env['UPDATE_PAGES']) {
      if (said.length === page.examples.length) writeFileSync(pageOf(rule), withFindings(text, said));
      return;
    }
    expect(found).toEqual(example.findings);
    expect(await findingsOf(otherwise(example), rule)).toEqual(found.map(spelledOtherwise));
    expect(found.length > 0).toBe(/^(?:错|Wrong)/.test(title));
  });
});

/** The same policy in other spellings of its words, as long as before. */
function otherwise(example: Example): Example {
  const files = Object.entries(example.files).map(([path, text]) =>
    /\.(?:md|txt|html)$/.test(path) ? [path, spelledOtherwise(text)] : [path, text],
  );
  return { ...example, files: Object.fromEntries(files) };
}

function spelledOtherwise(text: string): string {
  return OTHERWISE.reduce((changed, [usual, other]) => changed.replaceAll(usual, other), text);
}

const OTHERWISE = [['您', '你'], ['收集', '采集'], ['账', '帐'], ['存储', '储存']] as const;

async function findingsOf(example: Example, rule: Rule): Promise<readonly string[]> {
  const files = memoryFiles(example.files);
  const category = /^category: *(.+)$/m.exec(example.files['mingshi.yaml'] ?? '')?.[1];
  const app = await readApp(files, {}, knowledge);
  const policy = await readPolicy(files, {}, knowledge);
  const sdks = sdksOf(app, knowledge);
  const practices = practicesOf(app, sdks, knowledge);
  const comparison = { app, practices, sdks, policy, knowledge, ...(category && { category }) };
  return compare(comparison)
    .filter((finding) => finding.rule === rule.id)
    .map((finding) => line(files, rule, finding));
}

function line(files: Files, rule: Rule, finding: Finding): string {
  for (const language of ['zh', 'en'] as const) {
    const { message, suggestion } = describeFinding(finding, rule, language);
    // A fact that is missing shows in the sentence made of it.
    expect(`${message} ${suggestion}`).not.toMatch(/undefined|NaN|\[object/);
  }
  return `${finding.about} ${placeOf(files, finding.at)} ${finding.confidence}`;
}

function placeOf(files: Files, { file, start }: Location): string {
  const before = decodeText(files.read(file)).text.slice(0, start).split('\n');
  return `${file}:${before.length}:${(before.at(-1) ?? '').length + 1}`;
}
