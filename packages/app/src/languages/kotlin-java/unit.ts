import type { Location } from '@mingshi/model';
import type { Import, SourceExport, SourceFunction, SourceType, SourceUnit, Use } from '../../code/source-unit.ts';
import type { Code, Declaration, FieldDeclaration, FunctionDeclaration, InitDeclaration, Outline, Placed, TypeDeclaration } from './code.ts';
import { inner, typeNamed, type Env } from './env.ts';
import { fileNames, qualified, resolveType, typeNames, type FileNames, type TypeNames } from './file-names.ts';
import { isUpper, withoutImport } from './known-names.ts';
import { valuesOf } from './values.ts';
import { declare, later, walk, walkAll } from './walk.ts';

/** A unit in the making. */
interface Making {
  readonly path: string;
  readonly text: string;
  readonly language: 'kotlin' | 'java';
  readonly file: FileNames;
  readonly types: SourceType[];
  readonly exports: SourceExport[];
  readonly functions: (SourceFunction & { readonly uses: Use[] })[];
  /** Where the initialisers of each class are gathered. */
  readonly initial: Map<string, Use[]>;
  readonly work: { left: number };
  readonly mayNamePermissions: boolean;
}

/** Where something is declared: in which type, and in which code when a body declares it. */
interface Standing {
  readonly owner: TypeNames;
  readonly around?: Env;
}

/** A body under the name that its uses are kept by; those of initialisers begin with `<`. */
interface Body extends Standing {
  readonly name: string;
  readonly place: Placed;
}

/** A file's outline with every body walked. */
export function unitOf(
  path: string,
  text: string,
  language: 'kotlin' | 'java',
  outline: Outline,
  knows: (qualified: string) => boolean,
): SourceUnit {
  const file = fileNames(outline, knows);
  const unit: Making = {
    path, text, language, file,
    types: [],
    exports: [],
    functions: [],
    initial: new Map(),
    work: { left: WORK + text.length },
    mayNamePermissions: text.includes('.permission'),
  };
  readMembers(unit, outline.members, { owner: file.top }, true);
  const { types, exports, functions } = unit;
  return { path, language, package: outline.package, imports: importsOf(unit, outline), types, functions, ...(exports.length > 0 && { exports }) };
}

function readMembers(unit: Making, members: readonly Declaration[], standing: Standing, isStatic: boolean): void {
  for (const member of members) {
    if (member.kind === 'function') readMethod(unit, member, standing);
    else if (member.kind === 'type') readType(unit, member, standing.owner);
    else if (member.kind === 'field') readField(unit, member, standing, isStatic);
    else {
      walkBody(unit, { ...standing, name: initialiser(member, isStatic), place: firstLine(unit, member) }, (env) => {
        declare(env, member.params);
        walkAll(member.body, env);
      });
    }
  }
}

function readMethod(unit: Making, method: FunctionDeclaration, standing: Standing): void {
  walkBody(unit, { ...standing, name: method.name.name, place: method.name }, (env) => {
    const receiver = typeNamed(env, method.receiver);
    const within = inner(receiver ? { ...env, self: receiver, implicit: [receiver] } : env);
    declare(within, method.params);
    walkAll(method.body, within);
  });
}

function readField(unit: Making, field: FieldDeclaration, standing: Standing, isStatic: boolean): void {
  const { name, value } = field;
  if (value) {
    walkBody(unit, { ...standing, name: initialiser(field, isStatic), place: name }, (env) => {
      // A lambda kept in a field runs later.
      walk(value, value.kind === 'lambda' ? later(env, name.name) : env);
      const values = unit.mayNamePermissions && field.isFinal ? valuesOf(value, env) : undefined;
      if (values?.some((each) => each.includes('.permission.'))) {
        unit.exports.push({ name: qualified(unit.file, pathIn(standing.owner, name.name)), values });
      }
    });
  }
  for (const accessor of field.accessors) readMethod(unit, accessor, standing);
}

function readType(unit: Making, type: TypeDeclaration, owner: TypeNames): void {
  if (type.form === 'companion') return readMembers(unit, type.members, { owner }, true);
  const { name, members } = type;
  const own = owner.types.get(name.name) ?? typeNames(pathIn(owner, name.name), type.supertypes, members, owner);
  const supertypes = type.supertypes.map((each) => resolveType(unit.file, own, each) ?? each);
  unit.types.push({ name: own.path, supertypes, at: locationIn(unit, name) });
  readMembers(unit, members, { owner: own }, type.form === 'object');
}

/** Has a body walked and keeps its uses, those of all initialisers of a class as one function. */
function walkBody(unit: Making, body: Body, walkIn: (env: Env) => void): void {
  const uses: Use[] = [];
  walkIn(envOf(unit, body, uses));
  const { name, owner, place } = body;
  if (name.startsWith('<')) {
    if (uses.length === 0) return;
    const key = `${name} ${owner.path}`;
    const before = unit.initial.get(key);
    if (before) {
      for (const use of uses) before.push(use);
      return;
    }
    unit.initial.set(key, uses);
  }
  unit.functions.push({ name, owner: owner.path, at: locationIn(unit, place), uses });
}

function envOf(unit: Making, { owner, around }: Standing, uses: Use[]): Env {
  const { file, path, text, language, work } = unit;
  const declareLocal = ({ declared }: Code & { kind: 'function' | 'type' }, env: Env): void => {
    if (declared.kind === 'function') readMethod(unit, declared, { owner: env.within, around: env });
    else readType(unit, declared, env.within);
  };
  // Written out: to spread one object into another takes several times as long.
  return {
    file, path, text, language, work,
    sink: { add: (use) => uses.push(use), declare: declareLocal },
    self: around?.self ?? (owner.path ? qualified(file, owner.path) : ''),
    within: around?.within ?? owner,
    implicit: around?.implicit ?? [],
    scope: { variables: new Map(), outer: around?.scope },
    conditions: [],
    callbacks: [],
  };
}

function initialiser(member: FieldDeclaration | InitDeclaration, isStatic: boolean): string {
  return isStatic || member.isStatic ? '<static>' : '<init>';
}

function pathIn(owner: TypeNames, name: string): string {
  return [owner.path, name].filter(Boolean).join('.');
}

function firstLine({ text }: Making, { start, end }: Placed): Placed {
  const line = text.indexOf('\n', start);
  return { start, end: line < 0 ? end : Math.min(end, line) };
}

function locationIn({ path }: Making, { start, end }: Placed): Location {
  return { file: path, start, end };
}

/** Steps for finding out what names stand for. */
const WORK = 200_000;

function importsOf(unit: Making, { heads, tails, imports }: Outline): Import[] {
  const { file } = unit;
  const open = [...heads].some((name) => isUpper(name) && !file.imports.has(name) && !file.top.types.has(name) && !withoutImport(name));
  return imports.map((each) => {
    // Classes are used by name; functions of others also behind a dot.
    const used = each.local === '*' ? open : heads.has(each.local) || (!isUpper(each.local) && tails.has(each.local));
    return { from: each.from, local: each.local, used, at: locationIn(unit, each) };
  });
}
