import type { SelfAssessmentFile } from '../schema.ts';
import type { Article, AssessmentItem, ElementEntry } from '../types.ts';
import { allMustBeKnown, keyMustBeKnown, noneTwice, sourcesOf } from './context.ts';
import type { Context } from './context.ts';
import type { YamlFile } from './yaml-file.ts';

/** self-assessment.yaml: each item is an article of the law, and each article of the law an item. */
export function compileSelfAssessment(
  context: Context,
  files: readonly YamlFile<SelfAssessmentFile>[],
  articles: ReadonlyMap<string, Article>,
  elements: ReadonlyMap<string, ElementEntry>,
): AssessmentItem[] {
  return files.flatMap((file) => {
    const { law, groups, items, sources } = file.value;
    sourcesOf(context, file, ['sources'], sources);
    const numbers = new Map(
      [...articles.values()].flatMap(({ id, law: of }) => (of === law ? [[id.slice(law.length + 1), id]] : [])) as [
        string,
        string,
      ][],
    );
    for (const number of numbers.keys()) {
      if (!items[number]) context.report(file, ['items'], `item ${number} of ${law} is missing`, 'key');
    }
    return Object.entries(items).flatMap(
      ([number, { files: shown, rules = [], hints = [], seen = {}, why, byHand }]) => {
        const path = ['items', number];
        keyMustBeKnown(context, `article of ${law}`, numbers, file, path);
        for (const [key, list] of Object.entries({ rules, hints })) noneTwice(context, file, [...path, key], list);
        allMustBeKnown(context, 'element', elements, file, [...path, 'seen', 'elements'], seen.elements ?? []);
        const group = groups[number.slice(0, number.indexOf('.'))];
        if (!group) context.report(file, path, `no group has the items ${number[0]}.x`, 'key');
        const article = numbers.get(number);
        if (!group || !article) return [];
        const more = { elements: seen.elements ?? [], app: seen.app ?? [] };
        return [{ article, group, files: shown, rules, hints, seen: more, why, byHand }];
      },
    );
  });
}
