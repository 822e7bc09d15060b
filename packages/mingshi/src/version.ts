declare const MINGSHI_VERSION: string | undefined;

/** The version of the package. */
export const version: string = typeof MINGSHI_VERSION === 'string' ? MINGSHI_VERSION : '0.0.0-source';

declare const MINGSHI_BUILD: string | undefined;

/** What this build was made from, as one hash; none when it runs from source. */
export const build: string | undefined = typeof MINGSHI_BUILD === 'string' ? MINGSHI_BUILD : undefined;
