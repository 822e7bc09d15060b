import type { ts } from 'ts-morph';
import { declared, lookUp, UNKNOWN, type Scope, type Value } from './scope.ts';

type Typescript = typeof ts;

/** Without brackets, `await`, `!`, `as` and `satisfies`. */
export function bare(ts: Typescript, node: ts.Expression): ts.Expression {
  let at = node;
  while (
    ts.isParenthesizedExpression(at) || ts.isAwaitExpression(at) || ts.isNonNullExpression(at) || ts.isAsExpression(at) ||
    ts.isSatisfiesExpression(at) || ts.isTypeAssertionExpression(at)
  ) at = at.expression;
  return at;
}

/** What an expression stands for, followed through names, members, spreads and arrays. */
export function valueOf(ts: Typescript, node: ts.Expression, scope: Scope): Value {
  const at = bare(ts, node);
  if (ts.isIdentifier(at)) return lookUp(scope, at.text);
  if (ts.isStringLiteralLike(at)) return { kind: 'constant', values: [at.text] };
  if (ts.isPropertyAccessExpression(at)) {
    const own = ts.isIdentifier(at.expression) && declared(scope, `${at.expression.text}.${at.name.text}`);
    return own || member(valueOf(ts, at.expression, scope), at.name.text);
  }
  if (ts.isElementAccessExpression(at)) {
    const key = bare(ts, at.argumentExpression);
    return ts.isStringLiteralLike(key) ? member(valueOf(ts, at.expression, scope), key.text) : UNKNOWN;
  }
  if (ts.isArrayLiteralExpression(at)) {
    return { kind: 'constant', values: at.elements.flatMap((element) => texts(valueOf(ts, ts.isSpreadElement(element) ? element.expression : element, scope))) };
  }
  if (ts.isCallExpression(at)) return required(ts, at) ?? UNKNOWN;
  if (ts.isConditionalExpression(at)) {
    const either = [at.whenTrue, at.whenFalse].flatMap((branch) => texts(valueOf(ts, branch, scope)));
    return either.length > 0 ? { kind: 'constant', values: either } : UNKNOWN;
  }
  return UNKNOWN;
}

/** `require('x')` and `await import('x')`. */
function required(ts: Typescript, { expression, arguments: [first] }: ts.CallExpression): Value | undefined {
  const isLoad = expression.kind === ts.SyntaxKind.ImportKeyword || (ts.isIdentifier(expression) && /^require(?:NativePlugin)?$/.test(expression.text));
  return isLoad && first && ts.isStringLiteralLike(first) ? { kind: 'path', path: first.text } : undefined;
}

function member(value: Value, name: string): Value {
  // `import X from 'm'` and `require('m').default` are the module itself.
  if (value.kind === 'path') return { kind: 'path', path: name === 'default' ? value.path : `${value.path}.${name}` };
  return UNKNOWN;
}

/** A value as texts: constants, and paths as they are. */
export function texts(value: Value): readonly string[] {
  if (value.kind === 'constant') return value.values;
  return value.kind === 'path' ? [value.path] : [];
}
