import type { Location } from '@mingshi/model';
import type { Import, SourceExport, SourceFunction, SourceType, SourceUnit, Use } from '../../code/source-unit.ts';
import type { Code, Declaration, FunctionDeclaration, Outline, Placed, TypeDeclaration } from './code.ts';
import { inner, typeNamed, type Env } from './env.ts';
import { fileNames, qualified, resolveType, typeNames, type FileNames, type TypeNames } from './file-names.ts';
import { isUpper, withoutImport } from './known-names.ts';
import { valuesOf } from './values.ts';
import { declare, later, walk, walkAll } from './walk.ts';

/** A file's outline with every body walked. */
export function unitOf(
  path: string,
  text: string,
  language: 'kotlin' | 'java',
  outline: Outline,
  knows: (qualified: string) => boolean,
): SourceUnit {
  const file = fileNames(outline, knows);
  const types: SourceType[] = [];
  const exports: SourceExport[] = [];
  const functions: (SourceFunction & { readonly uses: Use[] })[] = [];
  /** Where the initialisers of each class are gathered. */
  const initial = new Map<string, Use[]>();
  const at = ({ start, end }: Placed): Location => ({ file: path, start, end });
  const work = { left: WORK + text.length };
  const mayNamePermissions = text.includes('.permission');

  const body = (name: string, owner: TypeNames, place: Placed, run: (env: Env) => void, around?: Env): void => {
    const uses: Use[] = [];
    const sink = { add: (use: Use) => uses.push(use), declare: local };
    const self = owner.path ? [file.package, owner.path].filter(Boolean).join('.') : '';
    // Written out: to spread one object into another takes several times as long.
    run({
      file, path, text, language, work, sink,
      self: around?.self ?? self,
      within: around?.within ?? owner,
      implicit: around?.implicit ?? [],
      scope: { variables: new Map(), outer: around?.scope },
      conditions: [],
      callbacks: [],
    });
    if (!name.startsWith('<')) functions.push({ name, owner: owner.path, at: at(place), uses });
    else if (uses.length > 0) {
      const key = `${name} ${owner.path}`;
      const before = initial.get(key);
      if (before) for (const use of uses) before.push(use);
      else {
        initial.set(key, uses);
        functions.push({ name, owner: owner.path, at: at(place), uses });
      }
    }
  };

  const method = (declared: FunctionDeclaration, owner: TypeNames, around?: Env): void =>
    body(declared.name.name, owner, declared.name, (env) => {
      const receiver = typeNamed(env, declared.receiver);
      const within = inner(receiver ? { ...env, self: receiver, implicit: [receiver] } : env);
      declare(within, declared.params);
      walkAll(declared.body, within);
    }, around);

  const members = (declared: readonly Declaration[], owner: TypeNames, isStatic: boolean, around?: Env): void => {
    for (const member of declared) {
      if (member.kind === 'function') method(member, owner, around);
      else if (member.kind === 'type') typeDeclared(member, owner);
      else if (member.kind === 'field') {
        const name = isStatic || member.isStatic ? '<static>' : '<init>';
        const { value } = member;
        if (value) {
          body(name, owner, member.name, (env) => {
            walk(value, handedOn(value, member.name.name, env));
            const values = mayNamePermissions && member.isFinal ? valuesOf(value, env) : undefined;
            if (values?.some((each) => each.includes('.permission.'))) exports.push({ name: qualified(file, [owner.path, member.name.name].filter(Boolean).join('.')), values });
          }, around);
        }
        for (const each of member.accessors) method(each, owner, around);
      } else {
        body(isStatic || member.isStatic ? '<static>' : '<init>', owner, firstLine(member), (env) => {
          declare(env, member.params);
          walkAll(member.body, env);
        }, around);
      }
    }
  };

  const typeDeclared = (declared: TypeDeclaration, owner: TypeNames): void => {
    if (declared.form === 'companion') return members(declared.members, owner, true);
    const named = [owner.path, declared.name.name].filter(Boolean).join('.');
    const own = owner.types.get(declared.name.name) ?? typeNames(named, declared.supertypes, declared.members, owner);
    const supertypes = declared.supertypes.map((each) => resolveType(file, own, each) ?? each);
    types.push({ name: own.path, supertypes, at: at(declared.name) });
    members(declared.members, own, declared.form === 'object');
  };

  const local = (declared: Code & { kind: 'function' | 'type' }, env: Env): void => {
    if (declared.kind === 'function') method(declared.declared, env.within, env);
    else typeDeclared(declared.declared, env.within);
  };

  const firstLine = ({ start, end }: Placed): Placed => {
    const line = text.indexOf('\n', start);
    return { start, end: line < 0 ? end : Math.min(end, line) };
  };

  members(outline.members, file.top, true);
  return { path, language, package: outline.package, imports: importsOf(outline, file, at), types, functions, ...(exports.length > 0 && { exports }) };
}

/** Steps for finding out what names stand for. */
const WORK = 200_000;

/** A lambda kept in a field runs later. */
function handedOn(value: Code, name: string, env: Env): Env {
  return value.kind === 'lambda' ? later(env, name) : env;
}

function importsOf(outline: Outline, file: FileNames, at: (placed: Placed) => Location): Import[] {
  const { heads, tails } = outline;
  const open = [...heads].some((name) => isUpper(name) && !file.imports.has(name) && !file.top.types.has(name) && !withoutImport(name));
  return outline.imports.map((each) => {
    // Classes are used by name; functions of others also behind a dot.
    const used = each.local === '*' ? open : heads.has(each.local) || (!isUpper(each.local) && tails.has(each.local));
    return { from: each.from, local: each.local, used, at: at(each) };
  });
}
