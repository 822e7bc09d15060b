// Declarations of the public API, made from the schemas and the sources: nothing is written twice.
// src/index.ts says what is public; the docstrings are those of the sources.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const basic = `/** The languages of everything that is said. */
export type Language = 'zh' | 'en';

/** How bad a finding is. */
export type Severity = 'error' | 'warning' | 'info';`;

/** What the schemas' own definitions are, for a reader of the declarations. */
const meanings = {
  Text: 'Words in both languages.',
  Position: 'A position in a file.',
  Place: 'A place in a file, with its words.',
  Related: 'A further place of a finding: the other side, or one more of the same cause.',
  Citation: 'An article of a law as a finding cites it, under each of its numbers.',
  Case: 'A published case.',
  Finding: 'One finding, with all that a reader needs to judge it.',
  Waiver: 'Why a finding is silenced, and where that is said.',
  Permission: 'A permission that the app requests.',
  App: 'An app of the project, as its files describe it.',
  NotChecked: 'Something that was not read or not checked.',
  MatrixRow: 'Something by which an app can collect data, beside what the policy says of it.',
  AssessmentItem: 'One of the 31 items of the 认定方法 (2019), with what files show of it.',
  Report: 'Everything a check found: plain data in both languages, the same as `--format json`.',
  Cell: 'What fills a cell of a list, and where that comes from.',
  CollectedRow: 'Personal information that is collected.',
  SharedRow: 'A third party that receives personal information.',
  PermissionRow: 'A permission that the app requests, as the list to publish has it.',
  Inventory: 'The lists to publish: plain data in both languages, the same as `mingshi inventory --format json`.',
};

/** The text of index.d.ts. */
export function declarations(reportSchema, inventorySchema, sources) {
  const { $defs, ...report } = reportSchema;
  const { $defs: parts, ...inventory } = inventorySchema;
  const defined = Object.entries({ ...parts, ...$defs, Report: report, Inventory: inventory }).map(([name, definition]) => {
    if (!meanings[name]) throw new Error(`declarations.mjs does not say what ${name} is`);
    return `/** ${meanings[name]} */\nexport interface ${name} ${typeOf(definition, '')}`;
  });
  const copied = publicNames(sources)
    .filter(({ path }) => path !== './report/report.ts' && path !== './inventory/inventory.ts')
    .map(({ path, name }) => declarationOf(join(sources, path), name));
  return `${[basic, ...defined, ...copied].join('\n\n')}\n`;
}

/** The names that index.ts exports, with their files. */
function publicNames(sources) {
  const index = readFileSync(join(sources, 'index.ts'), 'utf8');
  return [...index.matchAll(/^export (?:type )?\{([^}]*)\} from '([^']+)';$/gm)].flatMap(([, names, path]) =>
    names
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== '')
      .map((name) => ({ path, name })),
  );
}

/** An exported name of a source file as a declaration, its docstring included. */
function declarationOf(path, name) {
  const source = readFileSync(path, 'utf8');
  const found = new RegExp(`^export (?:async )?(interface|type|function|const|class) ${name}\\b`, 'm').exec(source);
  const comment = found && source.slice(source.lastIndexOf('/**', found.index), found.index);
  if (!comment?.startsWith('/**') || comment.indexOf('*/') !== comment.length - 3)
    throw new Error(`${path}: ${name} is public and has no docstring`);
  const code = source.slice(found.index);
  const upTo = (mark) => code.slice(0, code.indexOf(mark));
  const declared = {
    interface: () => `${upTo('\n}')}\n}`,
    type: () => `${upTo(';\n')};`,
    function: () => `${upTo(' {\n').replace(/^export (?:async )?/, 'export declare ')};`,
    const: () => `${upTo(' = ').replace('export ', 'export declare ')};`,
    class: () =>
      `${upTo('\n}').replace('export ', 'export declare ')}\n}`.replace(/(constructor\([^)]*\)) \{[^]*?\n {2}\}/, '$1;'),
  };
  return comment + declared[found[1]]();
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
