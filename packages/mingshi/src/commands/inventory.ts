import { join } from 'node:path';
import { loadKnowledge } from '@mingshi/knowledge';
import type { Inventory } from '../inventory/inventory.ts';
import { inventoryFormats } from '../inventory/formats/index.ts';
import { readInventory } from '../inventory/read.ts';
import { statOf } from '../project/stat.ts';
import { printable } from '../text/printable.ts';
import { UserError } from '../user-error.ts';
import { makeFolder, refuseFolder, writeAtomically } from '../write.ts';
import { readOptionsOf } from './options.ts';
import { answered } from './outcome.ts';
import type { Outcome, Run, Surroundings } from './outcome.ts';
import { inStages } from './stages.ts';

/** `mingshi inventory [DIR]` */
export const run: Run = async (given, around) => {
  const { options } = given;
  const one = (name: string): string | undefined => options[name]?.[0];
  const format = one('format') ?? 'markdown';
  const published = options['check'] ?? [];
  const output = one('output');
  const folder = format === 'csv' && output !== undefined && isFolder(output) ? output : undefined;
  if (output !== undefined && folder === undefined) refuseFolder(output);
  if (format === 'xlsx' && output === undefined) {
    throw new UserError({
      zh: 'xlsx 要写到文件：加 --output 清单.xlsx',
      en: 'xlsx needs a file: add --output lists.xlsx',
    });
  }
  const asked = { ...readOptionsOf(given), output: folder === undefined ? output : undefined };
  const checking = published.length > 0 ? await import('../inventory/published.ts') : undefined;
  const lists = checking ? await checking.readPublished(published, loadKnowledge()) : undefined;
  const { inventory, knowledge, notRead } = await inStages(around, (onStage) => readInventory({ ...asked, onStage }));
  for (const line of notRead) around.stderr.write(`mingshi: ${printable(line[around.language])}\n`);
  if (lists) {
    const { staleness } = await import('../inventory/stale.ts');
    return staleness(inventory, lists, knowledge, around.language);
  }
  return write(inventory, format, { output, folder }, around);
};

interface Target {
  readonly output: string | undefined;
  readonly folder: string | undefined;
}

async function write(
  inventory: Inventory,
  format: string,
  { output, folder }: Target,
  { language }: Surroundings,
): Promise<Outcome> {
  if (format === 'xlsx') {
    const { xlsx } = await import('../inventory/formats/xlsx.ts');
    writeAtomically(output ?? '', await xlsx(inventory, language));
    return { text: '', code: 0 };
  }
  if (folder !== undefined) {
    const { csvFiles } = await import('../inventory/formats/csv.ts');
    makeFolder(folder);
    for (const [name, text] of csvFiles(inventory, language)) writeAtomically(join(folder, name), text);
    return { text: '', code: 0 };
  }
  const make = await (inventoryFormats[format] as (typeof inventoryFormats)[string])();
  return answered(make(inventory, language), output);
}

/** A folder that there is, or one that is named as such. */
function isFolder(path: string): boolean {
  return /[/\\]$/.test(path) || (statOf(path)?.isDirectory() ?? false);
}
