import type { Text } from '@mingshi/knowledge';
import { midSentence } from './mid-sentence.ts';

/** Words of the vocabulary that tell kinds apart and say nothing to a user. */
const ASIDE = /\s\((?:unspecified|GPS|iOS|China|user supplied)[^)]*\)/g;

/** The name of a kind of data as a policy writes it: no slashes, nothing left open by 等. */
export function inPolicy({ zh, en }: Text): Text {
  return {
    zh: zh
      .replaceAll('(', '（')
      .replaceAll(')', '）')
      .replaceAll('等）', '）')
      .replaceAll('/', '、'),
    en: midSentence(en.replaceAll(ASIDE, '').replaceAll(' / ', ' or ')),
  };
}
