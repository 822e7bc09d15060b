export type * from './types.ts';
export { loadKnowledge } from './load.ts';
export { findApi, findArticle, findCase, findCategory, findDataType, findLaw, findPermission, findSdk } from './look-up.ts';
export { chineseNumber, numberOf } from './numbers.ts';
export { onceFor } from './once-for.ts';
export { isKindOf, takesData } from './look-up.ts';
