import type { Knowledge } from '@mingshi/knowledge';
import { lastOf } from './known-apis.ts';
import { ENTRY_TERMS } from './entries.ts';
import { isTelling } from './match-uses.ts';
import type { SourceKind } from './source-files.ts';

const REQUESTS: Readonly<Record<SourceKind, readonly string[]>> = {
  jvm: [
    'requestPermissions', 'RequestPermission', 'RequestMultiplePermissions', 'XXPermissions', 'PermissionX', 'EasyPermissions', 'RxPermissions', 'AndPermission',
    // Where a helper of the app's own asks, what it asks for still stands in the file.
    'Manifest.permission', 'PermissionConstants', 'PermissionLists',
  ],
  script: ['PermissionsAndroid', 'requestPermissionsFromUser', 'react-native-permissions'],
  dart: ['permission_handler'],
};

/** Words one of which a file must hold to be worth parsing. */
export function sourceTerms({ apis, sdks }: Knowledge, kind: SourceKind): readonly string[] {
  const terms = new Set(REQUESTS[kind]);
  for (const api of apis) {
    if (!SPOKEN[kind].has(api.language)) continue;
    if (api.kind === 'string') for (const text of api.members.length > 0 ? api.members : [api.module]) terms.add(text);
    else if (kind === 'jvm') {
      terms.add(api.module);
      terms.add(`${api.module.slice(0, api.module.lastIndexOf('.'))}.*`);
      // A class within another may be reached from an import of the outer one: `Settings.Secure`.
      const nested = /\.([A-Z]\w*\.[A-Z]\w*)$/.exec(api.module)?.[1];
      if (nested !== undefined) terms.add(nested);
      for (const member of api.members) if (isTelling(lastOf(member))) terms.add(lastOf(member));
    } else if (isPackage(api.module)) terms.add(api.module.replace(/^package:/, ''));
    // A global object is named before its member: `uni.getLocation`.
    else for (const member of api.members) terms.add(lastOf(member));
  }
  for (const { signs, weakSigns } of sdks) {
    const named = kind === 'jvm' ? [signs.package, weakSigns.package] : kind === 'dart' ? [signs.pub] : [signs.npm, signs.ohpm];
    for (const list of named) for (const name of list ?? []) terms.add(name);
  }
  if (kind === 'jvm') for (const term of ENTRY_TERMS) terms.add(term);
  return [...terms];
}

const SPOKEN: Readonly<Record<SourceKind, ReadonlySet<string>>> = {
  jvm: new Set(['jvm']),
  script: new Set(['typescript', 'arkts']),
  dart: new Set(['dart']),
};

/** A module that is imported, not an object that is simply there. */
function isPackage(module: string): boolean {
  return /^package:|^@|-/.test(module) || module === 'react-native';
}
