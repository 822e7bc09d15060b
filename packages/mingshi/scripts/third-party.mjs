// The licences of what is bundled: the published package must carry them.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** One text with name, version, licence and licence text of every package that files of the bundle and copies come from. */
export function thirdParty(inputs, here, copied) {
  const folders = new Set(copied);
  for (const input of inputs) {
    const at = input.lastIndexOf('node_modules/');
    if (at < 0) continue;
    const [scope, name] = input.slice(at + 'node_modules/'.length).split('/');
    const folder = scope.startsWith('@') ? `${scope}/${name}` : scope;
    folders.add(resolve(here, input.slice(0, at), 'node_modules', folder));
  }
  const entries = [...folders].map(entryOf).filter(({ name }) => !name.startsWith('@mingshi/'));
  entries.sort((a, b) => (a.title < b.title ? -1 : 1));
  const rule = '-'.repeat(78);
  const parts = entries.map(({ title, text }) => `${rule}\n${title}\n\n${text}`);
  return `${['mingshi bundles the following packages.', ...parts].join('\n\n')}\n`;
}

function entryOf(folder) {
  const { name, version, license, author } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = licenceFile(folder) ?? licenceFile(dirname(folder));
  const who = typeof author === 'object' ? author?.name : author;
  const text =
    file === undefined
      ? `Licensed under ${license}${who ? `. Copyright ${who}` : ''}.`
      : readFileSync(file, 'utf8').trim();
  return { name, title: `${name} ${version} (${typeof license === 'object' ? license.type : license})`, text };
}

function licenceFile(folder) {
  if (!existsSync(folder)) return undefined;
  const name = readdirSync(folder).find((each) => /^(?:licen[cs]e|copying)(?:[.-].*)?$/i.test(each));
  return name === undefined ? undefined : join(folder, name);
}
