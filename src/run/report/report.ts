/** How the run of an enrichment stands: the live one, or the last that has ended. Told from the sheet, without asking Linkup. */
import type { Enrichment } from '../../enrichment/definition';
import { inUsd } from '../../enrichment/money';
import { Problem } from '../../enrichment/problem';
import { heldUpSentence, pausedFor, pausedSentence, saidThere } from '../../enrichment/words';
import type { Properties } from '../../platform/properties';
import { TRIGGER_INTERVAL } from '../../platform/triggers';
import { type Reading, readTable } from '../../sheet/reading';
import { type Row, type TableView, viewOf } from '../../sheet/table';
import { ownAgreements } from '../record/agreement';
import type { Counts, Tally } from '../record/counts';
import { type LastRun, lastIn } from '../record/last-run';
import { isTold } from '../record/lasting-trouble';
import { isConsumer, Meter } from '../record/meter';
import { requested, shallGoOn } from '../record/requests';
import { liveRun, type Run } from '../record/run';
import { type SoFar, soFarOf } from '../record/so-far';
import { isUndoable } from '../rows/undoable';
import type { Services } from '../services';
import { expectedMs, msPerRow } from './pace';
import type { Failure, Report } from './report-types';
import { spendingOf } from './spending';
import { stepNow } from './steps-taken';
import { countsOf, failuresOf, rowsOf } from './tally';

/** Where it is not known who started a run. */
const SOMEBODY = 'somebody else';

/** Whether there is a run to report on. */
export function hasRun(properties: Properties, e: Enrichment): boolean {
  return liveRun(properties, e.id) !== undefined || lastIn(properties, e.id) !== undefined;
}

/** A table as it was read, by whoever did so. */
export interface Seen {
  readonly view: TableView;
  readonly rows: readonly Row[];
}

/** A reading as an enrichment sees it. Throws what a TableView throws. */
export function seenIn(e: Enrichment, reading: Reading): Seen {
  const view = viewOf(e, reading);
  return { view, rows: view.rows(reading) };
}

/**
 * The report on an enrichment's run; null when it never had one. `see` gives the table where it was read anyway. Else a run that
 * goes on is told from its record, as its rows were last verified: whoever looks on reads none of them.
 */
export function reportOn(services: Services, e: Enrichment, see?: () => Seen): Report | null {
  const properties = services.documents.all();
  const live = liveRun(properties, e.id);
  const last = lastIn(properties, e.id);
  if (live) {
    const stopping = live.stopping === true || requested(properties, live.id, 'stop') !== undefined;
    const counted = see ? undefined : live.tally && countedIn(live.tally);
    const stand = counted ?? standOf(services, e, live.id, see);
    const soFar = soFarOf(properties, live.id);
    return liveReport(services, e, live, stopping, see ? stand : since(stand, live, soFar), soFar);
  }
  return last ? endedReport(e, last, standOf(services, e, last.run.id, see)) : null;
}

/** The rows that failed for each reason, read from the sheet. */
export function failedRows(services: Services, e: Enrichment): readonly Failure[] {
  const properties = services.documents.all();
  const run = liveRun(properties, e.id) ?? lastIn(properties, e.id)?.run;
  return run ? standOf(services, e, run.id).failures : [];
}

/** The rows of a run, and what they tell. */
interface Stand {
  readonly own: readonly Row[];
  readonly counts: Counts;
  readonly failures: readonly Failure[];
}

/** What the record of a run tells; which rows failed is not in it. */
function countedIn({ counts, reasons }: Tally): Stand {
  return { own: [], counts, failures: reasons };
}

/** With what has come since the record was kept, at the step that it is at. */
function since(stand: Stand, { looked = 0, step }: Run, soFar: SoFar | undefined): Stand {
  return soFar && soFar.at >= looked && soFar.step === step ? { ...stand, counts: soFar.counts } : stand;
}

/** A table that cannot be read is the run's affair, which pauses for it: here it only means that nothing can be counted. */
function standOf({ workbook }: Services, e: Enrichment, run: string, see?: () => Seen): Stand {
  const nothing = { own: [], counts: countsOf([], run), failures: [] };
  const sheet = workbook.sheetById(e.sheetId);
  if (!sheet) return nothing;
  try {
    const { view, rows } = see ? see() : seenIn(e, readTable(sheet));
    const own = rowsOf(rows, run);
    return { own, counts: countsOf(own, run), failures: failuresOf(view, own) };
  } catch (thrown) {
    if (thrown instanceof Problem) return nothing;
    throw thrown;
  }
}

