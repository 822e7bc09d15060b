import type { PolicyReading, SdkMention } from './policy.ts';

/** Where a policy names an SDK or its brand: of all such places those that count. */
export function mentionsOf({ sdks }: Pick<PolicyReading, 'sdks'>, id: string): readonly SdkMention[] {
  return countingOf(sdks.filter((mention) => mention.sdks.includes(id)));
}

/** All that tells of an SDK: what names it, and what tells of its brand in a list or as one who gets data. */
export function tellingOf({ sdks }: Pick<PolicyReading, 'sdks'>, id: string): readonly SdkMention[] {
  return sdks.filter((mention) => mention.sdks.includes(id) && (mention.exact || mention.listed));
}

/** Of mentions of an SDK those that count: by its own name before its brand's, and then in a list before in passing. */
export function countingOf(mentions: readonly SdkMention[]): readonly SdkMention[] {
  const best = orAll(mentions.filter(({ exact }) => exact), mentions);
  return orAll(best.filter(({ listed }) => listed), best);
}

const orAll = (some: readonly SdkMention[], all: readonly SdkMention[]): readonly SdkMention[] =>
  some.length > 0 ? some : all;
