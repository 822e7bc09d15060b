import type { SdkFile } from '../schema.ts';
import type { SdkSignKind } from '../types.ts';
import { noneTwice } from './context.ts';
import type { Context } from './context.ts';
import type { YamlFile } from './yaml-file.ts';

interface Owned {
  readonly file: YamlFile<SdkFile>;
  readonly kind: SdkSignKind;
  readonly index: number;
  readonly sign: string;
}

const shapes: Readonly<Record<SdkSignKind, readonly [RegExp, string]>> = {
  maven: [/^[\w-]+(?:\.[\w-]+)*:(?:[\w.-]+\*?|\*)$/, 'a Maven sign is group:artifact, group:artifact-* or group:*'],
  file: [/^[\w.+-]{4,}\*?$/, 'a file sign is a name without its folder, four letters at least before a "*"'],
  npm: [/^(?:@[\w.-]+\/)?[\w.-]+$/, 'this is no npm name'],
  pub: [/^[a-z0-9_]+$/, 'this is no pub name'],
  ohpm: [/^(?:@[\w.-]+\/)?[\w.-]+$/, 'this is no ohpm name'],
  cordova: [/^(?:@[\w.-]+\/)?[\w.-]+$/, 'this is no name of a Cordova plug-in'],
  uni: [/^[\w-]+(?:\.[\w-]+)?$/, 'a uni-app sign is a module (Push) or a key below sdkConfigs (oauth.weixin)'],
  package: [/^[a-zA-Z_]\w*(?:\.\w+)+$/, 'a package sign is a prefix of at least two words: cn.jpush'],
  marker: [/^[\w.$-]{6,}$/, 'a marker is the name of a component or of meta-data, six letters at least'],
};
const kinds = Object.keys(shapes) as SdkSignKind[];

/** Every sign has the shape of its kind, and no strong sign of one SDK tells another. */
export function checkSigns(context: Context, files: readonly YamlFile<SdkFile>[]): void {
  const strong: Owned[] = [];
  for (const file of files) {
    for (const kind of kinds) {
      const own = file.value.signs?.[kind] ?? [];
      const weak = file.value.weakSigns?.[kind] ?? [];
      noneTwice(context, file, ['signs', kind], own);
      noneTwice(context, file, ['weakSigns', kind], weak);
      for (const [index, sign] of weak.entries()) {
        if (kind !== 'package') checkShape(context, file, ['weakSigns', kind, index], kind, sign);
        if (own.includes(sign)) context.report(file, ['weakSigns', kind, index], `"${sign}" is a strong sign already`);
      }
      for (const [index, sign] of own.entries()) {
        checkShape(context, file, ['signs', kind, index], kind, sign);
        strong.push({ file, kind, index, sign });
      }
    }
    const count = Object.values({ ...file.value.signs, ...file.value.weakSigns }).flat().length;
    if (count === 0) context.report(file, ['id'], 'no sign tells this SDK: give one under "signs" or "weakSigns"');
  }
  for (const kind of kinds) checkOwners(context, strong.filter((owned) => owned.kind === kind));
}

function checkShape(
  context: Context,
  file: YamlFile<SdkFile>,
  path: readonly (string | number)[],
  kind: SdkSignKind,
  sign: string,
): void {
  const [shape, message] = shapes[kind];
  // What only bears out another sign may be short: `wb-*`.
  const isShort = kind === 'file' && path[0] === 'weakSigns' && /^\w{2,}[-_]\*$/.test(sign);
  if (!shape.test(sign) && !isShort) context.report(file, path, message);
}

/** A sign sorts right before those that it covers, so that neighbours tell. */
function checkOwners(context: Context, owned: readonly Owned[]): void {
  const sorted = owned.toSorted((a, b) => (stem(a) < stem(b) ? -1 : stem(a) > stem(b) ? 1 : 0));
  const open: Owned[] = [];
  for (const next of sorted) {
    while (open.length > 0 && !covers(open.at(-1) as Owned, next)) open.pop();
    const clash = open.find((before) => before.file !== next.file);
    if (clash) {
      const { id } = clash.file.value;
      const told = clash.sign === next.sign ? `already tells ${id}` : `is told by "${clash.sign}" of ${id}`;
      context.report(next.file, ['signs', next.kind, next.index], `"${next.sign}" ${told}: make one of the two weak`);
    }
    open.push(next);
  }
}

/** Case says nothing in names of files, and `*` or a dot ends what must be the same. */
const stem = ({ kind, sign }: Owned): string => {
  const text = kind === 'file' ? sign.toLowerCase() : sign;
  return kind === 'package' ? `${text}.` : text.replace(/\*$/, '');
};

const covers = (a: Owned, b: Owned): boolean =>
  a.kind === 'package' || a.sign.endsWith('*') ? stem(b).startsWith(stem(a)) : stem(a) === stem(b);
