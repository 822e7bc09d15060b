import type { Chain, Code, Creation, Lambda, Loop, Param, Try, When } from './code.ts';
import { inner, typeNamed, type Env } from './env.ts';
import { typeNames } from './file-names.ts';
import { after, both, fork, goesOn, maybe, not, under, when, written, type Flow } from './flow.ts';
import { walkCall } from './calls.ts';
import { noteCreation, noteRead, noteReference, noteString, noteWrite } from './note.ts';
import { typeOf } from './types.ts';

/** Walks statements in order; what a way out leaves unreached stands under its condition. */
export function walkAll(items: readonly Code[], start: Env): Flow {
  let [env, flow] = [start, goesOn];
  for (const item of items) {
    const one = walk(item, env);
    env = after(env, one);
    flow = both(flow, one);
  }
  return flow;
}

/** Notes the uses of a piece of code; `handed` is the method that it is handed to. */
export function walk(code: Code, env: Env, handed = ''): Flow {
  switch (code.kind) {
    case 'name':
    case 'member':
      noteRead(code, env);
      return goesOn;
    case 'string':
      noteString(code, env);
      return walkAll(code.parts, env);
    case 'call':
      return walkCall(code, env);
    case 'new':
      return walkNew(code, env, handed);
    case 'reference':
      return walkReference(code, env, handed);
    case 'lambda':
      walkLambda(code, handed ? later(env, handed) : env, '');
      return goesOn;
    case 'cast':
      return walk(code.value, env, handed);
    case 'array':
    case 'group':
    case 'plus':
      return walkAll(code.items, env);
    case 'assign':
      return walkAssign(code, env);
    case 'and':
    case 'or':
    case 'elvis':
      return walkChain(code, env, handed);
    case 'if':
      return walkIf(code, env, handed);
    case 'when':
      return walkWhen(code, env);
    case 'loop':
      return walkLoop(code, env);
    case 'block':
      return walkAll(code.items, inner(env));
    case 'local':
      return walkLocal(code, env);
    case 'jump':
      return walkJump(code, env, handed);
    case 'try':
      return walkTry(code, env);
    case 'function':
    case 'type':
      env.sink.declare(code, env);
      return goesOn;
    default:
      return goesOn;
  }
}

/** Code that a method runs when it sees fit. */
export function later(env: Env, method: string): Env {
  return { ...env, callbacks: [...env.callbacks, method].slice(-16) };
}

/** A lambda's body; its first parameter, or `it`, is of the type given. */
export function walkLambda({ params, body, closed }: Lambda, env: Env, first: string): Flow {
  const within = inner(env);
  if (params.length === 0 && first) within.scope.variables.set('it', { type: first });
  declare(within, params);
  if (first && params[0] && !params[0].type) within.scope.variables.set(params[0].name, { type: first });
  const { leaves } = walkAll(body, within);
  return closed ? goesOn : { jumps: leaves, leaves };
}

/** Makes parameters known. */
export function declare(env: Env, params: readonly Param[]): void {
  for (const { name, type } of params) env.scope.variables.set(name, { type: typeNamed(env, type) });
}

function walkReference(code: Code & { kind: 'reference' }, env: Env, handed: string): Flow {
  if (code.target && code.target.kind !== 'name') walk(code.target, env);
  noteReference(code, env, handed);
  return goesOn;
}

function walkNew(code: Creation, env: Env, handed: string): Flow {
  let flow = goesOn;
  for (const each of code.args) flow = both(flow, walk(each, after(env, flow), code.type.name));
  noteCreation(code, env);
  if (!code.body) return flow;
  const within = typeNames(env.within.path, [code.type.name], code.body, env.within);
  const inside: Env = { ...env, within, self: typeNamed(env, code.type.name), implicit: [] };
  for (const member of code.body) {
    if (member.kind === 'type') env.sink.declare({ ...member, kind: 'type', declared: member }, inside);
    else if (member.kind === 'field') {
      if (member.value) walk(member.value, inner(inside), member.name.name);
      for (const each of member.accessors) walkAll(each.body, inner(later(inside, handed || member.name.name)));
    } else {
      const runs = inner(member.kind === 'init' ? inside : later(inside, handed || member.name.name));
      declare(runs, member.params);
      walkAll(member.body, runs);
    }
  }
  return flow;
}

function walkAssign(code: Code & { kind: 'assign' }, env: Env): Flow {
  const target = code.target;
  if (target.kind === 'member') walk(target.target, env);
  else if (target.kind !== 'name') walk(target, env);
  const named = target.kind === 'member' ? target.name.name : target.kind === 'name' ? target.name : '';
  const flow = walk(code.value, env, code.value.kind === 'lambda' ? named : '');
  noteWrite(code, env);
  return flow;
}

