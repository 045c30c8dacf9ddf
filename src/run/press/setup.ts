/** Setting up: an enrichment is checked against its table, given its columns, and saved. All of it is done, or nothing. */
import { checkAgainst, checkDefinition } from '../../enrichment/check';
import { filledHeadings, outputColumns, visibleHeadings } from '../../enrichment/columns';
import type { Enrichment } from '../../enrichment/definition';
import { saysTheSame, withSlots } from '../../enrichment/keep-slots';
import { firstTaken, isSameName } from '../../enrichment/names';
import { asProblem, orLog, type Place, Problem, withCause } from '../../enrichment/problem';
import { type Bound, bindColumns, boundIn } from '../../sheet/bind-columns';
import { createColumns, headingsToWrite, missingColumns, wantedColumns } from '../../sheet/create-columns';
import {
  headingRow,
  headingsToAsk,
  isTheirs,
  ownPlaces,
  places,
  releaseColumns,
  type Top,
} from '../../sheet/layout';
import { headingsOf } from '../../sheet/reading';
import { isReceipts } from '../../sheet/receipts';
import { dropColumns, dropStrays } from '../../sheet/remove-columns';
import { checkRoom } from '../../sheet/room';
import { type Sheet, sheetOf } from '../../sheet/spreadsheet';
import { allEnrichments, isSaved, readableById, saveEnrichment } from '../record/enrichments';
import { checkLayout, claimLayout } from '../record/layout';
import { leaveMark } from '../record/marks';
import { forgetSaving, noteSaving, type Saving, savingsOn } from '../record/open-saves';
import { runsIn } from '../record/run';
import type { Services } from '../services';
import { checkCircle } from './check-circle';

/**
 * Saves an enrichment, and returns it as it is saved. Throws what is wrong with it, or with Google, with nothing changed. Who is not
 * `alone` leaves other Saves that have not ended as they are: they may be under way.
 */
export function setUp(services: Services, draft: Enrichment, alone: boolean): Enrichment {
  const { workbook, documents } = services;
  const before = readableById(documents, draft.id);
  checkLayout(documents, before);
  checkDefinition(draft);
  const sheet = sheetOf(workbook, draft);
  const placed = places(sheet);
  const top = { headings: headingsOf(sheet, placed), placed };
  if (!before && isReceipts(sheet.getName(), top.headings))
    throw new Problem('receipts-sheet', sheet.getName());
  const bound = boundIn(withSlots(draft, before), before, sheet, top);
  const { e } = bound;
  checkDefinition(e);
  checkAgainst(draft, headingsToAsk(draft, top.headings, top.placed));
  if (runsIn(documents.all()).some((run) => run.enrichment === draft.id))
    throw new Problem('already-running', draft.name);
  const others = allEnrichments(documents).filter(({ id, sheetId }) => id !== e.id && sheetId === e.sheetId);
  checkNames(others, top, e, before);
  checkCircle(e, others, top);
  checkRoom(workbook, sheet, e, top);
  claimLayout(documents);
  if (alone) endCutShort(services, sheet, e);
  const lost = before !== undefined && missingColumns(placed, before).some(({ isLedger }) => !isLedger);
  const first = make(services, sheet, bound, before);
  if (lost) fetchAgain(services, e);
  if (first !== undefined) showNew(services, sheet, headingRow(placed), first);
  return e;
}

/** Its answers went with a column that somebody deleted: the next run takes from Linkup what that still has, for nothing. */
function fetchAgain({ documents, newId }: Services, { sheetId, id }: Enrichment): void {
  orLog(() => leaveMark(documents, { sheetId, by: newId(), enrichment: id }));
}

/** New columns lie right of the window, mostly. Nobody need see them for the enrichment to be saved. */
function showNew({ workbook }: Services, sheet: Sheet, row: number, column: number): void {
  orLog(() => workbook.showHeading(sheet, row, column));
}

/** Two of one name could not be told apart: enrichments in the menu, columns in a question, whoever fills them. What is there already may stay as it is. */
function checkNames(others: readonly Enrichment[], top: Top, e: Enrichment, before?: Enrichment): void {
  if (before?.name !== e.name && others.some(({ name }) => isSameName(name, e.name)))
    throw new Problem('name-taken', e.name, 'name');
  const written = headingsToWrite(top, e, before);
  const clash = firstTaken(written, headingsBeside(e, top));
  if (clash) throw new Problem('heading-taken', clash, placeOf(clash, e));
  const all = [...visibleHeadings(e), ...filledHeadings(e)];
  const twice = written.find((heading) => all.filter((other) => isSameName(other, heading)).length > 1);
  if (twice)
    throw new Problem('bad-field', `“${twice}” is called as another of its columns is`, placeOf(twice, e));
}

