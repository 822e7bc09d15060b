import type { Action } from '@mingshi/model';
import type { Reading } from './clauses.ts';
import type { Mention } from './mentions.ts';
import { predicateOf } from './predicates.ts';
import type { Parsed, Predicate } from './predicates.ts';
import { isShortened } from './question-clauses.ts';

/* Data that stands before the sentence proper, or where a table lost its cells: labels and items. */

const LABELS: Readonly<Record<string, Action>> = {
  collection: 'collect',
  collected: 'collect',
  use: 'use',
  storage: 'store',
  sharing: 'share',
  disclosure: 'disclose',
};
const LABEL = /(?:^|[;.])\s*(?:(?:data|information) )?(collection|collected|use|storage|sharing|disclosure)\s*;/gi;

/** "Collection; photos from your device Yes; Use; …": a table that lost its cells keeps its labels before what they hold. */
export function labelled(parsed: Parsed): Predicate[] {
  const { text } = parsed.sentence;
  const labels = /^\w[\w ]{2,24};/.test(text) ? [...text.matchAll(LABEL)] : [];
  if (labels[0]?.index !== 0) return [];
  return labels.flatMap((label, i) => {
    const end = labels[i + 1]?.index ?? text.length;
    const action = LABELS[(label[1] ?? '').toLowerCase()];
    const inside = parsed.mentions.filter((mention) => {
      const start = parsed.tokens[mention.start]?.start ?? 0;
      return start > label.index && start < end;
    });
    if (!action || inside.length === 0) return [];
    const predicate = predicateOf(parsed, action, undefined, undefined, { negated: false });
    for (const mention of inside) predicate.arguments.push({ parsed, mention, except: false });
    return [predicate];
  });
}

/** "Phone number: verifying you", "Email: to answer you": what stands behind the colon of a label is what for. */
export function aimBehind(parsed: Parsed, { label, predicates }: Reading): Predicate[] {
  const { tokens, mentions } = parsed;
  const colon = tokens.findIndex(({ text }) => text === ':');
  const [named] = label;
  if (colon < 1 || colon > 6 || named?.end !== colon || named.start > 1 || named.generic) return [];
  const next = tokens[colon + 1]?.text ?? '';
  if (!/^(?:\w{3,}ing|to|for|so)$/.test(next) || mentions.some(({ start }) => start > colon)) return [];
  const end = tokens.findLastIndex(({ kind }) => kind !== 'sign') + 1;
  const own = predicates.find(({ arguments: given }) => given.some(({ mention }) => mention === named));
  if (own?.negated) return [];
  const told = own ?? predicateOf(parsed, 'collect', undefined, undefined, { negated: false });
  if (!own) told.arguments.push({ parsed, mention: named, except: false });
  told.reasons.push({ parsed, purpose: { category: 'service', vague: false, start: colon + 1, end } });
  return own ? [] : [told];
}

/** "Location: we use it to …": the label says what the sentence is about when the sentence itself names nothing. */
export function addLabel(reading: Reading, parsed: Parsed): void {
  const colon = parsed.tokens.findIndex((token) => token.text === ':');
  if (colon < 0 || colon > 8 || reading.label.length === 0) return;
  const first = reading.predicates.find(({ group }) => !group || (group.start > colon && !isShortened(parsed.tokens, group.start)));
  if (
    !first ||
    first.negated ||
    reading.predicates.some((one) => one.arguments.some(({ mention }) => !mention.generic))
  )
    return;
  for (const mention of reading.label)
    if (mention.end <= colon) first.arguments.push({ parsed, mention, except: false });
}

/** "Your IP address; device identifiers; data that we collect with cookies": items without a verb stand beside one with. */
export function itemsBefore({ label, done, predicates }: Reading, parsed: Parsed): Predicate[] {
  const inside = done[0];
  const first = inside?.group.start ?? 0;
  const isAside = parsed.tokens.slice(Math.max(0, first - 3), first).some(({ text }) => text === '(');
  if (!inside || (inside.group.form !== 'participle' && inside.subject.clause !== 'relative' && !isAside)) return [];
  const ends = parsed.tokens.flatMap(({ text }, i) => (text === ';' ? [i] : []));
  const last = ends.findLast((at) => at < first);
  if (last === undefined) return [];
  const taken = new Set(predicates.flatMap((one) => one.arguments.map(({ mention }) => mention)));
  const isItem = (mention: Mention): boolean => {
    const from = ends.findLast((at) => at < mention.start) ?? -1;
    const to = ends.find((at) => at >= mention.end) ?? parsed.tokens.length;
    return !taken.has(mention) && !done.some(({ group }) => group.start > from && group.start < to);
  };
  const items = [...label.filter(({ end }) => end <= last), ...parsed.mentions.filter((one) => one.start > first && isItem(one))];
  const kinds = new Set(items.filter(({ generic, id }) => !generic && id !== 'cookie').map(({ id }) => id));
  if (kinds.size < 2) return [];
  const predicate = predicateOf(parsed, 'collect', undefined, undefined, { negated: false });
  for (const mention of items) predicate.arguments.push({ parsed, mention, except: false });
  return [predicate];
}
