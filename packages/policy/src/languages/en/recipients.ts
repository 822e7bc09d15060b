import type { ThirdParty } from '@mingshi/model';
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
  const { tokens, parties, sentence } = parsed;
  return parties
    .filter(({ party }) => party === 'third-party' || party === 'authority')
    .map(({ party, start, end }) => {
      const name = sentence.text.slice(tokens[start]?.start ?? 0, tokens[end - 1]?.end ?? 0);
      return { name, kind: party === 'authority' ? 'authority' : kindOf(name), start, end };
    });
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
