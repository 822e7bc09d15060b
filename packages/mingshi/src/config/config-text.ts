import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as YAML from 'yaml';
import { checkConfig } from './config-check.ts';
import type { Config, Known, Waiver } from './config.ts';
import { UserError } from '../user-error.ts';
import { version } from '../version.ts';

/** What is written of a waiver. */
type NewWaiver = Pick<Waiver, 'rule' | 'about' | 'reason' | 'by'>;

const IN_PROJECT = 'node_modules/mingshi/dist/schema/config.schema.json';

/** The first line of a mingshi.yaml: where editors find the schema, in the project when mingshi is installed there. */
export function schemaLine(folder: string): string {
  for (let at = folder, up = './'; ; up = up === './' ? '../' : `../${up}`, at = dirname(at)) {
    if (existsSync(join(at, IN_PROJECT))) return `# yaml-language-server: $schema=${up}${IN_PROJECT}`;
    if (dirname(at) === at) break;
  }
  return `# yaml-language-server: $schema=https://unpkg.com/mingshi@${version}/dist/schema/config.schema.json`;
}

/** Text as a YAML value: plain where nothing can be misunderstood, else in double quotes. */
export function scalar(text: string): string {
  const plain = /^[\p{L}_/][\p{L}\p{N}_./ -]*$/u.test(text) && !/\s$|^(?:true|false|null|yes|no|on|off|y|n)$/i.test(text);
  return plain ? text : JSON.stringify(text);
}

const pairsOf = ({ rule, about, reason, by }: NewWaiver): readonly string[] => [
  `rule: ${rule}`,
  `about: ${scalar(about)}`,
  `reason: ${scalar(reason)}`,
  ...(by === undefined ? [] : [`by: ${scalar(by)}`]),
];

/** Adds waivers to the text of a config; what stands there stays as it is, comments and order too. */
export function withWaivers(source: string, shown: string, added: readonly NewWaiver[], known: Known): string {
  const text = insert(source, added);
  const [before, after] = [checkConfig(source, known), checkConfig(text, known)];
  const expected = [...before.config.waivers.map(told), ...added.map(told)];
  const right =
    after.mistakes.length === 0 &&
    JSON.stringify(after.config.waivers.map(told)) === JSON.stringify(expected) &&
    JSON.stringify(rest(after.config)) === JSON.stringify(rest(before.config));
  if (right) return text;
  throw new UserError({
    zh: `${shown} 的写法没法自动加上豁免，什么也没有改；把 waivers 写成每行一项的列表再试`,
    en: `waivers cannot be added to ${shown} as it is written, nothing was changed; write waivers as a list, one item a line`,
  });
}

const told = ({ rule, about, reason, by }: NewWaiver): NewWaiver => ({
  rule,
  about,
  reason,
  ...(by !== undefined && { by }),
});
const rest = (config: Config): object => ({ ...config, waivers: [] });

function insert(source: string, added: readonly NewWaiver[]): string {
  const document = YAML.parseDocument(source, { prettyErrors: false, uniqueKeys: false });
  const newline = source.includes('\r\n') ? '\r\n' : '\n';
  const items = (indent: string): string =>
    added.map((waiver) => `${indent}- ${pairsOf(waiver).join(`${newline}${indent}  `)}${newline}`).join('');
  const pair = YAML.isMap(document.contents)
    ? document.contents.items.find(({ key }) => YAML.isScalar(key) && key.value === 'waivers')
    : undefined;
  if (!pair) {
    const head = source === '' || source.endsWith('\n') ? source : source + newline;
    return `${head}waivers:${newline}${items('  ')}`;
  }
  const { value } = pair;
  const [, keyEnd = 0] = YAML.isNode(pair.key) ? (pair.key.range ?? []) : [];
  if (!YAML.isSeq(value)) return withLines(source, keyEnd, items('  '), newline);
  const [start = 0, end = 0] = value.range ?? [];
  if (value.flow && value.items.length === 0) {
    return withLines(source.slice(0, start).trimEnd() + source.slice(end), keyEnd, items('  '), newline);
  }
  if (value.flow) {
    const close = source.lastIndexOf(']', end);
    const body = source.slice(0, close).trimEnd();
    const more = added.map((waiver) => `{${pairsOf(waiver).join(', ')}}`).join(', ');
    return `${body}${body.endsWith(',') ? ' ' : ', '}${more}${source.slice(close)}`;
  }
  const indent = source.slice(source.lastIndexOf('\n', start) + 1, start);
  const last = value.items.at(-1);
  const [, lastEnd = end] = YAML.isNode(last) ? (last.range ?? []) : [];
  return withLines(source, source[lastEnd - 1] === '\n' ? lastEnd - 1 : lastEnd, items(indent), newline);
}

/** Puts lines after the line of a place. */
function withLines(source: string, offset: number, lines: string, newline: string): string {
  const end = source.indexOf('\n', offset);
  return end < 0 ? `${source}${newline}${lines}` : source.slice(0, end + 1) + lines + source.slice(end + 1);
}