/** `a && b`: b under a; `a || b` and `a ?: b`: b under not a. */
function walkChain(code: Chain, env: Env, handed: string): Flow {
  let [inside, flow, reached] = [env, goesOn, ''];
  for (const item of code.items) {
    const one = walk(item, inside, handed);
    const way = (unless: Flow['jumps']) => (reached ? when(reached, unless) : unless);
    flow = both(flow, { jumps: way(one.jumps), leaves: way(one.leaves) });
    const own = written(env, item);
    const next = code.kind === 'and' ? own : not(own);
    reached = reached ? `${reached} && ${next}`.slice(0, 400) : next;
    inside = under(inside, next);
  }
  return flow;
}

function walkIf(code: Code & { kind: 'if' }, env: Env, handed: string): Flow {
  const first = walk(code.condition, env);
  const condition = written(env, code.condition);
  const met = code.met ? walk(code.met, inner(under(env, condition)), handed) : goesOn;
  const unmet = code.unmet ? walk(code.unmet, inner(under(env, not(condition))), handed) : goesOn;
  return both(first, fork(condition, met, unmet));
}

function walkWhen(code: When, env: Env): Flow {
  let flow = code.subject ? walk(code.subject, env) : goesOn;
  let [rest, sure, open] = [env, true, [] as readonly string[]];
  let hasRest = false;
  for (const branch of code.branches) {
    for (const item of branch.items) walk(item, rest);
    const tests = [...open, ...branch.tests.slice(0, MOST_TESTS).map(shortened)];
    const isRest = branch.tests.length === 0;
    const condition = tests.join(' || ');
    const one = walkAll(branch.body, inner(isRest ? rest : under(env, condition)));
    const ends = branch.falls ? { jumps: one.leaves, leaves: one.leaves } : one;
    open = branch.falls && one.jumps !== true && !isRest ? tests : [];
    sure &&= ends.jumps === true;
    hasRest ||= isRest;
    if (!isRest) {
      flow = both(flow, { jumps: when(condition, ends.jumps), leaves: when(condition, ends.leaves) });
      rest = under(rest, not(condition));
    }
  }
  return sure && hasRest ? { jumps: true, leaves: flow.leaves === undefined ? undefined : true } : flow;
}

/** More tests in one branch add nothing that a reader would look at. */
const MOST_TESTS = 8;

function shortened(test: string): string {
  return written({ text: test }, { start: 0, end: test.length });
}

function walkLoop(code: Loop, env: Env): Flow {
  const inside = inner(env);
  declare(inside, code.params);
  const first = walkAll(code.over, inside);
  // What it goes over may be known; the variable stands for any of it.
  const [param, more] = code.params;
  const [value] = code.over;
  if (param && !more && value && code.over.length === 1) inside.scope.variables.set(param.name, { type: typeNamed(inside, param.type), value });
  if (code.condition) walk(code.condition, inside);
  const body = code.condition && !code.first ? under(inside, written(env, code.condition)) : inside;
  return both(first, code.body ? maybe(walk(code.body, body)) : goesOn);
}

function walkJump(code: Code & { kind: 'jump' }, env: Env, handed: string): Flow {
  const first = code.value ? walk(code.value, env, handed) : goesOn;
  return both(first, { jumps: true, leaves: code.leaves ? true : undefined });
}

function walkLocal(code: Code & { kind: 'local' }, env: Env): Flow {
  const name = code.names.length === 1 ? code.names[0]?.name : undefined;
  const flow = code.value ? walk(code.value, env, code.value.kind === 'lambda' ? (name ?? '') : '') : goesOn;
  for (const each of code.names) env.scope.variables.set(each.name, { type: '' });
  if (name !== undefined) {
    const type = typeNamed(env, code.type) || (code.value && !code.type ? typeOf(code.value, env) : '');
    env.scope.variables.set(name, { type, ...(code.value ? { value: code.value } : {}) });
  }
  return flow;
}

function walkTry(code: Try, env: Env): Flow {
  const inside = inner(env);
  const start = walkAll(code.resources, inside);
  const body = walk(code.body, inside);
  let handled = true;
  for (const { param, body: block } of code.handlers) {
    const caught = inner(env);
    declare(caught, [param]);
    handled = walk(block, caught).jumps === true && handled;
  }
  const last = code.last ? walk(code.last, env) : goesOn;
  const sure = code.handlers.length === 0 || handled;
  return both(both(start, last), sure ? body : { jumps: unsure(body.jumps), leaves: unsure(body.leaves) });
}

function unsure(way: Flow['jumps']): Flow['jumps'] {
  return way === true ? undefined : way;
}

