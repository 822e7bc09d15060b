import type {
  Code,
  Declaration,
  FieldDeclaration,
  FunctionDeclaration,
  ImportDeclaration,
  Param,
  TypeDeclaration,
} from './code.ts';
import { codeOf, nameOf, statements } from './kotlin-code.ts';
import { child, childrenOf, deeper, hasToken, inner, part, textOf, type Source } from './nodes.ts';
import type { Syntax } from './syntax.ts';
import { writtenType } from './written-type.ts';

const TYPES = ['user_type', 'nullable_type', 'function_type', 'non_nullable_type', 'parenthesized_type'] as const;

/** Package of a Kotlin file. */
export function kotlinPackage(source: Source, root: Syntax): string {
  const name = child(child(root, 'package_header'), 'qualified_identifier');
  return name ? textOf(source, name).replace(/[\s`]/g, '') : '';
}

/** Imports of a Kotlin file. */
export function kotlinImports(source: Source, root: Syntax): ImportDeclaration[] {
  return childrenOf(root, 'import').flatMap((node) => {
    const name = child(node, 'qualified_identifier');
    if (!name) return [];
    const from = textOf(source, name).replace(/[\s`]/g, '');
    const { start, end } = node;
    if (hasToken(node, '*')) return [{ from: `${from}.*`, local: '*', start, end }];
    const alias = hasToken(node, 'as') ? node.children.findLast((each) => each.type === 'identifier') : undefined;
    return [{ from, local: alias ? textOf(source, alias) : from.slice(from.lastIndexOf('.') + 1), start, end }];
  });
}

/** The type written among the children, '' for none. */
export function typeIn(source: Source, node: Syntax | undefined): string {
  const type = child(node, ...TYPES);
  return type ? writtenType(textOf(source, type)) : '';
}

/** Declarations of a file or of a type's body; code between them runs when the class comes to be. */
export function kotlinMembers(source: Source, nodes: readonly Syntax[]): Declaration[] {
  return deeper(source, () => nodes.flatMap((node) => declarations(source, node)), []);
}

function declarations(source: Source, node: Syntax): Declaration[] {
  const { start, end } = node;
  switch (node.type) {
    case 'class_declaration':
    case 'object_declaration':
    case 'companion_object':
      return [kotlinType(source, node)];
    case 'function_declaration':
      return [kotlinFunction(source, node)];
    case 'property_declaration':
      return [kotlinField(source, node)];
    case 'anonymous_initializer':
      return [{ kind: 'init', isStatic: false, params: [], body: statements(source, child(node, 'block')), start, end }];
    case 'secondary_constructor':
      return [
        {
          kind: 'init',
          isStatic: false,
          params: params(source, child(node, 'function_value_parameters')),
          body: [
            ...defaults(source, child(node, 'function_value_parameters')),
            ...inner(node).filter((each) => each.type === 'constructor_delegation_call').flatMap((call) =>
              inner(call).map((each) => codeOf(source, each))),
            ...statements(source, child(node, 'block')),
          ],
          start,
          end,
        },
      ];
    case 'enum_entry':
      return [enumEntry(source, node), ...(child(node, 'class_body') ? kotlinMembers(source, inner(child(node, 'class_body') as Syntax)) : [])];
    case 'ERROR':
      return broken(source, node);
    case 'package_header':
    case 'import':
    case 'file_annotation':
    case 'modifiers':
    case 'type_alias':
    case 'identifier':
      return [];
    default:
      return node.named ? [stray(source, node, [node])] : [];
  }
}

const DECLARATIONS =
  /^(?:class_declaration|object_declaration|companion_object|function_declaration|property_declaration|anonymous_initializer|secondary_constructor|enum_entry|ERROR|block|class_body)$/;

/** What the parser could not make sense of: the declarations in it, and what else it holds. */
function broken(source: Source, node: Syntax): Declaration[] {
  const parts = inner(node);
  const rest = parts.filter((each) => !DECLARATIONS.test(each.type));
  const declared = parts.filter((each) => DECLARATIONS.test(each.type) && each.type !== 'class_body');
  const bodies = parts.filter((each) => each.type === 'class_body').flatMap(inner);
  return [...kotlinMembers(source, [...declared, ...bodies]), ...(rest.length > 0 ? [stray(source, node, rest)] : [])];
}

/** Code outside any function, which a mistake left there: of a function with the name that stands before it, or of none. */
function stray(source: Source, { children, start, end }: Syntax, nodes: readonly Syntax[]): FunctionDeclaration {
  const keyword = children.findIndex((each) => each.type === 'fun');
  const named = keyword < 0 ? undefined : children.slice(keyword).find((each) => each.type === 'identifier');
  const name = named ? nameOf(source, named) : { kind: 'name' as const, name: '', start, end: start };
  const body = nodes.filter((each) => each !== named).map((each) => codeOf(source, each));
  return { kind: 'function', name, params: [], type: '', receiver: '', body, start, end };
}

