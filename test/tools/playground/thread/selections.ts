/** What each person has selected. The document knows one selection only, so it is lent to whoever starts a script. */
import type { Spreadsheet } from '../../../doubles/google/model/spreadsheet';
import type { Block } from '../wire';

/** A block of a sheet. */
export interface Selection {
  readonly sheet: number;
  readonly block: Block;
}

/** Everybody's selection. */
export class Selections {
  private readonly byUser = new Map<string, Selection>();

  constructor(
    private readonly spreadsheet: Spreadsheet,
    private readonly onMoved: (user: string, selection: Selection) => void,
  ) {}

  /** The person selected something. */
  set(user: string, selection: Selection): void {
    this.byUser.set(user, selection);
  }

  /** Runs a script with the person's selection; what the script selects is theirs afterwards. */
  during<T>(user: string, script: () => T): T {
    const { spreadsheet } = this;
    const [outerSheet, outer] = [spreadsheet.activeSheet, spreadsheet.selection];
    this.lend(user);
    const lent = spreadsheet.selection;
    try {
      return script();
    } finally {
      if (spreadsheet.selection !== lent) this.takeOver(user);
      if (spreadsheet.sheets.includes(outerSheet)) this.giveBack(outerSheet, outer);
    }
  }

  private lend(user: string): void {
    const { spreadsheet } = this;
    const wanted = this.byUser.get(user);
    const sheet = spreadsheet.sheets.find(({ id }) => id === wanted?.sheet) ?? spreadsheet.sheets[0];
    if (!sheet) return;
    try {
      spreadsheet.select(sheet, ...(wanted && sheet.id === wanted.sheet ? [wanted.block] : []));
    } catch {
      // The block is off the grid by now, because somebody deleted rows.
      spreadsheet.select(sheet);
    }
  }

  /** The very same selection: a script around this one would take another for a move of its own, and undo what the person selects meanwhile. */
  private giveBack(sheet: Spreadsheet['activeSheet'], selection: Spreadsheet['selection']): void {
    this.spreadsheet.select(sheet, ...selection);
    this.spreadsheet.selection = selection;
  }

  private takeOver(user: string): void {
    const { activeSheet, selection } = this.spreadsheet;
    const block = selection.at(-1);
    if (!block) return;
    const moved = { sheet: activeSheet.id, block };
    this.set(user, moved);
    this.onMoved(user, moved);
  }
}
