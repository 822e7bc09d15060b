import type {
  Code,
  Declaration,
  FieldDeclaration,
  FunctionDeclaration,
  ImportDeclaration,
  InitDeclaration,
  Name,
  Param,
  Placed,
  TypeDeclaration,
} from './code.ts';
import { codeOf, nameOf, statements } from './java-code.ts';
import { child, childrenOf, deeper, hasToken, inner, part, textOf, type Source } from './nodes.ts';
import type { Syntax } from './syntax.ts';
import { writtenType } from './written-type.ts';

/** Package of a Java file. */
export function javaPackage(source: Source, root: Syntax): string {
  const name = child(child(root, 'package_declaration'), 'scoped_identifier', 'identifier');
  return name ? textOf(source, name).replace(/\s/g, '') : '';
}

/** Imports of a Java file, the static ones among them: both end in a class or a member of one. */
export function javaImports(source: Source, root: Syntax): ImportDeclaration[] {
  return childrenOf(root, 'import_declaration').flatMap((node) => {
    const name = child(node, 'scoped_identifier', 'identifier');
    if (!name) return [];
    const from = textOf(source, name).replace(/\s/g, '');
    const { start, end } = node;
    if (child(node, 'asterisk')) return [{ from: `${from}.*`, local: '*', start, end }];
    return [{ from, local: from.slice(from.lastIndexOf('.') + 1), start, end }];
  });
}

/** Declarations of a file or of a type's body. */
export function javaMembers(source: Source, nodes: readonly Syntax[]): Declaration[] {
  return deeper(source, () => nodes.flatMap((node) => declarations(source, node)), []);
}

function declarations(source: Source, node: Syntax): Declaration[] {
  switch (node.type) {
    case 'class_declaration':
    case 'interface_declaration':
    case 'enum_declaration':
    case 'record_declaration':
    case 'annotation_type_declaration':
      return [javaType(source, node)];
    case 'method_declaration':
      return [javaMethod(source, node)];
    case 'constructor_declaration':
    case 'compact_constructor_declaration':
      return [init(node, false, paramsOf(source, part(node, 'parameters')), statements(source, part(node, 'body')))];
    case 'static_initializer':
      return [init(node, true, [], statements(source, child(node, 'block')))];
    case 'block':
      return [init(node, false, [], statements(source, node))];
    case 'field_declaration':
    case 'constant_declaration':
      return fields(source, node);
    case 'enum_constant':
      return enumConstant(source, node);
    case 'enum_body_declarations':
      return javaMembers(source, inner(node));
    case 'ERROR':
      return broken(source, node);
    case 'package_declaration':
    case 'import_declaration':
    case 'modifiers':
    case 'identifier':
    case 'type_identifier':
      return [];
    default:
      return node.named ? [stray(source, node, [node])] : [];
  }
}

/** What the parser could not make sense of: the declarations in it, and what else it holds. */
function broken(source: Source, node: Syntax): Declaration[] {
  const parts = inner(node);
  const declared = parts.filter((each) => /(?:_declaration|_declarations|_initializer|_constant|^ERROR)$/.test(each.type) && each.type !== 'local_variable_declaration');
  const bodies = parts.filter((each) => each.type === 'class_body').flatMap(inner);
  const rest = parts.filter((each) => !declared.includes(each) && each.type !== 'class_body');
  return [...javaMembers(source, [...declared, ...bodies]), ...(rest.length > 0 ? [stray(source, node, rest)] : [])];
}

/** Code outside any method, which a mistake left there: of a method with the name that stands before its parameters, or of none. */
function stray(source: Source, { children, start, end }: Syntax, nodes: readonly Syntax[]): FunctionDeclaration {
  const at = children.findIndex((each) => each.type === 'formal_parameters');
  const named = children[at - 1]?.type === 'identifier' ? children[at - 1] : undefined;
  const name: Name = named ? nameOf(source, named) : { kind: 'name', name: '', start, end: start };
  const body = nodes.filter((each) => each !== named).map((each) => codeOf(source, each));
  return { kind: 'function', name, params: paramsOf(source, children[at]), type: '', receiver: '', body, start, end };
}

