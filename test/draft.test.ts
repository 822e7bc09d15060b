import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { keysOf, prove } from '../packages/mingshi/src/draft/testing.ts';
import type { Said } from '../packages/mingshi/src/draft/testing.ts';
import { placeholdersIn } from '../packages/mingshi/src/draft/proposals.ts';
import { readPage } from '../packages/mingshi/src/docs/rule-readme.ts';

const examples = fileURLToPath(new URL('../examples', import.meta.url));
const rules = fileURLToPath(new URL('../packages/rules/src', import.meta.url));

function filesIn(root: string, folder = ''): Record<string, Uint8Array> {
  const files: Record<string, Uint8Array> = {};
  for (const name of readdirSync(join(root, folder))) {
    const path = folder === '' ? name : `${folder}/${name}`;
    if (statSync(join(root, path)).isDirectory()) Object.assign(files, filesIn(root, path));
    else files[path] = readFileSync(join(root, path));
  }
  return files;
}

/** Drafts, inserts, fills in, checks again: what is wrong with that, and how much the draft mends. */
async function mendedBy(
  files: Readonly<Record<string, string | Uint8Array>>,
  said: Said,
): Promise<{ readonly mends: number; readonly trouble: readonly string[] }> {
  const { before, composed, open, after, mends, again } = await prove(files, said);
  // Nothing is left of what it mends, and nothing came up by it.
  const known = new Set([...keysOf(before.settled.findings), ...keysOf(composed.rest)]);
  const left = keysOf(after.settled.findings).filter((key) => mends.includes(key) || !known.has(key));
  // What was not filled in cannot pass: each blank is seen as one.
  const signs = open.comparison.policy.signs.flatMap((sign) => (sign.kind === 'placeholder' ? [sign.quote.text] : []));
  const written = composed.files.filter(({ into }) => into === 'file' || into === 'new').flatMap(({ placed }) => placed);
  const unseen = written.flatMap(({ text }) => placeholdersIn(text)).filter((blank) => !signs.includes(blank));
  return { mends: mends.length, trouble: [...left, ...again, ...unseen] };
}

const POLICY = /隐私|privacy|policy/i;
const CATEGORY: Readonly<Record<string, string>> = { hospital: '问诊挂号' };

describe.each(readdirSync(examples))('the draft for %s', (name) => {
  const all = filesIn(join(examples, name));
  const said = CATEGORY[name] === undefined ? {} : { category: CATEGORY[name] };

  test('mends what it says', async () => {
    const { mends, trouble } = await mendedBy(all, said);
    expect(trouble).toEqual([]);
    expect(mends === 0).toBe(/compliant|push-/.test(name));
  });

  test.each(['zh', 'en'] as const)('is a whole policy in %s where there is none', async (language) => {
    const files = Object.fromEntries(Object.entries(all).filter(([path]) => !POLICY.test(path)));
    expect((await mendedBy(files, { ...said, languages: [language] })).trouble).toEqual([]);
  });
});

const WRONG = /^(?:错|Wrong)/;

test.each(readdirSync(rules, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : [])))(
  'the drafts for the examples of %s mend what they say',
  async (rule) => {
    const { examples: shown } = readPage(readFileSync(join(rules, rule, 'README.md'), 'utf8'));
    for (const { title, files } of shown) {
      if (!WRONG.test(title)) continue;
      const { 'mingshi.yaml': config, ...rest } = files;
      const category = /^category: *(.+)$/m.exec(config ?? '')?.[1];
      const { trouble } = await mendedBy(rest, category === undefined ? {} : { category });
      expect([title, trouble]).toEqual([title, []]);
    }
  },
);
