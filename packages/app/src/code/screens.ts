import { decodeText } from '@mingshi/model';
import type { App, Code, Files, Phrase } from '@mingshi/model';
import { policyLinks } from './policy-links.ts';
import { appsOfFile } from './source-files.ts';
import { tickedInLayout } from './ticked-boxes.ts';

const RESOURCE = /(?:^|\/)res\/(layout|values|xml|navigation|menu)[^/]*\/[^/]+\.xml$/;
const LARGEST = 2 * 1024 * 1024;
/** Debug and test resources ship nothing. */
const NOT_SHIPPED = /(?:^|\/)src\/(?:test|androidTest|debug)[^/]*\//;

/** What the apps' Android resources show: boxes ticked beforehand, and words that lead to the policy. */
export function readScreens(apps: readonly App[], files: Files): readonly Pick<Code, 'tickedBoxes' | 'policyLinks'>[] {
  const found = apps.map((): { tickedBoxes: Phrase[]; policyLinks: Phrase[] } => ({ tickedBoxes: [], policyLinks: [] }));
  const paths = files.list().filter((path) => RESOURCE.test(path) && !NOT_SHIPPED.test(path));
  const say = strings(files, paths);
  for (const path of paths) {
    const text = textOf(files, path);
    if (text === undefined) continue;
    const bare = text.replaceAll(/<!--[\s\S]*?-->/g, (comment) => comment.replaceAll(/[^\n]/g, ' '));
    const links = policyLinks(path, bare);
    const boxes = /\/layout[^/]*\//.test(path) ? tickedInLayout(path, bare, say) : [];
    if (links.length === 0 && boxes.length === 0) continue;
    for (const app of appsOfFile(path, apps)) {
      found[apps.indexOf(app)]?.policyLinks.push(...links);
      found[apps.indexOf(app)]?.tickedBoxes.push(...boxes);
    }
  }
  return found;
}

function textOf(files: Files, path: string): string | undefined {
  try {
    return files.size(path) <= LARGEST ? decodeText(files.read(path)).text : undefined;
  } catch {
    // That a resource cannot be read has been told where the resources themselves are read.
    return undefined;
  }
}

/** Looks up a string resource, in the default language first. */
function strings(files: Files, paths: readonly string[]): (name: string) => string | undefined {
  let known: Map<string, string> | undefined;
  return (name) => {
    known ??= new Map(
      paths
        .filter((path) => /\/values(?:-zh[^/]*)?\//.test(path))
        .toSorted((a, b) => b.length - a.length)
        .flatMap((path) => [...(textOf(files, path) ?? '').matchAll(/<string\b[^<>]*\bname\s*=\s*"([^"]+)"[^<>]*>([^<]{0,500})/g)])
        .map(([, key = '', text = '']) => [key, text.trim()] as const),
    );
    return known.get(name);
  };
}
