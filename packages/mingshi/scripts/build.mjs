#!/usr/bin/env node
// Builds dist/: the bundled command and API, the knowledge, the rules' pages, schemas, declarations and licences.
// Does nothing when nothing changed. Files are replaced one by one, so that a command running meanwhile keeps working.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { declarations } from './declarations.mjs';
import { thirdParty } from './third-party.mjs';

/** Cheerio can fetch addresses and guess encodings; mingshi never goes to the network and decodes for itself. */
const withoutNetwork = {
  name: 'without-network',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^(?:undici|encoding-sniffer)$/ }, ({ path }) => ({ path, namespace: 'absent' }));
    onLoad({ filter: /.*/, namespace: 'absent' }, ({ path }) => ({
      contents: path === 'undici' ? 'export {};' : 'export const decodeBuffer = undefined, DecodeStream = undefined;',
    }));
  },
};

/** The declarations of JavaScript's own library are three megabytes, and no program is type-checked here. */
const withoutLibraryTypes = {
  name: 'without-library-types',
  setup({ onLoad }) {
    onLoad({ filter: /ts-morph-common\.js$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replace(/^const libFiles = \[\{$[^]*?^\s*\}\];$/m, 'const libFiles = [];'),
    }));
  },
};

/** Imported as a module, `process` is copied property by property, and some of them Node makes only when they are asked for. */
const globalProcess = {
  name: 'global-process',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^node:process$/ }, ({ path }) => ({ path, namespace: 'global' }));
    onLoad({ filter: /.*/, namespace: 'global' }, () => ({ contents: 'export default globalThis.process;' }));
  },
};

const here = fileURLToPath(new URL('../', import.meta.url));
const packages = join(here, '..');
const root = join(packages, '..');
const dist = join(here, 'dist');
const stampFile = join(dist, '.stamp');

const compiled = spawnSync(process.execPath, [join(packages, 'knowledge/scripts/compile.mjs'), '--quiet'], {
  stdio: 'inherit',
});
// What is wrong in the knowledge has been told by the compiler itself.
if (compiled.status !== 0) process.exit(1);
const stamp = stampOfInputs();
if (!process.argv.includes('--force') && isUpToDate()) {
  // The launcher compares times: it must not come here again for a file that was only touched.
  utimesSync(stampFile, new Date(), new Date());
} else {
  const started = performance.now();
  const temporary = join(here, `.build-${process.pid}`);
  try {
    await make(temporary);
    publish(temporary);
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
  console.error(`mingshi: built in ${((performance.now() - started) / 1000).toFixed(1)} s`);
}

function isUpToDate() {
  return existsSync(join(dist, 'cli.js')) && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp;
}

/** One hash of everything that goes into the build. */
function stampOfInputs() {
  const hash = createHash('sha256');
  const folders = ['app', 'knowledge', 'mingshi', 'model', 'policy', 'rules'].flatMap((name) => [
    `packages/${name}/src`,
    `packages/${name}/scripts`,
    `packages/${name}/vendor`,
  ]);
  const files = folders
    .filter((folder) => existsSync(join(root, folder)))
    .flatMap((folder) => readdirSync(join(root, folder), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.test.ts'))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    // The documentation is made apart, by docs.mjs.
    .filter((path) => !path.includes('/mingshi/src/docs/'));
  const more = [
    'pnpm-lock.yaml',
    'LICENSE',
    'NOTICE',
    'packages/mingshi/package.json',
    'packages/knowledge/dist/knowledge.stamp',
  ];
  for (const path of [...files, ...more.map((name) => join(root, name))].toSorted()) {
    if (existsSync(path))
      hash
        .update(`${path.slice(root.length)}\0`)
        .update(readFileSync(path))
        .update('\0');
  }
  return hash.digest('hex');
}

async function make(target) {
  const { version } = JSON.parse(readFileSync(join(here, 'package.json'), 'utf8'));
  const { metafile } = await build({
    absWorkingDir: here,
    entryPoints: {
      cli: 'src/cli.ts',
      index: 'src/index.ts',
      // Libraries that read Word files, PDFs and programs; started as a thread of its own, by this very name.
      'document-thread': '../policy/src/formats/document-thread.js',
    },
    outdir: target,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    // Names stay, so that a stack in a bug report can be read.
    minifySyntax: true,
    minifyWhitespace: true,
    charset: 'utf8',
    legalComments: 'none',
    plugins: [withoutNetwork, withoutLibraryTypes, globalProcess],
    metafile: true,
    // TypeScript asks where it stands.
    define: {
      MINGSHI_VERSION: JSON.stringify(version),
      MINGSHI_BUILD: JSON.stringify(stamp),
      __filename: 'import.meta.filename',
      __dirname: 'import.meta.dirname',
    },
    // Bundled CommonJS asks for Node's own modules.
    banner: { js: "import{createRequire as nodeRequire}from'node:module';const require=nodeRequire(import.meta.url);" },
    logLevel: 'error',
  });
  write(target, 'THIRD-PARTY.txt', thirdParty(Object.keys(metafile.inputs), here, copyGrammars(target)));
  if (process.argv.includes('--metafile')) writeFileSync(join(here, 'dist', 'metafile.json'), JSON.stringify(metafile));
  const knowledge = join(packages, 'knowledge/dist/knowledge');
  for (const name of readdirSync(knowledge).filter((each) => each.endsWith('.json'))) {
    write(target, `knowledge/${name}`, readFileSync(join(knowledge, name)));
  }
  const cmaps = join(packages, 'policy/vendor/cmaps');
  for (const name of readdirSync(cmaps)) write(target, `cmaps/${name}`, readFileSync(join(cmaps, name)));
  write(target, 'pages.json', JSON.stringify(pages()));
  await writeSchemas(target);
  for (const name of ['LICENSE', 'NOTICE'])
    if (existsSync(join(root, name))) write(target, name, readFileSync(join(root, name)));
}

/** Puts tree-sitter and the grammars of Kotlin and Java beside the bundle; returns the packages they come from. */
function copyGrammars(target) {
  const { resolve } = createRequire(join(packages, 'app/package.json'));
  const grammars = [
    'web-tree-sitter/web-tree-sitter.wasm',
    '@tree-sitter-grammars/tree-sitter-kotlin/tree-sitter-kotlin.wasm',
    'tree-sitter-java/tree-sitter-java.wasm',
  ].map((name) => resolve(name));
  for (const path of grammars) write(target, `grammars/${basename(path)}`, readFileSync(path));
  return grammars.map(dirname);
}

/** Each rule's page, for `mingshi explain`. */
function pages() {
  const folder = join(packages, 'rules/src');
  const names = readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, 'README.md')))
    .toSorted();
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name, 'README.md'), 'utf8')]));
}

