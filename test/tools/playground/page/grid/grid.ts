/** The grid: jspreadsheet shows cells and takes keys, and the playground alone decides what is in them. */
import jspreadsheet from 'jspreadsheet-ce';
import { columnLetters } from '../../../../../src/enrichment/letters';
import type { Block, ShownCell, ShownSheet, Typed } from '../../wire';
import { edited, paint } from './cells';
import { SPREADSHEET, WORKSHEET } from './options';

/** What the grid tells. */
export interface GridListener {
  onSelect(block: Block): void;
  onType(cells: readonly Typed[]): void;
  onWidth(column: number, width: number): void;
}

/** Rows are made in steps, so that a growing table does not mean a new grid each time. */
const ROW_STEP = 40;

/** Beyond this many rows only those in view are kept in the document. */
const LAZY_FROM = 400;

/** A sheet in an element. */
export class Grid {
  private worksheet: jspreadsheet.WorksheetInstance | undefined;
  private shape = '';
  private sheet: ShownSheet['id'] | undefined;
  private rows: readonly (readonly ShownCell[])[] = [];
  private selected: Block = { row: 1, column: 1, rows: 1, columns: 1 };
  private quiet = false;
  private later: (() => void) | undefined;

  constructor(
    private readonly element: HTMLDivElement,
    private readonly listener: GridListener,
  ) {
    // One stop of the Tab key for all cells, as in Sheets.
    element.tabIndex = 0;
    element.role = 'group';
    element.ariaLabel = 'Cells. Arrow keys move, Enter edits, Escape leaves.';
  }

  /** Shows a sheet; what did not change is left alone. */
  show(sheet: ShownSheet, showHidden: boolean): void {
    const height = Math.ceil((sheet.rows.length + ROW_STEP / 4) / ROW_STEP) * ROW_STEP;
    const shape = JSON.stringify([sheet.id, sheet.columns, height, showHidden]);
    // A grid made anew would drop what is being typed: it grows once that is in its cell.
    const waits = shape !== this.shape && this.isEditing && sheet.id === this.sheet;
    this.later = waits ? () => this.show(sheet, showHidden) : undefined;
    if (shape === this.shape || waits) this.update(sheet.rows);
    else this.build(sheet, height, showHidden);
    if (!waits) this.shape = shape;
    this.rows = sheet.rows;
  }

