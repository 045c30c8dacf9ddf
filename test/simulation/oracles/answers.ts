/** Promises 1, 3, 5 and part of 4 and 6: every cell of every enrichment's columns, held against Linkup's own tasks. */
import type { Enrichment } from '../engine/enrichments';
import type { Stage, StagedSheet } from '../engine/stage';
import { type CellSeen, type RowSeen, rowsSeen } from './row-seen';
import { type Violation, violation } from './violation';

/** When an oracle looks. */
export interface When {
  /** The add-on has looked at the table since a person last touched it, and is done. */
  readonly settled: boolean;
  /** Enrich was pressed once more: what no run had held was offered then. */
  readonly pressedAgain: boolean;
}

/** Looks at an enrichment on its sheet. */
export function checkAnswers(
  stage: Stage,
  sheet: StagedSheet,
  enrichment: Enrichment,
  { settled, pressedAgain }: When,
): Violation[] {
  const actions = Object.keys(stage.tally.userActions);
  const isStill = actions.every((kind) => UNMOVING.test(kind));
  return rowsSeen(stage, sheet, enrichment).flatMap((row) => {
    const { at, question = 'asks nothing', status } = row;
    const where = `${enrichment.draft.name} row ${at} (${question}; status “${status}”)`;
    const wrong = [...kept(row), ...interpreted(row), ...(isStill ? late(row) : [])];
    // A row that no run held is never filled unasked, even where another row that asks the same was.
    const isOwed = (pressedAgain || !row.isNobodys) && !saysThatItFailed(row);
    if (settled)
      wrong.push(...misplaced(row), ...(isOwed ? lost(row, pressedAgain) : []), ...unfinished(row));
    if (settled) wrong.push(...wronglySaid(row, actions));
    return wrong.map(({ promise, what }) => violation(promise, `${where}: ${what}`));
  });
}

function saysThatItFailed({ status, isFailedSince }: RowSeen): boolean {
  return status.startsWith('Failed') && isFailedSince;
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
  const isAsPressed = done.every((kind) => PRESSED.test(kind));
  const ofStill = done.every((kind) => UNCHANGING.test(kind))
    ? [...slandered(row, isAsPressed), ...(isAsPressed ? unmeant(row) : [])]
    : [];
  return done.every((kind) => WHOLE.test(kind)) ? [...ofStill, ...denied(row)] : ofStill;
}

/** 1: a row that the enrichment is not for gets no answer, not even one that is there already. */
function unmeant({ isMeant, cells }: RowSeen): Violation[] {
  if (isMeant) return [];
  return cells
    .filter(({ typed, holds }) => typed === '' && holds !== '')
    .map(({ heading, holds }) => violation(1, `${heading} holds ${holds}, and the row is not meant`));
}

/** 3: what nobody changed is not said to be outdated, nor a row that the enrichment is for to be left out. */
function slandered(row: RowSeen, isAsPressed: boolean): Violation[] {
  const { status, ownStatus, isMeant, isOfOthers, question } = row;
  // One whose first answer is nothing has nothing to ask with.
  if (ownStatus || (isOfOthers && question === undefined)) return [];
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
