import type { Call, Code, Local, Name, Param } from './code.ts';
import { functionParts, kotlinField, kotlinFunction, kotlinMembers, kotlinType, superTypes, typeIn } from './kotlin.ts';
import { kotlinFlow } from './kotlin-flow.ts';
import { child, childrenOf, deeper, hasToken, inner, textOf, type Source } from './nodes.ts';
import { assignCode, betweenQuotes, binaryCode, nothing } from './plain-code.ts';
import { unescaped } from './string-value.ts';
import type { Syntax } from './syntax.ts';
import { writtenType } from './written-type.ts';

/** The statements of a block or of a lambda. */
export function statements(source: Source, block: Syntax | undefined): readonly Code[] {
  return block ? inner(block).map((each) => codeOf(source, each)) : [];
}

/** A name of Kotlin's tree as code. */
export function nameOf(source: Source, node: Syntax): Name {
  return { kind: 'name', name: textOf(source, node).replaceAll('`', ''), start: node.start, end: node.end };
}

/** A statement or an expression of Kotlin. */
export function codeOf(source: Source, node: Syntax): Code {
  return deeper(source, () => translate(source, node), nothing(node));
}

function translate(source: Source, node: Syntax): Code {
  const { start, end } = node;
  switch (node.type) {
    case 'identifier':
      return isJump(source, node) ? { kind: 'jump', leaves: false, start, end } : nameOf(source, node);
    case 'this_expression':
      return { kind: 'this', label: textOf(source, node).slice('this@'.length), start, end };
    case 'super_expression':
      return { kind: 'super', start, end };
    case 'string_literal':
    case 'multiline_string_literal':
      return stringOf(source, node);
    case 'navigation_expression':
      return navigation(source, node);
    case 'call_expression':
      return call(source, node);
    case 'infix_expression':
      return infix(source, node);
    case 'binary_expression':
      return binaryCode(node, KINDS, (each) => codeOf(source, each));
    case 'as_expression':
      return { kind: 'cast', type: typeIn(source, node), value: codeOf(source, node.children[0] as Syntax), start, end };
    case 'collection_literal':
      return { kind: 'array', items: statements(source, node), start, end };
    case 'callable_reference':
      return reference(source, node);
    case 'lambda_literal':
      return lambda(source, node);
    case 'anonymous_function':
      return { kind: 'lambda', closed: true, ...functionParts(source, node), start, end };
    case 'object_literal':
      return objectLiteral(source, node);
    case 'assignment':
      return assignCode(node, (each) => codeOf(source, each)) ?? group(source, node);
    case 'property_declaration':
      return local(source, node);
    case 'function_declaration':
      return { kind: 'function', declared: kotlinFunction(source, node), start, end };
    case 'class_declaration':
    case 'object_declaration':
      return { kind: 'type', declared: kotlinType(source, node), start, end };
    case 'block':
      return { kind: 'block', items: statements(source, node), start, end };
    case 'value_argument':
    case 'parenthesized_expression':
    case 'annotated_expression':
    case 'annotated_lambda':
    case 'spread_expression':
      return onlyPart(source, node);
    case 'unary_expression':
      return hasToken(node, '!!') ? codeOf(source, node.children[0] as Syntax) : group(source, node);
    default:
      return NO_CODE.has(node.type) ? nothing(node) : (kotlinFlow(source, node) ?? group(source, node));
  }
}

/** What stands around code without being any. */
const NO_CODE = new Set(['annotation', 'modifiers', 'label', 'type_arguments', 'user_type', 'nullable_type']);

function group(source: Source, node: Syntax): Code {
  return { kind: 'group', items: statements(source, node), start: node.start, end: node.end };
}

/** What is written around a single piece of code adds nothing to it. */
function onlyPart(source: Source, node: Syntax): Code {
  const last = inner(node).at(-1);
  return last ? codeOf(source, last) : nothing(node);
}

function isJump({ text }: Source, { start, end }: Syntax): boolean {
  const length = end - start;
  return (length === 5 && text.startsWith('break', start)) || (length === 8 && text.startsWith('continue', start));
}

function stringOf(source: Source, node: Syntax): Code {
  const { start, end } = node;
  const { written, isBlock } = betweenQuotes(textOf(source, node));
  const parts: Code[] = [];
  let [dollar, at] = [false, 0];
  for (const each of node.children) {
    if (each.type === 'interpolation') parts.push(...statements(source, each));
    // `$name` arrives as a dollar sign and the text behind it.
    const name = dollar && each.start === at ? /^[\p{L}_][\p{L}\p{N}_]*/u.exec(textOf(source, each))?.[0] : undefined;
    if (name) parts.push({ kind: 'name', name, start: each.start, end: each.start + name.length });
    dollar = each.type === 'string_content' && source.text[each.end - 1] === '$';
    at = each.end;
  }
  return { kind: 'string', value: isBlock ? written : unescaped(written), parts, start, end };
}

