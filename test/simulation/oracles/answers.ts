/** Promises 1, 3, 5 and part of 4 and 6: every cell of every enrichment's columns, held against Linkup's own tasks. */

import { type Locale, localeOf } from '../../doubles/google/model/locale';
import type { TaskRecord } from '../../doubles/linkup';
import { type Enrichment, held, type Inputs, isMeant, isOf, shouldHold } from '../engine/enrichments';
import { EMPTIED, looksIn, type Shadow } from '../engine/shadow';
import type { Stage, StagedSheet } from '../engine/stage';
import { hasLoaded } from '../people/inputs';
import { endedByHand } from './receipts';
import { type Violation, violation } from './violation';

/** One row of one enrichment: what it asks, shows, and should show. */
interface RowSeen {
  readonly at: number;
  readonly question: string | undefined;
  readonly status: string;
  /** A person wrote the status. */
  readonly ownStatus: boolean;
  /** Its outputs are the person's own columns: what they typed into one says nothing of the others. */
  readonly fillsTheirs: boolean;
  readonly cells: readonly CellSeen[];
  /** Whether the enrichment is for some rows only, and this is one of them now. */
  readonly isForSome: boolean;
  readonly isMeant: boolean;
  /** Nobody has changed a row since somebody pressed. */
  readonly isAsPressed: boolean;
  /** Linkup no longer keeps the answer to its question. */
  readonly isForgotten: boolean;
  /** Linkup echoes questions in words by which nobody knows them again: all that can be said is that they were perhaps asked. */
  readonly isUnknowable: boolean;
  /** A run of its enrichment was ended by a person who did not wait for what was under way. */
  readonly isEndedByHand: boolean;
  /** Somebody else went on with a run of its enrichment. */
  readonly isCarriedOn: boolean;
  /** After how many looks of the script a person last edited what the row asks. */
  readonly editedAt: number;
  /** It was typed in since, or has been loading, and the script never wrote anything beside it: no run held it. */
  readonly isNobodys: boolean;
}

/** When an oracle looks. */
export interface When {
  /** The add-on has looked at the table since a person last touched it, and is done. */
  readonly settled: boolean;
  /** Enrich was pressed once more: what no run had held was offered then. */
  readonly pressedAgain: boolean;
}

interface CellSeen {
  /** After how many looks of the script it made the column anew among others; 0 where it did not. */
  readonly madeAt: number;
  /** After how many of its looks the script wrote it. */
  readonly writtenAt: number;
  readonly heading: string;
  readonly holds: string;
  /** What a person typed there, or ''. */
  readonly typed: string;
  readonly emptied: boolean;
  /** A rule of the cell's refuses what belongs there. */
  readonly refuses: boolean;
  /** What the completed task for the row's question says; undefined where there is none. */
  readonly right: string | undefined;
}

/** Looks at an enrichment on its sheet. */
export function checkAnswers(
  stage: Stage,
  { shadow, enrichments }: StagedSheet,
  enrichment: Enrichment,
  { settled, pressedAgain }: When,
): Violation[] {
  const completed = completedTasks(stage, enrichment);
  const isStill = Object.keys(stage.tally.userActions).every((kind) => UNMOVING.test(kind));
  const isAsPressed = Object.keys(stage.tally.userActions).every((kind) => PRESSED.test(kind));
  const isForgotten = ({ endsAt }: TaskRecord): boolean =>
    stage.clock.now() + stage.skewMs > endsAt + stage.linkup.knobs.retentionMs;
  const isUnknowable = stage.linkup.knobs.echoSubject === 'search words';
  const byHand = endedByHand(stage);
  const runs = stage.runs.seen.filter((run) => enrichments.get(run.enrichment) === enrichment);
  const isEndedByHand = runs.some(({ id }) => byHand.has(id));
  const isCarriedOn = runs.some(({ carried }) => carried.length > 0);
  const failed = failedBesideTry(stage, enrichment, completed);
  const ofRuns = { isUnknowable, isEndedByHand, isCarriedOn, isAsPressed };
  const locale = localeOf(stage.host.spreadsheet.locale);
  const found: Violation[] = [];
  for (let at = 2, last = shadow.lastRow; at <= last; at++) {
    const row = { ...lookAt(shadow, enrichment, at, completed, { isForgotten, locale }), ...ofRuns };
    const where = `${enrichment.draft.name} row ${at} (${row.question ?? 'asks nothing'}; status “${row.status}”)`;
    const wrong = [...kept(row), ...interpreted(row), ...(isStill ? late(row) : [])];
    // A row that no run held is never filled unasked, even where another row that asks the same was.
    const isOwed = (pressedAgain || !row.isNobodys) && !saysThatItFailed(row, failed);
    if (settled)
      wrong.push(...misplaced(row), ...(isOwed ? lost(row, pressedAgain) : []), ...unfinished(row));
    if (settled) wrong.push(...wronglySaid(row, Object.keys(stage.tally.userActions)));
    found.push(...wrong.map(({ promise, what }) => violation(promise, `${where}: ${what}`)));
  }
  return found;
}

