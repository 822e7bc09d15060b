import type { AppSetting, Component, Location, PermissionUse, Phrase } from '@mingshi/model';
import {
  ANDROID,
  TOOLS,
  attributePhrase,
  childrenNamed,
  elementAt,
  findAttribute,
  type XmlDocument,
  type XmlElement,
} from '../../xml/elements.ts';

/** What a `tools:` attribute tells the manifest merger to do with lower manifests. */
interface Merging {
  readonly node?: string;
  /** Package of the library that `tools:selector` restricts it to. */
  readonly selector?: string;
}

/** A `<uses-permission>` as one manifest has it. */
export interface PermissionTag extends Merging {
  /** '' for a `tools:node="removeAll"` without a name. */
  readonly name: string;
  readonly kind: Exclude<PermissionUse['kind'], 'component'>;
  readonly at: Location;
  readonly element: Location;
  readonly maxSdk?: number;
}

/** A component as one manifest has it; the name still may begin with a dot. */
export interface ComponentTag extends Merging {
  readonly kind: Component['kind'];
  readonly name: string;
  /** The activity that an alias stands for. */
  readonly target?: string;
  readonly permission?: Phrase;
  readonly exported?: boolean;
  readonly actions: readonly string[];
  readonly at: Location;
  readonly element: Location;
  /** Starts from the launcher: the mark of an app. */
  readonly launcher: boolean;
}

/** A `<meta-data>` by its name. */
interface MetaDataTag extends Phrase, Merging {}

interface SettingTag extends Phrase {
  readonly key: AppSetting['key'];
}

/** One manifest file, nothing merged. */
export interface Manifest {
  readonly path: string;
  readonly package?: Phrase;
  readonly label?: Phrase;
  readonly minSdk?: number;
  readonly targetSdk?: number;
  readonly permissions: readonly PermissionTag[];
  readonly components: readonly ComponentTag[];
  readonly features: readonly Phrase[];
  /** Names of `<meta-data>`, of the application and of its components. */
  readonly metaData: readonly MetaDataTag[];
  readonly settings: readonly SettingTag[];
  /** Settings that `tools:remove` takes from lower manifests. */
  readonly removedSettings: readonly string[];
  /** Bears the marks of a merged manifest: the merger writes `<uses-sdk>` and leaves no `tools:`. */
  readonly looksMerged: boolean;
}

const PERMISSION_TAGS: Readonly<Record<string, PermissionTag['kind']>> = {
  'uses-permission': 'uses-permission',
  'uses-permission-sdk-23': 'uses-permission-sdk-23',
  'uses-permission-sdk-m': 'uses-permission-sdk-23',
};
const COMPONENT_TAGS: Readonly<Record<string, Component['kind']>> = {
  activity: 'activity',
  'activity-alias': 'activity',
  service: 'service',
  receiver: 'receiver',
  provider: 'provider',
};
const SETTINGS: readonly AppSetting['key'][] = [
  'usesCleartextTraffic',
  'networkSecurityConfig',
  'debuggable',
  'allowBackup',
  'fullBackupContent',
  'dataExtractionRules',
];

/** Takes from a parsed file what an Android manifest says; `undefined` when it is none. */
export function readManifest(document: XmlDocument): Manifest | undefined {
  const { root, path } = document;
  if (root.name !== 'manifest') return undefined;
  const application = childrenNamed(root, 'application')[0];
  const packageName = findAttribute(root, '', 'package');
  const label = application && findAttribute(application, ANDROID, 'label');
  const usesSdk = childrenNamed(root, 'uses-sdk')[0];
  const minSdk = usesSdk && wholeNumber(usesSdk, 'minSdkVersion');
  const targetSdk = usesSdk && wholeNumber(usesSdk, 'targetSdkVersion');
  const removed = application && findAttribute(application, TOOLS, 'remove')?.value;
  return {
    path,
    ...(packageName && { package: attributePhrase(document, packageName) }),
    ...(label && { label: attributePhrase(document, label) }),
    ...(minSdk !== undefined && { minSdk }),
    ...(targetSdk !== undefined && { targetSdk }),
    permissions: root.children.flatMap((child) => permissionTag(document, child)),
    components: application?.children.flatMap((child) => componentTag(document, child)) ?? [],
    features: childrenNamed(root, 'uses-feature').flatMap((feature) => {
      const name = findAttribute(feature, ANDROID, 'name');
      return name ? [attributePhrase(document, name)] : [];
    }),
    metaData: application ? metaDataTags(document, application) : [],
    settings: SETTINGS.flatMap((key): readonly SettingTag[] => {
      const set = application && findAttribute(application, ANDROID, key);
      return set ? [{ key, ...attributePhrase(document, set) }] : [];
    }),
    removedSettings: removed?.split(',').map((name) => name.trim().replace(/^.*:/, '')) ?? [],
    looksMerged: minSdk !== undefined && !document.text.includes(TOOLS),
  };
}

