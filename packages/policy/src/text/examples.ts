/** Whether what stands at a place only shows what such a thing looks like: 如 name@example.com, "e.g. XX Ltd". */
export function isExample(text: string, at: number): boolean {
  return LEADS.test(text.slice(Math.max(0, at - 16), at));
}

/** 例如, 比如, 诸如 and 形如 end in the same letter. */
const LEADS = /(?:如|格式为?|\bformat(?: of)?|\bsuch as|\be\.g\.?,?|\bfor example,?|\blike)\s?[:：“"'（(]?\s?$/i;