function init({ start, end }: Placed, isStatic: boolean, params: readonly Param[], body: readonly Code[]): InitDeclaration {
  return { kind: 'init', isStatic, params, body, start, end };
}

/** A class, interface, enum or record. */
export function javaType(source: Source, node: Syntax): TypeDeclaration {
  const { start, end } = node;
  const named = part(node, 'name');
  const name: Name = named ? nameOf(source, named) : { kind: 'name', name: '', start, end: start };
  const above = [
    ...inner(child(node, 'superclass') ?? EMPTY),
    ...childrenOf(node, 'super_interfaces', 'extends_interfaces').flatMap((each) => inner(child(each, 'type_list') ?? EMPTY)),
  ];
  const supertypes = above.map((each) => writtenType(textOf(source, each))).filter(Boolean);
  const components = paramsOf(source, part(node, 'parameters')).map((each): FieldDeclaration => ({
    kind: 'field', name: { ...name, name: each.name }, type: each.type, isStatic: false, isFinal: true, accessors: [], value: undefined, start, end: start,
  }));
  const members = javaMembers(source, inner(part(node, 'body') ?? EMPTY));
  const constants = node.type === 'interface_declaration' || node.type === 'annotation_type_declaration';
  return {
    kind: 'type', name, form: 'class', supertypes, start, end,
    members: [...components, ...members.map((each) => (constants && each.kind === 'field' ? { ...each, isStatic: true } : each))],
  };
}

const EMPTY: Syntax = { type: '', field: '', start: 0, end: 0, children: [], named: false };

/** A method. */
export function javaMethod(source: Source, node: Syntax): FunctionDeclaration {
  const { start, end } = node;
  const named = part(node, 'name');
  return {
    kind: 'function',
    name: named ? nameOf(source, named) : { kind: 'name', name: '', start, end: start },
    params: paramsOf(source, part(node, 'parameters')),
    type: typeOf(source, part(node, 'type')),
    receiver: '',
    body: statements(source, part(node, 'body')),
    start,
    end,
  };
}

/** The type that a node writes; '' for `var` and for none. */
export function typeOf(source: Source, node: Syntax | undefined): string {
  const written = node && node.type !== 'array_type' ? writtenType(textOf(source, node)) : '';
  return written === 'var' ? '' : written;
}

/** Parameters of a method, a constructor or a lambda. */
export function paramsOf(source: Source, node: Syntax | undefined): Param[] {
  if (node?.type === 'identifier') return [{ name: textOf(source, node), type: '' }];
  return inner(node ?? EMPTY).flatMap((each) => {
    if (each.type === 'identifier') return [{ name: textOf(source, each), type: '' }];
    const name = part(each, 'name') ?? part(child(each, 'variable_declarator') ?? each, 'name');
    return name ? [{ name: textOf(source, name), type: typeOf(source, part(each, 'type')) }] : [];
  });
}

function fields(source: Source, node: Syntax): FieldDeclaration[] {
  const modifiers = child(node, 'modifiers');
  const isStatic = hasToken(modifiers, 'static');
  const isFinal = hasToken(modifiers, 'final') || node.type === 'constant_declaration';
  const type = typeOf(source, part(node, 'type'));
  return childrenOf(node, 'variable_declarator').flatMap((each) => {
    const [name, value] = [part(each, 'name'), part(each, 'value')];
    if (!name) return [];
    const { start, end } = each;
    return [
      {
        kind: 'field', name: nameOf(source, name), type, isStatic, isFinal, accessors: [], start, end,
        value: value && codeOf(source, value),
      },
    ];
  });
}

function enumConstant(source: Source, node: Syntax): Declaration[] {
  const { start, end } = node;
  const [name, args, body] = [part(node, 'name'), part(node, 'arguments'), part(node, 'body')];
  if (!name) return [];
  const constant: FieldDeclaration = {
    kind: 'field', name: nameOf(source, name), type: '', isStatic: true, isFinal: true, accessors: [], start, end,
    value: args && codeOf(source, args),
  };
  return [constant, ...(body ? javaMembers(source, inner(body)) : [])];
}
