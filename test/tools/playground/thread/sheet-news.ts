/** What changed on the sheets since it was told last. */

import type { Sheet } from '../../../doubles/google/model/sheet';
import type { Spreadsheet } from '../../../doubles/google/model/spreadsheet';
import type { SheetNews } from '../wire';
import { columnsOf, rowOf } from './look';

/** Remembers what was told, row by row. */
export class SheetTeller {
  private readonly told = new Map<number, string[]>();

  /** Every sheet in order, with the rows that differ. */
  news({ sheets }: Spreadsheet): SheetNews[] {
    return sheets.filter(({ hidden }) => !hidden).map((sheet) => this.newsOf(sheet));
  }

  private newsOf(sheet: Sheet): SheetNews {
    const told = this.told.get(sheet.id) ?? [];
    const height = sheet.lastRow;
    const rows: [number, ReturnType<typeof rowOf>][] = [];
    told.length = Math.min(told.length, height);
    for (let index = 0; index < height; index++) {
      const cells = rowOf(sheet, index + 1);
      const text = JSON.stringify(cells);
      if (told[index] !== text) rows.push([index, cells]);
      told[index] = text;
    }
    this.told.set(sheet.id, told);
    return { id: sheet.id, name: sheet.name, columns: columnsOf(sheet), height, rows };
  }
}
