import { articles, isAdverb, isFunctionWord, possessives, prepositions, subjectPronouns } from './function-words.ts';
import { isQuote } from './phrases.ts';
import type { Token } from './tokens.ts';
import { startsNounPhrase } from './verb-contexts.ts';
import type { Pending } from './verb-groups.ts';
import { verbAt } from './verbs.ts';
import type { Verbs } from './verbs.ts';

/* What stands between a subject or an auxiliary and the verb that it waits for. */

const LONGEST = 10;
const ACTORS = new Set(['we', 'i', 'they']);

/** "we may, from time to time, collect", "we, with your consent, share": the place behind, else the comma itself. */
export function behindAside(tokens: readonly Token[], verbs: Verbs, pending: Pending | undefined, at: number): number {
  const { text: first = '' } = tokens[at + 1] ?? {};
  // "if you do, we collect"
  if (articles.has(first) || subjectPronouns.has(first)) return at;
  const waits = pending && pending.between === 0 && !pending.to && (pending.modal !== '' || pending.be || pending.have || pending.do);
  if (!waits && (pending || !ACTORS.has(tokens[at - 1]?.text ?? ''))) return at;
  for (let i = at + 2; i < tokens.length && i < at + LONGEST; i++) {
    const { text, kind } = tokens[i] as Token;
    if (kind === 'word' || isQuote(text)) continue;
    if (text !== ',') return at;
    let next = i + 1;
    while (isAdverb(tokens[next]?.text ?? '')) next++;
    const forms = verbAt(verbs, tokens, next)?.forms;
    return forms && (pending?.be || pending?.have ? forms.participle : forms.base) ? i + 1 : at;
  }
  return at;
}

/** "we may from time to time collect": where the verb stands that an auxiliary waits for, else the place itself. */
export function verbBehind(tokens: readonly Token[], verbs: Verbs, at: number): number {
  for (let i = at + 2; i < tokens.length && i < at + LONGEST; i++) {
    if ((tokens[i] as Token).kind === 'sign') return at;
    const before = tokens[i - 1]?.text ?? '';
    if (articles.has(before) || possessives.has(before) || prepositions.has(before)) continue;
    const found = verbAt(verbs, tokens, i);
    if (found?.forms.base && startsNounPhrase(tokens, found.end) && (!found.verb.noun || isFunctionWord(tokens[found.end]?.text ?? ''))) return i;
  }
  return at;
}
