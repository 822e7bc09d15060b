// Seeded damage to files: the same seed gives the same project.

/** mulberry32: a small, good enough generator of numbers in [0, 1). */
export function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const nasty = [
  '\0', '\uFEFF', '\uD800', '\u202E', '\u2028', '\x1b[31m', '\r', '&#x110000;', '&lt', '<!--', '-->', ']]>', '<![CDATA[', '<?', '<!DOCTYPE a [<!ENTITY b "c">]>',
  '<!DOCTYPE l [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>', '&c;',
  '<table><tr><td colspan="99999999">', '<td rowspan="1000000">', '</', '<a b=', '"', "'", '::error::', '%0A', '```', '|||', '\n---\n', '---\n', '*a: &a [*a]', '!!js/function',
  '__proto__', 'constructor', '${{ secrets.X }}', '](javascript:x)', '第九百九十九条', '、', '（', '）', '《', '。', '不会', '收集', '等', '：', '\t', '    ',
];
const repeated = ['<div>', '<b>', '> ', '- ', '* ', '[', '(', '（', '"', '<span style="x">', '{', '&amp;', '一、', 'we collect ', '我们收集', '、', '|', '<uses-permission ', '不'];

const integer = (next, limit) => Math.floor(next() * limit);
const pick = (next, list) => list[integer(next, list.length)];

const mutations = [
  (bytes, next) => {
    const copy = Buffer.from(bytes);
    for (let i = 0; i < 1 + integer(next, 20) && copy.length > 0; i += 1) copy[integer(next, copy.length)] = integer(next, 256);
    return copy;
  },
  (bytes, next) => bytes.subarray(0, integer(next, bytes.length + 1)),
  (bytes, next) => {
    const from = integer(next, bytes.length + 1);
    return Buffer.concat([bytes.subarray(0, from), bytes.subarray(from + integer(next, 400))]);
  },
  (bytes, next) => {
    const from = integer(next, bytes.length + 1);
    const slice = bytes.subarray(from, from + integer(next, 300));
    return Buffer.concat([bytes.subarray(0, from), ...Array.from({ length: integer(next, 200) }, () => slice), bytes.subarray(from)]);
  },
  (bytes, next) => {
    const at = integer(next, bytes.length + 1);
    return Buffer.concat([bytes.subarray(0, at), Buffer.from(pick(next, nasty)), bytes.subarray(at)]);
  },
  (bytes, next) => {
    const at = integer(next, bytes.length + 1);
    return Buffer.concat([bytes.subarray(0, at), Buffer.from(pick(next, repeated).repeat(integer(next, 20000))), bytes.subarray(at)]);
  },
  (bytes, next) => Buffer.from(bytes.toString('utf8'), pick(next, ['utf16le', 'latin1'])),
  (bytes, next) => Buffer.from(bytes.toString('utf8').replaceAll('\n', pick(next, ['\r\n', '\r', '', '\n\n']))),
];

/** Each file is damaged with a chance; now and then a file is swapped with, or spliced into, another. */
export function mutate(project, seed) {
  const next = random(seed);
  const paths = Object.keys(project);
  const out = {};
  for (const path of paths) {
    let bytes = project[path];
    if (next() < 0.5) for (let i = 0; i <= integer(next, 3); i += 1) bytes = pick(next, mutations)(bytes, next);
    if (next() < 0.05) bytes = Buffer.concat([bytes, project[pick(next, paths)]]);
    out[path] = bytes;
  }
  if (next() < 0.1) out[`app/src/main/assets/privacy${pick(next, ['.html', '.md', '.txt', '', '.rst'])}`] = out[pick(next, paths)];
  if (next() < 0.1) delete out[pick(next, paths)];
  return out;
}
