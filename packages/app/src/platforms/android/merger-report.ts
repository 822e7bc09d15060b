import { isUnread, readSource } from '../../source-text.ts';
import type { Files } from '@mingshi/model';

/** Where the manifest merger took an element from. */
interface Origin {
  /** `group:artifact:version` of a library, or `:module`; absent for the app's own files. */
  readonly dependency?: string;
  /** Path as the build wrote it, on the machine that built. */
  readonly file: string;
}

/** Origins of each permission by its name. */
export type MergerReport = ReadonlyMap<string, readonly Origin[]>;

const ELEMENT = /^uses-permission(?:-sdk-23|-sdk-m)?#(\S+)/;
const ORIGIN = /^(?:ADDED|MERGED|IMPLIED|INJECTED) from (?:\[([^\]]+)\] )?(.*)/;

/** Reads a `manifest-merger-…-report.txt`; an unreadable one is as good as none. */
export function readMergerReport(files: Files, path: string): MergerReport | undefined {
  const source = readSource(files, path);
  if (isUnread(source)) return undefined;
  const origins = new Map<string, Origin[]>();
  let current: Origin[] | undefined;
  for (const line of source.text.split('\n')) {
    // Attributes are indented and have origins of their own.
    if (/^[\t ]/.test(line)) continue;
    const element = ELEMENT.exec(line);
    const origin = element ? null : ORIGIN.exec(line);
    if (element) {
      const name = element[1] ?? '';
      current = origins.get(name) ?? [];
      origins.set(name, current);
    } else if (origin) {
      const dependency = origin[1]?.replace(/^project /, '');
      const file = (origin[2] ?? '').replaceAll('\\', '/');
      // Line, column and reason follow the path.
      const end = file.indexOf('.xml:');
      current?.push({ ...(dependency && { dependency }), file: end < 0 ? file : file.slice(0, end + 4) });
    } else if (line.trim()) current = undefined;
  }
  return origins;
}