function liveReport(
  services: Services,
  e: Enrichment,
  run: Run,
  stopping: boolean,
  stand: Stand,
  soFar: SoFar | undefined,
): Report {
  const { id, startedAt } = run;
  const now = services.clock.now();
  const agreements = ownAgreements(services);
  const mine = agreements.isMine(run);
  const waits = mine && shallGoOn(services.user, run) ? undefined : run.paused;
  const trouble = waits ? undefined : toldTrouble(services, run);
  const by = mine ? '' : payerOf(services, run);
  // Google does not show a colleague's triggers.
  const isArmed = mine && services.triggers.armed();
  const isHeld = waits !== undefined || trouble !== undefined;
  return {
    id: e.id,
    run: id,
    by,
    ...(waits ? waiting(waits, by) : going(stopping, trouble)),
    counts: stand.counts,
    failures: stand.failures,
    stopped: stopping,
    startedAt,
    endedAt: 0,
    expectedMs: isHeld ? 0 : expectedMs(e, stand.counts, msPerRow(run, stand.counts, soFar, now)),
    nextCheckAt: isHeld || !isArmed ? 0 : nextCheckAt(services),
    goesOn: !waits && (!mine || isArmed),
    receipt: null,
    spending: spendingOf(agreements, run),
    steps: stepNow(e, run),
    ...leftOutOf(run),
    canUndo: false,
    overwrote: run.mode === 'overwrite',
  };
}

type Standing = Pick<Report, 'state' | 'paused' | 'code' | 'heldUp'>;

/** What one's own key needs is for oneself to do, what a colleague's needs is not. */
function waiting(why: NonNullable<Run['paused']>, by: string): Standing {
  const said = by === '' ? pausedSentence(why) : pausedFor(why, by);
  return { state: 'paused', paused: saidThere(said), code: why.code, heldUp: '' };
}

function going(stopping: boolean, trouble: Run['trouble']): Standing {
  const heldUp = trouble ? heldUpSentence(trouble) : '';
  return { state: stopping ? 'stopping' : 'working', paused: '', code: '', heldUp };
}

/** Rows that it left out, or has not come to yet. */
function leftOutOf({ notAsked, unmet = 0, unfed = 0, later = 0 }: Run) {
  return { notAsked: notAsked ?? null, unmet, unfed, later };
}

/** Trouble that has lasted. The run goes on by itself all the same, once that has passed. */
function toldTrouble({ clock }: Services, { trouble }: Run): Run['trouble'] {
  return trouble !== undefined && isTold(trouble, clock.now()) ? trouble : undefined;
}

/** Whoever may edit the document may have written any name into it, also that of the person who looks. */
function payerOf({ currentUser }: Services, { by }: Run): string {
  return by === '' || by === currentUser() ? SOMEBODY : by;
}

function endedReport(e: Enrichment, last: LastRun, { own, counts, failures }: Stand): Report {
  const { run, endedAt, asked, answered, balanceAfter, steps = '' } = last;
  const cost = inUsd(last.cost);
  return {
    id: e.id,
    run: run.id,
    by: '',
    state: 'ended',
    paused: '',
    code: '',
    heldUp: '',
    counts,
    failures,
    stopped: run.stopping === true,
    startedAt: run.startedAt,
    endedAt,
    expectedMs: 0,
    nextCheckAt: 0,
    goesOn: false,
    ...leftOutOf(run),
    later: 0,
    receipt: { asked, answered, cost, balanceAfter: balanceAfter === undefined ? null : inUsd(balanceAfter) },
    spending: null,
    steps,
    canUndo: own.some((row) => isUndoable(row, run.id)),
    overwrote: run.mode === 'overwrite',
  };
}

/** When the trigger looks next, at the latest. */
function nextCheckAt({ clock, user, currentUser }: Services): number {
  const now = clock.now();
  const meter = new Meter(user, now, () => isConsumer(currentUser()));
  return meter.allowance() === 'none' ? meter.renewedAt() : now + TRIGGER_INTERVAL;
}
