/** What there is to know of the row that a person is in: its answer's run, age and price, and why it stands as it does. Reads that row alone. */
import { namesOf } from '../../enrichment/blanks';
import { headingOf } from '../../enrichment/columns';
import type { Enrichment } from '../../enrichment/definition';
import { inUsd } from '../../enrichment/money';
import { Problem } from '../../enrichment/problem';
import { atStep } from '../../enrichment/steps';
import { priceOf } from '../../linkup/prices';
import { type Source, sourcesIn } from '../../linkup/sources';
import type { State } from '../../sheet/ledger';
import { linksAt } from '../../sheet/linked-cells';
import { receiptOf } from '../../sheet/receipts';
import { type Sheet, sheetOf, type Workbook } from '../../sheet/spreadsheet';
import { type Row, type TableView, textIn } from '../../sheet/table';
import { isOurs, NO_CELLS } from '../../sheet/written';
import { enrichmentMeant } from '../record/enrichments';
import { lastIn } from '../record/last-run';
import { isLiveAmong, type Run, runsIn } from '../record/run';
import { Answers } from '../rows/answers';
import { type One, readOne } from '../rows/read-one';
import { fingerprintOf, hasBlank, holdsOurs, knowsItsEnd, standingOf } from '../rows/standing';
import type { Services } from '../services';
import type { AboutRow, Bill, RunOfRow } from './about-row-types';
import { reasonOf, rowsWithContent } from './offer';

/** The row of the current cell, as an enrichment sees it. Throws `wrong-sheet` or `no-row-selected`. */
export function aboutRow(services: Services, id: string): AboutRow {
  const e = enrichmentMeant(services.documents, id);
  const sheet = sheetOf(services.workbook, e);
  const { view, row } = currentRow(services, e, sheet);
  const properties = services.documents.all();
  const runs = runsIn(properties);
  const { question, ledger } = row;
  const { state } = ledger;
  const last = lastIn(properties, e.id)?.run;
  const run = state ? runOf(services.workbook, last ? [...runs, last] : runs, state.run) : null;
  return {
    row: row.at,
    question: 'text' in question ? question.text : '',
    leftOut: leftOut(row),
    standing: standingOf(row, Answers.among([row]), isLiveAmong(runs)),
    status: textIn(row.values, view.layout.status),
    empty: emptyIn(view, row),
    byHand: byHandIn(view, row),
    since: state?.at ?? 0,
    bill: billOf(row, run !== null),
    price: state && state.fingerprint === fingerprintOf(row) ? inUsd(priceOf(atStep(e, state.step))) : 0,
    run,
    sources: sourcesOn(sheet, view, row),
  };
}

function currentRow({ workbook }: Services, e: Enrichment, sheet: Sheet): One {
  if (workbook.activeSheet().getSheetId() !== sheet.getSheetId())
    throw new Problem('wrong-sheet', sheet.getName());
  const one = readOne(e, sheet, workbook.currentRow());
  if (!one || rowsWithContent(one.view, [one.row]).length === 0) throw new Problem('no-row-selected');
  return one;
}

/** The names of what was asked for and came back empty. */
function emptyIn({ layout }: TableView, row: Row): string {
  const { state } = row.ledger;
  if (state?.state !== 'done' || state.fingerprint !== fingerprintOf(row) || !hasBlank(row, state.cells))
    return '';
  const blank = layout.outputs.filter(
    ({ column: { slot } }) =>
      row.asked.has(slot) && row.cells.get(slot) === '' && state.cells.get(slot) === '',
  );
  return namesOf(blank.map(({ column }) => headingOf(column)));
}

/** The names of the cells beside an answer that a person typed or changed; '' where all of them are theirs, or none. */
function byHandIn({ layout }: TableView, row: Row): string {
  const ours = row.ledger.state?.cells ?? NO_CELLS;
  if (!holdsOurs(row) || !knowsItsEnd(row)) return '';
  const typed = layout.outputs.filter(({ column: { slot } }) => {
    const hash = row.cells.get(slot) ?? '';
    return hash !== '' && !isOurs(ours, row.cells, slot);
  });
  return namesOf(typed.map(({ column }) => headingOf(column)));
}

function leftOut({ question }: Row): string {
  if (!('blocker' in question)) return '';
  return reasonOf({ reason: question.blocker, column: question.column, rows: 1 });
}

function billOf({ ledger: { state, unreadable } }: Row, isRunKnown: boolean): Bill {
  if (!state) return unreadable ? 'perhaps' : 'none';
  if (state.state === 'done') return billOfAnswer(state, isRunKnown);
  return BILLS[state.state];
}

/** What has expired may have been answered before. */
const BILLS: Readonly<Record<Exclude<State['state'], 'done'>, Bill>> = {
  reserved: 'none',
  submitted: 'open',
  'not found': 'free',
  failed: 'free',
  expired: 'perhaps',
  'perhaps asked': 'perhaps',
};

/** A try that was written has a name of its own where a run's would stand, and like a copy no number. */
function billOfAnswer({ ordinal, ended }: State, isRunKnown: boolean): Bill {
  if (ended) return BILLS[ended];
  if (ordinal > 0) return 'paid';
  return isRunKnown ? 'copied' : 'tried';
}

/** A run that is known, or one that has left nothing but its receipt. */
function runOf(workbook: Workbook, known: readonly Run[], id: string): RunOfRow | null {
  const run = known.find((each) => each.id === id);
  if (run) return { startedAt: run.startedAt, by: run.by, name: run.name };
  const receipt = receiptOf(workbook, id);
  if (!receipt) return null;
  return { startedAt: receipt.startedAt, by: receipt.by, name: receipt.enrichment };
}

/** As they were written: links over their titles, or, by earlier versions, lines of text. */
function sourcesOn(sheet: Sheet, { layout }: TableView, { at, outputs }: Row): readonly Source[] {
  const i = layout.outputs.findIndex(({ column }) => column.part === 'sources');
  const [placed, text] = [layout.outputs[i], outputs[i] ?? ''];
  if (!placed || text === '') return [];
  const listed = sourcesIn(text);
  return listed.length > 0 ? listed : linksAt(sheet, at, placed.at);
}
