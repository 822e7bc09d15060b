import { loadKnowledge } from '@mingshi/knowledge';
import { memoryFiles } from '@mingshi/model';
import { describe, expect, it } from 'vitest';
import { readPolicy } from '../index.ts';

const knowledge = loadKnowledge();

/** What a policy tells, by the data types; "not" before what it denies. */
async function told(...lines: readonly string[]): Promise<string[]> {
  const text = ['# Marmot Hikes Privacy Policy', '', ...lines, ''].join('\n');
  const files = memoryFiles({ 'privacy.md': new TextEncoder().encode(text) });
  const { statements } = await readPolicy(files, { named: ['privacy.md'] }, knowledge);
  const types = statements.flatMap(({ action, negated, dataTypes }) =>
    dataTypes.filter(({ generic }) => !generic).map(({ id }) => `${negated ? 'not ' : ''}${action === 'request-permission' ? 'asks ' : ''}${id}`),
  );
  return [...new Set(types)];
}

describe('plurals', () => {
  it('are read where the lexicon is surer of the singular', async () => {
    expect(await told('We keep your passwords.')).toEqual(['password']);
    expect(await told('Marmot does not store names, emails, or passwords.')).toEqual(['not real-name', 'not email-address', 'not password']);
  });
});
