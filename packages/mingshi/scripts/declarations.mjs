// Declarations of the public API, made from the report's schema and the sources: nothing is written twice.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const interfaces = [
  ['project.ts', 'Named'],
  ['comparison.ts', 'ReadOptions'],
  ['comparison.ts', 'Stage'],
  ['check.ts', 'CheckOptions'],
  ['formats/index.ts', 'FormatOptions'],
  ['formats/index.ts', 'Format'],
];

const functions = `/** Holds an app against its privacy policy and says what was found. Writes nothing, prints nothing. */
export declare function check(options: CheckOptions): Promise<Report>;

/** The formats of \`check\`, each loaded when it is asked for. */
export declare const formats: Readonly<Record<string, () => Promise<Format>>>;

/** The user's mistake, in both languages. */
export declare class UserError extends Error {
  readonly texts: readonly Text[];
}

export declare const version: string;
`;

/** The text of index.d.ts. */
export function declarations(schema, sources) {
  const { $defs, ...report } = schema;
  const named = Object.entries({ ...$defs, Report: report }).map(
    ([name, definition]) =>
      `/** ${name} of a report, see schema/report.schema.json. */\nexport interface ${name} ${typeOf(definition, '')}`,
  );
  const copied = interfaces.map(([file, name]) => sourceOf(join(sources, file), name));
  const basic = "export type Language = 'zh' | 'en';\nexport type Severity = 'error' | 'warning' | 'info';";
  return [basic, ...named, ...copied, functions].join('\n\n');
}

/** An exported interface or type of a source file, its comment included. */
function sourceOf(path, name) {
  const source = readFileSync(path, 'utf8');
  const found = new RegExp(
    `/\\*\\*[^\\n]*\\*/\\nexport (?:interface ${name}\\b[^{]*\\{[^]*?\\n\\}|type ${name} =[^]*?;)`,
  ).exec(source);
  if (!found) throw new Error(`${path} has no ${name}`);
  return found[0];
}

function typeOf(schema, indent) {
  if (schema.$ref) return schema.$ref.slice('#/$defs/'.length);
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' | ');
  if (schema.anyOf) return schema.anyOf.map((each) => typeOf(each, indent)).join(' | ');
  if (schema.type === 'array') return `readonly (${typeOf(schema.items, indent)})[]`;
  if (schema.type === 'integer') return 'number';
  if (schema.type !== 'object') return schema.type;
  const inner = `${indent}  `;
  const required = new Set(schema.required);
  const fields = Object.entries(schema.properties).map(([name, value]) => {
    const comment = value.description ? `${inner}/** ${value.description} */\n` : '';
    return `${comment}${inner}readonly ${name}${required.has(name) ? '' : '?'}: ${typeOf(value, inner)};`;
  });
  return `{\n${fields.join('\n')}\n${indent}}`;
}
