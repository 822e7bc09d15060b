import { longParts, policyPartOf, roleOfKey } from '../keys.ts';
import { sayText } from './say.ts';
import { startSheet } from './sheet.ts';
import type { Sheet } from './sheet.ts';
import { isText, rendered, textOf } from './texts.ts';
import type { Program } from './texts.ts';
import type { Node } from './tree.ts';

const LOCALE = '(?:zh|cn|en)(?:[-_](?:han[st]|cn|tw|hk|us|gb))*';
const TABLE = new RegExp(
  String.raw`(?:^|/)(?:\w+[-_.])?${LOCALE}\.(?:json|arb|[cm]?[jt]s)$` +
    String.raw`|(?:^|/)(?:i18n|locales?|lang(?:uage)?s?|l10n|translations?|intl|messages)/${LOCALE}/[\w-]+\.(?:json|[cm]?[jt]s)$` +
    String.raw`|(?:^|/)resources/(?:base|${LOCALE})/element/\w+\.json$`,
  'i',
);

/** In a file or a folder of that name all of the table is the text. */
const OF_A_TEXT = /(?:priva|polic|yinsi|agree|terms|legal)[^/]*(?:\/[^/]*)?$/i;

/** Tables of translations: `i18n/zh-CN.json`, `l10n/app_zh.arb`, `locales/en/common.json`, `resources/zh_CN/element/string.json`. */
export function isTranslations(path: string): boolean {
  return TABLE.test(path) && !OF_A_TEXT.test(path);
}

/** A text of a table of translations: `settings.privacy.p1`. */
interface Entry {
  readonly key: string;
  readonly part: string;
  readonly value: Node;
}

/** Writes out what a table of translations holds of the policy, known by its keys; undefined when that is nothing. */
export function writeTranslations(source: string, root: Node): Sheet | undefined {
  const program: Program = { source, sheet: startSheet(), constants: new Map(), columns: new Map() };
  const policy = longParts(
    entriesOf(program, root),
    ({ part }) => part,
    ({ value }) => value.end - value.start,
  );
  policy.forEach(({ key, value }, index) => {
    const role = roleOfKey(key);
    sayText(program.sheet, rendered(program, value), value, { role, named: true, depth: index === 0 ? 1 : 2 });
  });
  return policy.length > 0 ? program.sheet : undefined;
}

/** The entries whose path of keys names the policy, in the order of the file. */
function entriesOf(program: Program, root: Node): readonly Entry[] {
  const entries: Entry[] = [];
  const open: { readonly node: Node; readonly path: string; readonly key: string }[] = [{ node: root, path: '', key: '' }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { node, path, key } = next;
    if (isText(node)) {
      const part = policyPartOf(path);
      if (part !== undefined) entries.push({ key, part, value: node });
      continue;
    }
    const named = namedValue(program, node);
    if (named) {
      open.push({ node: named.value, path: `${path}.${named.name}`, key: named.name });
      continue;
    }
    const [name] = node.children;
    const isProperty = node.kind === 'PropertyAssignment' && name !== undefined;
    const own = isProperty ? textOf(program, name).replaceAll(/^['"]|['"]$/g, '') : undefined;
    // What an .arb file says about an entry.
    if (own?.startsWith('@')) continue;
    const inside = own === undefined ? { path, key } : { path: `${path}.${own}`, key: own };
    for (const child of (isProperty ? node.children.slice(1) : node.children).toReversed()) open.push({ node: child, ...inside });
  }
  return entries;
}

/** HarmonyOS: `{ "name": "privacy_intro", "value": "…" }`. */
function namedValue(program: Program, node: Node): { readonly name: string; readonly value: Node } | undefined {
  if (node.kind !== 'ObjectLiteralExpression' || node.children.length !== 2) return undefined;
  const [name, value] = ['name', 'value'].map((wanted) =>
    node.children.find(({ children: [key] }) => key && textOf(program, key).replaceAll(/^['"]|['"]$/g, '') === wanted)?.children.at(-1),
  );
  return name && value && isText(name) && isText(value) ? { name: textOf(program, name).slice(1, -1), value } : undefined;
}
