import type { PolicyReading, PolicySign } from '@mingshi/model';

/** The signs of one kind that the policy's text shows, in reading order. */
export function signsOf<K extends PolicySign['kind']>(
  policy: PolicyReading,
  kind: K,
): readonly Extract<PolicySign, { readonly kind: K }>[] {
  return policy.signs.filter((sign): sign is Extract<PolicySign, { readonly kind: K }> => sign.kind === kind);
}

/** Words short enough for a message. */
export function shortened(text: string, length = 40): string {
  const plain = text.replaceAll(/\s+/g, ' ').trim();
  return plain.length <= length ? plain : `${plain.slice(0, length)}…`;
}
