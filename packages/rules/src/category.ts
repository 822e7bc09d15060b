import type { Comparison } from '@mingshi/model';
import { findCategory } from '@mingshi/knowledge';
import type { AppCategory } from '@mingshi/knowledge';

/** The app's category of the 39 of the 必要个人信息范围规定, when the config gives one. */
export function categoryOf({ category, knowledge }: Comparison): AppCategory | undefined {
  return category === undefined ? undefined : findCategory(knowledge, category);
}
