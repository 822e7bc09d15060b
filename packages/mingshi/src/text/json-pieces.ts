/** A JSON object in pieces, each entry of its lists on a line of its own; a list may be made while it is written. */
export function* jsonPieces(fields: Readonly<Record<string, unknown>>): Iterable<string> {
  let before = '{';
  for (const [name, value] of Object.entries(fields)) {
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
