import characters from 'opencc-js/dict/TSCharacters';

/** Traditional characters replaced by Simplified ones, one unit for one: offsets stay. */
export function simplify(text: string): string {
  const table = simplifiedOf();
  let result = '';
  let from = 0;
  for (let i = 0; i < text.length; i++) {
    const simplified = table[text.charCodeAt(i)];
    if (!simplified) continue;
    result += text.slice(from, i) + String.fromCharCode(simplified);
    from = i + 1;
  }
  return from === 0 ? text : result + text.slice(from);
}

/** Whether a UTF-16 unit is a character that only Traditional writing has. */
export function isTraditional(unit: number): boolean {
  return simplifiedOf()[unit] !== 0;
}

let built: Uint16Array | undefined;

/** Simplified unit by Traditional unit, 0 where both write the same. */
export function simplifiedOf(): Uint16Array {
  if (built) return built;
  built = new Uint16Array(0x10000);
  // The entries are `豐 丰`, one behind the other; some have more than one character on a side.
  for (let at = 0, end = 0; at < characters.length; at = end + 1) {
    end = characters.indexOf('|', at);
    if (end < 0) end = characters.length;
    const [from, to] = [characters.charCodeAt(at), characters.charCodeAt(at + 2)];
    if (end - at === 3 && characters[at + 1] === ' ' && from !== to) built[from] = to;
  }
  for (const pair of WORDS) built[pair.charCodeAt(0)] = pair.charCodeAt(1);
  built['乾'.charCodeAt(0)] = 0;
  return built;
}

/** Characters that are Traditional in policies though dictionaries keep them apart: 瞭解, 祕密, 妳. */
const WORDS = ['瞭了', '祕秘', '妳你', '牠它'];
