/** The table as one enrichment sees it: what each row asks now, what its ledger says, and what its outputs hold. */
import { askedSlots } from '../enrichment/blanks';
import { oldSlots } from '../enrichment/columns';
import type { Enrichment } from '../enrichment/definition';
import { Problem } from '../enrichment/problem';
import {
  type Input,
  isUnknown,
  isUnseen,
  type RowQuestion,
  type RowReader,
  rowReader,
  UNSEEN,
  type Unknown,
} from '../enrichment/row-question';
import { Picture, reading, type Value } from './cells';
import type { Boxes } from './checkboxes';
import { headingRow, headingsToAsk, type Layout, layoutOf, ownColumns, type Places } from './layout';
import { inCells, type Ledger, ledgerOf, type OldOutputs, oldOutputs } from './ledger';
import type { Glance, Reading, WholeReading } from './reading';
import { isSuspect, NOTHING_UNKNOWN, type Unknowns } from './unknown';
import { type Cells, cellsOf } from './written';

const NONE: ReadonlySet<string> = new Set();

/** One row as it was when it was read. */
export interface Row {
  /** From 1; only true at the moment of reading. */
  readonly at: number;
  readonly question: RowQuestion;
  /** The fingerprint that it counts as asking while it cannot be told what it asks: what its ledger names. '' otherwise. */
  readonly presumed: string;
  readonly ledger: Ledger;
  /** How the output cells read, in the layout's order. */
  readonly outputs: readonly string[];
  /** Those cells by their slots, as hashes of what they read. */
  readonly cells: Cells;
  /** The slots whose columns are the person's own. Where there are any, a row is judged cell by cell: what was typed is left out, and the rest is asked for. */
  readonly theirs: ReadonlySet<string>;
  /** The slots of what was asked for: an answer that left one of them blank is one with an empty field. */
  readonly asked: ReadonlySet<string>;
  /** Slots that read blank and are not, as far as formulas were read: a formula of the person's holds the cell. */
  readonly held: ReadonlySet<string>;
  /** What the first edition's witness would be, and of which cells; worked out where it is asked for. No getter: V8 makes a slow dictionary of each object that is written with its own. */
  readonly old: () => OldOutputs;
  /** What every cell displays, by column from 0. */
  readonly display: readonly string[];
  /** What every cell holds, by column from 0. */
  readonly values: readonly Value[];
  /** The formulas of its cells, by column from 0, where they were read along. */
  readonly formulas?: readonly string[] | undefined;
}

/** The view of a table as it was read. Throws what a TableView throws. */
export function viewOf(e: Enrichment, { headings, places, unknowns, unknownHeading }: Reading): TableView {
  return new TableView(e, headings, places, unknowns, unknownHeading);
}

/** One enrichment's view: remembers how to read its rows as long as headings and places stay the same. */
export class TableView {
  readonly layout: Layout;
  /** Those outputs that are the person's own columns. */
  readonly filled: Layout['outputs'];
  /** Our columns, from 1: worked out once, for every row asks. */
  private readonly own: readonly number[];
  private readonly slots: readonly string[];
  private readonly oldSlots: readonly string[];
  private readonly theirs: ReadonlySet<string>;
  private readonly asked: ReadonlySet<string>;
  /** The cells of the many rows that have no answer: one for all of them, for a table is large. */
  private readonly blank: Cells;
  private readonly reader: RowReader;

  /** Throws `columns-missing`, `unknown-column` or `ambiguous-column`. */
  constructor(
    readonly enrichment: Enrichment,
    readonly headings: readonly string[],
    readonly placed: Places,
    readonly unknowns: Unknowns = NOTHING_UNKNOWN,
    unknownHeading?: Unknown,
  ) {
    this.layout = layoutOf(enrichment, placed);
    this.own = ownColumns(this.layout);
    this.slots = this.layout.outputs.map(({ column }) => column.slot);
    this.oldSlots = oldSlots(enrichment);
    this.filled = this.layout.outputs.filter(({ column }) => column.fills);
    this.theirs = new Set(this.filled.map(({ column }) => column.slot));
    const columns = this.layout.outputs.map(({ column }) => column);
    this.asked = askedSlots(enrichment, columns);
    this.blank = cellsOf(this.slots, []);
    this.reader = readerOf(enrichment, headingsToAsk(enrichment, headings, placed), unknownHeading);
  }