  /** Selects a block, and has it in view. */
  select(block: Block): void {
    this.selected = block;
    this.mark();
    this.cellAt(block.row - 1, block.column - 1)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  /** Takes every cell from the sheet again: what was typed may have been refused. */
  repaint(): void {
    const rows = this.rows;
    this.rows = [];
    this.update(rows, true);
    this.rows = rows;
  }

  /** Keys go to the grid. */
  focus(): void {
    jspreadsheet.current = this.worksheet ?? null;
    this.mark();
  }

  /** Keys go elsewhere. */
  blur(): void {
    jspreadsheet.current = null;
  }

  /** Whether a cell is being edited. */
  get isEditing(): boolean {
    return this.worksheet?.edition != null;
  }

  destroy(): void {
    if (this.worksheet) jspreadsheet.destroy(this.worksheet.parent.element, true);
  }

  private build(sheet: ShownSheet, height: number, showHidden: boolean): void {
    const hadKeys = jspreadsheet.current !== null && jspreadsheet.current === this.worksheet;
    // Another sheet is shown from its first cell, which is selected then.
    const before = sheet.id === this.sheet ? this.worksheet?.content : undefined;
    const { scrollTop = 0, scrollLeft = 0 } = before ?? {};
    this.sheet = sheet.id;
    if (this.worksheet) jspreadsheet.destroy(this.worksheet.parent.element);
    [this.worksheet] = jspreadsheet(this.element, {
      ...SPREADSHEET,
      worksheets: [{ ...WORKSHEET, ...this.contents(sheet, height), lazyLoading: height > LAZY_FROM }],
      onselection: (_, x1, y1, x2, y2) => this.heardSelection(x1, y1, x2, y2),
      onafterchanges: (_, changes) =>
        this.listener.onType(
          changes.map(({ x, y, value }) => ({
            row: Number(y) + 1,
            column: Number(x) + 1,
            text: String(value),
          })),
        ),
      onresizecolumn: (_, column, width) =>
        this.listener.onWidth(Number(column) + 1, Math.round(Number(width))),
      oneditionend: (_, element, x, y) =>
        queueMicrotask(() => {
          this.repaintCell(element, Number(x), Number(y));
          this.later?.();
        }),
    });
    for (const [c, { hidden }] of sheet.columns.entries()) {
      if (hidden && !showHidden) this.worksheet?.hideColumn(c);
    }
    this.element.classList.toggle('shows-hidden', showHidden);
    if (this.worksheet) this.worksheet.content.style.boxShadow = '';
    if (this.worksheet) editsOnWhileScrolled(this.worksheet);
    this.paintAll(sheet, height);
    this.worksheet?.content.scrollTo(scrollLeft, scrollTop);
    jspreadsheet.current = hadKeys ? (this.worksheet ?? null) : null;
    this.mark();
  }

  private contents({ columns, rows }: ShownSheet, height: number) {
    return {
      columns: columns.map(({ width }, c) => ({ type: 'text' as const, title: columnLetters(c + 1), width })),
      data: Array.from({ length: height }, (_, r) => columns.map((_, c) => edited(rows[r]?.[c]))),
      minDimensions: [columns.length, height] as [number, number],
    };
  }

  private paintAll({ columns, rows }: ShownSheet, height: number): void {
    for (let r = 0; r < height; r++) {
      for (const [c, { hidden }] of columns.entries()) {
        const element = this.cellAt(r, c);
        if (!element) continue;
        paint(element, rows[r]?.[c]);
        element.classList.toggle('was-hidden', hidden);
      }
    }
  }

  private update(rows: readonly (readonly ShownCell[])[], all = false): void {
    for (let r = 0; r < Math.max(rows.length, this.rows.length); r++) {
      if (all || rows[r] !== this.rows[r]) this.updateRow(r, rows[r]);
    }
  }

  private updateRow(r: number, cells: readonly ShownCell[] = []): void {
    const data = this.worksheet?.options.data?.[r];
    if (!Array.isArray(data)) return;
    for (const c of data.keys()) {
      data[c] = edited(cells[c]);
      const element = this.cellAt(r, c);
      if (element && !element.classList.contains('editor')) paint(element, cells[c]);
    }
  }

  /** While a cell was edited nothing was painted there. */
  private repaintCell(element: HTMLElement, x: number, y: number): void {
    if (document.activeElement === document.body) this.element.focus();
    const typed = this.worksheet?.options.data?.[y];
    const cell = this.rows[y]?.[x];
    // What was typed stays on show until the playground has said what became of it.
    if (Array.isArray(typed) && typed[x] === edited(cell)) paint(element, cell);
  }

  private cellAt(r: number, c: number): HTMLElement | undefined {
    return this.worksheet?.records[r]?.[c]?.element;
  }

  private mark(): void {
    const { row, column, rows, columns } = this.selected;
    const [x, y] = [column - 1, row - 1];
    if (!this.cellAt(y, x)) return;
    this.quiet = true;
    this.worksheet?.updateSelectionFromCoords(x, y, x + columns - 1, y + rows - 1);
    this.quiet = false;
  }

  private heardSelection(x1: number, y1: number, x2: number, y2: number): void {
    const [left, top] = [Math.min(x1, x2), Math.min(y1, y2)];
    const [columns, rows] = [Math.abs(x2 - x1) + 1, Math.abs(y2 - y1) + 1];
    this.selected = { row: top + 1, column: left + 1, rows, columns };
    if (!this.quiet) this.listener.onSelect(this.selected);
  }
}

/** jspreadsheet ends an edit at any scrolling, also at what a press of a key has yet to be told of; here it ends where its cell goes. */
function editsOnWhileScrolled(worksheet: jspreadsheet.WorksheetInstance): void {
  const { content } = worksheet;
  const { onscroll } = content;
  content.onscroll = (event) => {
    const { edition } = worksheet;
    worksheet.edition = null;
    onscroll?.call(content, event);
    worksheet.edition = edition;
    if (edition && !edition[0].isConnected) worksheet.closeEditor(edition[0], true);
  };
}
