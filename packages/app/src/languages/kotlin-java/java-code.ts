import type { Code, Name } from './code.ts';
import { javaMembers, javaMethod, javaType, paramsOf, typeOf } from './java.ts';
import { javaFlow } from './java-flow.ts';
import { child, childrenOf, deeper, inner, part, textOf, type Source } from './nodes.ts';
import { assignCode, betweenQuotes, binaryCode, nothing } from './plain-code.ts';
import { unescaped } from './string-value.ts';
import type { Syntax } from './syntax.ts';
import { writtenType } from './written-type.ts';

/** The statements of a block, or the parts of anything else. */
export function statements(source: Source, block: Syntax | undefined): readonly Code[] {
  return block ? inner(block).map((each) => codeOf(source, each)) : [];
}

/** A name of Java's tree as code. */
export function nameOf(source: Source, node: Syntax): Name {
  return { kind: 'name', name: textOf(source, node), start: node.start, end: node.end };
}

/** A statement or an expression of Java. */
export function codeOf(source: Source, node: Syntax): Code {
  return deeper(source, () => translate(source, node), nothing(node));
}

function translate(source: Source, node: Syntax): Code {
  const { start, end } = node;
  switch (node.type) {
    case 'identifier':
      return nameOf(source, node);
    case 'this':
      return { kind: 'this', label: '', start, end };
    case 'super':
      return { kind: 'super', start, end };
    case 'string_literal':
      return stringOf(source, node);
    case 'field_access':
      return member(source, node);
    case 'method_invocation':
    case 'explicit_constructor_invocation':
      return call(source, node);
    case 'object_creation_expression':
      return creation(source, node);
    case 'array_creation_expression':
      return { kind: 'array', items: statements(source, part(node, 'value')), start, end };
    case 'array_initializer':
      return { kind: 'array', items: statements(source, node), start, end };
    case 'cast_expression':
      return cast(source, node);
    case 'class_literal':
      return { kind: 'class', type: writtenType(textOf(source, node).replace(/\.\s*class$/, '')), start, end };
    case 'method_reference':
      return reference(source, node);
    case 'lambda_expression':
      return lambda(source, node);
    case 'binary_expression':
      return binaryCode(node, KINDS, (each) => codeOf(source, each));
    case 'assignment_expression':
      return assignCode(node, (each) => codeOf(source, each)) ?? group(source, node);
    case 'block':
    case 'constructor_body':
      return { kind: 'block', items: statements(source, node), start, end };
    case 'expression_statement':
    case 'parenthesized_expression':
      return onlyPart(source, node);
    case 'class_declaration':
    case 'interface_declaration':
    case 'enum_declaration':
    case 'record_declaration':
      return { kind: 'type', declared: javaType(source, node), start, end };
    case 'method_declaration':
      return { kind: 'function', declared: javaMethod(source, node), start, end };
    default:
      return NO_CODE.has(node.type) ? nothing(node) : (javaFlow(source, node) ?? group(source, node));
  }
}

/** What stands around code without being any. */
const NO_CODE = new Set(['modifiers', 'type_identifier', 'scoped_type_identifier', 'generic_type', 'type_arguments']);

function group(source: Source, node: Syntax): Code {
  return { kind: 'group', items: statements(source, node), start: node.start, end: node.end };
}

/** What is written around a single piece of code adds nothing to it. */
function onlyPart(source: Source, node: Syntax): Code {
  const first = inner(node)[0];
  return first ? codeOf(source, first) : group(source, node);
}

function stringOf(source: Source, node: Syntax): Code {
  const { written } = betweenQuotes(textOf(source, node));
  return { kind: 'string', value: unescaped(written), parts: [], start: node.start, end: node.end };
}

function member(source: Source, node: Syntax): Code {
  const { start, end } = node;
  const [object, field] = [part(node, 'object'), part(node, 'field')];
  if (!object || !field) return group(source, node);
  if (field.type === 'this') return { kind: 'this', label: textOf(source, object), start, end };
  return { kind: 'member', target: codeOf(source, object), name: nameOf(source, field), start, end };
}

function call(source: Source, node: Syntax): Code {
  const { start, end } = node;
  const args = statements(source, part(node, 'arguments'));
  const [object, name] = [part(node, 'object'), part(node, 'name')];
  // `super(…)` and `this(…)` count by what is handed to them.
  if (!name) return { kind: 'group', items: args, start, end };
  const typeArgs = inner(child(node, 'type_arguments') ?? node).map((each) => writtenType(textOf(source, each)));
  const target = child(node, 'super') ?? object;
  return {
    kind: 'call', target: target && codeOf(source, target), name: nameOf(source, name), safe: false, args, start, end,
    typeArgs: child(node, 'type_arguments') ? typeArgs : [],
  };
}

function cast(source: Source, node: Syntax): Code {
  const value = part(node, 'value');
  if (!value) return group(source, node);
  return { kind: 'cast', type: typeOf(source, part(node, 'type')), value: codeOf(source, value), start: node.start, end: node.end };
}

function creation(source: Source, node: Syntax): Code {
  const { start, end } = node;
  const type = part(node, 'type');
  const body = child(node, 'class_body');
  const name = type ? writtenType(textOf(source, type)) : '';
  const args = statements(source, part(node, 'arguments'));
  const members = body ? { body: javaMembers(source, inner(body)) } : {};
  return { kind: 'new', type: { kind: 'name', name, start: type?.start ?? start, end: type?.end ?? end }, args, ...members, start, end };
}

function reference(source: Source, node: Syntax): Code {
  const { start, end } = node;
  const [target, named] = [node.children[0], node.children.at(-1)];
  if (!target || !named || named === target) return group(source, node);
  const name: Name = { kind: 'name', name: textOf(source, named), start: named.start, end: named.end };
  const type = target.type.endsWith('type_identifier') || target.type === 'generic_type';
  const from: Code = type
    ? { kind: 'name', name: writtenType(textOf(source, target)), start: target.start, end: target.end }
    : codeOf(source, target);
  return { kind: 'reference', target: from, name, start, end };
}

function lambda(source: Source, node: Syntax): Code {
  const { start, end } = node;
  const [params, body] = [part(node, 'parameters'), part(node, 'body')];
  const items = body?.type === 'block' ? statements(source, body) : body ? [codeOf(source, body)] : [];
  return { kind: 'lambda', closed: true, params: paramsOf(source, params), body: items, start, end };
}

const KINDS = { '&&': 'and', '||': 'or', '+': 'plus' } as const;

/** Declared variables of a statement, one each. */
export function locals(source: Source, node: Syntax): Code[] {
  const type = typeOf(source, part(node, 'type'));
  return childrenOf(node, 'variable_declarator').flatMap((each): Code[] => {
    const [name, value] = [part(each, 'name'), part(each, 'value')];
    if (!name) return [];
    return [{ kind: 'local', names: [nameOf(source, name)], type, value: value && codeOf(source, value), start: each.start, end: each.end }];
  });
}
