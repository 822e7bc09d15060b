interface Schema {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly minimum?: number;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
}

/** What is wrong with a value by a JSON schema, as far as ours go; a property that no schema names is wrong too. */
export function mistakesBy(schema: Schema, value: unknown, root: Schema = schema, at = '$'): readonly string[] {
  if (schema.$ref !== undefined) {
    const target = root.$defs?.[schema.$ref.replace('#/$defs/', '')];
    return target ? mistakesBy(target, value, root, at) : [`${at}: unknown ${schema.$ref}`];
  }
  if (schema.const !== undefined) return value === schema.const ? [] : [`${at}: not ${String(schema.const)}`];
  if (schema.enum)
    return schema.enum.includes(value) ? [] : [`${at}: ${String(value)} is none of ${schema.enum.join(', ')}`];
  if (schema.type === 'array') {
    if (!Array.isArray(value)) return [`${at}: no array`];
    return value.flatMap((item, index) => mistakesBy(schema.items ?? {}, item, root, `${at}[${index}]`));
  }
  if (schema.type === 'object') return mistakesInObject(schema, value, root, at);
  const right = schema.type === 'integer' ? Number.isInteger(value) : typeof value === schema.type;
  if (!right) return [`${at}: no ${schema.type ?? 'known type'}`];
  return schema.minimum !== undefined && (value as number) < schema.minimum ? [`${at}: below ${schema.minimum}`] : [];
}

function mistakesInObject(schema: Schema, value: unknown, root: Schema, at: string): readonly string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [`${at}: no object`];
  const missing = (schema.required ?? []).filter((name) => !(name in value)).map((name) => `${at}.${name}: missing`);
  const inside = Object.entries(value).flatMap(([name, field]) => {
    const known = schema.properties?.[name];
    return known ? mistakesBy(known, field, root, `${at}.${name}`) : [`${at}.${name}: not in the schema`];
  });
  return [...missing, ...inside];
}
