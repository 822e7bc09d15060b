/** A JSON object in pieces, each entry of its lists on a line of its own. Lists and getters may be made while it is written. */
export function* jsonPieces(fields: Readonly<Record<string, unknown>>): Iterable<string> {
  let before = '{';
  for (const name of Object.keys(fields)) {
    const value = fields[name];
    if (value === undefined) continue;
    yield `${before}\n  ${JSON.stringify(name)}: `;
    if (isList(value)) yield* listPieces(value);
    else yield JSON.stringify(value);
    before = ',';
  }
  yield '\n}\n';
}

function* listPieces(list: Iterable<unknown>): Iterable<string> {
  let before = '[';
  for (const entry of list) {
    yield `${before}\n    ${JSON.stringify(entry)}`;
    before = ',';
  }
  yield before === '[' ? '[]' : '\n  ]';
}

function isList(value: unknown): value is Iterable<unknown> {
  return typeof value === 'object' && value !== null && Symbol.iterator in value;
}
