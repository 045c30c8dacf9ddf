/** Which rows a start is about: all, those that a person selected, the first few, those that can be seen, or those that a schedule refreshes; and how each stands. */
import { firstRows } from '../../enrichment/first-rows';
import { Problem } from '../../enrichment/problem';
import type { RefreshedRows } from '../../enrichment/schedule';
import { type Candidate, isTaken, type Mode, type Standing } from '../../enrichment/selection';
import type { Selected } from '../../sheet/selected';
import type { Sheet } from '../../sheet/spreadsheet';
import type { Row } from '../../sheet/table';
import { visibleAmong } from '../../sheet/visible';
import { Answers } from '../rows/answers';
import { type Circumstances, candidatesAmong } from '../rows/candidates';

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
  /** Rows that wait for another enrichment's answers: they are not asked yet. */
  readonly waiting?: ReadonlySet<number>;
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
  const isOut = (each: Candidate): boolean => !rows.has(each.at);
  if (!wanted.visible)
    return { candidates: candidates.map((each) => ({ ...each, outside: isOut(each) })), only: narrowed };
  // Of the others nobody has looked whether they can be seen: they are left out as they are, and told as ever.
  const hidden = (each: Candidate): boolean => isTaken(each, wanted.mode) && isOut(each);
  const seen = candidates.map((each) => (hidden(each) ? { ...each, outside: true, isHidden: true } : each));
  return { candidates: seen, only: narrowed };
}

/** The first rows are those of the table: nobody picked them one by one, nor looked at what hides them. */
function narrowedTo(
  candidates: readonly Candidate[],
  sheet: Sheet,
  { mode, first, visible, refreshed, waiting }: Wanted,
): Selected | undefined {
  if (waiting) return { rows: notAmong(candidates, waiting), judged: false, byHand: new Set() };
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

function notAmong(candidates: readonly Candidate[], waiting: ReadonlySet<number>): ReadonlySet<number> {
  return new Set(candidates.flatMap(({ at }) => (waiting.has(at) ? [] : [at])));
}
