import type { Files, Unread } from '@mingshi/model';
import { isUnread, readSource } from '../../../source-text.ts';
import type { Value, Variables } from './values.ts';

/** What version catalogs name: versions as variables (`libs.versions.minSdk`), plugins by accessor (`libs.plugins.x`). */
export interface Catalog {
  readonly versions: Variables;
  readonly plugins: ReadonlyMap<string, string>;
  readonly unread: readonly Unread[];
}

/** Reads the version catalogs in a build's `gradle` folder. */
export async function readCatalogs(files: Files, paths: readonly string[]): Promise<Catalog> {
  const versions = new Map<string, Value>();
  const plugins = new Map<string, string>();
  const unread: Unread[] = [];
  if (paths.length === 0) return { versions, plugins, unread };
  const { parseTOML, getStaticTOMLValue } = await import('toml-eslint-parser');
  for (const path of paths) {
    const source = readSource(files, path, 1024 * 1024);
    if (isUnread(source)) unread.push(source);
    else {
      const catalog = path.slice(path.lastIndexOf('/') + 1).replace(/\.versions\.toml$/, '');
      try {
        const tables = getStaticTOMLValue(parseTOML(source.text.replace(/^\ufeff/, ''))) as Record<string, unknown>;
        for (const [key, value] of entriesOf(tables['versions'])) {
          const plain = typeof value === 'string' ? value : undefined;
          if (plain) versions.set(`${catalog}.versions.${accessor(key)}`, plain);
        }
        for (const [key, value] of entriesOf(tables['plugins'])) {
          const id = typeof value === 'string' ? value.split(':')[0] : Object.fromEntries(entriesOf(value))['id'];
          if (typeof id === 'string') plugins.set(`${catalog}.plugins.${accessor(key)}`, id);
        }
      } catch (error) {
        unread.push({
          file: path,
          what: 'broken-toml',
          detail: error instanceof Error ? error.message : String(error),
        });
      }
    }
  }
  return { versions, plugins, unread };
}

/** Gradle writes `android-application` as `android.application`. */
function accessor(key: string): string {
  return key.replace(/[-_]/g, '.');
}

function entriesOf(table: unknown): readonly (readonly [string, unknown])[] {
  return table && typeof table === 'object' ? Object.entries(table) : [];
}
