#!/usr/bin/env node
// Compiles data/**/*.yaml to dist/knowledge/*.json: checked, then written file by file; nothing when nothing changed.
// Writes dist/schema/*.json beside it, for editors.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));
const output = join(root, 'dist', 'knowledge');
const stampFile = join(root, 'dist', 'knowledge.stamp');

const walk = (folder, wanted) =>
  readdirSync(join(root, folder), { recursive: true })
    .map((name) => `${folder}/${String(name).replaceAll('\\', '/')}`)
    .filter(wanted)
    .toSorted();
const data = walk('data', (name) => name.endsWith('.yaml'));
const code = walk('src', (name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));

const hash = createHash('sha256');
const texts = new Map();
for (const name of [...data, ...code, 'scripts/compile.mjs']) {
  const text = readFileSync(join(root, name), 'utf8');
  hash.update(`${name}\0${text}\0`);
  if (name.startsWith('data/')) texts.set(name.slice('data/'.length), text);
}
const stamp = hash.digest('hex');
const done = existsSync(stampFile) ? readFileSync(stampFile, 'utf8') : '';
if (done === stamp && existsSync(join(output, 'laws.json'))) process.exit(0);

const compiler = join(root, 'dist', `compile.${process.pid}.mjs`);
mkdirSync(output, { recursive: true });
try {
  await bundle(compiler);
  const { compile, formatMistake, schemas } = await import(pathToFileURL(compiler).href);
  const { files, mistakes } = compile(texts);
  if (mistakes.length > 0) {
    for (const mistake of mistakes) console.error(formatMistake(mistake));
    console.error(`${mistakes.length} mistake${mistakes.length === 1 ? '' : 's'} in packages/knowledge/data`);
    process.exitCode = 1;
  } else {
    for (const [name, text] of files) replace(join(output, name), text);
    await writeEditorSchemas(schemas);
    replace(stampFile, stamp);
    if (!process.argv.includes('--quiet')) console.error(`knowledge: ${data.length} files compiled`);
  }
} finally {
  rmSync(compiler, { force: true });
}

/** esbuild belongs to packages/mingshi, the only package that is built. */
async function bundle(outfile) {
  const { build } = createRequire(join(root, '../mingshi/package.json'))('esbuild');
  await build({
    entryPoints: [join(root, 'src/compile.ts')],
    outfile,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'error',
  });
}

/** One JSON schema a kind: `laws/*.yaml` becomes dist/schema/laws.json. */
async function writeEditorSchemas(schemas) {
  const path = createRequire(join(root, '../mingshi/package.json')).resolve('@valibot/to-json-schema');
  const { toJsonSchema } = await import(pathToFileURL(path).href);
  mkdirSync(join(root, 'dist', 'schema'), { recursive: true });
  for (const [pattern, schema] of Object.entries(schemas)) {
    const name = pattern.replace('/*', '').replace('.yaml', '').replace('/', '-');
    const json = JSON.stringify(toJsonSchema(schema, { errorMode: 'ignore' }));
    replace(join(root, 'dist', 'schema', `${name}.json`), json);
  }
}

/** Others may be reading or compiling at the same time: a file is either the old one or the new one. */
function replace(path, text) {
  const temporary = `${path}.${process.pid}.tmp`;
  writeFileSync(temporary, text);
  renameSync(temporary, path);
}
