/** Values that a person typed and the script cannot have seen: typed between its last look at the cell and its write there. */
import { type Cell, clearCell } from '../../doubles/google/model/cell';
import type { Sheet } from '../../doubles/google/model/sheet';

/**
 * Sheets has no way to write only where nothing changed, so the last of two writers wins within that moment. Such a value
 * is taken out of the shadow, and counted. Once the script has looked at the cell, it must keep what is there.
 */
export class Unseen {
  /** How many values were lost so. */
  lost = 0;
  private readonly cells = new Map<Cell, Cell>();
  private looking = false;
  private lookedAt: Cell | undefined;

  constructor(real: Sheet) {
    const peek = real.peek.bind(real);
    real.peek = (row, column) => {
      const cell = peek(row, column);
      if (this.looking && cell) this.look(cell);
      return cell;
    };
  }

  /** The person typed into a cell; `twin` is its shadow. */
  typed(cell: Cell, twin: Cell): void {
    this.cells.set(cell, twin);
  }

  /** A service call begins; `reads` when it reads cells. */
  nextCall(reads: boolean): void {
    this.confirm();
    this.looking = reads;
  }

  /** The script writes to a cell. */
  overwritten(cell: Cell): void {
    const twin = this.cells.get(cell);
    if (!twin) return;
    clearCell(twin);
    this.cells.delete(cell);
    this.lookedAt = undefined;
    this.lost += 1;
  }

  /** Writing peeks at the cell's format first, so a look counts only when something else follows it. */
  private look(cell: Cell): void {
    this.confirm();
    if (this.cells.has(cell)) this.lookedAt = cell;
  }

  private confirm(): void {
    if (this.lookedAt) this.cells.delete(this.lookedAt);
    this.lookedAt = undefined;
  }
}