/** What runs asked says more than what was tried. */
function completedTasks(stage: Stage, enrichment: Enrichment): Map<string, TaskRecord> {
  const isTried = ({ id }: TaskRecord): boolean => stage.wire.tried.has(id);
  const ours = tasksOf(stage, enrichment).filter(({ status }) => status === 'completed');
  const inTurn = [...ours.filter(isTried), ...ours.filter((task) => !isTried(task))];
  return new Map(inTurn.map((task) => [task.question, task]));
}

/** Questions that only a try had answered, and a run's task failed at: an answer to a try is no row's before somebody writes it there. */
function failedBesideTry(
  stage: Stage,
  enrichment: Enrichment,
  completed: ReadonlyMap<string, TaskRecord>,
): Set<string> {
  const { tried } = stage.wire;
  const failed = tasksOf(stage, enrichment).filter(({ id, status }) => status === 'failed' && !tried.has(id));
  const isTryAlone = (question: string): boolean => tried.has(completed.get(question)?.id ?? '');
  return new Set(failed.map(({ question }) => question).filter(isTryAlone));
}

function saysThatItFailed({ status, question = '' }: RowSeen, failed: ReadonlySet<string>): boolean {
  return status.startsWith('Failed') && failed.has(question);
}

/** Only what was asked as this enrichment asks: the same subject with other options is another question. */
function tasksOf({ linkup, foreign }: Stage, enrichment: Enrichment): TaskRecord[] {
  return linkup.ownTasks.filter((task) => !foreign.has(task.id) && isOf(enrichment, task));
}

function lookAt(
  shadow: Shadow,
  enrichment: Enrichment,
  at: number,
  completed: ReadonlyMap<string, TaskRecord>,
  { isForgotten, locale }: { isForgotten(task: TaskRecord): boolean; readonly locale: Locale },
): Omit<RowSeen, 'isUnknowable' | 'isEndedByHand' | 'isCarriedOn' | 'isAsPressed'> {
  const inputs = inputsOf(shadow, at);
  const question = enrichment.asks(inputs);
  const task = question === undefined ? undefined : completed.get(question);
  const right = task && shouldHold(enrichment, task);
  const cells = enrichment.outputs.flatMap(({ heading }, i) => {
    const column = shadow.columnOf(heading);
    if (column === 0) return [];
    const twin = shadow.twin.peek(at, column);
    const real = shadow.real.peek(at, column);
    const emptied = twin?.note === EMPTIED;
    const refuses = real?.validation?.rejects === true;
    const seen = { heading, holds: held(real), typed: held(twin), emptied, refuses, right: right?.[i] };
    return [{ ...seen, writtenAt: looksIn(real), madeAt: shadow.madeAt(column) }];
  });
  const statusColumn = shadow.columnOf(`${enrichment.draft.name} status`);
  const editedAt = Math.max(0, ...shadow.columnsOf('person').map((c) => looksIn(shadow.twin.peek(at, c))));
  return {
    at,
    question,
    fillsTheirs: enrichment.fillsTheirs === true,
    isForSome: enrichment.draft.onlyIf !== undefined,
    isMeant: isMeant(enrichment, inputs, locale),
    status: statusColumn > 0 ? shadow.real.display(at, statusColumn) : '',
    ownStatus: statusColumn > 0 && shadow.twin.peek(at, statusColumn)?.value !== undefined,
    cells,
    isForgotten: task !== undefined && isForgotten(task),
    editedAt,
    isNobodys: (editedAt > 0 || hasLoaded(shadow, at)) && !isWrittenBeside(shadow, enrichment, at),
  };
}

