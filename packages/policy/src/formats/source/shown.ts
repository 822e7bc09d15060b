import { isHanUnit } from '../../text/language.ts';

/** What the name of a property, an attribute or a parameter says of its text. */
export type Role = 'heading' | 'item' | 'text';

const HEADING =
  /^(?:(?:sub|section|page|main|chapter)?[-_]?(?:title|heading|header|head)|question|chapter|h[1-6]|标题)$/i;
const ITEMS = /^(?:(?:sub)?items?|(?:sub)?lists?|bullets?|points?|li|ul|ol|列表)$/i;
const TEXT = new RegExp(
  '^(?:contents?|texts?|body|paragraphs?|desc|descriptions?|details?|values?|children|summary|intro|introduction' +
    '|answer|subtitle|sub[-_]?heading|p|notes?|preamble|lead|label|html|markdown|md|data|__html|inlineSpan|内容|正文|说明)$',
  'i',
);
/** Values of these are for the program, whatever they say. */
const META = new RegExp(
  '^(?:id|key|type|tag|kind|class|className|style|icon|img|image|src|url|uri|href|link|path|route|router|color|ref' +
    '|lang|locale|variant|component|layout|to|slug|anchor|target|rel|alt|placeholder|testID|accessibilityLabel' +
    '|aria-.*|data-.*|on[A-Z].*|width|height|size|name|version|import|from|file|module|selector|template[Uu]rl|dataIndex' +
    '|prop|field)$',
);

/** The role of a name; undefined for one that says nothing. */
export function roleOf(name: string): Role | undefined {
  if (HEADING.test(name)) return 'heading';
  if (ITEMS.test(name)) return 'item';
  return TEXT.test(name) ? 'text' : undefined;
}

/** Whether a property is about the page and is not read on it. */
export function isMeta(name: string): boolean {
  return META.test(name);
}

/** The role that `type: 'h2'`, `tag: 'li'` and the like give to the text of their object. */
export function roleOfType(value: string): Role | undefined {
  if (/^h[1-6]$|title|head/i.test(value)) return 'heading';
  return /^(?:li|item|bullet|list[-_]?item)$/i.test(value) ? 'item' : undefined;
}

/**
 * Whether a string is text that users read, and not a name, a style or an address. `named` says that it stands where
 * texts stand, so that one or two words may be text too.
 */
export function isShown(text: string, named: boolean): boolean {
  const words = text.trim();
  if (words === '' || /^(?:https?:\/\/|\.{0,2}\/|data:|#[\w-]*$)\S*$/.test(words)) return false;
  let han = 0;
  for (let i = 0; i < words.length && han < 2; i++) if (isHanUnit(words.charCodeAt(i))) han++;
  if (han === 2) return true;
  if (named) return /\p{L}{2}/u.test(words) && !/^[a-z][\w$]*(?:[-._/:][\w$]+)*$/.test(words);
  return isProse(words);
}

/** A name or another few words, shown where the constant that holds them is used. */
export function isName(text: string): boolean {
  return text.length < 80 && !/[。！？；：，!?;:<>\n]|\. /.test(text);
}

/** A sentence or at least a phrase in English: words that are words, begun or ended as sentences are. */
export function isProse(text: string): boolean {
  const start = text
    .slice(0, 2000)
    .replaceAll(/<[^<>]{0,200}>/g, ' ')
    .trim();
  const words = start.split(/\s+/);
  if (words.length < 4) return false;
  const plain = words.filter((word) => /^["'“‘(]?[A-Za-z][A-Za-z'’-]*[.,;:!?)"'”’]{0,3}$/.test(word)).length;
  return plain >= words.length * 0.8 && (/^["'“(]?[A-Z]/.test(start) || /[.?!:;]["'”)]?$/.test(start));
}
