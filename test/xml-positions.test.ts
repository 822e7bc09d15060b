import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { isUnread } from '../packages/app/src/source-text.ts';
import type { XmlElement } from '../packages/app/src/xml/elements.ts';
import { loadXml } from '../packages/app/src/xml/parse.ts';

const parseXml = await loadXml();

/** A number generator that always gives the same numbers. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor((state / 2147483648) * sides);
  };
}

/** A made-up document with everything that shifts positions: line ends, comments, quotes, entities, Chinese, emoji. */
function madeUpDocument(seed: number): string {
  const roll = dice(seed);
  const pick = (choices: readonly string[]): string => choices[roll(choices.length)] ?? '';
  const line = seed % 3 === 0 ? '\r\n' : '\n';
  const blank = (): string => pick([' ', '  ', '\t', line, `${line}    `]);
  const value = (quote: string): string =>
    Array.from({ length: roll(6) }, () =>
      pick(['a.B', '权限', '😀', '&lt;', '&#20013;', '&#x4E2D;', '>', ' ', '/', '=', quote === '"' ? "'" : '"']),
    ).join('');
  const attribute = (name: string): string => {
    const quote = pick(['"', "'"]);
    return `${blank()}${name}${pick(['', ' '])}=${pick(['', line])}${quote}${value(quote)}${quote}`;
  };
  const attributes = (): string =>
    ['android:name', 'x', 'tools:node', '名']
      .filter(() => roll(2) === 0)
      .map(attribute)
      .join('');
  const element = (depth: number): string => {
    const name = pick(['a', 'uses-permission', 'b.c', 'd_1']);
    const open = `<${name}${attributes()}${pick(['', blank()])}`;
    if (depth > 4 || roll(3) === 0) return `${open}/>`;
    const inner = Array.from({ length: roll(4) }, () =>
      pick([element(depth + 1), '文字 &amp;', '<!-- <a x="1"> 注释 -->', '<![CDATA[ <a x="1"> ]]>', line]),
    );
    return `${open}>${inner.join('')}</${name}${pick(['', ' '])}>`;
  };
  const head = pick(['', `<?xml version="1.0" encoding="utf-8"?>${line}`, `<!-- 头 -->${line}`]);
  const children = Array.from({ length: 4 }, () => element(0)).join(line);
  return `${seed % 5 === 0 ? '\ufeff' : ''}${head}<manifest xmlns:android="urn:a" xmlns:tools='urn:t'>${children}</manifest>${line}`;
}

interface Place {
  readonly what: string;
  readonly end: number;
}

/** Where saxes, another parser, sees attribute values and elements end. */
function placesOfSaxes(text: string): readonly Place[] {
  const places: Place[] = [];
  const parser = new SaxesParser();
  parser.on('attribute', ({ name, value }) => places.push({ what: `${name}=${value}`, end: parser.position - 1 }));
  parser.on('closetag', ({ name }) => places.push({ what: `</${name}>`, end: parser.position }));
  parser.write(text).close();
  return places;
}

function placesOfOurs(element: XmlElement): readonly Place[] {
  return [
    ...element.attributes.map(({ name, value, end }) => ({ what: `${name}=${value}`, end })),
    ...element.children.flatMap(placesOfOurs),
    { what: `</${element.name}>`, end: element.end },
  ];
}

describe('places in XML, held against another parser', () => {
  it('are the same in made-up documents of every kind', () => {
    let attributes = 0;
    for (let seed = 1; seed <= 150; seed += 1) {
      const text = madeUpDocument(seed);
      const document = parseXml({ path: `${seed}.xml`, text });
      if (isUnread(document)) throw new Error(`${seed}: ${document.detail}\n${text}`);
      const ours = placesOfOurs(document.root);
      // Line ends inside values are normalised by one parser and kept by the other.
      const plain = ({ what, end }: Place): string => `${end} ${what.replace(/\s+/g, ' ')}`;
      expect(ours.map(plain)).toEqual(placesOfSaxes(text).map(plain));
      attributes += ours.filter(({ what }) => what.includes('=')).length;
    }
    expect(attributes).toBeGreaterThan(1000);
  });
});
