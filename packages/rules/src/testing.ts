import { loadKnowledge } from '@mingshi/knowledge';
import { noFacts } from '@mingshi/model';
import type {
  App,
  AppSetting,
  Comparison,
  Location,
  PermissionUse,
  PolicyDocument,
  PolicyElement,
  PolicyReading,
  PolicyStatement,
  VaguePhrase,
} from '@mingshi/model';

const knowledge = loadKnowledge();

/** A place in a file, for tests in which only "where" matters. */
export function at(file: string, start: number, length = 1): Location {
  return { file, start, end: start + length };
}

/** A request of an Android permission by its short name; each stands at a place of its own. */
export function request(name: string, more: Partial<PermissionUse> = {}): PermissionUse {
  const place = at('AndroidManifest.xml', 100 + name.length * 10 + name.charCodeAt(0));
  return {
    name: name.includes('.') ? name : `android.permission.${name}`,
    at: place,
    element: place,
    module: ':app',
    kind: 'uses-permission',
    alsoAt: [],
    ...more,
  };
}

/** A setting of the application. */
export function setting(key: AppSetting['key'], value: string, more: Partial<AppSetting> = {}): AppSetting {
  return { key, value, at: at('AndroidManifest.xml', 50), ...more };
}

/** An app with these permissions. */
export function anApp(permissions: readonly PermissionUse[], more: Partial<App> = {}): App {
  return {
    id: ':app',
    platform: 'android',
    folder: 'app',
    manifests: [{ path: 'AndroidManifest.xml', role: 'main', module: ':app' }],
    permissions,
    frameworks: [],
    dependencies: [],
    ...noFacts,
    ...more,
  };
}

/** A statement that we collect these data, or whatever else the test says of it. */
export function states(data: readonly string[], more: Partial<PolicyStatement> = {}): PolicyStatement {
  const place = more.at ?? at('PRIVACY.md', 20);
  return {
    id: 'st1',
    document: 0,
    section: 0,
    language: 'en',
    action: 'collect',
    negated: false,
    modality: 'does',
    actor: { role: 'first-party', name: 'we', text: 'we' },
    dataTypes: data.map((id) => ({ id, text: id, at: place, generic: id === 'personal-information' })),
    purposes: [],
    thirdParties: [],
    permissions: [],
    text: '',
    at: place,
    ...more,
  };
}

/** An element that the policy tells. */
export function tells(id: string, more: Partial<PolicyElement> = {}): PolicyElement {
  return { id, quote: { text: id, at: at('PRIVACY.md', 30) }, told: 'yes', document: 0, values: {}, ...more };
}

/** Vague words at a place. */
export function vague(term: string, kind: VaguePhrase['kind'], start: number): VaguePhrase {
  const phrase = { text: term, at: at('PRIVACY.md', start) };
  return { term, kind, words: phrase, sentence: phrase, document: 0 };
}

/** A policy of one document with a title and nothing else, unless the test says more. */
export function aPolicy(more: Partial<PolicyReading> = {}): PolicyReading {
  return {
    files: [],
    documents: [aDocument()],
    sectionKinds: [],
    statements: [],
    elements: [],
    vague: [],
    signs: [],
    sdks: [],
    links: [],
    unread: [],
    ...more,
  };
}

/** A document with a title. */
export function aDocument(more: Partial<PolicyDocument> = {}): PolicyDocument {
  const place = at('PRIVACY.md', 0, 7);
  return {
    path: 'PRIVACY.md',
    format: 'markdown',
    encoding: 'utf-8',
    language: 'en',
    part: 'main',
    kind: 'privacy-policy',
    length: 100,
    sections: [],
    blocks: [{ kind: 'heading', text: 'Privacy', at: place, runs: [], level: 1, section: 0, strong: [] }],
    ...more,
  };
}

/** App and policy held side by side, with the real knowledge. */
export function comparison(
  app: App | readonly App[],
  policy: PolicyReading = aPolicy(),
  more: Partial<Comparison> = {},
): Comparison {
  const apps = Array.isArray(app) ? (app as readonly App[]) : [app as App];
  return { app: { apps, unread: [] }, practices: [], sdks: [], policy, knowledge, ...more };
}