function permissionTag(document: XmlDocument, element: XmlElement): readonly PermissionTag[] {
  const kind = Object.hasOwn(PERMISSION_TAGS, element.name) ? PERMISSION_TAGS[element.name] : undefined;
  const name = findAttribute(element, ANDROID, 'name');
  const merging = mergingOf(element);
  if (!kind || (!name && merging.node !== 'removeAll')) return [];
  const place = elementAt(document, element);
  const maxSdk = wholeNumber(element, 'maxSdkVersion');
  return [
    {
      name: name?.value.trim() ?? '',
      kind,
      at: name ? attributePhrase(document, name).at : place,
      element: place,
      ...merging,
      ...(maxSdk !== undefined && { maxSdk }),
    },
  ];
}

function componentTag(document: XmlDocument, element: XmlElement): readonly ComponentTag[] {
  const kind = Object.hasOwn(COMPONENT_TAGS, element.name) ? COMPONENT_TAGS[element.name] : undefined;
  const name = findAttribute(element, ANDROID, 'name');
  if (!kind || !name) return [];
  const guard = ['permission', 'readPermission', 'writePermission']
    .map((attribute) => findAttribute(element, ANDROID, attribute))
    .find((attribute) => attribute !== undefined);
  const target = element.name === 'activity-alias' ? findAttribute(element, ANDROID, 'targetActivity')?.value.trim() : undefined;
  const exported = findAttribute(element, ANDROID, 'exported')?.value;
  const filters = childrenNamed(element, 'intent-filter');
  return [
    {
      kind,
      name: name.value.trim(),
      ...(target && { target }),
      ...(guard && { permission: attributePhrase(document, guard) }),
      ...((exported === 'true' || exported === 'false') && { exported: exported === 'true' }),
      actions: [...new Set(filters.flatMap((filter) => namesOf(filter, 'action')))],
      at: attributePhrase(document, name).at,
      element: elementAt(document, element),
      ...mergingOf(element),
      launcher: filters.some(
        (filter) =>
          namesOf(filter, 'action').includes('android.intent.action.MAIN') &&
          namesOf(filter, 'category').some((category) =>
            /^android\.intent\.category\.(?:LEANBACK_)?LAUNCHER$/.test(category),
          ),
      ),
    },
  ];
}

function metaDataTags(document: XmlDocument, application: XmlElement): readonly MetaDataTag[] {
  const owners = [application, ...application.children.filter(({ name }) => Object.hasOwn(COMPONENT_TAGS, name))];
  return owners.flatMap((owner) =>
    childrenNamed(owner, 'meta-data').flatMap((element): readonly MetaDataTag[] => {
      const name = findAttribute(element, ANDROID, 'name');
      return name ? [{ ...attributePhrase(document, name), ...mergingOf(element) }] : [];
    }),
  );
}

function namesOf(filter: XmlElement, tag: string): readonly string[] {
  return childrenNamed(filter, tag).flatMap((child) => findAttribute(child, ANDROID, 'name')?.value ?? []);
}

function mergingOf(element: XmlElement): Merging {
  const node = findAttribute(element, TOOLS, 'node')?.value;
  const selector = findAttribute(element, TOOLS, 'selector')?.value;
  return { ...(node && { node }), ...(selector && { selector }) };
}

function wholeNumber(element: XmlElement, attribute: string): number | undefined {
  const value = findAttribute(element, ANDROID, attribute)?.value.trim() ?? '';
  return /^\d{1,6}$/.test(value) ? Number(value) : undefined;
}
