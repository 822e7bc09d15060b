import type { Language } from '@mingshi/knowledge';

/** Something for each language that policies are written in. */
export type ByLanguage<T> = Readonly<Record<Language, T>>;

/** Builds each language's part when it is first asked for: most policies need only one. */
export function byLanguage<T>(build: (language: Language) => T): ByLanguage<T> {
  let zh: { readonly value: T } | undefined;
  let en: { readonly value: T } | undefined;
  return {
    get zh() {
      return (zh ??= { value: build('zh') }).value;
    },
    get en() {
      return (en ??= { value: build('en') }).value;
    },
  };
}
