import type { AppSetting, Dependency, Files } from '@mingshi/model';
import { isUnread, readSource } from '../source-text.ts';
import {
  ANDROID,
  attributePhrase,
  childrenNamed,
  findAttribute,
  type XmlDocument,
  type XmlElement,
} from '../xml/elements.ts';
import { loadXml } from '../xml/parse.ts';
import { unreadPart, type Part, type RequestedPermission } from './part.ts';

/** Reads a Cordova app from its config.xml. */
export async function readCordova(files: Files, path: string): Promise<Part | undefined> {
  const source = readSource(files, path, 1024 * 1024);
  if (isUnread(source)) return unreadPart(source);
  if (!source.text.includes('<widget')) return undefined;
  const document = (await loadXml())(source);
  if (isUnread(document)) return unreadPart(document);
  const { root } = document;
  if (root.name !== 'widget') return undefined;
  const android = childrenNamed(root, 'platform').filter(
    (platform) => findAttribute(platform, '', 'name')?.value === 'android',
  );
  const owners = [root, ...android];
  const id =
    android.length > 0
      ? (findAttribute(root, '', 'android-packageName') ?? findAttribute(root, '', 'id'))
      : findAttribute(root, '', 'id');
  const [name] = childrenNamed(root, 'name');
  const label = name && document.text.slice(name.contentStart, name.contentEnd).trim();
  const [minSdk, targetSdk] = ['android-minSdkVersion', 'android-targetSdkVersion'].map((key) =>
    preference(owners, key),
  );
  const added = owners.flatMap((owner) =>
    ['config-file', 'edit-config'].flatMap((tag) => childrenNamed(owner, tag).filter(goesIntoManifest)),
  );
  return {
    frameworks: ['cordova'],
    dependencies: childrenNamed(root, 'plugin').flatMap((plugin) => pluginOf(document, plugin)),
    app: {
      ...(name &&
        label &&
        !label.includes('<') && {
          name: { text: label, at: { file: path, start: name.contentStart, end: name.contentEnd } },
        }),
      ...(id && { applicationId: attributePhrase(document, id) }),
      ...(minSdk !== undefined && { minSdk }),
      ...(targetSdk !== undefined && { targetSdk }),
      manifest: path,
      permissions: added.flatMap((config) => permissionsIn(document, config)),
      blocked: [],
      permissionsTold: true,
      settings: added.flatMap((config) => cleartextIn(document, config)),
    },
    unread: [],
  };
}

function pluginOf(document: XmlDocument, plugin: XmlElement): readonly Dependency[] {
  const name = findAttribute(plugin, '', 'name') ?? findAttribute(plugin, '', 'id');
  const version = (findAttribute(plugin, '', 'spec') ?? findAttribute(plugin, '', 'version'))?.value;
  if (!name) return [];
  const { text, at } = attributePhrase(document, name);
  return [{ ecosystem: 'cordova', name: text, ...(version && { version }), at, via: 'direct' }];
}

/** Whether a `<config-file>` or an `<edit-config>` changes the Android manifest. */
function goesIntoManifest(config: XmlElement): boolean {
  return ['target', 'file'].some((name) => findAttribute(config, '', name)?.value.endsWith('AndroidManifest.xml'));
}

function cleartextIn(document: XmlDocument, config: XmlElement): readonly AppSetting[] {
  return childrenNamed(config, 'application').flatMap((element): readonly AppSetting[] => {
    const attribute = findAttribute(element, ANDROID, 'usesCleartextTraffic');
    return attribute ? [{ key: 'usesCleartextTraffic', value: attribute.value.trim(), at: attributePhrase(document, attribute).at }] : [];
  });
}

function permissionsIn(document: XmlDocument, config: XmlElement): readonly RequestedPermission[] {
  return ['uses-permission', 'uses-permission-sdk-23'].flatMap((tag) =>
    childrenNamed(config, tag).flatMap((element) => {
      const name = findAttribute(element, ANDROID, 'name');
      const limit = Number.parseInt(findAttribute(element, ANDROID, 'maxSdkVersion')?.value ?? '', 10);
      if (!name) return [];
      const { text, at } = attributePhrase(document, name);
      return [{ name: text.trim(), at, ...(Number.isInteger(limit) && { maxSdk: limit }) }];
    }),
  );
}

function preference(owners: readonly XmlElement[], wanted: string): number | undefined {
  for (const owner of owners) {
    for (const each of childrenNamed(owner, 'preference')) {
      const value = Number.parseInt(findAttribute(each, '', 'value')?.value ?? '', 10);
      if (findAttribute(each, '', 'name')?.value === wanted && Number.isInteger(value)) return value;
    }
  }
  return undefined;
}
