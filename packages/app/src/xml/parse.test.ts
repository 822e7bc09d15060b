import { describe, expect, it } from 'vitest';
import { isUnread } from '../source-text.ts';
import { ANDROID, findAttribute, type XmlDocument } from './elements.ts';
import { loadXml } from './parse.ts';

const parseXml = await loadXml();
const NS = `xmlns:android="${ANDROID}"`;

function read(text: string): XmlDocument {
  const result = parseXml({ path: 'a.xml', text });
  if (isUnread(result)) throw new Error(result.what);
  return result;
}

function refusal(text: string) {
  const result = parseXml({ path: 'a.xml', text });
  return isUnread(result) ? result : undefined;
}

/** The value of `android:name` on the first child, cut out of the text by its range. */
function nameInText(text: string): string | undefined {
  const [child] = read(text).root.children;
  const name = child && findAttribute(child, ANDROID, 'name');
  return name && text.slice(name.start, name.end);
}

describe('places in XML', () => {
  it.each([
    ['plain', `<manifest ${NS}><a android:name="x.Y"/></manifest>`],
    ['a byte order mark', `\ufeff<manifest ${NS}><a android:name="x.Y"/></manifest>`],
    ['CRLF', `<manifest\r\n  ${NS}>\r\n\r\n  <a\r\n    android:name="x.Y"\r\n  />\r\n</manifest>`],
    [
      'Chinese comments',
      `<!-- 权限 --><manifest ${NS}><!-- 相机 <a android:name="no"/> --><a android:name="x.Y"/></manifest>`,
    ],
    ['single quotes and blanks', `<manifest ${NS}><a other='1 > "2"' android:name = 'x.Y' ></a></manifest>`],
    ['a renamed prefix', `<manifest xmlns:p="${ANDROID}"><a p:name="x.Y"/></manifest>`],
    ['a prefix nobody declared', '<manifest><a android:name="x.Y"/></manifest>'],
    ['signs beyond the basic plane', `<manifest ${NS}><!-- 😀 --><a android:name="x.Y"/></manifest>`],
  ])('are exact with %s', (_, text) => {
    expect(nameInText(text)).toBe('x.Y');
  });

  it('tell whole elements and their content', () => {
    const text = '<r>\r\n <s name="a">登录 &amp; 注册</s>\r\n</r>';
    const [string] = read(text).root.children;
    expect(text.slice(string?.start, string?.end)).toBe('<s name="a">登录 &amp; 注册</s>');
    expect(text.slice(string?.contentStart, string?.contentEnd)).toBe('登录 &amp; 注册');
  });

  it('leave an empty element without content', () => {
    const [child] = read('<r><a b=">"/></r>').root.children;
    expect(child?.contentStart).toBe(child?.contentEnd);
  });

  it('do not take an attribute of another namespace for an Android one', () => {
    const [child] = read(`<m ${NS} xmlns:other="urn:x"><a other:name="no" name="no"/></m>`).root.children;
    expect(child && findAttribute(child, ANDROID, 'name')).toBeUndefined();
  });

  it('resolve entities in values and keep the range of what is written', () => {
    const text = '<!DOCTYPE r [<!ENTITY app "友记">]><r><a name="&app;&#65;&#x42;&lt;&nope;"/></r>';
    const [attribute] = read(text).root.children[0]?.attributes ?? [];
    expect(attribute?.value).toBe('友记AB<&nope;');
    expect(text.slice(attribute?.start, attribute?.end)).toBe('&app;&#65;&#x42;&lt;&nope;');
  });
});

describe('refused XML', () => {
  it.each([
    ['an open tag', '<manifest>\n  <a>\n</manifest>', '</manifest>'],
    ['a doubled attribute', '<manifest>\n  <a b="1" b="2"/>\n</manifest>', 'b="2"/>\n</manifest>'],
    ['the marks of a merge conflict', '<manifest>\n<<<<<<< HEAD\n<a/>\n</manifest>', ' HEAD\n<a/>\n</manifest>'],
    ['an attribute without quotes', '<manifest>\r\n<a b=1/></manifest>', 'b=1/></manifest>'],
    ['nothing', '', ''],
  ])('says what is wrong and where: %s', (_, text, rest) => {
    const result = refusal(text);
    expect(result).toMatchObject({ what: 'broken-xml', detail: expect.any(String) });
    expect(text.slice(result?.offset)).toBe(rest);
  });

  it('points into the first line behind a byte order mark', () => {
    const text = '\ufeff<manifest><a><b></a></manifest>';
    expect(text.slice(refusal(text)?.offset)).toBe('</a></manifest>');
  });

  const bomb = Array.from({ length: 9 }, (_, level) => `<!ENTITY e${level + 1} "${`&e${level};`.repeat(10)}">`).join(
    '',
  );
  it.each([
    ['entities that grow', `<!DOCTYPE r [<!ENTITY e0 "ha">${bomb}]><r a="&e9;"/>`],
    ['an entity out of another file', '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><r>&x;</r>'],
    ['a parameter entity', '<!DOCTYPE r [<!ENTITY % x "<!ENTITY y \'z\'>"> %x;]><r/>'],
    ['a huge entity', `<!DOCTYPE r [<!ENTITY x "${'x'.repeat(5000)}">]><r>&x;</r>`],
    ['an entity used too often', `<!DOCTYPE r [<!ENTITY x "${'x'.repeat(900)}">]><r a="${'&x;'.repeat(20_000)}"/>`],
    ['a thousand entities', `<!DOCTYPE r [${'<!ENTITY x "y">'.repeat(2000)}]><r/>`],
  ])('refuses %s', (_, text) => {
    expect(refusal(text)).toMatchObject({ file: 'a.xml', what: 'xml-entities' });
  });

  it('refuses what is nested without end', () => {
    expect(refusal('<a>'.repeat(3000) + '</a>'.repeat(3000))?.what).toBe('too-deep');
  });

  it.each([
    '<__proto__ a="1"/>',
    '<r><constructor/></r>',
    '<r __proto__="1"/>',
    '<r\u0000/>',
    '<!DOCTYPE',
    '<r>&#x110000;</r>',
    '<?xml?>',
  ])('reads or refuses %s, and throws for nothing', (text) => {
    expect(() => parseXml({ path: 'a.xml', text })).not.toThrow();
  });
});
