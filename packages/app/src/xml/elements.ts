import type { Location, Phrase } from '@mingshi/model';

/** An attribute and the exact range of its value, without the quotes. */
export interface XmlAttribute {
  /** As written, with its prefix. */
  readonly name: string;
  readonly local: string;
  /** '' when it has no prefix. */
  readonly namespace: string;
  /** Entities resolved. */
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/** An element with exact ranges, as UTF-16 offsets into the document's text. */
export interface XmlElement {
  /** As written, with its prefix. */
  readonly name: string;
  readonly attributes: readonly XmlAttribute[];
  readonly children: readonly XmlElement[];
  readonly start: number;
  readonly end: number;
  /** What stands between the tags; equal offsets in an empty element. */
  readonly contentStart: number;
  readonly contentEnd: number;
}

/** A well-formed XML file. */
export interface XmlDocument {
  readonly path: string;
  readonly text: string;
  readonly root: XmlElement;
}

/** The namespaces of a manifest's attributes. */
export const ANDROID = 'http://schemas.android.com/apk/res/android';
export const TOOLS = 'http://schemas.android.com/tools';

/** The attribute of that name in that namespace ('' for none). */
export function findAttribute(element: XmlElement, namespace: string, local: string): XmlAttribute | undefined {
  return element.attributes.find((attribute) => attribute.local === local && attribute.namespace === namespace);
}

/** Children of that name, in order. */
export function childrenNamed(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.filter((child) => child.name === name);
}

/** Where the element stands. */
export function elementAt(document: XmlDocument, element: XmlElement): Location {
  return { file: document.path, start: element.start, end: element.end };
}

/** An attribute's value at its place. */
export function attributePhrase(document: XmlDocument, attribute: XmlAttribute): Phrase {
  return { text: attribute.value, at: { file: document.path, start: attribute.start, end: attribute.end } };
}
