// How fast policies are read, beside the bare parsers and a bare search for words in the same text.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundled } from './bundled.mjs';
import { longPolicy } from './generate.mjs';

const SIZES = [1, 2, 10];

const SEARCH = `import { readFileSync } from 'node:fs';
const text = readFileSync(process.argv[2], 'utf8');
const words = ['通讯录', '位置', '短信', '相机', '麦克风', '设备标识', '手机号', '身份证', '人脸', '指纹', '日历', '通话记录'];
let hits = 0;
for (const word of words) for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) hits += 1;
console.log(hits);`;

/**
 * One row a format: the time of each size, the speeds end to end beyond an empty run, how much longer a megabyte takes in
 * the longest file than in the shortest (1 or less: linear), and the peak of memory beyond an empty run, in sizes of the file.
 */
export async function readingRows({ folder, root, measure, mingshi, row }) {
  const files = new Map();
  for (const format of ['txt', 'html', 'md']) {
    for (const size of [0.001, ...SIZES]) {
      const file = join(folder, `policy-${size}.${format}`);
      writeFileSync(file, longPolicy(format, size * 1e6));
      files.set(`${size}.${format}`, file);
    }
    const read = (size) => mingshi(['policy', files.get(`${size}.${format}`), '--format', 'json'], size > 2 ? 1 : 3);
    row(`policy, ${format}`, figures(read));
  }
  const parsers = await bundledParsers(folder, root);
  for (const format of ['html', 'md']) {
    const parse = (size) => measure([parsers, files.get(`${size}.${format}`)], size > 2 ? 1 : 3);
    // Ten megabytes of Markdown are read as plain text: its parser would want gigabytes.
    row(`  the parser of ${format} alone`, figures(parse, format === 'md' ? SIZES.slice(0, 2) : SIZES));
  }
  const search = join(folder, 'search.mjs');
  writeFileSync(search, SEARCH);
  row('bare search for twelve words in the same text', figures((size) => measure([search, files.get(`${size}.txt`)], 3)));
}

function figures(run, sizes = SIZES) {
  const empty = run(0.001);
  const runs = sizes.map((size) => ({ size, ...run(size) }));
  const [one, last] = [runs[0], runs.at(-1)];
  const perMegabyte = ({ size, ms }) => (ms - empty.ms) / size;
  const times = runs.map(({ size, ms }) => `${size} MB ${ms.toFixed(0)}`).join(', ');
  const speeds = runs.map((each) => (1000 / perMegabyte(each)).toFixed(1)).join(', ');
  const growth = (perMegabyte(last) / perMegabyte(one)).toFixed(2);
  const memory = last.mb > 0 ? `, peak +${((last.mb - empty.mb) / last.size).toFixed(1)}x` : '';
  return `${times} ms; ${speeds} MB/s, x${growth} a MB${memory}`;
}

/** The parsers as the reader calls them, with nothing behind them. */
async function bundledParsers(folder, root) {
  const contents = `import { readFileSync } from 'node:fs';
const file = process.argv[2];
const text = readFileSync(file, 'utf8');
const { parse } = file.endsWith('.html') ? await import('./html-nodes.ts') : await import('./markdown-tree.ts');
console.log(parse(text).length);`;
  const resolveDir = join(root, 'packages/policy/src/formats/');
  return bundled({ contents, resolveDir, outfile: join(folder, 'parsers.mjs'), root });
}
