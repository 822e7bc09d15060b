/** A type as written, without type arguments, `?`, arrays and annotations: `Map.Entry` of `Map.Entry<K, V>?`; '' for what names none. */
export function writtenType(text: string): string {
  let depth = 0;
  let kept = '';
  for (const char of text) {
    if (char === '<') depth += 1;
    else if (char === '>') depth -= 1;
    else if (depth === 0) kept += char;
  }
  const bare = kept.replace(/@[\w.]+(?:\([^()]*\))?/g, '').replace(/[?\s`]|\bsuspend\b/g, '');
  return /^[\p{L}_$][\p{L}\p{N}_$]*(?:\.[\p{L}_$][\p{L}\p{N}_$]*)*$/u.test(bare) ? bare : '';
}
