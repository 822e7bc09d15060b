#!/usr/bin/env node
// Makes the documentation, in Chinese and English, into dist/docs: from the rules' pages, the guides in docs/ and the
// command's own help. What is said of the examples comes from the built package. Nothing is fetched.
// usage: node packages/mingshi/scripts/docs.mjs [FOLDER]
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const here = fileURLToPath(new URL('../', import.meta.url));
const rulesFolder = join(here, '../rules/src');
const target = resolve(process.argv[2] ?? join(here, 'dist/docs'));
execFileSync(process.execPath, [join(here, 'scripts/build.mjs')], { stdio: 'inherit' });
const work = mkdtempSync(join(tmpdir(), 'mingshi-docs-'));

try {
  const { check, version } = await import(pathToFileURL(join(here, 'dist/index.js')).href);
  const { readSource, site, readPage } = await bundled();
  const source = readSource({ version, guides: join(here, 'docs'), rules: rulesFolder, knowledge: join(here, 'dist/knowledge') });
  const said = await sayOfExamples(source, readPage, check);
  const files = site({ ...source, said: (rule, example) => said.get(`${rule} ${example}`) });
  rmSync(target, { recursive: true, force: true });
  for (const [path, text] of files) write(join(target, path), text);
  console.error(`mingshi: ${files.size} files in ${target}`);
} finally {
  rmSync(work, { recursive: true, force: true });
}

/** The code that makes the pages is TypeScript; it is bundled aside and run. */
async function bundled() {
  const outfile = join(work, 'site.mjs');
  await build({
    stdin: { contents: "export * from './src/docs/index.ts';", resolveDir: here },
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    banner: { js: "import{createRequire as nodeRequire}from'node:module';const require=nodeRequire(import.meta.url);" },
    logLevel: 'error',
  });
  return import(pathToFileURL(outfile).href);
}

/** Runs every example of every page through the package, as a user would. */
async function sayOfExamples({ pages }, readPage, check) {
  const said = new Map();
  for (const [rule, text] of Object.entries(pages)) {
    for (const { title, files, findings: told } of readPage(text).examples) {
      const directory = mkdtempSync(join(tmpdir(), 'mingshi-docs-'));
      for (const [path, body] of Object.entries(files)) write(join(directory, path), body);
      const { findings } = await check({ directory, rules: [rule] }).finally(() =>
        rmSync(directory, { recursive: true, force: true }),
      );
      const own = findings
        .filter((finding) => finding.rule === rule)
        .map(({ at, message }) => ({ place: `${at.path}:${at.start.line}:${at.start.column}`, message }));
      if (own.map(({ place }) => place).join() !== told.map((line) => line.split(' ').at(-2)).join())
        throw new Error(`${rule}, "${title}": the page and the package do not say the same`);
      said.set(`${rule} ${title}`, own);
    }
  }
  return said;
}

function write(path, text) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
