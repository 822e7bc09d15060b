import type { Language } from '@mingshi/knowledge';
import type { Inventory } from '../inventory.ts';

/** The lists as one text. */
export type InventoryFormat = (inventory: Inventory, language: Language) => string;

/** The formats of `inventory` that are one text, each loaded when it is asked for. */
export const inventoryFormats: Readonly<Record<string, () => Promise<InventoryFormat>>> = {
  markdown: async () => (await import('./markdown.ts')).markdown,
  html: async () => (await import('./html.ts')).html,
  csv: async () => (await import('./csv.ts')).csv,
  json: async () => (await import('./json.ts')).json,
};
