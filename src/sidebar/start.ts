/** What the sidebar shows first: read from the document alone, without asking Linkup, so that it is there at once. */
import { outputColumns } from '../enrichment/columns';
import type { Enrichment } from '../enrichment/definition';
import { withFilled } from '../enrichment/keep-slots';
import { once } from '../enrichment/once';
import { saidThere } from '../enrichment/words';
import { type Properties, readOnce } from '../platform/properties';
import { copiesOn } from '../run/press/adopt-copy';
import { listsToTell } from '../run/press/list';
import { lookOver } from '../run/press/look-over';
import { renamedIn } from '../run/press/renamed';
import { completeFilter } from '../run/press/widen-filter';
import {
  allEnrichments,
  revisionOf,
  type Unreadable,
  unreadableEnrichments,
} from '../run/record/enrichments';
import { keyHint } from '../run/record/key';
import { isNamedIn } from '../run/record/named';
import { stampOf } from '../run/record/stamp';
import { hasRun, reportOn, type Seen, seenIn } from '../run/report/report';
import type { Services } from '../run/services';
import { readTop } from '../sheet/beginning';
import { type Copied, ledgersAmong } from '../sheet/copied';
import { uncoveredBy } from '../sheet/cover';
import { missingColumns } from '../sheet/create-columns';
import { emptyColumns } from '../sheet/empty-columns';
import { headingRow, isMachines, outputAt, type Places, places } from '../sheet/layout';
import { type Reading, readTable } from '../sheet/reading';
import { isReceipts } from '../sheet/receipts';
import type { Sheet } from '../sheet/spreadsheet';
import { savedDraftOf } from './draft';
import { draftsOn } from './drafts';
import type { Calls, CopiedHere, LeftOut, Progress, Saved, Start } from './protocol';
import { keepStarting, refreshingOf } from './schedule';
import { triesOn } from './tries';

/** Enrichments that cannot be read, of which the page tells, and how much of each, in characters. */
const MOST_UNREADABLE = 5;
const MOST_SAID = 400;

/** The active sheet, or the one that a page has on view if it is still there, with everything that belongs to it. */
export function start(services: Services, onView: Calls['start']['argument']): Start {
  const { workbook } = services;
  const documents = readOnce(services.documents);
  const active = workbook.activeSheet();
  const sheet = (onView && workbook.sheetById(onView.sheetId)) ?? active;
  const sheetId = sheet.getSheetId();
  const enrichments = allEnrichments(documents).filter((e) => e.sheetId === sheetId);
  const placed = places(sheet);
  const top = readTop(sheet, placed);
  const [headings = [], ...rows] = top.rows;
  const offered = offeredColumns(headings, placed);
  const properties = documents.all();
  completeFilter(services, sheet, properties);
  const read = once(() => readTable(sheet));
  const told = progressOf(services, enrichments, properties, read);
  const named = nameable(headings, placed);
  const holdsReceipts = isReceipts(sheet.getName(), headings);
  const user = readOnce(services.user);
  const refreshing = refreshingOn({ ...services, user }, enrichments, properties);
  return {
    sheet: sheet.getName(),
    sheetId,
    active: sheet === active ? null : otherThan(sheetId, active),
    isReceipts: holdsReceipts,
    headings: named,
    sample: sampleOf(headings, offered, rows),
    rows: rows.filter((row) => isFilled(row, placed)).length + top.below,
    empty: holdsReceipts
      ? []
      : emptyColumns(sheet, headingRow(placed), top.rows, oursAmong(headings, placed)),
    enrichments: savedOn(enrichments, { headings, placed, nameable: named, read }, refreshing),
    copies: holdsReceipts ? [] : copiesOn(services, sheet, { headings, placed }).map(copiedHere),
    unreadable: unreadableEnrichments(documents).slice(0, MOST_UNREADABLE).map(leftOut),
    progress: told.progress,
    ...ofPerson({ ...services, user }, sheetId),
    stamp: stampOf(properties),
    sorting: { back: told.back, filter: uncoveredBy(sheet, placed) ?? null },
  };
}

/** When each is refreshed by itself; what is this person's, on any sheet, is kept starting. */
function refreshingOn(
  services: Services,
  of: readonly Enrichment[],
  documents: Properties,
): Saved['refreshing'][] {
  const known = { documents, user: services.user.all() };
  keepStarting(services, known);
  return of.map((e) => refreshingOf(services, e, known));
}

/** Columns (from 1) of enrichments, and the hidden ones of a copy. */
function oursAmong(headings: readonly string[], placed: Places): Set<number> {
  return new Set([...placed.values(), ...ledgersAmong(headings)]);
}

/** What this person alone has: their key, and what they left on the sheet. */
function ofPerson(
  services: Services,
  sheetId: number,
): Pick<Start, 'key' | 'drafts' | 'tries' | 'lists' | 'named'> {
  const { workbook, user } = services;
  return {
    key: keyHint(user) ?? '',
    drafts: draftsOn(user, { document: workbook.id(), sheetId }),
    tries: triesOn(services, sheetId),
    lists: listsToTell(services),
    named: isNamedIn(user.all()),
  };
}

