import { extentOf } from './draft.ts';
import type { Draft } from './draft.ts';
import type { Range, Rendered } from './rendered.ts';

/** A cell of a table before it is a block. */
export interface Cell {
  readonly text: Rendered;
  readonly at?: Range;
}

const COLUMN = new RegExp(
  '名称|名稱|类型|類型|种类|目的|用途|场景|場景|方式|范围|範圍|权限|權限|信息|資訊|资料|資料|说明|說明|功能|内容|主体|链接|公司' +
    '|业务|数据|字段|备注|序号|平台|版本|是否|期限|描述|SDK' +
    '|^(?:the )?(?:names?|purposes?|types?|data|permissions?|descriptions?|usage|use|reasons?|providers?|company' +
    '|category|why|what|links?|platforms?|information|third|sdk|retention|when|source|recipient)',
  'i',
);

/** Whether the first row of a table without markup names its columns. */
export function namesColumns(cells: readonly string[]): boolean {
  const words = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  if (words.length < 2 || words.length < cells.length) return false;
  if (words.some((cell) => cell.length > 40 || /[。；;]|、.*、|\.\s|\.$|https?:|[:：]./.test(cell))) return false;
  return words.filter((cell) => COLUMN.test(cell)).length * 2 >= words.length;
}

/** Drafts of a table's cells, row by row; empty cells are left out, header rows are the first `headers`. */
export function cellDrafts(rows: readonly (readonly (Cell | undefined)[])[], headers: number, index: number): Draft[] {
  return rows.flatMap((cells, row) =>
    cells.flatMap((cell, column): Draft[] => {
      if (!cell || cell.text.text === '') return [];
      const table = { index, row, column, header: row < headers };
      return [{ kind: 'cell', text: cell.text, level: 0, table, at: cell.at ?? extentOf(cell.text) }];
    }),
  );
}
