/** A grid with what hangs over it: filter, protections, merges and conditional formats, which follow every structural change. */
import { ServiceError } from '../errors';
import { blankCell } from './cell';
import {
  type Axis,
  afterDelete,
  afterInsert,
  afterMove,
  intersects,
  type Rect,
  type Span,
  spanOf,
  withSpan,
} from './geometry';
import { Grid } from './grid';
import type { Language } from './language';
import type { Locale } from './locale';
import type { ParseRules } from './parse';
import type { BasicFilter, ConditionalRule, Protection } from './regions';

/** What a sheet needs from its document. */
export interface SheetWorld {
  readonly rules: ParseRules;
  readonly maxCellChars: number;
  readonly insertedColumnsInherit: boolean;
  readonly language: Language;
  readonly locale: () => Locale;
  readonly owner: string;
  nextId(): number;
  checkRoom(cells: number): void;
}

/** Google's text for an edit that a protection forbids. */
const PROTECTED =
  'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.';

/** What happened to lines of the sheet; regions follow it. */
type Shift = (span: Span) => Span | undefined;

/** Rows and columns that can be inserted, deleted and moved with everything that lies over them. */
export class Layout extends Grid {
  frozenRows = 0;
  frozenColumns = 0;
  filter: BasicFilter | undefined;
  protections: Protection[] = [];
  merges: Rect[] = [];
  conditionalRules: ConditionalRule[] = [];

  constructor(
    readonly world: SheetWorld,
    rows: number,
    columns: number,
  ) {
    super(rows, columns);
  }

  insertRows(before: number, n = 1): void {
    this.insertAt('rows', before, n);
  }

  insertColumns(before: number, n = 1): void {
    this.insertAt('columns', before, n);
    if (this.world.insertedColumnsInherit && before > 1) this.inheritLooks(before, n);
  }

  deleteRows(at: number, n = 1): void {
    this.deleteAt('rows', at, n);
  }

  deleteColumns(at: number, n = 1): void {
    this.deleteAt('columns', at, n);
  }

  /** Drags rows `from … from+n-1` so that they stand before what is now row `to`. */
  moveRows(from: number, n: number, to: number): void {
    this.moveAt('rows', from, n, to);
  }

  /** Drags a column so that it stands before what is now column `to`. */
  moveColumn(from: number, to: number): void {
    this.moveAt('columns', from, 1, to);
  }

  removeFilter(): void {
    this.filter = undefined;
    for (const row of this.rows) row.filtered = false;
  }

  /** Lets only the owner and `editors` edit a block, or the whole sheet without a block. */
  protect(rect?: Rect, options: { editors?: readonly string[]; warningOnly?: boolean } = {}): Protection {
    const protection: Protection = {
      id: this.world.nextId(),
      rect,
      kind: rect ? 'RANGE' : 'SHEET',
      description: '',
      warningOnly: options.warningOnly ?? false,
      editors: options.editors && new Set(options.editors),
    };
    this.protections.push(protection);
    return protection;
  }

  /** May the user edit every cell of the block? */
  canEdit(user: string, rect: Rect): boolean {
    return this.protections.every(
      ({ rect: held, warningOnly, editors }) =>
        warningOnly ||
        user === this.world.owner ||
        editors === undefined ||
        editors.has(user) ||
        (held !== undefined && !intersects(held, rect)),
    );
  }

  /** Throws Google's text unless the user may edit every cell of the block. */
  assertEditable(user: string, rect: Rect): void {
    if (!this.canEdit(user, rect)) throw new ServiceError(PROTECTED);
  }

  private insertAt(axis: Axis, at: number, n: number): void {
    const size = axis === 'rows' ? this.maxRows : this.maxColumns;
    if (at < 1 || at > size + 1 || n < 1) throw new ServiceError(`Those ${axis} are out of bounds.`);
    this.world.checkRoom(n * (axis === 'rows' ? this.maxColumns : this.maxRows));
    this.insertLines(axis, at, n);
    this.shiftRegions(axis, (span) => afterInsert(span, at, n));
  }

  private deleteAt(axis: Axis, at: number, n: number): void {
    const size = axis === 'rows' ? this.maxRows : this.maxColumns;
    if (at < 1 || n < 1 || at + n - 1 > size) throw new ServiceError(`Those ${axis} are out of bounds.`);
    if (n === size) throw new ServiceError(`You can't delete all the ${axis} on the sheet.`);
    this.deleteFrozen(axis === 'rows' ? 'frozenRows' : 'frozenColumns', size, at, n);
    this.deleteLines(axis, at, n);
    this.shiftRegions(axis, (span) => afterDelete(span, at, n));
  }

  private deleteFrozen(which: 'frozenRows' | 'frozenColumns', size: number, at: number, n: number): void {
    const frozen = this[which];
    if (frozen > 0 && at <= frozen + 1 && at + n - 1 === size) {
      const lines = which === 'frozenRows' ? 'rows' : 'columns';
      throw new ServiceError(`Sorry, it is not possible to delete all non-frozen ${lines}.`);
    }
    this[which] -= Math.max(0, Math.min(frozen, at + n - 1) - at + 1);
  }

  private moveAt(axis: Axis, from: number, n: number, to: number): void {
    const size = axis === 'rows' ? this.maxRows : this.maxColumns;
    if (from < 1 || from + n - 1 > size || to < 1 || to > size + 1)
      throw new ServiceError(`Those ${axis} are out of bounds.`);
    if (to >= from && to <= from + n) return;
    this.moveLines(axis, from, n, to);
    this.shiftRegions(axis, (span) => afterMove(span, from, n, to));
  }

  private shiftRegions(axis: Axis, shift: Shift): void {
    const moved = (rect: Rect) => withSpan(rect, axis, shift(spanOf(rect, axis)));
    const all = (rects: readonly Rect[]) => rects.flatMap((rect) => moved(rect) ?? []);
    this.merges = all(this.merges).filter((merge) => merge.rows * merge.columns > 1);
    this.conditionalRules = this.conditionalRules
      .map((rule) => ({ ...rule, ranges: all(rule.ranges) }))
      .filter((rule) => rule.ranges.length > 0);
    if (this.filter) this.filter = shiftedFilter(this.filter, axis, shift);
    if (!this.filter) this.removeFilter();
    for (const protection of this.protections) protection.rect &&= moved(protection.rect);
    this.protections = this.protections.filter(({ kind, rect }) => kind === 'SHEET' || rect);
  }

  private inheritLooks(before: number, n: number): void {
    for (const { cells } of this.rows) {
      const model = cells[before - 2];
      if (!model || (model.format === '' && Object.keys(model.style).length === 0 && !model.validation))
        continue;
      const { format, style, validation } = model;
      for (let i = 0; i < n; i++) {
        cells[before - 1 + i] = {
          ...blankCell(),
          format,
          style: { ...style },
          ...(validation ? { validation } : {}),
        };
      }
    }
  }
}

/** Criteria go with their columns; undefined when nothing of the filter is left. */
function shiftedFilter({ rect, criteria }: BasicFilter, axis: Axis, shift: Shift): BasicFilter | undefined {
  const shifted = withSpan(rect, axis, shift(spanOf(rect, axis)));
  if (!shifted || axis === 'rows') return shifted && { rect: shifted, criteria };
  const followed = [...criteria].flatMap(([column, criterion]) => {
    const span = shift({ start: column, count: 1 });
    return span ? [[span.start, criterion] as const] : [];
  });
  return { rect: shifted, criteria: new Map(followed) };
}
