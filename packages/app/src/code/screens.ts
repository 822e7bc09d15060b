import { decodeText } from '@mingshi/model';
import type { Files } from '@mingshi/model';
import { withoutMarkupComments } from './comments.ts';
import { withoutOtherPlatforms } from './other-platforms.ts';
import { consentWords } from './consent-words.ts';
import { policyLinks } from './policy-links.ts';
import { accountWords, maySpeak, nothingShown, type Shown } from './shown-words.ts';
import type { AppPlace, AppsOfFile } from './source-files.ts';
import { tickedInLayout } from './ticked-boxes.ts';

const RESOURCE = /(?:^|\/)res\/(layout|values|xml|navigation|menu)[^/]*\/[^/]+\.xml$/;
/** Page settings, language files and pages outside code: uni-app, React Native, Flutter, HarmonyOS, Cordova. */
const PAGES = new RegExp(
  [
    String.raw`(?:^|/)(?:pages|androidPrivacy)\.json$|(?:^|/)resources/[^/]+/element/string\.json$|\.arb$`,
    String.raw`(?:^|/)(?:i18n|locales?|lang|langs|languages|l10n|translations?)/(?:[^/]+/)?[^/]+\.json$`,
    // The policy itself is no way to it.
    String.raw`(?:^|/)www/(?:[^/]+/){0,3}(?![^/]*(?:privacy|policy|agreement|yinsi|隐私))[^/]+\.html$`,
  ].join('|'),
);
const LARGEST = 2 * 1024 * 1024;
/** Debug and test resources ship nothing. */
const NOT_SHIPPED = /(?:^|\/)src\/(?:test|androidTest|debug)[^/]*\//;

/** What the apps' screens and words outside code show: boxes ticked beforehand, ways to the policy, accounts. */
export function readScreens(apps: readonly AppPlace[], files: Files, appsOfFile: AppsOfFile): readonly Shown[] {
  const found = apps.map((): Shown[] => []);
  const paths = files.list().filter((path) => !NOT_SHIPPED.test(path));
  const resources = paths.filter((path) => RESOURCE.test(path));
  const say = strings(files, resources);
  for (const path of resources) keep(path, resourceShows(path, files, say));
  for (const path of paths) if (PAGES.test(path)) keep(path, pageShows(path, files));
  return found.map((parts) => ({
    tickedBoxes: parts.flatMap(({ tickedBoxes }) => tickedBoxes),
    impliedConsent: parts.flatMap(({ impliedConsent }) => impliedConsent),
    consentChoices: parts.flatMap(({ consentChoices }) => consentChoices),
    policyLinks: parts.flatMap((part) => part.policyLinks),
    accounts: parts.flatMap(({ accounts }) => accounts),
    cancellation: parts.flatMap(({ cancellation }) => cancellation),
  }));

  function keep(path: string, shown: Shown | undefined): void {
    if (shown) for (const app of appsOfFile(path)) found[apps.indexOf(app)]?.push(shown);
  }
}

/** An Android resource; words on accounts in it have been read with the other resources. */
function resourceShows(path: string, files: Files, say: (name: string) => string | undefined): Shown | undefined {
  const text = textOf(files, path);
  if (text === undefined) return undefined;
  const bare = withoutMarkupComments(text);
  const boxes = /\/layout[^/]*\//.test(path) ? tickedInLayout(path, bare, say) : [];
  return { ...nothingShown, ...consentWords(path, bare), policyLinks: policyLinks(path, bare), tickedBoxes: boxes };
}

function pageShows(path: string, files: Files): Shown | undefined {
  const text = textOf(files, path);
  if (text === undefined) return undefined;
  // uni-app's own prompt: the file is there when the app shows it.
  const isPrompt = path.endsWith('androidPrivacy.json');
  const links = isPrompt ? [{ text: 'androidPrivacy.json', at: { file: path, start: 0, end: 0 } }] : [];
  const bare = withoutMarkupComments(withoutOtherPlatforms(text));
  const { impliedConsent, consentChoices } = consentWords(path, bare);
  return {
    ...nothingShown,
    ...accountWords(path, bare),
    impliedConsent,
    consentChoices: [...links, ...consentChoices],
    policyLinks: [...links, ...policyLinks(path, bare)],
  };
}

function textOf(files: Files, path: string): string | undefined {
  try {
    if (files.size(path) > LARGEST) return undefined;
    const bytes = files.read(path);
    const isPage = PAGES.test(path) && !path.endsWith('androidPrivacy.json');
    return isPage && !maySpeak(Buffer.from(bytes)) ? undefined : decodeText(bytes).text;
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
