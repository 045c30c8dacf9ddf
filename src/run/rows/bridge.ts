/** Making few blocks of many changes: what stands between them is written along, as it is, where nothing can be lost by it. */
import { asTextContent, type Content } from '../../sheet/cells';
import { ownBlocks } from '../../sheet/layout';
import type { Patch } from '../../sheet/patches';
import type { Row, TableView } from '../../sheet/table';

/** Cells that are written along rather than beginning another block: a call costs as much as two hundred of them. */
const WORTH = 200;

/** Columns from 1, both inclusive. */
interface Span {
  readonly from: number;
  readonly to: number;
}

/** Rows and columns that one call writes. */
interface Block extends Span {
  readonly first: number;
  readonly last: number;
}

/**
 * The same patches, with what lies between them. `rows` are all that were read just now, formulas and all. Only ledgers, Status and
 * outputs that read blank are written along, whosesoever row it is: never a cell that holds anything else.
 */
export function bridged(patches: readonly Patch[], rows: readonly Row[], view: TableView): Patch[] {
  if (patches.length === 0) return [];
  const table = new Bridges(patches, rows, view);
  for (const [from, to] of ownBlocks(view.layout)) table.join({ from, to });
  return table.patches();
}

class Bridges {
  private readonly contents: Map<number, Map<number, Content>>;
  private readonly rows: ReadonlyMap<number, Row>;
  private readonly outputs: ReadonlySet<number>;
  /** Columns of the person's own: into a blank cell of theirs somebody may be typing just now. */
  private readonly theirs: ReadonlySet<number>;
  private readonly inputs: readonly number[];

  constructor(patches: readonly Patch[], rows: readonly Row[], view: TableView) {
    this.contents = new Map(patches.map(({ at, cells }) => [at, new Map(cells)]));
    this.rows = new Map(rows.map((row) => [row.at, row]));
    this.outputs = new Set(view.layout.outputs.map(({ at }) => at));
    this.theirs = new Set(view.filled.map(({ at }) => at));
    this.inputs = view.inputs;
  }

  patches(): Patch[] {
    return [...this.contents].sort(([a], [b]) => a - b).map(([at, cells]) => ({ at, cells }));
  }

  /** Grows blocks within a group of columns, from top to bottom, and fills them. */
  join(group: Span): void {
    let block: Block | undefined;
    for (const row of [...this.contents.keys()].sort((a, b) => a - b)) {
      const alone = this.changedIn(row, group);
      if (!alone) continue;
      const joined = block && union(block, alone);
      if (block && joined && this.isWorthIt(block, alone, joined)) block = joined;
      else {
        if (block) this.fill(block);
        block = alone;
      }
    }
    if (block) this.fill(block);
  }

  private changedIn(row: number, { from, to }: Span): Block | undefined {
    const columns = [...(this.contents.get(row)?.keys() ?? [])].filter((c) => c >= from && c <= to);
    if (columns.length === 0) return undefined;
    return { first: row, last: row, from: Math.min(...columns), to: Math.max(...columns) };
  }

  /** Looks only at what comes in besides the two: a long block would be looked at again for each of its rows. */
  private isWorthIt(block: Block, next: Block, joined: Block): boolean {
    if (sizeOf(joined) - sizeOf(block) - sizeOf(next) > WORTH) return false;
    const sides = [
      { ...joined, last: block.last, to: block.from - 1 },
      { ...joined, last: block.last, from: block.to + 1 },
      { ...joined, first: block.last + 1 },
    ];
    return sides.every((side) => this.mayFill(side));
  }

  private mayFill({ first, last, from, to }: Block): boolean {
    // Most sides are none: not a reason to walk along a block of thousands of rows.
    if (from > to) return true;
    for (let row = first; row <= last; row++)
      for (let column = from; column <= to; column++) if (this.along(row, column) === undefined) return false;
    return true;
  }

  private fill({ first, last, from, to }: Block): void {
    for (let row = first; row <= last; row++) {
      const cells = this.contents.get(row) ?? new Map<number, Content>();
      for (let column = from; column <= to; column++) {
        const content = this.along(row, column);
        if (content !== undefined) cells.set(column, content);
      }
      this.contents.set(row, cells);
    }
  }

  /** Whether what a row asks comes from a formula: it may read otherwise after every write, and would never be found as it was. */
  private isComputed({ formulas }: Row): boolean {
    return this.inputs.some((column) => formulas?.[column] !== '');
  }

  /** What is written into a cell: its change, or what it holds. Undefined where it must be left alone. */
  private along(at: number, column: number): Content | undefined {
    const change = this.contents.get(at)?.get(column);
    if (change !== undefined) return change;
    if (this.theirs.has(column)) return undefined;
    const row = this.rows.get(at);
    const value = row?.values[column - 1];
    const isPlain = row?.formulas?.[column - 1] === '' && !this.isComputed(row);
    if (row === undefined || !isPlain || typeof value !== 'string') return undefined;
    if (this.outputs.has(column)) return value === '' && row.display[column - 1] === '' ? '' : undefined;
    return asTextContent(value);
  }
}

function union(a: Block, b: Block): Block {
  return {
    first: a.first,
    last: b.last,
    from: Math.min(a.from, b.from),
    to: Math.max(a.to, b.to),
  };
}

function sizeOf({ first, last, from, to }: Block): number {
  return (last - first + 1) * (to - from + 1);
}
