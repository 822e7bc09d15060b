import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Parser } from 'web-tree-sitter';

/** The languages read by these grammars. */
export type JvmLanguage = 'kotlin' | 'java';

/** Parsers of both languages; one run needs them once. */
type Parsers = Readonly<Record<JvmLanguage, Parser>>;

const PACKAGES = { kotlin: '@tree-sitter-grammars/tree-sitter-kotlin', java: 'tree-sitter-java' } as const;

let loading: Promise<Parsers> | undefined;

/** Loads tree-sitter and both grammars, the first time only. */
export function loadParsers(): Promise<Parsers> {
  loading ??= load();
  return loading;
}

async function load(): Promise<Parsers> {
  const treeSitter = await import('web-tree-sitter');
  // Given its own bytes: the library would look for them beside its own file, which in the bundle is another.
  await treeSitter.Parser.init({ wasmBinary: await wasm('web-tree-sitter', 'web-tree-sitter') });
  const parser = async (language: JvmLanguage) => {
    const loaded = await treeSitter.Language.load(await wasm(PACKAGES[language], `tree-sitter-${language}`));
    return new treeSitter.Parser().setLanguage(loaded);
  };
  return { kotlin: await parser('kotlin'), java: await parser('java') };
}

/** A .wasm file: beside the bundle, where the build puts it, or in the package it comes from. */
async function wasm(of: string, name: string): Promise<Uint8Array> {
  const bundled = new URL(`./grammars/${name}.wasm`, import.meta.url);
  return readFile(existsSync(bundled) ? bundled : createRequire(import.meta.url).resolve(`${of}/${name}.wasm`));
}
