/** The sheet as a person sees it: read without service calls, which are the add-on's to make. */

import type { Value } from '../../world/facts-oracle';
import type { World } from '../../world/world';
import type { Plan } from './plan';

/** A column, counted from 1, with its heading. */
export interface Column {
  readonly at: number;
  readonly heading: string;
}

/** The local spreadsheet after the add-on made its columns. */
export class EnrichedTable {
  /** The person's columns that the question names. */
  readonly named: readonly Column[];
  /** The columns that the add-on fills: those of the person's own, and then its own. */
  readonly outputs: readonly Column[];
  readonly statusColumn: Column;

  /** `width` is the number of columns before the add-on added its own: answers, Status, and hidden ones. */
  constructor(
    readonly world: World,
    readonly plan: Plan,
    width: number,
  ) {
    const columns = this.columns;
    const names = placeholders(plan.draft.template);
    const own = columns.filter(({ at }) => at > width);
    const status = own.pop();
    if (!status) throw new Error('the add-on made no columns');
    this.named = columns.filter(({ at, heading }) => at <= width && names.has(plain(heading)));
    const filled = plan.draft.fields.flatMap(({ fills }) => fills?.at ?? []);
    this.outputs = [...columns.filter(({ at }) => filled.includes(at)), ...own];
    this.statusColumn = status;
  }

  /** All columns that are not hidden. */
  get columns(): Column[] {
    const { sheet } = this.world;
    const all = Array.from({ length: sheet.lastColumn }, (_, i) => ({
      at: i + 1,
      heading: this.text(1, i + 1),
    }));
    return all.filter(({ at }) => !sheet.column(at).hidden);
  }

  /** The rows below the headings: 2, 3, … */
  get rows(): number[] {
    return this.plan.table.slice(1).map((_, i) => i + 2);
  }

  /** What a cell shows. */
  text(row: number, column: number): string {
    return this.world.sheet.display(row, column);
  }

  /** What a cell holds; a date counts as its text. */
  value(row: number, column: number): Value {
    const value = this.world.sheet.peek(row, column)?.value ?? '';
    return value instanceof Date ? this.text(row, column) : value;
  }

  /** The Status of a row. */
  readonly status = (row: number): string => this.text(row, this.statusColumn.at);

  /** What a person calls a row: the first column that the question names. */
  label(row: number): string {
    return this.text(row, this.named[0]?.at ?? 1);
  }

  /** The enriched table without what is hidden, headings first. */
  table(): string[][] {
    const { columns } = this;
    return [1, ...this.rows].map((row) => columns.map(({ at }) => this.text(row, at)));
  }
}

function placeholders(template: string): Set<string> {
  return new Set([...template.matchAll(/\{\{([^{}]*)\}\}/g)].map(([, name = '']) => plain(name)));
}

const plain = (heading: string): string => heading.trim().toLowerCase();
