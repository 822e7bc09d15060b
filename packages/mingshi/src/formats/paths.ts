/** A path from the root of the repository: the folder's place in it, then the path, `..` undone where possible. */
export function repositoryPath(prefix: string, path: string): string {
  const parts: string[] = [];
  for (const part of [...prefix.split('/'), ...path.split('/')]) {
    if (part === '' || part === '.') continue;
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else parts.push(part);
  }
  return parts.join('/');
}

/** A relative path as a URI reference: percent-encoded, so that no part reads as a scheme, query or fragment. */
export function uriOf(path: string): string {
  return path
    .split('/')
    .map((part) => encodeURIComponent(part.replaceAll(/\p{Surrogate}/gu, '\ufffd')).replaceAll(/[!'()*]/g, escaped))
    .join('/');
}

const escaped = (character: string): string => `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
