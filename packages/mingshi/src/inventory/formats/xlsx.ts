import writeExcelFile from 'write-excel-file/node';
import type { Language } from '@mingshi/knowledge';
import type { Inventory } from '../inventory.ts';
import { tablesOf } from '../tables.ts';
import { widthOf } from '../../text/width.ts';

const WIDEST = 48;
/** What a cell of such a file can hold. */
const LONGEST = 32_000;

/** Names of sheets have room for 31 characters. */
const SHEETS = {
  collected: { zh: '个人信息收集清单', en: 'Personal information' },
  shared: { zh: '第三方信息共享清单', en: 'Third parties' },
  permissions: { zh: '应用权限清单', en: 'Permissions' },
};

/** The lists as an Excel file, a sheet each. */
export async function xlsx(inventory: Inventory, language: Language): Promise<Uint8Array> {
  const sheets = tablesOf(inventory, language, true).map(({ id, columns, rows }) => ({
    sheet: SHEETS[id][language],
    stickyRowsCount: 1,
    orientation: 'landscape' as const,
    columns: columns.map((name, at) => ({
      width: Math.min(WIDEST, Math.max(widthOf(name), ...rows.map((row) => widthOf(row[at] ?? ''))) + 2),
    })),
    data: [
      columns.map((value) => ({ value, type: String, fontWeight: 'bold' as const, wrap: true })),
      // Words stay words: a type of text makes no formula of what begins with an equals sign.
      ...rows.map((row) =>
        row.map((value) => ({
          value: value.slice(0, LONGEST),
          type: String,
          wrap: true,
          alignVertical: 'top' as const,
        })),
      ),
    ],
  }));
  return undated(new Uint8Array(await writeExcelFile(sheets).toBuffer()));
}

const END = 0x06054b50;
/** 1 January 1980, as archives count. */
const FIRST_DAY = 0x21;

/** The archive without the time it was made: two runs, one file. */
function undated(bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  while (end > 0 && view.getUint32(end, true) !== END) end -= 1;
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    const local = view.getUint32(at + 42, true);
    view.setUint32(at + 12, FIRST_DAY << 16, true);
    view.setUint32(local + 10, FIRST_DAY << 16, true);
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return bytes;
}
