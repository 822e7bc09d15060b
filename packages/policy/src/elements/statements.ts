import { isFullName } from '@mingshi/model';
import type { Phrase, PolicyStatement } from '@mingshi/model';
import type { Found } from './found.ts';
import { DENIES } from './parties.ts';

/** An element met in a statement, with its own quote. */
interface Stated extends Found {
  readonly document: number;
  readonly quote: Phrase;
}

/** What the understood statements tell: what is collected, for what, by which function, with whom it is shared. */
export function* readStatements(statements: readonly PolicyStatement[]): Iterable<Stated> {
  for (const statement of statements) {
    const { action, actor, negated, dataTypes, purposes, condition, document, text, at } = statement;
    const stated = (id: Found['id'], told: Found['told'], score: number): Stated =>
      ({ id, told, score, document, quote: { text, at } });
    const concrete = dataTypes.some((data) => !data.generic);
    const own = actor.role === 'first-party' || actor.role === 'unknown';
    if (SHARES.has(action)) {
      const named = statement.thirdParties.length > 0;
      yield stated('sharing', named || negated ? 'yes' : 'partial', negated ? 0 : 1);
      const byName = concrete && statement.thirdParties.some(({ name }) => isFullName(name));
      if (!negated && own && byName) yield stated('third-party-sdk-list', 'yes', 0);
      if (!negated && own && statement.thirdParties.some(({ name }) => !PUBLIC.test(name)) && !DENIES.test(text)) yield stated('third-parties', 'yes', ASIDE.test(text) ? 0 : 2);
    }
    if (negated || !COLLECTS.has(action) || !(own || actor.role === 'user') || dataTypes.length === 0) continue;
    yield stated('collection-rules', concrete ? 'yes' : 'partial', purposes.length > 0 ? 1 : 0);
    if (purposes.length > 0) {
      const clear = purposes.some((purpose) => !purpose.vague);
      yield stated('purpose', concrete && clear ? 'yes' : 'partial', clear ? 1 : 0);
    }
    if (!concrete) continue;
    const bound = condition !== undefined || purposes.length > 0;
    yield stated('collection-by-function', bound ? 'yes' : 'partial', condition ? 1 : 0);
  }
}

/** Figures shown to everybody go to no third party that could be listed. */
const PUBLIC = /^(?:社会)?[公大]众$|^the (?:general )?public$/i;
const SHARES: ReadonlySet<string> = new Set(['share', 'transfer', 'disclose', 'sell', 'publish']);
const COLLECTS: ReadonlySet<string> = new Set(['collect', 'use', 'store', 'request-permission']);
/** Advice to users, and words on what stands elsewhere: data go to others, but this is not where it is told. */
const ASIDE = /^请|^在向[^,，。]{2,24}前[,，]|\bplease\b|\bwe (?:describe|explain)\b|\bmay request\b|\bcertain rights\b/i;