/** The headings of all columns but those that were made for it: what it fills of the person's own, or has filled, stays where it is. */
function headingsBeside({ id }: Enrichment, { headings, placed }: Top): string[] {
  const made = [...ownPlaces(id, placed)].filter(([part]) => !isTheirs(part));
  const columns = new Set(made.map(([, at]) => at));
  return headings.filter((_, i) => !columns.has(i + 1));
}

/** What a heading is taken from. */
function placeOf(heading: string, e: Enrichment): Place {
  if (e.shape !== 'fields') return 'name';
  const at = e.fields.findIndex(({ name }) => isSameName(name, heading));
  if (at >= 0) return `field ${at} name`;
  return e.schema !== undefined && !heading.startsWith(e.name) ? 'schema' : 'name';
}

/** Notes, makes, saves, and forgets the note. What fails half-way is taken back; what is killed half-way, the next Save finds. */
function make(services: Services, sheet: Sheet, bound: Bound, before?: Enrichment): number | undefined {
  const { workbook, documents } = services;
  const { e } = bound;
  const saving: Saving = { sheetId: e.sheetId, id: e.id };
  noteSaving(documents, saving);
  let first: number | undefined;
  try {
    bindColumns(sheet, bound);
    first = createColumns(sheet, e, before, (inserting) => noteSaving(documents, { ...saving, inserting }));
    workbook.flush();
    saveEnrichment(documents, e);
  } catch (thrown) {
    takeBack(services, sheet, e.id);
    const problem = asProblem(thrown);
    throw problem.code === 'storage-full' ? problem : withCause('not-saved', String(problem));
  }
  release(services, sheet, e);
  return first;
}

/** Saved it is: should Google fail now, the columns that are no longer filled keep their marks until the next Save. */
function release({ documents }: Services, sheet: Sheet, e: Enrichment): void {
  try {
    releaseColumns(sheet, e.id, new Set(wantedColumns(e).map(({ part }) => part)));
    forgetSaving(documents, { sheetId: e.sheetId, id: e.id });
  } catch {
    // The note stays, and says so.
  }
}

/** Takes back, or ends, every Save on a sheet that was cut short: no other will come to do it. */
export function endSaves(services: Services, sheet: Sheet): void {
  for (const saving of savingsOn(services.documents, sheet.getSheetId())) undo(services, sheet, saving);
}

/** Where even that fails, the note stays for the next Save. */
function takeBack(services: Services, sheet: Sheet, id: string): void {
  try {
    for (const saving of savingsOn(services.documents, sheet.getSheetId()))
      if (saving.id === id) undo(services, sheet, saving);
    services.workbook.flush();
  } catch {
    // Nothing is lost by it but time.
  }
}

function undo({ documents }: Services, sheet: Sheet, saving: Saving): void {
  const saved = readableById(documents, saving.id);
  if (saving.inserting) dropStrays(sheet, saving.inserting);
  // What is saved and cannot be read may have any columns.
  if (saved || !isSaved(documents, saving.id)) dropColumns(sheet, saving.id, knownParts(saved));
  forgetSaving(documents, saving);
}

/** The parts of what is saved, as this edition and the first one name them. */
function knownParts(saved: Enrichment | undefined): Set<string> {
  if (!saved) return new Set();
  const outputs = outputColumns(saved).map(({ part }) => String(part));
  return new Set([...wantedColumns(saved).map(({ part }) => part), ...outputs]);
}

/** Ends the Saves on a sheet that were cut short: another enrichment's is taken back, this one's own is completed by being done again. */
function endCutShort(services: Services, sheet: Sheet, e: Enrichment): void {
  for (const saving of savingsOn(services.documents, e.sheetId)) {
    if (saving.id !== e.id) undo(services, sheet, saving);
    else if (saving.inserting) dropStrays(sheet, saving.inserting);
  }
}

/**
 * The id of the enrichment that a page means which has none for it: one whose Save was cut short, or one that was saved while the
 * reply got lost. Otherwise '': it is a new one.
 */
export function savedUnseen({ documents }: Services, draft: Enrichment, alone: boolean): string {
  const open = alone ? savingsOn(documents, draft.sheetId) : [];
  const cutShort = open.find(({ id }) => !isSaved(documents, id));
  return cutShort?.id ?? allEnrichments(documents).find((known) => saysTheSame(known, draft))?.id ?? '';
}
