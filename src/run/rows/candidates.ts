/** Rows as the selection sees them: what each asks, how it stands, and what there is against asking it. */
import type { RowQuestion } from '../../enrichment/row-question';
import type { Candidate } from '../../enrichment/selection';
import { isFinal } from '../../sheet/ledger';
import type { Row } from '../../sheet/table';
import type { Answers } from './answers';
import { ALL_MET, type Unmet } from './only-if';
import { fingerprintOf, hasBlank, hasPlace, isUntouched, standingOf } from './standing';

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
