/**
 * A hash of some parts, one behind the other. Importing all of `node:crypto` by name makes Node load what only browsers'
 * programs want, which takes longer than to check a small file.
 */
export function hashOf(algorithm: 'sha1' | 'sha256', parts: readonly (string | Uint8Array)[], encoding: 'hex' | 'base64'): string {
  const hash = process.getBuiltinModule('node:crypto').createHash(algorithm);
  for (const part of parts) hash.update(part);
  return hash.digest(encoding);
}