  /** The first row below the headings, from 1. */
  get firstRow(): number {
    return headingRow(this.placed) + 1;
  }

  /** The columns that the question names, from 0. */
  get inputs(): readonly number[] {
    return this.reader.columns;
  }

  /** Those of them of which the question wants all that the cells hold. */
  get exactInputs(): ReadonlySet<number> {
    return this.reader.exact;
  }

  /** The rows of a reading that was made with the same headings and places. */
  rows(reading: Reading | WholeReading): Row[] {
    const formulas = this.theirs.size > 0 && 'formulas' in reading ? reading.formulas() : [];
    return reading.values.map((_, i) => this.row(reading, i, formulas[reading.firstRow - 2 + i]));
  }

  private row(block: Reading, i: number, read: readonly string[] | undefined): Row {
    const [display, values] = [block.display[i] ?? [], block.values[i] ?? []];
    const question = this.reader.read(inputsOf(block, i));
    const formulas = block.rowFormulas?.[i];
    const held = this.heldIn(values, formulas ?? read);
    return this.rowOf(block.firstRow + i, question, { display, values, held, formulas, boxes: block.boxes });
  }

  /** Of the person's own columns, those in which a formula that gives nothing stands. */
  private heldIn(values: readonly Value[], formulas: readonly string[] = []): ReadonlySet<string> {
    if (this.theirs.size === 0 || formulas.length === 0) return NONE;
    const held = this.filled.filter(({ at }) => values[at - 1] === '' && (formulas[at - 1] ?? '') !== '');
    return held.length === 0 ? NONE : new Set(held.map(({ column }) => column.slot));
  }

  /** A row of which only our columns were looked at. Undefined where only a whole reading can tell how an output reads. */
  unseen(at: number, { held, boxes }: Pick<Glance, 'held' | 'boxes'>): Row | undefined {
    const values: Value[] = [];
    for (const c of this.own) values[c - 1] = held(at, c);
    if (values.some((value) => typeof value === 'object')) return undefined;
    return this.rowOf(at, UNSEEN, { display: [], values, held: NONE, boxes });
  }

  /** A known row as a glance shows it. Undefined where only a whole reading can tell what it asks, or how an output reads. */
  glanced(known: Row, { held, shown, boxes }: Glance): Row | undefined {
    const [display, values] = [[...known.display], [...known.values]];
    for (const c of this.inputs) display[c] = shown(known.at, c);
    for (const c of this.own) {
      values[c - 1] = held(known.at, c);
      display[c - 1] = '';
      if (typeof values[c - 1] === 'object') return undefined;
    }
    const question = this.questionAgain(known, display);
    if (!question) return undefined;
    if (!this.own.every((c) => isAsKnown(known, c, values)))
      return this.rowOf(known.at, question, { display, values, held: known.held, boxes });
    // Ours is as it was, and so is all that was read from it.
    const presumed = presumedIn(question, known.ledger);
    return { ...known, question, presumed, display, values, formulas: undefined };
  }

  private questionAgain(known: Row, display: readonly string[]): RowQuestion | undefined {
    const { question, display: shown, ledger: before } = known;
    const isBlank = (c: number): boolean => (display[c] ?? '').trim() === '';
    const isSame = this.inputs.every((c) => display[c] === shown[c]);
    if (isSame && (!('text' in question) || !this.inputs.some(isBlank))) return question;
    // Should a format hide what such a row asks, no run holds it.
    if (isUnseen(question) && before.question === '' && this.inputs.some(isBlank))
      return { blocker: 'blank', column: '' };
    if (this.inputs.some((c) => isBlank(c) || isSuspect(display[c]))) return undefined;
    if (this.exactInputs.size > 0) return undefined;
    const again = this.reader.read((c) => ({ text: display[c] ?? '' }));
    // There may be a link behind it.
    return 'blocker' in again && again.blocker === 'no-url' ? undefined : again;
  }