/** A sheet, unless it is the one with this id: Google gives the same one as another object each time. */
function otherThan(sheetId: number, sheet: Sheet): Start['active'] {
  const id = sheet.getSheetId();
  return id === sheetId ? null : { sheetId: id, name: sheet.getName() };
}

/** Whoever may edit the document may have written it: a wall of text would bury the form. */
function leftOut({ id, name, sentence, isNewer }: Unreadable): LeftOut {
  const said = `${name ? `“${name}”` : 'An enrichment'} is left out. ${saidThere(sentence)}`.slice(
    0,
    MOST_SAID,
  );
  return { id, sentence: said, canDelete: !isNewer };
}

function copiedHere({ e: { id, name, template }, answered, open }: Copied): CopiedHere {
  return { id, name, template, answered, open };
}

/** The headings that a question can name: not Status and ledger. Two that are called the same are both here, for no question can name either. */
function nameable(headings: readonly string[], placed: Places): string[] {
  const { machine } = oursIn(placed);
  const ledgers = ledgersAmong(headings);
  return headings.filter((heading, i) => heading.trim() !== '' && !machine.has(i) && !ledgers.has(i + 1));
}

/** The columns (from 0) of answers, and those of the machine: Status and ledger. */
function oursIn(placed: Places): { readonly outputs: Set<number>; readonly machine: Set<number> } {
  const outputs = new Set<number>();
  const machine = new Set<number>();
  for (const [place, column] of placed) (isMachines(place) ? machine : outputs).add(column - 1);
  return { outputs, machine };
}

/** The columns (from 0) whose cells are shown for their headings: an output never stands for a column of the person's that is called the same. */
function offeredColumns(headings: readonly string[], placed: Places): number[] {
  const { outputs, machine } = oursIn(placed);
  const own = new Set(headings.filter((_, i) => !outputs.has(i) && !machine.has(i)));
  return headings.flatMap((heading, i) =>
    heading.trim() === '' || machine.has(i) || (outputs.has(i) && own.has(heading)) ? [] : [i],
  );
}

/** Whether a row shows anything that is not ours. */
function isFilled(row: readonly string[], placed: Places): boolean {
  const ours = new Set(placed.values());
  return row.some((text, i) => text.trim() !== '' && !ours.has(i + 1));
}

/** The first row that shows anything in a column that a question can name. Of two columns with one name the first counts. */
function sampleOf(
  headings: readonly string[],
  offered: readonly number[],
  rows: readonly (readonly string[])[],
): Start['sample'] {
  const row = rows.find((cells) => offered.some((column) => cells[column] !== ''));
  if (!row) return {};
  const cells = offered.map((column) => [headings[column] ?? '', row[column] ?? ''] as const);
  return Object.fromEntries(cells.reverse());
}

/** The saved enrichments of a sheet, with what is found of them there. */
function savedOn(
  of: readonly Enrichment[],
  on: Parameters<typeof renamedIn>[1],
  refreshing: readonly Saved['refreshing'][],
): Saved[] {
  return of.map((e, i) => ({
    ...saved(e, on.headings, on.placed),
    renamed: renamedIn(e, on),
    refreshing: refreshing[i] ?? null,
  }));
}

function saved(
  e: Enrichment,
  headings: readonly string[],
  placed: Places,
): Omit<Saved, 'renamed' | 'refreshing'> {
  const outputs = outputColumns(e).flatMap((output) => {
    const column = outputAt(e, output, placed);
    return column ? [headings[column - 1] ?? ''] : [];
  });
  const status = headings[(placed.get(`${e.id}/status`) ?? 0) - 1] ?? '';
  const missing = missingColumns(placed, e);
  return {
    ...savedDraftOf(asCalledNow(e, headings, placed)),
    revision: revisionOf(e),
    outputs,
    status,
    missing: missing.filter(({ isLedger }) => !isLedger).map(({ heading }) => heading),
    isBroken: missing.some(({ isLedger }) => isLedger),
  };
}

/** Columns of the person's own that it fills are named as they are by now: what was chosen is the column, not its name. */
function asCalledNow(e: Enrichment, headings: readonly string[], placed: Places): Enrichment {
  const filled = outputColumns(e).flatMap((output) => {
    const heading = output.fills && headings[outputAt(e, output, placed) - 1];
    return heading ? [[String(output.part), { heading }] as const] : [];
  });
  return withFilled(e, new Map(filled), new Set());
}

/** How the runs of a sheet stand, and how many of its rows were put right for it. */
interface Told {
  readonly progress: Progress[];
  readonly back: number;
}

/** The table is read once for all of them, and only when there is a run to tell of. */
function progressOf(
  services: Services,
  enrichments: readonly Enrichment[],
  properties: Properties,
  read: () => Reading,
): Told {
  let back = 0;
  const progress = enrichments
    .filter((e) => hasRun(properties, e))
    .flatMap((e) => {
      let seen: Seen | undefined;
      const see = (): Seen => {
        seen = seenIn(e, read());
        return seen;
      };
      const report = reportOn(services, e, see);
      if (seen && report?.state === 'ended') back += lookOver(services, e, seen).back;
      return report ?? [];
    });
  return { progress, back };
}
