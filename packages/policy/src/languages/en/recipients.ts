import type { ThirdParty } from '@mingshi/model';
import { namesOf } from './company-names.ts';
import type { Parsed } from './predicates.ts';

/** Those who get data, or do something with them, beside the app and the user. */
export interface RecipientAt {
  readonly name: string;
  readonly kind: ThirdParty['kind'];
  readonly start: number;
  readonly end: number;
}

/** The third parties of a sentence. */
export function recipientsOf(parsed: Parsed): RecipientAt[] {
  const { tokens, parties, named, sentence } = parsed;
  const known: RecipientAt[] = parties
    // "driver's license"
    .filter(({ party, start }) => (party === 'third-party' || party === 'authority') && !named.some((one) => one.start <= start && start < one.end))
    .map(({ party, start, end }) => {
      const name = nameAt(start, end);
      return { name, kind: party === 'authority' ? 'authority' : kindOf(name), start, end };
    });
  const others = namesOf(parsed)
    .filter(({ start, end }) => !known.some((one) => one.start < end && start < one.end))
    .map(({ start, end }): RecipientAt => ({ name: nameAt(start, end), kind: /\bsdks?$/i.test(nameAt(start, end)) ? 'sdk' : 'partner', start, end }));
  return [...known, ...others];

  function nameAt(start: number, end: number): string {
    return sentence.text.slice(tokens[start]?.start ?? 0, tokens[end - 1]?.end ?? 0);
  }
}

function kindOf(name: string): ThirdParty['kind'] {
  if (/affiliate|subsidiar|parent compan/i.test(name)) return 'affiliate';
  if (/\bsdks?$/i.test(name) || /^[A-Z][A-Za-z]+(?: [A-Z][a-z]+)?$/.test(name))
    return /^(?:Third|Other|Service|These|Such|Partner|Vendor|Supplier|Advertiser|Provider|Recipient|Bank|Public)/.test(
      name,
    )
      ? 'unnamed'
      : 'sdk';
  return /partner|advertis|sponsor|ad network|ad server/i.test(name) ? 'partner' : 'unnamed';
}
