export { withLibraryPermissions } from './library-permissions.ts';
export { practicesOf } from './practices.ts';
export { placesOf, readApp, readCodeOf, readPlatforms, withCode, type ReadAppOptions } from './read-app.ts';
export { sdksOf } from './sdks.ts';
