export type * from './location.ts';
export type * from './files.ts';
export type * from './app.ts';
export type * from './practice.ts';
export type * from './policy.ts';
export type * from './signs.ts';
export type * from './rule.ts';
export { memoryFiles } from './memory-files.ts';
export { decodeText, type DecodedText } from './text.ts';
