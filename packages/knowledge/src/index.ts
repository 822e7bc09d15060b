export type * from './types.ts';
export { loadKnowledge } from './load.ts';
export { findArticle, findCase, findCategory, findDataType, findLaw, findPermission, isKindOf } from './look-up.ts';
