/** The person's tables: how they are laid down before anything is installed on them, and whose each column is afterwards. */
import type { Sheet } from '../../doubles/google/model/sheet';
import type { Spreadsheet } from '../../doubles/google/model/spreadsheet';
import { type Enrichment, HALF_FILLED, INPUTS } from './enrichments';
import type { SheetPlan } from './scenario';
import type { Owner } from './shadow';

/** Fills a sheet as planned, with a note beside each row; `imported`: the things come from elsewhere, by one formula. */
export function layDown(
  spreadsheet: Spreadsheet,
  { rows, enrichments }: SheetPlan,
  index: number,
  imported: boolean,
): void {
  const sheet = index === 0 ? spreadsheet.activeSheet : spreadsheet.addSheet(`Table ${index + 1}`);
  const halfFilled = enrichments.includes('filled') ? HALF_FILLED : [];
  const notes = rows.map((row, i) => [...row, `note ${index}.${i}`, ...halfFilled.map((_, c) => own(i, c))]);
  sheet.fromRows([[...INPUTS, ...halfFilled.map(([heading]) => heading)], ...notes]);
  for (let row = 4; row <= rows.length + 1; row += 5) computeNote(sheet, row);
  const things = rows.map(([thing]) => [thing]);
  if (imported) sheet.spill(2, 1, '=IMPORTRANGE("other","A:A")', things);
}

/** What somebody has typed before: all of the third row, a cell of every other one, and nothing at all into every fifth. */
function own(row: number, column: number): string {
  if (row === 2) return `all mine ${column}`;
  return row % 2 === 1 && row % 5 !== 0 && row % 3 === column ? `mine ${row}` : '';
}

/** Every fifth note is a formula, which a careless write would replace by its value. */
function computeNote(sheet: Sheet, row: number): void {
  sheet.type(row, INPUTS.length, '=ROW()');
  sheet.setComputed(row, INPUTS.length, row);
}

/** Columns are told apart by the headings they were created with, before anybody renames them. */
export function ownerAmong(enrichments: readonly Enrichment[], inputs: number): (heading: string) => Owner {
  const outputs = new Set(enrichments.flatMap((each) => each.outputs.map(({ heading }) => heading)));
  const own = new Set<string>(INPUTS);
  const theirs = new Set(
    enrichments.some(({ fillsTheirs }) => fillsTheirs) ? HALF_FILLED.map(([name]) => name) : [],
  );
  if (inputs !== own.size + theirs.size) throw new Error(`the table has ${inputs} columns of its own`);
  return (name) => {
    if (own.has(name)) return { of: 'person', name };
    if (outputs.has(name)) return { of: 'output', name, ...(theirs.has(name) ? { isTheirs: true } : {}) };
    return { of: name.endsWith(' status') ? 'status' : 'ledger', name };
  };
}
