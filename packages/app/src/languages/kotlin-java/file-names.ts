import type { Declaration, FieldDeclaration, FunctionDeclaration, Outline } from './code.ts';
import { isUpper, withoutImport } from './known-names.ts';

/** A type of the file with the names it declares; its companion's are its own. The file itself is the one without a name. */
export interface TypeNames {
  /** `Outer.Inner`, '' for the file. */
  readonly path: string;
  readonly parent: TypeNames | undefined;
  readonly supertypes: readonly string[];
  readonly fields: Map<string, FieldDeclaration>;
  readonly functions: Map<string, FunctionDeclaration>;
  readonly types: Map<string, TypeNames>;
}

/** What names mean in one file. */
export interface FileNames {
  readonly package: string;
  readonly imports: ReadonlyMap<string, string>;
  /** Packages and classes imported as a whole. */
  readonly stars: readonly string[];
  readonly top: TypeNames;
  /** Whether a class or constant of this full name exists; says what a star import brings. */
  readonly knows: (qualified: string) => boolean;
}

/** What names mean in a file, by its package and imports; `knows` tells whether a full name exists. */
export function fileNames(outline: Outline, knows: (qualified: string) => boolean): FileNames {
  const imports = new Map<string, string>();
  const stars: string[] = [];
  for (const { from, local } of outline.imports) {
    if (local === '*') stars.push(from.slice(0, -'.*'.length));
    else if (!imports.has(local)) imports.set(local, from);
  }
  return { package: outline.package, imports, stars, knows, top: typeNames('', [], outline.members) };
}

/** The names that a type's members declare. */
export function typeNames(
  path: string,
  supertypes: readonly string[],
  members: readonly Declaration[],
  parent?: TypeNames,
): TypeNames {
  const names: TypeNames = {
    path, parent, supertypes, fields: new Map(), functions: new Map(), types: new Map(),
  };
  addMembers(names, members);
  return names;
}

function addMembers(names: TypeNames, members: readonly Declaration[]): void {
  for (const member of members) {
    const name = member.kind === 'init' ? '' : member.name.name;
    if (member.kind === 'field' && !names.fields.has(name)) names.fields.set(name, member);
    // Of functions of one name the first that says what it returns.
    if (member.kind === 'function' && !names.functions.get(name)?.type) names.functions.set(name, member);
    if (member.kind !== 'type') continue;
    if (member.form === 'companion') addMembers(names, member.members);
    else names.types.set(name, typeNames(names.path ? `${names.path}.${name}` : name, member.supertypes, member.members, names));
  }
}

/** Full name of a type of the file. */
export function qualified(file: FileNames, path: string): string {
  return [file.package, path].filter(Boolean).join('.');
}

/** The type of the file behind a full name. */
export function typeAt(file: FileNames, name: string): TypeNames | undefined {
  const prefix = file.package ? `${file.package}.` : '';
  if (!name.startsWith(prefix)) return undefined;
  let at: TypeNames | undefined = file.top;
  for (const word of name.slice(prefix.length).split('.')) at = at?.types.get(word);
  return at;
}

/** The full name behind a type as written (`Build.VERSION`); `undefined` when the file does not say. */
export function resolveType(file: FileNames, within: TypeNames, written: string): string | undefined {
  if (!written) return undefined;
  const dot = written.indexOf('.');
  const head = dot < 0 ? written : written.slice(0, dot);
  const rest = dot < 0 ? '' : written.slice(dot);
  for (let at: TypeNames | undefined = within; at; at = at.parent) {
    const own = at.types.get(head);
    if (own) return qualified(file, own.path) + rest;
    if (at.path && at.path.slice(at.path.lastIndexOf('.') + 1) === head) return qualified(file, at.path) + rest;
  }
  const imported = file.imports.get(head);
  if (imported) return imported + rest;
  if (!isUpper(head)) return dot < 0 ? undefined : written;
  const star = file.stars.find((each) => file.knows(`${each}.${head}`) || (rest && file.knows(`${each}.${written}`)));
  if (star) return `${star}.${written}`;
  const common = withoutImport(head);
  if (common) return common + rest;
  // Without star imports only the file's own package is left.
  return file.stars.length === 0 ? qualified(file, written) : undefined;
}
