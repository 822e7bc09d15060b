/** An attribute as it stands in a start tag: name and raw value, with the value's range. */
interface AttributeSpan {
  readonly name: string;
  readonly raw: string;
  readonly start: number;
  readonly end: number;
}

/** A start tag: its attributes, and where it ends. */
interface StartTag {
  readonly attributes: readonly AttributeSpan[];
  /** Offset behind the `>`. */
  readonly end: number;
  readonly selfClosing: boolean;
}

const NAME = /<[^\s/>]+/y;
const ATTRIBUTE = /\s+([^\s=>/"'<]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/y;
const CLOSE = /\s*(\/?)>/y;

/** Reads the start tag at an offset; fast-xml-parser tells where elements are, but not where their attributes are. */
export function readStartTag(text: string, offset: number): StartTag {
  NAME.lastIndex = offset;
  NAME.test(text);
  ATTRIBUTE.lastIndex = NAME.lastIndex;
  const attributes: AttributeSpan[] = [];
  let end = NAME.lastIndex;
  for (let match = ATTRIBUTE.exec(text); match; match = ATTRIBUTE.exec(text)) {
    end = ATTRIBUTE.lastIndex;
    const raw = match[2] ?? match[3] ?? '';
    attributes.push({ name: match[1] ?? '', raw, start: end - 1 - raw.length, end: end - 1 });
  }
  CLOSE.lastIndex = end;
  const close = CLOSE.exec(text);
  return { attributes, end: close ? CLOSE.lastIndex : end, selfClosing: close?.[1] === '/' };
}
