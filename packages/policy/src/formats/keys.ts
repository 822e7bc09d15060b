import type { Role } from './source/shown.ts';

const POLICY = /priva(?:cy|ci)(?:[-_]?(?:policy|statement|notice|terms))?|yinsi|隐私|隱私|个人信息|個人資料|data[-_]?(?:protection|policy)/i;

/**
 * Which part of a table of texts a key belongs to, up to the word that names the policy: `settings.privacy` of
 * `settings.privacy.p1`, `login_privacy` of `login_privacy_tip`. Undefined for a key that does not name it.
 */
export function policyPartOf(key: string): string | undefined {
  const match = POLICY.exec(key);
  return match ? key.slice(0, match.index + match[0].length) : undefined;
}

/** The texts of the parts that are long enough for a policy; shorter ones are labels, tips and switches. */
export function longParts<T>(texts: readonly T[], partOf: (text: T) => string, lengthOf: (text: T) => number): readonly T[] {
  const lengths = new Map<string, number>();
  for (const text of texts) lengths.set(partOf(text), (lengths.get(partOf(text)) ?? 0) + lengthOf(text));
  return texts.filter((text) => (lengths.get(partOf(text)) ?? 0) >= SHORTEST);
}

const SHORTEST = 120;

/** What a key says of its text: `section1_title`, `privacyHeading`, `t2` · `item_3`, `bullet1`. */
export function roleOfKey(key: string): Role | undefined {
  if (/(?:title|heading|header)[-_]?\d*$|(?:^|[-_])[th][-_]?\d+$/i.test(key)) return 'heading';
  return /(?:item|bullet|point|li)s?[-_]?\d*$/i.test(key) ? 'item' : undefined;
}
