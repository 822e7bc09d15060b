/** Texts this long are enough to tell a policy by. */
const ENOUGH = 400_000;

const CHINESE = /[\u4e00-\u9fff，。、；：！？（）《》“”][\u4e00-\u9fff，。、；：！？（）《》“”\w. -]{7,}/g;
const ENGLISH = /(?:[A-Za-z][A-Za-z'’-]{0,25}[,;:]? ){3,40}[A-Za-z'’-]{1,25}[.,;:]?/g;

/** The sentences of a program, roughly and without its comments: for weighing and comparing, not for quoting. */
export function proseOf(source: string): string {
  const code = withoutComments(source.slice(0, ENOUGH));
  const chinese = code.match(CHINESE) ?? [];
  return [...chinese, ...(code.match(ENGLISH) ?? [])].join('\n');
}

const COMMENT = /\/\*|<!--|(?:^|[\s;{}])\/\//g;

function withoutComments(source: string): string {
  let code = '';
  let from = 0;
  COMMENT.lastIndex = 0;
  for (let match = COMMENT.exec(source); match; match = COMMENT.exec(source)) {
    const end = match[0] === '/*' ? '*/' : match[0] === '<!--' ? '-->' : '\n';
    const close = source.indexOf(end, match.index + 1);
    code += source.slice(from, match.index + (end === '\n' && match[0].length > 2 ? 1 : 0));
    from = close < 0 ? source.length : close + (end === '\n' ? 0 : end.length);
    COMMENT.lastIndex = from;
  }
  return code + source.slice(from);
}
