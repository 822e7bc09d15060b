import type { Phrase } from '@mingshi/model';
import { isUnread, readSource } from '../../source-text.ts';
import { findAttribute, type XmlElement } from '../../xml/elements.ts';
import type { Project } from './project.ts';

/** The value of a resource of that type and name, from the default folder if it is there. */
export function findResource(
  project: Project,
  folders: readonly string[],
  type: 'bool' | 'string',
  name: string,
): Phrase | undefined {
  for (const folder of folders) {
    const files = (project.layout.values.get(folder) ?? []).toSorted((a, b) => order(a.qualifier) - order(b.qualifier));
    for (const { path } of files) {
      // A text test first: a project has hundreds of resource files and one of them holds the name.
      const source = readSource(project.files, path);
      if (isUnread(source) || !source.text.includes(`"${name}"`)) continue;
      const document = project.document(path);
      const element = document?.root.children.find(
        (child) => child.name === type && findAttribute(child, '', 'name')?.value === name,
      );
      if (document && element) return contentPhrase(document.text, path, element);
    }
  }
  return undefined;
}

/** What stands between an element's tags, blanks around it apart. */
export function contentPhrase(text: string, file: string, { contentStart, contentEnd }: XmlElement): Phrase {
  const raw = text.slice(contentStart, contentEnd);
  const start = contentStart + raw.length - raw.trimStart().length;
  return { text: raw.trim(), at: { file, start, end: start + raw.trim().length } };
}

/** The default folder first, then Chinese, then English, then the rest. */
function order(qualifier: string): number {
  if (qualifier === '') return 0;
  if (qualifier.startsWith('zh')) return 1;
  return qualifier.startsWith('en') ? 2 : 3;
}