/** Whether the script ever wrote into the Status or the ledger that is beside a row now. */
function isWrittenBeside(shadow: Shadow, { draft }: Enrichment, at: number): boolean {
  return shadow
    .columnsOf('status', 'ledger')
    .filter((column) => shadow.ownerAt(column).name.startsWith(`${draft.name} `))
    .some((column) => looksIn(shadow.real.peek(at, column)) > 0);
}

function inputsOf(shadow: Shadow, at: number): Inputs {
  const shown = (name: string): string => shadow.real.display(at, shadow.columnOf(name)).trim();
  return { Thing: shown('Thing'), Year: shown('Year'), Note: shown('Note') };
}

/** 4: what a person typed into an output is still there. */
function kept({ cells }: RowSeen): Violation[] {
  return cells
    .filter(({ typed, holds }) => typed !== '' && holds !== typed)
    .map(({ heading, typed, holds }) =>
      violation(4, `${heading} was typed ${typed} and holds ${holds || 'nothing'}`),
    );
}

/** 5: no text became anything else. */
function interpreted({ cells }: RowSeen): Violation[] {
  return cells
    .filter(({ holds, typed, right }) => typed === '' && isInterpreted(holds, right))
    .map(({ heading, holds, right }) => violation(5, `${heading} holds ${holds}, not ${right ?? 'a text'}`));
}

function isInterpreted(holds: string, right: string | undefined): boolean {
  if (holds.startsWith('formula:')) return true;
  return right?.startsWith('text:') === true && holds !== '' && !holds.startsWith('text:');
}

/** 1: an answer is only on a row that asks its question, unless the row is said to be outdated. */
function misplaced({ question, status, cells, fillsTheirs }: RowSeen): Violation[] {
  const byHand = !fillsTheirs && cells.some(({ typed }) => typed !== '');
  if (question === undefined || byHand || status.startsWith('Outdated')) return [];
  return cells
    .filter(({ typed }) => typed === '')
    .filter(({ holds, right }) => holds !== '' && holds !== right)
    .map(({ heading, holds, right }) => violation(1, `${heading} holds ${holds}, not ${right ?? 'nothing'}`));
}

/** What leaves every cell where it is: only then is it certain which came first, an edit of the row or its answer. */
const UNMOVING = /^(edits|types|presses|colleague|refreshing)/;

/** What changes no question: a formula that is loading will show the same text again. */
const UNCHANGING =
  /^(has |presses|colleague|puts a picture|adds or removes a filter|follows|resumes|stops|connects|tries|refreshing)/;

/** What takes no answer from its row, nor brings another there. */
const WHOLE =
  /^(has |presses (Enrich|Check|Stop)|colleague|puts a|adds |follows|resumes|stops|connects|refreshing|enriches)/;

/** What leaves every row what it was when somebody pressed. A try may be written for a row that the enrichment is not for. */
const PRESSED = /^(presses|enriches|overwrites|colleague|follows|works|resumes|stops|connects|refreshing)/;

/** What Status says against what people did, where nothing of that can be why. */
function wronglySaid(row: RowSeen, done: readonly string[]): Violation[] {
  const ofStill = done.every((kind) => UNCHANGING.test(kind)) ? [...slandered(row), ...unmeant(row)] : [];
  return done.every((kind) => WHOLE.test(kind)) ? [...ofStill, ...denied(row)] : ofStill;
}

