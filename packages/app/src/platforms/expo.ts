import type { App, AppProject, Files, Location, PermissionUse, Phrase, Unread } from '@mingshi/model';
import { noCode } from '@mingshi/model';
import type { AnyNode, MemberNode, StringNode } from '@humanwhocodes/momoa';
import { folderOf } from '../paths.ts';
import { isUnread, readSource } from '../source-text.ts';
import { isSimplified } from './android/chinese.ts';

type Momoa = typeof import('@humanwhocodes/momoa');

/** Reads Expo apps, whose `app.json` becomes a manifest only when they are built. */
export async function readExpo(files: Files): Promise<AppProject> {
  const paths = files
    .list()
    .filter((path) => /(?:^|\/)app\.json5?$/.test(path) && !/(?:^|\/)(?:node_modules|templates?)\//.test(path));
  if (paths.length === 0) return { apps: [], unread: [] };
  const momoa = await import('@humanwhocodes/momoa');
  const unread: Unread[] = [];
  const apps = paths.flatMap((path) => {
    const app = readAppJson(files, path, momoa);
    if (!app) return [];
    if (isUnread(app)) unread.push(app);
    else unread.push({ file: path, what: 'library-manifests', detail: app.id });
    return isUnread(app) ? [] : [app];
  });
  return { apps, unread };
}

function readAppJson(files: Files, path: string, { parse }: Momoa): App | Unread | undefined {
  const source = readSource(files, path, 1024 * 1024);
  if (isUnread(source)) return source;
  if (!source.text.includes('"expo"') && !source.text.includes('expo:')) return undefined;
  try {
    const { body } = parse(source.text, { mode: 'json5', ranges: true });
    const expo = member(body, 'expo');
    if (expo?.type !== 'Object') return undefined;
    const android = member(expo, 'android');
    const blocked = new Set(
      strings(android && member(android, 'blockedPermissions')).map(({ value }) => fullName(value)),
    );
    const asked = new Map<string, Location>();
    for (const node of strings(android && member(android, 'permissions'))) {
      const full = fullName(node.value);
      if (!blocked.has(full) && !asked.has(full)) asked.set(full, place(path, node));
    }
    const module = folderOf(path) || '.';
    const permissions = [...asked].map(([full, at]): PermissionUse => ({
      name: full,
      at,
      element: at,
      module,
      kind: 'uses-permission',
      alsoAt: [],
    }));
    const name = phrase(path, member(expo, 'name'));
    const applicationId = phrase(path, android && member(android, 'package'));
    return {
      id: module,
      platform: 'android',
      ...(name && { name }),
      ...(applicationId && { applicationId }),
      folder: folderOf(path),
      manifests: [{ path, role: 'main', module }],
      permissions,
      components: [],
      features: [],
      settings: [],
      accountSigns: [],
      cancellationSigns: [],
      ...(name && isSimplified(name.text) && { chinese: { ...name, as: 'interface' as const } }),
      frameworks: ['expo'],
      dependencies: [],
      metaData: [],
      code: noCode,
    };
  } catch (error) {
    const { message, offset } = error as Error & { readonly offset?: number };
    return { file: path, ...(offset !== undefined && { offset }), what: 'broken-json', detail: message };
  }
}

function member(node: AnyNode, key: string): AnyNode | undefined {
  if (node.type !== 'Object') return undefined;
  return node.members.find(({ name }: MemberNode) => (name.type === 'String' ? name.value : name.name) === key)?.value;
}

function strings(node: AnyNode | undefined): readonly StringNode[] {
  return node?.type === 'Array' ? node.elements.flatMap(({ value }) => (value.type === 'String' ? [value] : [])) : [];
}

function phrase(path: string, node: AnyNode | undefined): Phrase | undefined {
  return node?.type === 'String' ? { text: node.value, at: place(path, node) } : undefined;
}

/** The content between the quotes. */
function place(file: string, node: StringNode): Location {
  return { file, start: node.loc.start.offset + 1, end: node.loc.end.offset - 1 };
}

/** Expo takes `CAMERA` for `android.permission.CAMERA`. */
function fullName(name: string): string {
  return name.includes('.') ? name : `android.permission.${name}`;
}
