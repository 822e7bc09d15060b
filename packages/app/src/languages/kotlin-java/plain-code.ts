import type { Code } from './code.ts';
import { chainOf, part } from './nodes.ts';
import type { Syntax } from './syntax.ts';

type CodeOf = (node: Syntax) => Code;
type Kind = 'and' | 'or' | 'elvis' | 'plus';

const operatorOf = (node: Syntax): string => part(node, 'operator')?.type ?? '';

/** A place where no code is read. */
export function nothing({ start, end }: Syntax): Code {
  return { kind: 'group', items: [], start, end };
}

/** A chain of one operator as one; what other operators join is only seen. */
export function binaryCode(node: Syntax, kinds: Readonly<Record<string, Kind>>, codeOf: CodeOf): Code {
  const { start, end } = node;
  const operator = operatorOf(node);
  const kind = kinds[operator];
  const chain = chainOf(node, 'binary_expression', (each) =>
    kind ? operatorOf(each) === operator : !kinds[operatorOf(each)],
  );
  return { kind: kind ?? 'group', items: chain.map(codeOf), start, end };
}

/** An assignment whose both sides are there. */
export function assignCode(node: Syntax, codeOf: CodeOf): Code | undefined {
  const [target, value] = [part(node, 'left'), part(node, 'right')];
  if (!target || !value) return undefined;
  return { kind: 'assign', target: codeOf(target), value: codeOf(value), start: node.start, end: node.end };
}

/** What stands between the quotes, three of them around a text of several lines. */
export function betweenQuotes(raw: string): { readonly written: string; readonly isBlock: boolean } {
  const quotes = raw.startsWith('"""') ? 3 : 1;
  return { written: raw.slice(quotes, Math.max(raw.length - quotes, quotes)), isBlock: quotes === 3 };
}
