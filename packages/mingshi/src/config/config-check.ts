import * as v from 'valibot';
import * as YAML from 'yaml';
import type { Text } from '@mingshi/knowledge';
import { configSchema, SEVERITIES } from './config-schema.ts';
import type { ConfigContent } from './config-schema.ts';
import type { Config, Known } from './config.ts';
import { emptyConfig, unknownCategory } from './config.ts';
import { didYouMean } from '../nearest.ts';
import { same } from '../user-error.ts';

/** A mistake in a config and where it stands. */
export interface Mistake {
  readonly offset: number;
  readonly text: Text;
}

interface Checked {
  readonly mistakes: readonly Mistake[];
  readonly config: Config;
}

type Issue = v.BaseIssue<unknown>;

/** Parses a mingshi.yaml and holds it against what it may hold. */
export function checkConfig(source: string, known: Known): Checked {
  const document = YAML.parseDocument(source, { prettyErrors: false, uniqueKeys: false, merge: false });
  // An unknown tag is only a warning to the parser.
  const broken = [...document.errors, ...document.warnings].map(({ pos, message }) => ({
    offset: pos[0],
    text: same(message),
  }));
  if (broken.length > 0) return { mistakes: broken, config: emptyConfig };
  const refused = refusedNodes(document);
  if (refused.length > 0) return { mistakes: refused, config: emptyConfig };
  if (document.contents === null) return { mistakes: [], config: emptyConfig };
  if (!YAML.isMap(document.contents)) {
    const text = { zh: '应当是“键: 值”的形式', en: 'should be a mapping, `key: value`' };
    return { mistakes: [{ offset: document.contents.range[0], text }], config: emptyConfig };
  }
  const rules = document.get('rules');
  // To the schema a list is an object too.
  if (YAML.isSeq(rules)) return { mistakes: [{ offset: rangeStart(rules) ?? 0, text: wrongValue('rules') }], config: emptyConfig };
  const result = v.safeParse(configSchema(known.rules, known.categories), document.toJS(), { abortPipeEarly: true });
  if (!result.success)
    return {
      mistakes: result.issues.slice(0, 10).map((issue) => mistakeOf(issue, document, known)),
      config: emptyConfig,
    };
  return { mistakes: [], config: configOf(result.output, document) };
}

/** Anchors can make a small file enormous, and of two equal keys one would be lost: both are refused. */
function refusedNodes(document: YAML.Document.Parsed): readonly Mistake[] {
  const found: Mistake[] = [];
  YAML.visit(document, {
    Node: (_, node) => {
      if (!YAML.isAlias(node) && node.anchor === undefined) return undefined;
      found.push({
        offset: node.range?.[0] ?? 0,
        text: { zh: '不支持 & 锚点和 * 引用', en: 'anchors (&) and aliases (*) are not supported' },
      });
      return YAML.visit.BREAK;
    },
    Map: (_, map) => {
      // The parser's own check compares every key with every other.
      const keys = new Set<string>();
      for (const { key } of map.items) {
        const name = keyText(key);
        if (!YAML.isScalar(key)) {
          found.push({
            offset: rangeStart(key) ?? rangeStart(map) ?? 0,
            text: { zh: '键应当是文字', en: 'a key must be a word' },
          });
        }
        const text = { zh: `“${name}”写了两次`, en: `"${name}" stands here twice` };
        if (keys.has(name)) found.push({ offset: rangeStart(key) ?? 0, text });
        keys.add(name);
      }
    },
  });
  return found;
}

function mistakeOf(issue: Issue, document: YAML.Document.Parsed, known: Known): Mistake {
  const path = (issue.path ?? []).map(({ key }) => key);
  const offset = offsetOf(document, path, issue.type === 'strict_object' && issue.expected === 'never');
  return { offset, text: sentenceOf(issue, path, known) };
}

function sentenceOf(issue: Issue, path: readonly unknown[], known: Known): Text {
  const name = String(path.at(-1) ?? '');
  const top = path[0];
  if (issue.type === 'strict_object' && issue.expected === 'never') return unknownKey(name, top, path.length, known);
  if (issue.type === 'strict_object' && issue.received === 'undefined')
    return { zh: `缺少 ${name}`, en: `${name} is missing` };
  const value = typeof issue.input === 'string' ? issue.input : JSON.stringify(issue.input);
  if (issue.type === 'picklist' && top === 'category') return unknownCategory(value, known);
  if (issue.type === 'picklist' && top === 'rules') {
    const near = didYouMean(value, SEVERITIES);
    return {
      zh: `未知的级别“${value}”，可用 ${SEVERITIES.join('、')}${near.zh}`,
      en: `unknown severity "${value}", use ${SEVERITIES.join(', ')}${near.en}`,
    };
  }
  if (issue.type === 'picklist') return unknownRule(value, known);
  if (issue.type === 'regex' || issue.type === 'check') {
    return { zh: `“${value}”不是日期，写成 2027-01-31 的形式`, en: `"${value}" is no date; write it like 2027-01-31` };
  }
  if (issue.type === 'non_empty' || issue.type === 'min_length')
    return { zh: `${name} 不能为空`, en: `${name} must not be empty` };
  return top === 'waivers' && path.length === 2 ? wrongValue('waiver') : wrongValue(name);
}

