import type { Knowledge } from '@mingshi/knowledge';
import { knownCode, lastOf } from './known-apis.ts';
import { ASKS } from './requests.ts';

/** Words that a body of Kotlin or Java holds, one of them at least, when something in it is known or asks for permissions. */
export interface WantedWords {
  readonly isName: (word: string) => boolean;
  /** Of a string in it. */
  readonly isText: (word: string) => boolean;
}

/** Lays out what to look for; the answer for a file depends on whether it speaks of permissions at all. */
export function wantedWords(knowledge: Knowledge): (text: string) => WantedWords {
  const names = new Set<string>();
  const texts = new Set<string>();
  for (const { language, kind, module, members } of knowledge.apis) {
    if (language !== 'jvm') continue;
    if (kind === 'string') for (const text of members.length > 0 ? members : [module]) texts.add(longestWord(text));
    else for (const member of members) for (const name of spellings(lastOf(member))) names.add(name);
  }
  for (const name of knownCode(knowledge).calls.keys()) for (const spelling of spellings(lastOf(name))) names.add(spelling);
  const isText = (word: string): boolean => texts.has(word);
  const isName = (word: string): boolean => names.has(word);
  const isNameOrAsks = (word: string): boolean => names.has(word) || ASKS.test(word);
  return (text) => ({ isText, isName: /permission/i.test(text) ? isNameOrAsks : isName });
}

/** How code writes a method: Kotlin reads `deviceId` for `getDeviceId()` and writes `isChecked` for `setChecked()`. */
function spellings(name: string): readonly string[] {
  const [, verb, rest = ''] = /^(get|set)([A-Z]\w*)$/.exec(name) ?? [];
  if (verb === undefined) return [name];
  const property = rest.charAt(0).toLowerCase() + rest.slice(1);
  return verb === 'get' ? [name, property] : [name, property, rest, `is${rest}`];
}

function longestWord(text: string): string {
  return (text.match(/\w+/g) ?? []).toSorted((a, b) => b.length - a.length)[0] ?? '';
}
