import type { Knowledge } from '@mingshi/knowledge';
import { knownCode, lastOf } from '../../code/known-apis.ts';
import { ASKS } from '../../code/requests.ts';
import type { Wanted } from './function-bodies.ts';
import { wordSet } from './word-set.ts';

/**
 * Words that a function of Kotlin or Java holds, one of them at least, when something in it is known or asks for permissions;
 * whether it may ask for any depends on the file.
 */
export function wantedWords(knowledge: Knowledge): (text: string) => Wanted {
  const names = wordSet([]);
  const texts = wordSet([]);
  for (const { language, kind, module, members } of knowledge.apis) {
    if (language !== 'jvm') continue;
    if (kind === 'string') for (const text of members.length > 0 ? members : [module]) texts.add(longestWord(text));
    else for (const member of members) for (const name of spellings(lastOf(member))) names.add(name);
  }
  for (const name of knownCode(knowledge).calls.keys()) for (const spelling of spellings(lastOf(name))) names.add(spelling);
  const known = { names, texts };
  const asking = { ...known, pattern: ASKS };
  return (text) => (/permission/i.test(text) ? asking : known);
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
