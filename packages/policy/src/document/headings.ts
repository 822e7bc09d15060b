import { isHanUnit } from '../text/language.ts';
import type { Draft } from '../formats/draft.ts';
import { follows, rankOf } from '../formats/marker.ts';
import type { Marker } from '../formats/marker.ts';

/** How a draft came to be a heading: by its format, its number, its bold letters, or by standing short and alone. */
export type HeadingSign = 'format' | 'number' | 'bold' | 'short';

/** What each draft is a heading by, if it is one. */
export function headingsOf(drafts: readonly Draft[]): (HeadingSign | undefined)[] {
  const byFormat = drafts.filter((draft) => draft.kind === 'heading' && isTitleLike(draft)).length;
  return drafts.map((draft, index) => {
    if (draft.kind === 'cell') return undefined;
    if (draft.kind === 'heading') return isTitleLike(draft) ? 'format' : undefined;
    const before = drafts[index - 1];
    const after = drafts[index + 1];
    const words = draft.text.text;
    if (draft.marker && draft.marker.style !== 'bullet') {
      return isNumberedHeading(draft, draft.marker, before, after) ? 'number' : undefined;
    }
    if (draft.kind === 'item' || !after || after.kind === 'heading') return undefined;
    if (isAllStrong(draft) && isShort(words, 40) && !says(words) && !/[：:]\s*[^：:\s]|@/.test(words)) return 'bold';
    // The very first line is the title: what follows it is not a list.
    return byFormat < 3 && isAlone(words, index > 1 ? before : undefined, after) ? 'short' : undefined;
  });
}

/** A heading of the format that is a whole sentence or more is a paragraph set large. */
function isTitleLike(draft: Draft): boolean {
  const { text } = draft.text;
  return text.length <= (hasHan(text) ? 80 : 200) && !/[。；;，,]$/.test(text);
}

/** A numbered line is a heading when it is short, ends openly and has no sibling right before or behind it. */
function isNumberedHeading(draft: Draft, marker: Marker, before: Draft | undefined, after: Draft | undefined): boolean {
  const words = draft.kind === 'item' ? draft.text.text : draft.text.text.slice(marker.length);
  if (!isShort(words, 45)) return false;
  if (marker.style === 'letter' || marker.style === 'circle' || marker.style === 'roman') return isAllStrong(draft);
  if (/[：:]$/.test(words) && (rankOf(marker.style) > rankOf('han-brackets') || says(words))) return isAllStrong(draft);
  if (/[：:]\s*\S/.test(words) && !(isAllStrong(draft) && words.length <= 30)) return false;
  if (follows(before?.marker, marker) && before?.kind === draft.kind && !isAllStrong(draft)) return false;
  if (!after) return false;
  return !follows(marker, after.marker) || isAllStrong(draft);
}

/** A short line without a mark at its end, between others that are text: 引言, Information we collect. */
function isAlone(words: string, before: Draft | undefined, after: Draft): boolean {
  if (!isHeadingWords(words) || says(words)) return false;
  if (before && before.kind === 'paragraph' && !before.marker && isHeadingWords(before.text.text)) return false;
  if (after.kind === 'cell' || after.marker) return true;
  const next = after.text.text;
  const enough = next.length > (hasHan(next) ? 16 : 40) || /[：:]$/.test(next);
  return enough && !isHeadingWords(next) && !/^[a-z，。、；,.;]/.test(next);
}

function isHeadingWords(words: string): boolean {
  if (words.length > 90) return false;
  if (/\d{4}|[@/\\=<>|]|https?:/.test(words)) return false;
  if (hasHan(words)) {
    return words.length <= 20 && !/[。；;，,！!：:、.…]|公司$/.test(words) && /^[“《「\p{L}]/u.test(words);
  }
  const label = words.replace(/[：:]$/, '');
  if (label !== words && /\s[a-z]{5,}/.test(label)) return false;
  if (!/^[A-Z“"].*[\p{L}?)]$/u.test(label) || /[,;:.!]/.test(label)) return false;
  return label.split(' ').length <= 9 && isShort(label, 45);
}

const SENTENCE = new RegExp(
  '以下|如下|下列|包括|不会|[我您].{0,6}(?:会|将|已|可以|需要|同意)|following' +
    String.raw`|\b(?:we|you|it|they) (?:\w+ )?(?:may|will|can|do|collect|use)\b`,
  'i',
);
const QUESTION = /[?？]$|^(?:我们)?(?:如何|怎样|怎么)|^(?:how|what|why|when|where|who)\b/i;

/** Speaks in sentences: who does something, or what follows. */
function says(words: string): boolean {
  return SENTENCE.test(words) && !QUESTION.test(words);
}

function isShort(words: string, han: number): boolean {
  return (
    words.length > 0 &&
    words.length <= (hasHan(words) ? han : han * 2) &&
    !/[。；;，,、！!]$|。./.test(words) &&
    !/[^\d][.]$/.test(words)
  );
}

function isAllStrong(draft: Draft): boolean {
  const { text, strong } = draft.text;
  const set = strong.reduce((sum, range) => sum + range.end - range.start, 0);
  return set > 0 && set >= text.replaceAll(/[\s：:]/g, '').length;
}

function hasHan(text: string): boolean {
  for (let i = 0; i < text.length && i < 200; i++) if (isHanUnit(text.charCodeAt(i))) return true;
  return false;
}