/** A class, interface, object or companion object. */
export function kotlinType(source: Source, node: Syntax): TypeDeclaration {
  const form =
    node.type === 'companion_object' ? 'companion' : node.type === 'object_declaration' ? 'object' : 'class';
  const named = part(node, 'name');
  const name = named ? nameOf(source, named) : { kind: 'name' as const, name: 'Companion', start: node.start, end: node.end };
  const body = child(node, 'class_body', 'enum_class_body');
  const { supertypes, code } = superTypes(source, child(node, 'delegation_specifiers'));
  const parameters = childrenOf(child(child(node, 'primary_constructor'), 'class_parameters'), 'class_parameter');
  const fields = parameters.map((each) => parameterField(source, each));
  const { start, end } = node;
  const above: Declaration[] =
    code.length > 0 ? [{ kind: 'init', isStatic: false, params: [], body: code, start, end: body?.start ?? end }] : [];
  const members = [...fields, ...above, ...(body ? kotlinMembers(source, inner(body)) : [])];
  return { kind: 'type', name, form, supertypes, members, start, end };
}

/** Supertypes as written, and what is handed to their constructors. */
export function superTypes(source: Source, node: Syntax | undefined): { supertypes: string[]; code: Code[] } {
  const supertypes: string[] = [];
  const code: Code[] = [];
  for (const specifier of childrenOf(node, 'delegation_specifier')) {
    const made = child(specifier, 'constructor_invocation', 'explicit_delegation');
    supertypes.push(typeIn(source, made ?? specifier));
    if (made) code.push(...inner(made).filter((each) => !isType(each)).map((each) => codeOf(source, each)));
  }
  return { supertypes: supertypes.filter(Boolean), code };
}

function isType(node: Syntax): boolean {
  return (TYPES as readonly string[]).includes(node.type);
}

/** `class A(private val tm: TelephonyManager = …)`: a field, or a plain parameter that initialisers see. */
function parameterField(source: Source, node: Syntax): FieldDeclaration {
  const { start, end } = node;
  const name = child(node, 'identifier') ?? node;
  const value = valueOf(node);
  return {
    kind: 'field', name: nameOf(source, name), type: typeIn(source, node), isStatic: false, isFinal: true, accessors: [], start, end,
    value: value && codeOf(source, value),
  };
}

function enumEntry(source: Source, node: Syntax): FieldDeclaration {
  const { start, end } = node;
  const name = nameOf(source, child(node, 'identifier') ?? node);
  const args = child(node, 'value_arguments');
  return {
    kind: 'field', name, type: '', isStatic: true, isFinal: true, accessors: [], start, end,
    value: args && codeOf(source, args),
  };
}

/** What stands behind the `=`. */
function valueOf(node: Syntax): Syntax | undefined {
  const at = node.children.findIndex((each) => each.type === '=' && !each.named);
  return at < 0 ? undefined : node.children.slice(at + 1).find((each) => each.named && !each.type.endsWith('comment'));
}

/** A property; `val (a, b) = …` counts by its first name. */
export function kotlinField(source: Source, node: Syntax): FieldDeclaration {
  const { start, end } = node;
  const variable =
    child(node, 'variable_declaration') ?? child(child(node, 'multi_variable_declaration'), 'variable_declaration');
  const name = nameOf(source, child(variable, 'identifier') ?? node);
  const delegate = child(node, 'property_delegate');
  const value = delegate ? inner(delegate)[0] : valueOf(node);
  const accessors = childrenOf(node, 'getter', 'setter').flatMap((each): FunctionDeclaration[] => {
    const body = child(each, 'function_body');
    if (!body) return [];
    const parameter = child(each, 'identifier');
    return [
      {
        kind: 'function', name, type: '', receiver: '', start: each.start, end: each.end,
        params: parameter ? [{ name: textOf(source, parameter), type: '' }] : [],
        body: functionBody(source, body),
      },
    ];
  });
  return {
    kind: 'field', name, type: typeIn(source, variable), isStatic: false, isFinal: hasToken(node, 'val'), accessors, start, end,
    value: value && codeOf(source, value),
  };
}

/** A function with its default values. */
export function kotlinFunction(source: Source, node: Syntax): FunctionDeclaration {
  const { start, end } = node;
  const named = part(node, 'name');
  const list = child(node, 'function_value_parameters');
  const at = named ? node.children.indexOf(named) : 0;
  const before = { ...node, children: node.children.slice(0, at) };
  const after = { ...node, children: node.children.slice(at + 1) };
  return {
    kind: 'function',
    name: named ? nameOf(source, named) : { kind: 'name', name: '', start, end: start },
    params: params(source, list),
    type: typeIn(source, after),
    receiver: named ? typeIn(source, before) : '',
    body: [...defaults(source, list), ...functionBody(source, child(node, 'function_body'))],
    start,
    end,
  };
}

/** Parameters and body of a function without a name. */
export function functionParts(source: Source, node: Syntax): Pick<FunctionDeclaration, 'params' | 'body'> {
  const list = child(node, 'function_value_parameters');
  return { params: params(source, list), body: functionBody(source, child(node, 'function_body')) };
}

function functionBody(source: Source, node: Syntax | undefined): readonly Code[] {
  const block = child(node, 'block');
  if (block) return statements(source, block);
  return node ? inner(node).map((each) => codeOf(source, each)) : [];
}

function params(source: Source, node: Syntax | undefined): Param[] {
  return childrenOf(node, 'parameter').map((each) => {
    const name = child(each, 'identifier');
    return { name: name ? textOf(source, name) : '', type: typeIn(source, each) };
  });
}

function defaults(source: Source, node: Syntax | undefined): Code[] {
  return inner(node ?? { type: '', field: '', start: 0, end: 0, children: [], named: false })
    .filter((each) => each.type !== 'parameter' && each.type !== 'parameter_modifiers')
    .map((each) => codeOf(source, each));
}