/** 1: a row that the enrichment is not for gets no answer, not even one that is there already. */
function unmeant({ isMeant, isAsPressed, cells }: RowSeen): Violation[] {
  if (isMeant || !isAsPressed) return [];
  return cells
    .filter(({ typed, holds }) => typed === '' && holds !== '')
    .map(({ heading, holds }) => violation(1, `${heading} holds ${holds}, and the row is not meant`));
}

/** 3: what nobody changed is not said to be outdated, nor a row that the enrichment is for to be left out. */
function slandered({ status, ownStatus, isMeant, isAsPressed }: RowSeen): Violation[] {
  if (ownStatus) return [];
  if (isMeant && isAsPressed && status.startsWith('Skipped'))
    return [violation(3, 'is said to be left out, and the row is meant')];
  if (!status.startsWith('Outdated')) return [];
  return [violation(3, 'is said to be outdated, and nobody changed what it asks')];
}

/** 3: what has its answer is not said to have none. */
function denied({ status, ownStatus, cells }: RowSeen): Violation[] {
  const holds = cells.some((cell) => cell.typed === '' && cell.holds !== '' && cell.holds === cell.right);
  return status === 'Not found' && !ownStatus && holds ? [violation(3, 'is said to have no answer')] : [];
}

/** 1: a row that was edited gets nothing from the moment on that the script has looked again; what it holds as outdated was there before. */
function late({ status, cells, editedAt }: RowSeen): Violation[] {
  if (!status.startsWith('Outdated')) return [];
  return cells
    .filter(({ typed, holds, writtenAt }) => typed === '' && holds !== '' && writtenAt > editedAt)
    .map(({ heading, holds }) => violation(1, `${heading} got ${holds} after the row was edited`));
}

/** The Status of rows whose answers a person did not want to be waited for. Their hidden State says that they have expired. */
const LET_GO = 'Stopped before the answer came; it may be billed';

/** The Status of rows whose answers went to the key of whoever began the run. */
const ANOTHERS = /^(Asked with another key|Perhaps asked)/;

/** Whether a row is one that its enrichment is not for, or was not; a person may have written over the words that say so. */
function isLeftOut({ status, ownStatus, isForSome, isMeant }: RowSeen): boolean {
  return isForSome && (/^(Skipped|$)/.test(status) || (ownStatus && !isMeant));
}

/**
 * 3: what was answered is there, or its absence is explained. What had expired and was chosen again may have met the cap of that run;
 * and whoever ends a run by hand may do so before an answer was fetched. What an enrichment was not for when it was asked waits to be
 * asked for.
 */
function lost(row: RowSeen, pressedAgain: boolean): Violation[] {
  const { status, cells, fillsTheirs, isForgotten, isUnknowable, isEndedByHand, isCarriedOn } = row;
  if (isLeftOut(row)) return [];
  if ((isEndedByHand && status === LET_GO) || (isCarriedOn && ANOTHERS.test(status))) return [];
  const byHand =
    !fillsTheirs && (cells.some(({ typed }) => typed !== '') || status.includes('your own value kept'));
  if (byHand || /^(Outdated|Expired)/.test(status)) return [];
  if ((isUnknowable || isForgotten) && status.startsWith('Perhaps asked')) return [];
  if (isForgotten && status === 'Not asked: the spending cap was reached') return [];
  // A person deleted the column, answer and all, and a Save made it anew after the row was done: the next fill asks for what it lacks.
  const answeredAt = Math.max(...cells.map(({ writtenAt }) => writtenAt));
  const isNewer = ({ madeAt }: CellSeen): boolean => !pressedAgain && madeAt > answeredAt;
  return cells
    .filter((cell) => !cell.emptied && !cell.refuses && !isNewer(cell))
    .filter(({ holds, right }) => holds === '' && right !== undefined && right !== '')
    .map(({ heading, right }) => violation(3, `${heading} is empty though Linkup answered ${right ?? ''}`));
}

/** 6: nothing waits any more. */
function unfinished({ status, ownStatus }: RowSeen): Violation[] {
  if (ownStatus || !/^(Waiting|Asking)/.test(status)) return [];
  return [violation(6, 'still waits after the end')];
}
