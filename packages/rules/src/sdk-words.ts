import type { Text } from '@mingshi/knowledge';

/** Items of a list as a sentence holds them. */
export const listed = {
  zh: (items: readonly Text[]): string => items.map(({ zh }) => zh).join('、'),
  en: (items: readonly Text[]): string => items.map(({ en }) => en).join(', '),
};
