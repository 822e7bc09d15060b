import type { Call, Code, Lambda } from './code.ts';
import type { Env } from './env.ts';
import { after, both, goesOn, not, under, written, type Flow } from './flow.ts';
import { runsAtOnce } from './known-names.ts';
import { noteCall } from './note.ts';
import { classOf, isClassName, typeOf } from './types.ts';
import { later, walk, walkLambda } from './walk.ts';

/** Functions whose lambda has what they are called on as `this`, and those whose lambda has it as `it`. */
const AS_THIS = /^(?:apply|run|with|edit)$/;
const AS_IT = /^(?:let|also|takeIf|takeUnless|use)$/;
const ENDS = /^(?:error|TODO|exitProcess)$/;

/** The uses of a call: of its receiver, its arguments, itself, and the code that it is handed. */
export function walkCall(code: Call, env: Env): Flow {
  const name = code.name?.name ?? '';
  let flow = goesOn;
  if (code.target && !isClassName(code.target) && !classOf(code.target, env)) flow = walk(code.target, env);
  const handed: Code[] = [];
  for (const each of code.args) {
    if (each.kind === 'lambda') handed.push(each);
    else flow = both(flow, walk(each, after(env, flow), name));
  }
  const reached = after(env, flow);
  noteCall(code, reached);
  for (const each of handed) flow = both(flow, walkHanded(each as Lambda, code, name, reached));
  return both(flow, ending(code, name, env));
}

function walkHanded(lambda: Lambda, code: Call, name: string, env: Env): Flow {
  if (!runsAtOnce(name)) {
    walkLambda(lambda, name ? later(env, name) : env, '');
    return goesOn;
  }
  const subject = name === 'with' && !code.target ? code.args[0] : code.target;
  const type = subject ? classOf(subject, env) || typeOf(subject, env) : '';
  let inside = code.safe && code.target ? under(env, `${written(env, code.target)} != null`) : env;
  if (type && AS_THIS.test(name)) inside = { ...inside, implicit: [type, ...inside.implicit].slice(0, 8) };
  const { leaves } = walkLambda(lambda, inside, AS_IT.test(name) ? type : '');
  const way = leaves === true && code.safe && code.target ? `${written(env, code.target)} != null` : leaves;
  return { jumps: way, leaves: way };
}

/** `check(agreed)` goes on only when it holds; `error(…)` never does. */
function ending(code: Call, name: string, env: Env): Flow {
  if (code.target || env.language !== 'kotlin') return goesOn;
  if (ENDS.test(name)) return { jumps: true, leaves: true };
  const [first] = code.args;
  if (!first || (name !== 'require' && name !== 'check')) return goesOn;
  const way = not(written(env, first));
  return { jumps: way, leaves: way };
}

