export { practicesOf } from './practices.ts';
export { readApp, type ReadAppOptions } from './read-app.ts';
export { sdksOf } from './sdks.ts';
