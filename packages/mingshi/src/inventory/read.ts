import type { Knowledge, Text } from '@mingshi/knowledge';
import { comparisonOf, openInputs } from '../comparison.ts';
import type { ReadOptions } from '../comparison.ts';
import { unreadSentence } from '../report/not-checked.ts';
import { placesIn } from '../report/places.ts';
import { UserError } from '../user-error.ts';
import { inventoryOf } from './inventory.ts';
import type { Inventory } from './inventory.ts';

/** The lists to publish, and what leaves them short. */
export interface Lists {
  readonly inventory: Inventory;
  /** What was not read and may leave the lists short of rows, in words. */
  readonly notRead: readonly Text[];
}

/**
 * Makes the lists that an app has to publish: the personal information it collects, the third parties that receive
 * it, the permissions. Writes nothing, prints nothing.
 *
 * Throws a {@link UserError} when the folder holds no manifest of an app, or the config is wrong.
 *
 * @example
 * const { inventory: lists, notRead } = await inventory({ directory: 'android' });
 * for (const { name, purpose } of lists.shared) console.log(name.en, purpose.words.en);
 */
export async function inventory(options: ReadOptions): Promise<Lists> {
  const { inventory: lists, notRead } = await readInventory(options);
  return { inventory: lists, notRead };
}

/** The lists, with the knowledge that their comparison with published ones asks for. */
export async function readInventory(options: ReadOptions): Promise<Lists & { readonly knowledge: Knowledge }> {
  const inputs = await openInputs(options);
  const comparison = await comparisonOf(inputs, options);
  const { app, policy, knowledge } = comparison;
  if (app.apps.length === 0) {
    throw new UserError({
      zh: `${options.directory} 里没有找到安卓清单，列不出清单；用 --manifest 指定`,
      en: `no Android manifest was found in ${options.directory}, so there is nothing to list; name one with --manifest`,
    });
  }
  const lists = inventoryOf(comparison, placesIn(inputs.project.files, policy.documents));
  const noted = [...app.unread, ...policy.unread].filter(({ what }) => TELLING.has(what));
  const sentences = new Map(noted.map((each) => [each.what, unreadSentence({ what: each.what })]));
  return { inventory: lists, notRead: [...sentences.values()], knowledge };
}

/** What leaves the lists short of rows. */
const TELLING = new Set(['library-manifests', 'android-project', 'policy-link-only', 'broken-xml', 'broken-gradle']);