function wrongValue(name: string): Text {
  return {
    zh: `${name || '这里'} 的值不对：${expectation(name).zh}`,
    en: `wrong value for ${name || 'this'}: ${expectation(name).en}`,
  };
}

function unknownKey(name: string, top: unknown, depth: number, known: Known): Text {
  if (top === 'rules' && depth === 2) return unknownRule(name, known);
  const keys =
    depth === 1 ? ['app', 'policy', 'category', 'rules', 'waivers'] : ['rule', 'about', 'reason', 'by', 'until'];
  const near = didYouMean(name, keys);
  return {
    zh: `未知的键“${name}”${near.zh || `，可用 ${keys.join('、')}`}`,
    en: `unknown key "${name}"${near.en || `; known are ${keys.join(', ')}`}`,
  };
}

function unknownRule(name: string, known: Known): Text {
  const near = didYouMean(name, known.rules);
  return {
    zh: `未知的规则“${name}”${near.zh || '；mingshi rules 列出全部规则'}`,
    en: `unknown rule "${name}"${near.en || '; mingshi rules lists them'}`,
  };
}

function expectation(name: string): Text {
  if (name === 'waiver') return { zh: '应当写 rule、about 和 reason', en: '`rule`, `about` and `reason` are expected' };
  if (name === 'waivers') return { zh: '应当是列表', en: 'a list is expected' };
  if (name === 'rules') return { zh: '应当是“规则: 级别”', en: '`rule: severity` pairs are expected' };
  return { zh: '应当是文字', en: 'text is expected' };
}

/** Where a path of keys stands: the key for an unknown one, else the value, else the nearest thing around it. */
function offsetOf(document: YAML.Document.Parsed, path: readonly unknown[], ofKey: boolean): number {
  let node: unknown = document.contents;
  let offset = rangeStart(node) ?? 0;
  for (const [depth, key] of path.entries()) {
    const items: readonly unknown[] = hasItems(node) ? node.items : [];
    const pair = items.find((item) => isPair(item) && keyText(item.key) === String(key));
    const last = depth === path.length - 1;
    if (isPair(pair)) {
      node = pair.value;
      offset = (last && ofKey ? undefined : rangeStart(pair.value)) ?? rangeStart(pair.key) ?? offset;
    } else {
      node = typeof key === 'number' ? items[key] : undefined;
      offset = rangeStart(node) ?? offset;
    }
  }
  return offset;
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const hasItems = (node: unknown): node is { items: readonly unknown[] } =>
  isObject(node) && Array.isArray(node['items']);
const isPair = (item: unknown): item is { key: unknown; value: unknown } =>
  isObject(item) && 'key' in item && 'value' in item;
const keyText = (key: unknown): string => (isObject(key) ? String(key['value']) : String(key));
const rangeStart = (node: unknown): number | undefined => {
  const range = isObject(node) ? node['range'] : undefined;
  return Array.isArray(range) && typeof range[0] === 'number' ? range[0] : undefined;
};

const list = (value: string | readonly string[] | undefined): readonly string[] =>
  value === undefined ? [] : typeof value === 'string' ? [value] : value;

function configOf(content: ConfigContent, document: YAML.Document.Parsed): Config {
  const written = document.get('waivers');
  const items: readonly unknown[] = YAML.isSeq(written) ? written.items : [];
  return {
    app: list(content.app),
    policy: list(content.policy),
    ...(content.category !== undefined && { category: content.category }),
    rules: Object.fromEntries(
      Object.entries(content.rules ?? {}).flatMap(([id, level]) => (level ? [[id, level]] : [])),
    ),
    waivers: (content.waivers ?? []).map((waiver, index) => {
      const item = items[index];
      const start = rangeStart(item) ?? 0;
      const end = YAML.isNode(item) ? (item.range?.[1] ?? start) : start;
      return { ...waiver, start, end };
    }),
  };
}
