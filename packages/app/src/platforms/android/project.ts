import type { Files, Unread } from '@mingshi/model';
import { isUnread, readSource } from '../../source-text.ts';
import type { XmlDocument } from '../../xml/elements.ts';
import type { ParseXml } from '../../xml/parse.ts';
import { readLayout, type Layout } from './layout.ts';
import { readManifest, type Manifest } from './manifest.ts';

/** The checked folder while it is being read: each file once, each mistake told once. */
export interface Project {
  readonly files: Files;
  readonly layout: Layout;
  readonly unread: Unread[];
  readonly document: (path: string) => XmlDocument | undefined;
  readonly manifest: (path: string) => Manifest | undefined;
}

/** Opens a project over its files. */
export function openProject(files: Files, parseXml: ParseXml): Project {
  const unread: Unread[] = [];
  const documents = new Map<string, XmlDocument | undefined>();
  const manifests = new Map<string, Manifest | undefined>();
  const document = (path: string): XmlDocument | undefined => {
    if (documents.has(path)) return documents.get(path);
    const source = readSource(files, path);
    const parsed = isUnread(source) ? source : parseXml(source);
    const result = isUnread(parsed) ? undefined : parsed;
    if (isUnread(parsed)) unread.push(parsed);
    documents.set(path, result);
    return result;
  };
  const manifest = (path: string): Manifest | undefined => {
    if (manifests.has(path)) return manifests.get(path);
    const parsed = document(path);
    const result = parsed && readManifest(parsed);
    if (parsed && !result)
      unread.push({ file: path, offset: parsed.root.start, what: 'not-a-manifest', detail: parsed.root.name });
    // The tree of a manifest is not asked for again, and two thousand of them add up.
    documents.delete(path);
    manifests.set(path, result);
    return result;
  };
  return { files, layout: readLayout(files.list()), unread, document, manifest };
}
