/** Which rows a start is about: all, those that a person selected, the first few, those that can be seen, or those that a schedule refreshes; and how each stands. */
import { firstRows } from '../../enrichment/first-rows';
import { Problem } from '../../enrichment/problem';
import type { RowQuestion } from '../../enrichment/row-question';
import type { RefreshedRows } from '../../enrichment/schedule';
import { type Candidate, isTaken, type Mode, type Standing } from '../../enrichment/selection';
import { isFinal } from '../../sheet/ledger';
import type { Selected } from '../../sheet/selected';
import type { Sheet } from '../../sheet/spreadsheet';
import type { Row } from '../../sheet/table';
import { visibleAmong } from '../../sheet/visible';
import { Answers } from '../rows/answers';
import { ALL_MET, type Unmet } from '../rows/only-if';
import { fingerprintOf, hasBlank, hasPlace, isUntouched, standingOf } from '../rows/standing';

/** What a person wants asked. */
export interface Wanted {
  readonly mode: Mode;
  /** Whether a run goes on. */
  readonly isLive: (run: string) => boolean;
  /** What the person selected, where they did. */
  readonly only?: Selected | undefined;
  /** Of the rows that would be asked only the first so many. */
  readonly first?: number | undefined;
  /** Only those that can be seen. */
  readonly visible?: boolean;
  /** What a schedule refreshes. */
  readonly refreshed?: RefreshedRows;
  /** Answers from before this moment, in ms since 1970, are asked anew by a refresh. */
  readonly oldBefore?: number;
}

/** Rows as the selection sees them, and which of them are chosen; undefined for all. */
interface Chosen {
  readonly candidates: readonly Candidate[];
  readonly only: Selected | undefined;
}

/** Those that a person selected, or what their choice makes of all rows. Throws `nothing-selected`. */
export function chosenAmong(
  filled: readonly Row[],
  sheet: Sheet,
  wanted: Wanted,
  { unmet, deeper }: Pick<Circumstances, 'unmet' | 'deeper'>,
): Chosen {
  const { isLive, only, oldBefore } = wanted;
  const isChosen = ({ at }: Row): boolean => only?.rows.has(at) ?? true;
  if (!filled.some(isChosen)) throw new Problem('nothing-selected');
  const answers = Answers.among(filled);
  const candidates = candidatesAmong(filled, answers, isLive, isChosen, { unmet, oldBefore, deeper });
  const narrowed = narrowedTo(candidates, sheet, wanted);
  if (!narrowed) return { candidates, only };
  const { rows } = narrowed;
  return { candidates: candidates.map((each) => ({ ...each, outside: !rows.has(each.at) })), only: narrowed };
}

/** The first rows are those of the table: nobody picked them one by one, nor looked at what hides them. */
function narrowedTo(
  candidates: readonly Candidate[],
  sheet: Sheet,
  { mode, first, visible, refreshed }: Wanted,
): Selected | undefined {
  if (refreshed) return { rows: refreshedAmong(candidates, refreshed), judged: false, byHand: new Set() };
  if (first !== undefined)
    return { rows: firstRows(candidates, mode, first), judged: false, byHand: new Set() };
  if (!visible) return undefined;
  const taken = candidates.filter((each) => isTaken(each, mode));
  return visibleAmong(
    sheet,
    taken.map(({ at }) => at),
  );
}

/** Those that a schedule is for, by how they stand. */
function refreshedAmong(candidates: readonly Candidate[], rows: RefreshedRows): ReadonlySet<number> {
  const { fresh, changed, failed } = rows;
  const isFor: Partial<Record<Standing, boolean>> = {
    ...{ unasked: fresh, outdated: changed, failed, expired: failed },
    ...{ answered: true, 'not found': true },
  };
  return new Set(candidates.filter(({ standing }) => isFor[standing] === true).map(({ at }) => at));
}

/** What rows are seen by, besides what is in them. */
export interface Circumstances {
  /** Rows that the enrichment is not for. */
  readonly unmet?: Unmet | undefined;
  /** Answers from before this moment, in ms since 1970, are old; none where it is missing. */
  readonly oldBefore?: number | undefined;
  /** Rows that got nothing, and for which there is a further step. */
  readonly deeper?: ReadonlySet<number> | undefined;
}

/** Rows as the selection sees them. */
export function candidatesAmong(
  rows: readonly Row[],
  answers: Answers,
  isLive: (run: string) => boolean,
  isChosen: (row: Row) => boolean,
  { unmet = ALL_MET, oldBefore = 0, deeper }: Circumstances,
): Candidate[] {
  return rows.map((row) => ({
    at: row.at,
    question: questionUnless(unmet.get(row.at), row),
    standing: standingOf(row, answers, isLive),
    answeredElsewhere: answers.holder(fingerprintOf(row)) !== undefined,
    isDeeper: deeper?.has(row.at) ?? false,
    isPartial: isPartial(row, answers),
    isOld: oldBefore > 0 && (endedAt(row, answers) ?? oldBefore) < oldBefore,
    outside: !isChosen(row),
    isFree: hasPlace(row),
    isUntouched: isUntouched(row),
  }));
}

/** Whether a row is answered, but for some of what was asked. */
function isPartial(row: Row, answers: Answers): boolean {
  if (![...row.asked].some((slot) => row.cells.get(slot) === '')) return false;
  const answer = answers.answerIn(row);
  return answer !== undefined && hasBlank(row, answer);
}

/** When what a row asks was last answered, there or elsewhere, in ms since 1970; undefined where it never was. */
function endedAt(row: Row, answers: Answers): number | undefined {
  const print = fingerprintOf(row);
  const { state } = row.ledger;
  if (state?.fingerprint === print && isFinal(state.state)) return state.at;
  return answers.holder(print)?.ledger.state?.at;
}

/** What a row that the enrichment is not for has against being asked. What it lacks otherwise comes first. */
function questionUnless(unmet: string | undefined, { question }: Row): RowQuestion {
  return unmet === undefined || !('text' in question) ? question : { blocker: 'unmet', column: unmet };
}
