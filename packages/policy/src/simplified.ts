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
function simplifiedOf(): Uint16Array {
  if (built) return built;
  built = new Uint16Array(0x10000);
  for (const entry of characters.split('|')) {
    const [from, to] = entry.split(' ');
    if (from?.length !== 1 || to?.length !== 1 || from === to) continue;
    built[from.charCodeAt(0)] = to.charCodeAt(0);
  }
  for (const unit of BOTH) built[unit.charCodeAt(0)] = 0;
  return built;
}

/** Characters of the table that Simplified texts also use, in other words: 著作, 乾坤, 覆盖. */
const BOTH = ['著', '乾', '藉', '覆'];
