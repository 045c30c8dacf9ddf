/** The rows of an enrichment as the oracles see them: what each asks, shows, and should show. */
import { type Locale, localeOf } from '../../doubles/google/model/locale';
import type { TaskRecord } from '../../doubles/linkup';
import { type Enrichment, held, isMeant, isOf, shouldHold } from '../engine/enrichments';
import { inputsAt } from '../engine/row-inputs';
import { EMPTIED, looksIn, type Shadow } from '../engine/shadow';
import type { Stage, StagedSheet } from '../engine/stage';
import { hasLoaded } from '../people/inputs';
import { failedSince, type HeldTask } from './failed-since';
import { askersOf } from './money';
import { endedByHand } from './receipts';

/** One row of one enrichment: what it asks, shows, and should show. */
export interface RowSeen {
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
  /** Its question has an answer of another enrichment in it. */
  readonly isOfOthers: boolean;
  /** A run’s task for its question failed, and all that had it answered is a try, or was undone before. */
  readonly isFailedSince: boolean;
  /** Linkup no longer keeps the answer to its question. */
  readonly isForgotten: boolean;
  /** Linkup echoes questions in words by which nobody knows them again: all that can be said is that they were perhaps asked. */
  readonly isUnknowable: boolean;
  /** A run of its enrichment was ended by a person who did not wait for what was under way. */
  readonly isEndedByHand: boolean;
  /** Somebody else went on with a run of its enrichment. */
  readonly isCarriedOn: boolean;
  /** After how many looks of the script what the row asks was last changed: by a person, or by an answer of another enrichment. */
  readonly editedAt: number;
  /** It was typed in or first answered since, or has been loading, and the script never wrote anything beside it: no run held it. */
  readonly isNobodys: boolean;
}

/** One of its outputs. */
export interface CellSeen {
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

/** All rows of an enrichment on its sheet. */
export function rowsSeen(
  stage: Stage,
  { shadow, enrichments }: StagedSheet,
  enrichment: Enrichment,
): RowSeen[] {
  const completed = completedTasks(stage, enrichment);
  const isForgotten = ({ endsAt }: TaskRecord): boolean =>
    stage.clock.now() + stage.skewMs > endsAt + stage.linkup.knobs.retentionMs;
  const isUnknowable = stage.linkup.knobs.echoSubject === 'search words';
  const byHand = endedByHand(stage);
  const runs = stage.runs.seen.filter((run) => enrichments.get(run.enrichment) === enrichment);
  const isEndedByHand = runs.some(({ id }) => byHand.has(id));
  const isCarriedOn = runs.some(({ carried }) => carried.length > 0);
  const failed = failedSince(tasksOf(stage, enrichment).map((task) => asHeld(stage, task)));
  const locale = localeOf(stage.host.spreadsheet.locale);
  return Array.from({ length: Math.max(0, shadow.lastRow - 1) }, (_, i) => {
    const row = lookAt(shadow, enrichment, i + 2, completed, { isForgotten, locale });
    const isFailedSince = failed.has(row.question ?? '');
    return { ...row, isUnknowable, isEndedByHand, isCarriedOn, isFailedSince };
  });
}

/** What runs asked says more than what was tried. */
function completedTasks(stage: Stage, enrichment: Enrichment): Map<string, TaskRecord> {
  const isTried = ({ id }: TaskRecord): boolean => stage.wire.tried.has(id);
  const ours = tasksOf(stage, enrichment).filter(({ status }) => status === 'completed');
  const inTurn = [...ours.filter(isTried), ...ours.filter((task) => !isTried(task))];
  return new Map(inTurn.map((task) => [task.question, task]));
}

/** Only what was asked as this enrichment asks: the same subject with other options is another question. */
function tasksOf({ linkup, foreign }: Stage, enrichment: Enrichment): TaskRecord[] {
  return linkup.ownTasks.filter((task) => !foreign.has(task.id) && isOf(enrichment, task));
}

/** A task as those see it who may still want its answer. */
function asHeld(stage: Stage, task: TaskRecord): HeldTask {
  const runs = askersOf(stage, task);
  const ends = runs.map(({ id }) => stage.undone.get(id) ?? Number.POSITIVE_INFINITY);
  const undoneAt = runs.length > 0 ? Math.max(...ends) + stage.skewMs : Number.POSITIVE_INFINITY;
  return { ...task, isTried: stage.wire.tried.has(task.id), undoneAt };
}

function lookAt(
  shadow: Shadow,
  enrichment: Enrichment,
  at: number,
  completed: ReadonlyMap<string, TaskRecord>,
  { isForgotten, locale }: { isForgotten(task: TaskRecord): boolean; readonly locale: Locale },
): Omit<RowSeen, 'isUnknowable' | 'isEndedByHand' | 'isCarriedOn' | 'isFailedSince'> {
  const inputs = inputsAt(shadow, at);
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
  const isOfOthers = enrichment.uses !== undefined;
  const editedAt = Math.max(0, editedBy(shadow, at), answeredAt(shadow, enrichment, at));
  const mayBeNobodys = isOfOthers || editedAt > 0 || hasLoaded(shadow, at);
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
    isNobodys: mayBeNobodys && !isWrittenBeside(shadow, enrichment, at),
    isOfOthers,
  };
}

/** After how many looks of the script a person last edited a row. */
function editedBy(shadow: Shadow, at: number): number {
  return Math.max(...shadow.columnsOf('person').map((column) => looksIn(shadow.twin.peek(at, column))));
}

/** The same for the script, and the answer that an enrichment asks with; of what a person typed there nobody knows when. */
function answeredAt(shadow: Shadow, { uses }: Enrichment, at: number): number {
  const column = uses === undefined ? 0 : shadow.columnOf(uses);
  if (column === 0) return 0;
  const isTyped = shadow.twin.peek(at, column)?.value !== undefined;
  return isTyped ? Number.POSITIVE_INFINITY : looksIn(shadow.real.peek(at, column));
}

/** Whether the script ever wrote into the Status or the ledger that is beside a row now. */
function isWrittenBeside(shadow: Shadow, { draft }: Enrichment, at: number): boolean {
  return shadow
    .columnsOf('status', 'ledger')
    .filter((column) => shadow.ownerAt(column).name.startsWith(`${draft.name} `))
    .some((column) => looksIn(shadow.real.peek(at, column)) > 0);
}
