import type { Text } from '@mingshi/knowledge';

/** Whether the words say what it is for, and not only what kind of thing it is. */
export const isPurpose = ({ en }: Text): boolean => !NO_PURPOSE.has(en);

const NO_PURPOSE: ReadonlySet<string> = new Set(
  ['backend', 'framework', 'iot', 'ml', 'tool', 'webview'].map((category) => PURPOSES[category]?.en ?? ''),
);

/** Items of a list as a sentence holds them. */
export const listed = {
  zh: (items: readonly Text[]): string => items.map(({ zh }) => zh).join('、'),
  en: (items: readonly Text[]): string => items.map(({ en }) => en).join(', '),
};
