import type { InventoryFormat } from './index.ts';

/** The inventory itself, in both languages, as schema/inventory.schema.json describes it. */
export const json: InventoryFormat = (inventory) => `${JSON.stringify(inventory, undefined, 2)}\n`;