/** The schemas come from the very code that checks; it is bundled aside and run. */
async function writeSchemas(target) {
  const outfile = join(target, 'schemas.mjs');
  await build({
    stdin: {
      contents: [
        "export * from './src/schemas.ts';",
        "export { knownNames } from './src/config/known-names.ts';",
        "export { loadKnowledge } from '@mingshi/knowledge';",
      ].join('\n'),
      resolveDir: here,
    },
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    logLevel: 'error',
  });
  const { configJsonSchema, inventoryJsonSchema, reportJsonSchema, knownNames, loadKnowledge } = await import(pathToFileURL(outfile).href);
  rmSync(outfile);
  const { rules, categories } = knownNames(loadKnowledge(join(packages, 'knowledge/dist/knowledge')));
  const report = reportJsonSchema();
  const inventory = inventoryJsonSchema();
  write(target, 'schema/report.schema.json', `${JSON.stringify(report, undefined, 2)}\n`);
  write(target, 'schema/inventory.schema.json', `${JSON.stringify(inventory, undefined, 2)}\n`);
  write(target, 'schema/config.schema.json', `${JSON.stringify(configJsonSchema(rules, categories), undefined, 2)}\n`);
  write(target, 'index.d.ts', declarations(report, inventory, join(here, 'src')));
}

function write(target, name, content) {
  mkdirSync(dirname(join(target, name)), { recursive: true });
  writeFileSync(join(target, name), content);
}

function isEntry(name) {
  return name === 'cli.js' || name === 'index.js' || name === 'document-thread.js';
}

/** Chunks first, what refers to them after, the stamp last; leftovers go when nobody can be using them. */
function publish(target) {
  const names = readdirSync(target, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(target.length + 1));
  for (const name of names.toSorted((a, b) => Number(isEntry(a)) - Number(isEntry(b)))) {
    mkdirSync(dirname(join(dist, name)), { recursive: true });
    renameSync(join(target, name), join(dist, name));
  }
  writeFileSync(`${stampFile}.${process.pid}`, stamp);
  renameSync(`${stampFile}.${process.pid}`, stampFile);
  const minutes = process.argv.includes('--clean') ? 0 : 10;
  for (const name of readdirSync(dist)) {
    const stale = /^[\w.-]+\.js$/.test(name) && !names.includes(name);
    if (stale && Date.now() - statSync(join(dist, name)).mtimeMs > minutes * 60_000)
      rmSync(join(dist, name), { force: true });
  }
}