function navigation(source: Source, node: Syntax): Code {
  const { start, end } = node;
  const target = node.children[0] as Syntax;
  const named = node.children.at(-1) as Syntax;
  if (named.type !== 'identifier' || named === target) return group(source, node);
  if (hasToken(node, '::')) {
    if (textOf(source, named) === 'class') return { kind: 'class', type: writtenType(textOf(source, target)), start, end };
    return { kind: 'reference', target: codeOf(source, target), name: nameOf(source, named), start, end };
  }
  const from = codeOf(source, target);
  const name = nameOf(source, named);
  if (from.kind === 'class' && name.name.startsWith('java')) return { ...from, start, end };
  return { kind: 'member', target: from, name, start, end };
}

function call(source: Source, node: Syntax): Code {
  const { start, end } = node;
  let callee = node.children[0] as Syntax;
  let head = node;
  const lists = [child(node, 'value_arguments')];
  // `foo(1) { … }` arrives as a call of a call.
  if (!lists[0] && callee.type === 'call_expression' && !child(callee, 'annotated_lambda')) {
    head = callee;
    callee = head.children[0] as Syntax;
    lists.push(child(head, 'value_arguments'));
  }
  const handed = [...lists.flatMap((list) => childrenOf(list, 'value_argument')), ...childrenOf(node, 'annotated_lambda')];
  const safe = callee.type === 'navigation_expression' && hasToken(callee, '?.');
  const typeArgs = childrenOf(child(head, 'type_arguments'), 'type_projection').map((each) => typeIn(source, each));
  const whole = (target: Code | undefined, name: Name | undefined): Call => ({
    kind: 'call', target, name, safe, typeArgs, args: handed.map((each) => codeOf(source, each)), start, end,
  });
  const called = codeOf(source, callee);
  if (called.kind === 'name') return whole(undefined, called);
  if (called.kind === 'member') return whole(called.target, called.name);
  return whole(called, undefined);
}

function infix(source: Source, node: Syntax): Code {
  const [target, name, value] = inner(node);
  if (!target || !value || name?.type !== 'identifier') return group(source, node);
  const args = [codeOf(source, value)];
  const { start, end } = node;
  return { kind: 'call', target: codeOf(source, target), name: nameOf(source, name), args, safe: false, typeArgs: [], start, end };
}

const KINDS = { '&&': 'and', '||': 'or', '?:': 'elvis', '+': 'plus' } as const;

function reference(source: Source, node: Syntax): Code {
  const { start, end } = node;
  const named = node.children.at(-1) as Syntax;
  const type = typeIn(source, node);
  if (named.type !== 'identifier') return { kind: 'class', type, start, end };
  const at = node.children[0] as Syntax;
  const target: Code = { kind: 'name', name: type, start: at.start, end: at.end };
  return { kind: 'reference', name: nameOf(source, named), ...(type ? { target } : {}), start, end };
}

function lambda(source: Source, node: Syntax): Code {
  const list = child(node, 'lambda_parameters');
  const params = childrenOf(list, 'variable_declaration').map((each) => param(source, each));
  const body = inner(node).filter((each) => each !== list).map((each) => codeOf(source, each));
  return { kind: 'lambda', closed: false, params, body, start: node.start, end: node.end };
}

/** A variable with its type. */
export function param(source: Source, node: Syntax): Param {
  const name = child(node, 'identifier');
  return { name: name ? nameOf(source, name).name : '', type: typeIn(source, node) };
}

function objectLiteral(source: Source, node: Syntax): Code {
  const { supertypes, code } = superTypes(source, child(node, 'delegation_specifiers'));
  const at = child(node, 'delegation_specifiers') ?? node;
  const type: Name = { kind: 'name', name: supertypes[0] ?? '', start: at.start, end: at.end };
  const body = kotlinMembers(source, inner(child(node, 'class_body') ?? node));
  return { kind: 'new', type, args: code, body, start: node.start, end: node.end };
}

function local(source: Source, node: Syntax): Local {
  const { type, value, start, end } = kotlinField(source, node);
  const several = child(node, 'multi_variable_declaration');
  const variables = several ? childrenOf(several, 'variable_declaration') : childrenOf(node, 'variable_declaration');
  const names = variables.flatMap((each) => childrenOf(each, 'identifier')).map((each) => nameOf(source, each));
  return { kind: 'local', names, type: several ? '' : type, value, start, end };
}
