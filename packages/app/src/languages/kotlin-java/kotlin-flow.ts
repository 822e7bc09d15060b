import type { Code, Param } from './code.ts';
import { codeOf, param, statements } from './kotlin-code.ts';
import { typeIn } from './kotlin.ts';
import { child, childrenOf, inner, part, textOf, type Source } from './nodes.ts';
import type { Syntax } from './syntax.ts';

/** Code that steers; `undefined` for all else. */
export function kotlinFlow(source: Source, node: Syntax): Code | undefined {
  switch (node.type) {
    case 'if_expression':
      return ifCode(source, node);
    case 'when_expression':
      return when(source, node);
    case 'for_statement':
    case 'while_statement':
    case 'do_while_statement':
      return loop(source, node);
    case 'try_expression':
      return tryCode(source, node);
    case 'return_expression':
    case 'throw_expression':
    case 'labeled_expression':
      return jump(source, node);
    default:
      return undefined;
  }
}

function ifCode(source: Source, node: Syntax): Code {
  const { start, end } = node;
  const close = node.children.findIndex((each) => each.type === ')');
  const other = node.children.findIndex((each) => each.type === 'else');
  const within = (from: number, to: number) =>
    node.children.slice(from + 1, to).find((each) => each.named && !each.type.endsWith('comment'));
  const met = within(close, other < 0 ? node.children.length : other);
  const unmet = other < 0 ? undefined : within(other, node.children.length);
  const test = part(node, 'condition');
  return {
    kind: 'if',
    condition: test ? codeOf(source, test) : { kind: 'group', items: [], start, end: start },
    ...(met ? { met: codeOf(source, met) } : {}),
    ...(unmet ? { unmet: codeOf(source, unmet) } : {}),
    start,
    end,
  };
}

/** `when`, with its tests in words: `state == GRANTED`, `it is Granted`. */
function when(source: Source, node: Syntax): Code {
  const { start, end } = node;
  const about = child(node, 'when_subject');
  const value = about && inner(about).at(-1);
  const variable = child(about, 'variable_declaration');
  const named = variable ? child(variable, 'identifier') : value;
  const subject = named ? textOf(source, named) : '';
  const branches = childrenOf(node, 'when_entry').map((entry) => {
    const tests = entry.children.filter((each) => each.field === 'condition' && each.named);
    const arrow = entry.children.findIndex((each) => each.type === '->');
    const body = entry.children.slice(arrow + 1).filter((each) => each.named && !each.type.endsWith('comment'));
    return {
      tests: tests.map((each) => testOf(source, subject, each)),
      items: tests.map((each) => codeOf(source, each)),
      body: body.map((each) => codeOf(source, each)),
      falls: false,
    };
  });
  const made: Code = { kind: 'when', branches, start, end, ...(value ? { subject: codeOf(source, value) } : {}) };
  if (!variable || !made.subject) return made;
  const names = childrenOf(variable, 'identifier').map((each) => ({
    kind: 'name' as const, name: textOf(source, each), start: each.start, end: each.end,
  }));
  const { subject: from, ...rest } = made;
  const local: Code = { kind: 'local', names, type: typeIn(source, variable), value: from, start, end };
  return { kind: 'block', items: [local, rest], start, end };
}

function testOf(source: Source, subject: string, node: Syntax): string {
  const written = textOf(source, node);
  if (!subject) return written;
  return node.type === 'type_test' || node.type === 'range_test' ? `${subject} ${written}` : `${subject} == ${written}`;
}

function loop(source: Source, node: Syntax): Code {
  const { start, end } = node;
  const first = node.type === 'do_while_statement';
  const test = part(node, 'condition');
  const close = node.children.findIndex((each) => each.type === ')');
  const inside = node.children.findIndex((each) => each.type === 'in' && !each.named);
  const over = inside < 0 ? [] : inner({ ...node, children: node.children.slice(inside + 1, close) });
  const body = first
    ? inner(node).find((each) => each !== test && each.type !== 'label')
    : inner({ ...node, children: node.children.slice(close + 1) })[0];
  const list = child(node, 'multi_variable_declaration') ?? node;
  const params: Param[] = childrenOf(list, 'variable_declaration').map((each) => param(source, each));
  return {
    kind: 'loop', params, over: over.map((each) => codeOf(source, each)), first,
    ...(test ? { condition: codeOf(source, test) } : {}),
    ...(body ? { body: codeOf(source, body) } : {}),
    start, end,
  };
}

function tryCode(source: Source, node: Syntax): Code {
  const { start, end } = node;
  const block = (of: Syntax): Code => ({ kind: 'block', items: statements(source, child(of, 'block')), start: of.start, end: of.end });
  const last = child(node, 'finally_block');
  return {
    kind: 'try', resources: [], body: block(node), start, end,
    handlers: childrenOf(node, 'catch_block').map((each) => ({ param: param(source, each), body: block(each) })),
    ...(last ? { last: block(last) } : {}),
  };
}

/** `return`, `throw`, `break@outer`; other labels only name what follows. */
function jump(source: Source, node: Syntax): Code {
  const { start, end } = node;
  const label = child(node, 'label');
  const value = inner(node).find((each) => each !== label && each.field !== 'label');
  if (node.type === 'labeled_expression' && label && !/^(?:break|continue)@/.test(textOf(source, label)))
    return value ? codeOf(source, value) : { kind: 'group', items: [], start, end };
  const leaves = node.type === 'throw_expression' || (node.type === 'return_expression' && !part(node, 'label'));
  const carries = value && node.type !== 'labeled_expression' ? { value: codeOf(source, value) } : {};
  return { kind: 'jump', leaves, ...carries, start, end };
}