  private rowOf(at: number, question: RowQuestion, { display, values, held, formulas, boxes }: Seen): Row {
    const shown = this.layout.outputs.map(({ at: c }) => outputIn(values[c - 1] ?? '', display[c - 1] ?? ''));
    const old = (): OldOutputs => oldOutputs(this.oldSlots, this.slots, shown);
    const ledger = this.ledger(values, old);
    const isUnticked = (c: number, slot: string): boolean =>
      values[c - 1] === false && !wasWritten(ledger, slot) && boxes?.(at, c) === true;
    const outputs = this.layout.outputs.map(({ at: c, column }, i) =>
      isUnticked(c, column.slot) ? '' : (shown[i] ?? ''),
    );
    return {
      at,
      question,
      presumed: presumedIn(question, ledger),
      ledger,
      outputs,
      cells: outputs.every((text) => text === '') ? this.blank : cellsOf(this.slots, outputs),
      theirs: this.theirs,
      asked: this.asked,
      held,
      old,
      display,
      values,
      formulas,
    };
  }

  /** From what the cells hold: a person may have formatted them so that they display anything. */
  private ledger(values: readonly Value[], old: () => OldOutputs): Ledger {
    const { state, task, question } = this.layout;
    const at = (column: number): string => textIn(values, column);
    const ledger = ledgerOf(at(state), at(task), at(question));
    return ledger.state ? { ...ledger, state: inCells(ledger.state, old) } : ledger;
  }
}

/** What a row was seen to hold. */
interface Seen {
  readonly display: readonly string[];
  readonly values: readonly Value[];
  /** Slots in whose cells a formula gives nothing. */
  readonly held: ReadonlySet<string>;
  readonly formulas?: readonly string[] | undefined;
  readonly boxes?: Boxes | undefined;
}

/** Whether the machine has left something in a cell, or may have in the first edition: then it is not as it was from the beginning. */
function wasWritten({ state }: Ledger, slot: string): boolean {
  return state !== undefined && (state.witness !== undefined || Boolean(state.cells.get(slot)));
}

/** Whether a cell of ours holds what it did, and read by that alone: a blank one also by what it displayed. */
function isAsKnown(known: Row, c: number, values: readonly Value[]): boolean {
  const value = values[c - 1];
  return value === known.values[c - 1] && (value !== '' || !known.display[c - 1]);
}

function presumedIn(question: RowQuestion, ledger: Ledger): string {
  return isUnknown(question) ? ledger.question : '';
}

/** No format makes a blank cell display anything: what it displays was typed after it was read. */
function outputIn(value: Value, display: string): string {
  return value === '' ? display : reading(value, display);
}

/** What a cell of ours holds, by its column from 1; '' for none and for what is no text. */
export function textIn(values: readonly Value[], column: number): string {
  const value = values[column - 1];
  return typeof value === 'string' ? value : '';
}

/** The cells of a block's row as a question takes them. A text that a format hides is there all the same. */
export function inputsOf(
  { firstRow, display, values, unknowns, links }: Reading,
  i: number,
): (column: number) => Input {
  return (column) => {
    const value = values[i]?.[column] ?? '';
    const shown = display[i]?.[column] ?? '';
    const text = shown.trim() === '' && typeof value === 'string' ? value : shown;
    const instead = value instanceof Picture ? 'picture' : unknowns(firstRow + i, column);
    const link = links && (() => links(firstRow + i, column));
    const exact = typeof value === 'string' ? undefined : () => reading(value, shown);
    return { text, instead, link, exact };
  };
}

/** While a heading says nothing, a column that is not found may be that one: then no row can be told to have changed. */
function readerOf(e: Enrichment, headings: readonly string[], unknownHeading?: Unknown): RowReader {
  try {
    return rowReader(e, headings);
  } catch (thrown) {
    const isHidden = thrown instanceof Problem && thrown.code === 'unknown-column' && unknownHeading;
    if (!isHidden) throw thrown;
    const question = { blocker: unknownHeading, column: thrown.subject };
    return { columns: [], exact: new Set(), read: () => question };
  }
}
