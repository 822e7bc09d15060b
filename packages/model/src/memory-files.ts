import type { Files } from './files.ts';

/** A project held in memory: a test's, or an editor's unsaved buffers. Paths relative, with forward slashes. */
export function memoryFiles(contents: Readonly<Record<string, string | Uint8Array>>): Files {
  const bytes = new Map(
    Object.entries(contents).map(([path, body]) => [path, typeof body === 'string' ? new TextEncoder().encode(body) : body]),
  );
  const read = (path: string): Uint8Array => {
    const found = bytes.get(path);
    if (!found) throw new Error(`no such file: ${path}`);
    return found;
  };
  const paths = [...bytes.keys()].toSorted();
  const list = (within?: string) => (within ? paths.filter((path) => path.startsWith(`${within}/`)) : paths);
  return { list, exists: (path) => bytes.has(path), read, size: (path) => read(path).length };
}
