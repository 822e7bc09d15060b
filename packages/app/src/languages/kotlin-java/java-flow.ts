import type { Code, Param } from './code.ts';
import { codeOf, locals, nameOf, statements } from './java-code.ts';
import { typeOf } from './java.ts';
import { child, childrenOf, hasToken, inner, part, textOf, type Source } from './nodes.ts';
import type { Syntax } from './syntax.ts';

/** Statements that steer, and those that declare variables; `undefined` for all else. */
export function javaFlow(source: Source, node: Syntax): Code | undefined {
  const { start, end } = node;
  switch (node.type) {
    case 'local_variable_declaration': {
      const made = locals(source, node);
      return made.length === 1 ? made[0] : { kind: 'group', items: made, start, end };
    }
    case 'if_statement':
    case 'ternary_expression': {
      const [met, unmet] = [part(node, 'consequence'), part(node, 'alternative')];
      return {
        kind: 'if',
        condition: conditionOf(source, node),
        ...(met ? { met: codeOf(source, met) } : {}),
        ...(unmet ? { unmet: codeOf(source, unmet) } : {}),
        start,
        end,
      };
    }
    case 'switch_expression':
    case 'switch_statement':
      return choice(source, node);
    case 'for_statement':
    case 'enhanced_for_statement':
    case 'while_statement':
    case 'do_statement':
      return loop(source, node);
    case 'return_statement':
    case 'throw_statement':
    case 'yield_statement': {
      const value = inner(node)[0];
      const leaves = node.type !== 'yield_statement';
      return { kind: 'jump', leaves, ...(value ? { value: codeOf(source, value) } : {}), start, end };
    }
    case 'break_statement':
    case 'continue_statement':
      return { kind: 'jump', leaves: false, start, end };
    case 'labeled_statement': {
      const last = inner(node).at(-1);
      return last ? codeOf(source, last) : undefined;
    }
    case 'try_statement':
    case 'try_with_resources_statement':
      return tryCode(source, node);
    case 'instanceof_expression':
      return test(source, node);
    default:
      return undefined;
  }
}

function conditionOf(source: Source, node: Syntax): Code {
  const found = part(node, 'condition');
  return found ? codeOf(source, found) : { kind: 'group', items: [], start: node.start, end: node.start };
}

/** `o instanceof Foo f` also declares f. */
function test(source: Source, node: Syntax): Code {
  const { start, end } = node;
  const [left, right, name] = [part(node, 'left'), part(node, 'right'), part(node, 'name')];
  const items: Code[] = left ? [codeOf(source, left)] : [];
  if (name) items.push({ kind: 'local', names: [nameOf(source, name)], type: typeOf(source, right), value: undefined, start, end });
  return { kind: 'group', items, start, end };
}

function choice(source: Source, node: Syntax): Code {
  const { start, end } = node;
  const on = part(node, 'condition');
  const subject = on && inner(on)[0];
  const written = subject ? textOf(source, subject) : '';
  const branches = childrenOf(part(node, 'body'), 'switch_block_statement_group', 'switch_rule').map((each) => {
    const labels = childrenOf(each, 'switch_label');
    const tests = labels.flatMap((label) => inner(label));
    // `case 1: default:` takes the rest as well.
    const rest = labels.some((label) => hasToken(label, 'default'));
    return {
      tests: rest ? [] : tests.map((label) => `${written} == ${textOf(source, label)}`),
      items: tests.map((label) => codeOf(source, label)),
      body: inner(each).filter((part_) => part_.type !== 'switch_label').map((part_) => codeOf(source, part_)),
      falls: each.type === 'switch_block_statement_group',
    };
  });
  return { kind: 'when', branches, ...(subject ? { subject: codeOf(source, subject) } : {}), start, end };
}

function loop(source: Source, node: Syntax): Code {
  const { start, end } = node;
  const body = part(node, 'body');
  const condition = part(node, 'condition');
  const name = part(node, 'name');
  const params: Param[] = name ? [{ name: textOf(source, name), type: typeOf(source, part(node, 'type')) }] : [];
  const over = node.children.filter((each) => ['init', 'value', 'update'].includes(each.field));
  return {
    kind: 'loop', params, over: over.map((each) => codeOf(source, each)), first: node.type === 'do_statement',
    ...(condition ? { condition: codeOf(source, condition) } : {}),
    ...(body ? { body: codeOf(source, body) } : {}),
    start, end,
  };
}

function tryCode(source: Source, node: Syntax): Code {
  const { start, end } = node;
  const block = (of: Syntax, body: Syntax | undefined): Code =>
    ({ kind: 'block', items: statements(source, body), start: of.start, end: of.end });
  const resources = childrenOf(part(node, 'resources'), 'resource').map((each): Code => {
    const [name, value] = [part(each, 'name'), part(each, 'value')];
    if (!name) return { kind: 'group', items: statements(source, each), start: each.start, end: each.end };
    const type = typeOf(source, part(each, 'type'));
    return { kind: 'local', names: [nameOf(source, name)], type, value: value && codeOf(source, value), start: each.start, end: each.end };
  });
  const handlers = childrenOf(node, 'catch_clause').map((each) => {
    const caught = child(each, 'catch_formal_parameter');
    const name = caught && part(caught, 'name');
    const type = child(caught, 'catch_type');
    return {
      param: { name: name ? textOf(source, name) : '', type: typeOf(source, type && inner(type)[0]) },
      body: block(each, part(each, 'body')),
    };
  });
  const last = child(node, 'finally_clause');
  return {
    kind: 'try', resources, body: block(node, part(node, 'body')), handlers, start, end,
    ...(last ? { last: block(last, child(last, 'block')) } : {}),
  };
}
