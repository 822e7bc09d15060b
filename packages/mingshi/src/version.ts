declare const MINGSHI_VERSION: string | undefined;

/** The version of the package. */
export const version: string = typeof MINGSHI_VERSION === 'string' ? MINGSHI_VERSION : '0.0.0-source';
