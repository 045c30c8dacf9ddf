/** Columns of an enrichment that is not saved for their sheet: they came with a copied file, a duplicated tab, or columns that somebody pasted. */
import { definitionIn } from '../enrichment/carrying-note';
import type { Enrichment } from '../enrichment/definition';
import { LEDGER_HEADING } from './create-columns';
import { headingRow, type Places, partIn, type Top } from './layout';
import { isFinal, parseState } from './ledger';
import type { Sheet } from './spreadsheet';

/** What was copied. */
export interface Copied {
  /** As the note on the heading of State has it: of another sheet, or another file. */
  readonly e: Enrichment;
  /** The column of State, from 1. */
  readonly state: number;
  /** Rows that were answered. */
  readonly answered: number;
  /** Rows that waited, or were being asked, when they were copied. */
  readonly open: number;
}

/** Whether an enrichment, by its id, is this sheet's own. */
export type IsOwn = (id: string) => boolean;

/** The columns, from 1, that are marked as those of the sheet's own enrichments. */
export function ownedColumns(placed: Places, isOwn: IsOwn): Set<number> {
  return new Set([...placed].filter(([place]) => isOwn(idIn(place))).map(([, column]) => column));
}

/** The id that a mark begins with. */
export function idIn(place: string): string {
  return place.slice(0, place.indexOf('/'));
}

/** Columns, from 1, that are headed like those of a ledger: nobody asks about them or fills them, even where no mark came along. */
export function ledgersAmong(headings: readonly string[]): Set<number> {
  const endings = Object.values(LEDGER_HEADING);
  const found = headings.map((heading, i) => (endings.some((end) => heading.endsWith(end)) ? i + 1 : 0));
  return new Set(found.filter((column) => column > 0));
}

/** What was copied to a sheet. Where no heading and no mark speaks of it, not a single call is made. */
export function copiedOn(sheet: Sheet, top: Top, isOwn: IsOwn): Copied[] {
  const { headings, placed } = top;
  const candidates = statesIn(top, isOwn);
  if (candidates.length === 0) return [];
  const row = headingRow(placed);
  const [notes = []] = sheet.getRange(row, 1, 1, headings.length).getNotes();
  const ids = new Set<string>();
  return candidates.flatMap((state) => {
    const e = definitionIn(notes[state - 1] ?? '');
    if (!e || ids.has(e.id)) return [];
    ids.add(e.id);
    return [{ e, state, ...countsIn(sheet, row, state) }];
  });
}

/** Columns, from 1, that may be the State of something copied: by their heading, or by a mark, whatever they are called. */
function statesIn({ headings, placed }: Top, isOwn: IsOwn): number[] {
  const owned = ownedColumns(placed, isOwn);
  const marked = new Set(
    [...placed].filter(([place]) => partIn(place) === 'state').map(([, column]) => column),
  );
  return headings.flatMap((heading, i) => {
    const isState = marked.has(i + 1) || heading.endsWith(LEDGER_HEADING.state);
    return isState && !owned.has(i + 1) ? [i + 1] : [];
  });
}

function countsIn(sheet: Sheet, row: number, state: number): Pick<Copied, 'answered' | 'open'> {
  const last = sheet.getLastRow();
  const cells = last > row ? sheet.getRange(row + 1, state, last - row, 1).getValues() : [];
  const states = cells.flatMap(([cell]) => parseState(typeof cell === 'string' ? cell : '') ?? []);
  return {
    answered: states.filter((each) => each.state === 'done').length,
    open: states.filter((each) => !isFinal(each.state)).length,
  };
}
