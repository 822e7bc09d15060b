import type { Text } from '@mingshi/knowledge';
import type { App, Comparison, Location } from '@mingshi/model';
import type { PlaceOf } from '../report/places.ts';
import type { Place } from '../report/report.ts';
import { collectedRows } from './collected.ts';
import { permissionRows } from './permission-list.ts';
import { policyWords } from './policy-words.ts';
import { sharedRows } from './shared.ts';

/** The version of the inventory's shape; a new number when a name changes or goes. */
const INVENTORY_VERSION = 1;

/** The lists that an app publishes, as its files and its policy fill them; plain data in both languages. */
export interface Inventory {
  readonly schemaVersion: typeof INVENTORY_VERSION;
  readonly apps: readonly ListedApp[];
  /** Files of the policy whose words fill the lists. */
  readonly policies: readonly string[];
  readonly collected: readonly CollectedRow[];
  readonly shared: readonly SharedRow[];
  readonly permissions: readonly PermissionRow[];
}

/** An app of the project. */
interface ListedApp {
  readonly id: string;
  readonly name?: string;
  /** How many source files there are: without any, no call can be seen. */
  readonly sourceFiles: number;
}

/** Where a row is known from. */
export type Source = 'app-and-policy' | 'app' | 'policy';

/** What fills a cell: the policy's words, what is known in general, or nothing yet. */
export interface Cell {
  readonly from: 'policy' | 'knowledge' | 'missing';
  /** Empty when missing. */
  readonly words: Text;
  /** How sure knowledge is. */
  readonly certainty?: 'high' | 'medium' | 'low';
  /** The policy's sentence, when it speaks of the matter and still leaves the cell empty. */
  readonly quote?: Text;
}

/** What every row has: whose it is and where it is seen. */
export interface Row {
  readonly source: Source;
  /** Ids of the apps that have it; none when only the policy does. */
  readonly apps: readonly string[];
  readonly inApp: readonly Place[];
  readonly inPolicy: readonly Place[];
  /** Where the policy denies it. */
  readonly denied: readonly Place[];
}

/** One way by which data come to the app. */
export interface Way {
  readonly kind: 'call' | 'permission' | 'component' | 'sdk' | 'policy';
  /** API, permission or SDK id; empty for what only the policy tells. */
  readonly name: string;
  readonly title?: Text;
  readonly certainty: 'high' | 'medium' | 'low';
}

/** Personal information that is collected. */
export interface CollectedRow extends Row {
  /** Data type ids. */
  readonly types: readonly string[];
  readonly data: Text;
  readonly sensitive: 'yes' | 'possibly' | 'no';
  readonly function: Cell;
  readonly purpose: Cell;
  readonly permissions: readonly string[];
  readonly ways: readonly Way[];
}

/** A third party that receives personal information. */
export interface SharedRow extends Row {
  /** SDK id; absent for a party that is no known SDK. */
  readonly sdk?: string;
  readonly name: Text;
  readonly vendor: Cell;
  /** Its kind, and what SDKs of that kind are for. */
  readonly category?: { readonly id: string; readonly name: Text };
  readonly purpose: Cell;
  readonly types: readonly string[];
  readonly data: Cell;
  readonly link: Cell;
  /** What betrays it in the app, the strongest sign first. */
  readonly signs: readonly string[];
  /** How sure it is that the app has it. */
  readonly confidence: 'high' | 'medium' | 'low';
}

/** A permission that the app requests. */
export interface PermissionRow extends Row {
  readonly name: string;
  readonly title: Text;
  readonly can: Text;
  /** Whether it opens personal information or something that the user must grant. */
  readonly personal: boolean;
  readonly purpose: Cell;
  readonly when: Cell;
}

/** An empty cell. */
export const missing: Cell = { from: 'missing', words: { zh: '', en: '' } };

/** The same words in both languages. */
export const both = (words: string): Text => ({ zh: words, en: words });

/** The lists of an app: what it collects, with whom it shares, what it asks permission for. */
export function inventoryOf(comparison: Comparison, placeOf: PlaceOf): Inventory {
  const words = policyWords(comparison.policy, comparison.knowledge);
  const places = (locations: readonly Location[]): readonly Place[] => {
    const seen = new Map(locations.map((location) => [`${location.file} ${location.start}`, location]));
    return [...seen.values()].map(placeOf);
  };
  const tools = { comparison, words, places };
  return {
    schemaVersion: INVENTORY_VERSION,
    apps: comparison.app.apps.map((app) => ({ ...calledBy(app), sourceFiles: app.code.files.found })),
    policies: comparison.policy.files.map(({ path }) => path),
    collected: collectedRows(tools),
    shared: sharedRows(tools),
    permissions: permissionRows(tools),
  };
}

/** What an app is called: its name, else its application id; its folder alone says little. */
export function calledBy({ id, name, applicationId }: App): { readonly id: string; readonly name?: string } {
  const called = name ?? applicationId;
  return { id, ...(called && { name: called.text }) };
}
