import { memoryFiles } from '@mingshi/model';
import type { Finding } from '@mingshi/model';
import { describe, expect, it } from 'vitest';
import { waiversInPlace, watchWaivers } from './in-place.ts';
import type { InPlace } from './in-place.ts';

const rules = ['undisclosed-permission', 'vague-purpose'];

function read(path: string, text: string): InPlace {
  const { files, marked } = watchWaivers({ ...memoryFiles({ [path]: text }), unread: () => [] });
  files.read(path);
  return waiversInPlace(marked(), files, [], rules);
}

/** Which of the words in the text stand at places that the first waiver covers. */
function covered(path: string, text: string, words: readonly string[], about = 'x'): readonly string[] {
  const [waiver] = read(path, text).waivers;
  const at = (word: string): Finding => ({
    rule: 'undisclosed-permission',
    about,
    severity: 'error',
    message: 'm',
    data: {},
    at: { file: path, start: text.indexOf(word), end: text.indexOf(word) + word.length },
    confidence: 'high',
  });
  return words.filter((word) => text.includes(word) && waiver?.covers(at(word)));
}

describe('a waiver in a comment', () => {
  it.each([
    ['a.xml', '<!-- mingshi-ignore undisclosed-permission: goes with 2.1 -->'],
    ['a.md', '<!-- mingshi-ignore undisclosed-permission -- goes with 2.1 -->'],
    ['a.html', '<!--mingshi-ignore undisclosed-permission — goes with 2.1-->'],
    ['a.gradle.kts', '// mingshi-ignore undisclosed-permission -- goes with 2.1'],
    ['a.kt', '/* mingshi-ignore undisclosed-permission -- goes with 2.1 */'],
    ['a.tsx', '{/* mingshi-ignore undisclosed-permission -- goes with 2.1 */}'],
    ['a.vue', '<!-- mingshi-ignore undisclosed-permission -- goes with 2.1 -->'],
    ['a.dart', '/// mingshi-ignore undisclosed-permission -- goes with 2.1'],
    ['a.yaml', '# mingshi-ignore undisclosed-permission -- goes with 2.1'],
    ['a.java', '/*\n * mingshi-ignore undisclosed-permission -- goes with 2.1\n */'],
    ['a.xml', '<!--\n  mingshi-ignore undisclosed-permission: goes with 2.1\n-->'],
    ['a.xml', '<!-- mingshi-ignore undisclosed-permission：goes with 2.1 -->'],
  ])('is read in %s: %s', (path, text) => {
    expect(read(path, `${text}\nHERE\n`)).toMatchObject({
      waivers: [{ rule: 'undisclosed-permission', reason: 'goes with 2.1' }],
      broken: [],
    });
    expect(covered(path, `${text}\nHERE\nTHERE\n`, ['HERE', 'THERE'])).toEqual(['HERE']);
  });

  it('says about, who and until when', () => {
    const words = 'undisclosed-permission about camera use until 2027-01-31 by 王工 -- 工单 7';
    const [waiver] = read('a.kt', `// mingshi-ignore ${words}`).waivers;
    expect(waiver).toMatchObject({ about: 'camera use', until: '2027-01-31', by: '王工', reason: '工单 7' });
    const text = `// mingshi-ignore ${words}\nHERE`;
    expect(covered('a.kt', text, ['HERE'], 'camera use')).toEqual(['HERE']);
    expect(covered('a.kt', text, ['HERE'], 'microphone')).toEqual([]);
  });

  it('behind something speaks of that line alone', () => {
    const text = 'BEFORE\nHERE // mingshi-ignore undisclosed-permission -- why\nAFTER\n';
    expect(covered('a.kt', text, ['BEFORE', 'HERE', 'AFTER'])).toEqual(['HERE']);
  });

  it('before an element speaks of all of its lines, past a blank line and other waivers', () => {
    const comment = '<!-- mingshi-ignore undisclosed-permission: why -->';
    const text = `${comment}\n<!-- mingshi-ignore vague-purpose: why -->\n\n<uses\n  x="1"\n  name="HERE"\n/>\n<THERE/>\n`;
    expect(covered('a.xml', text, ['HERE', 'THERE'])).toEqual(['HERE']);
  });

  it.each([
    ['a.kt', 'val s = "mingshi-ignore undisclosed-permission -- no comment"'],
    ['a.md', 'Write mingshi-ignore undisclosed-permission -- why'],
    ['a.md', '# mingshi-ignore undisclosed-permission -- a heading'],
    ['a.kt', '// mingshi-ignored undisclosed-permission -- why'],
    ['a.png', '<!-- mingshi-ignore undisclosed-permission -- why -->'],
  ])('is not seen in %s: %s', (path, text) => {
    expect(read(path, text)).toEqual({ waivers: [], broken: [] });
  });

  it.each([
    ['undisclosed-permission', 'it gives no reason; write one after --'],
    ['undisclosed-permission --', 'it gives no reason; write one after --'],
    ['undisclosed-permision -- why', 'unknown rule "undisclosed-permision"; did you mean undisclosed-permission?'],
    ['-- why', 'it names no rule'],
    ['vague-purpose until -- why', 'nothing follows until'],
    ['vague-purpose until 2027-02-30 -- why', '"2027-02-30" is no date; write it like 2027-01-31'],
  ])('%s is told to be none', (words, why) => {
    const { waivers, broken } = read('a.kt', `// mingshi-ignore ${words}`);
    expect(waivers).toEqual([]);
    expect(broken.map((each) => each.why.en)).toEqual([why]);
  });

  it('costs little in a hostile file', () => {
    for (const text of ['<!-- mingshi-ignore '.repeat(100_000), 'mingshi-ignore'.repeat(200_000)]) {
      expect(read('a.xml', text).waivers).toEqual([]);
    }
  });
});
