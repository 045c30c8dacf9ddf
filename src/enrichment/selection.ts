/** Which rows are asked, which share a question, which get an answer that is there already, and which are left out and why. */
import type { Blocker, RowQuestion } from './row-question';

/**
 * Where a row stands for its present question. `typed`: its outputs hold something the machine did not write · `perhaps asked`: it
 * may have been asked and billed, and nobody can tell · `unreadable`: so may it be, for all that its hidden cells say.
 */
export type Standing =
  | 'unasked'
  | 'answered'
  | 'not found'
  | 'failed'
  | 'expired'
  | 'perhaps asked'
  | 'unreadable'
  | 'asking'
  | 'outdated'
  | 'typed';

/**
 * fill: whatever has no answer yet · retry: what failed, expired or was perhaps asked · outdated: what changed since it was answered ·
 * unanswered: as fill, and what was not found again, and answers with an empty field · again: all but what was typed · overwrite: all, even
 * answered and typed ones · refresh: as fill, and answers that are old · deeper: what got nothing, at the next step.
 */
export const MODES = [
  'fill',
  'retry',
  'outdated',
  'unanswered',
  'again',
  'overwrite',
  'refresh',
  'deeper',
] as const;

/** One of them. */
export type Mode = (typeof MODES)[number];

/** A row as the selection sees it. */
export interface Candidate {
  readonly at: number;
  readonly question: RowQuestion;
  readonly standing: Standing;
  /** Whether another row holds the answer already. */
  readonly answeredElsewhere: boolean;
  /** What is known of its question is so old that it is to be asked anew. */
  readonly isOld: boolean;
  /** It got nothing, and there is a further step for it. */
  readonly isDeeper: boolean;
  /** Answered, but for some of what was asked. */
  readonly isPartial: boolean;
  /** Not chosen: asked and filled only along with a row that is, where nothing that a person typed stands in it. */
  readonly outside: boolean;
  /** Would be asked, but for being out of sight: told as left out, where only what can be seen is chosen. */
  readonly isHidden?: boolean;
  /** Whether answers have a place in it. */
  readonly isFree: boolean;
  /** Whether nothing that a person typed stands in its outputs: else it is not taken along where that would be replaced. */
  readonly isUntouched: boolean;
}

/** A question to ask once, for all rows that share it. */
export interface SharedQuestion {
  readonly fingerprint: string;
  readonly text: string;
  readonly rows: readonly number[];
}

/** Why rows are left out; the column is named where it says what to mend, and of what is `unmet` all there is to say. */
export interface Skipped {
  readonly reason: Reason;
  readonly column: string;
  readonly rows: number;
}

type Reason = Blocker | Standing | 'hidden';

/** What a press of Enrich would do. */
export interface Selection {
  readonly questions: readonly SharedQuestion[];
  /** Rows to be asked; more than `questions` where rows share one. */
  readonly rows: number;
  /** Of these, the rows whose question was perhaps asked before. */
  readonly again: number;
  /** Rows that get a copy of an answer that is on the sheet, for nothing. */
  readonly copies: readonly number[];
  /** Further rows that ask a question of these: reserved along, for nothing. */
  readonly along: readonly number[];
  /** Further rows that ask what is copied: filled along. */
  readonly copiedAlong: readonly number[];
  readonly skipped: readonly Skipped[];
}

/** Whether it would neither ask nor fill any row. */
export function isNothing({ questions, copies }: Selection): boolean {
  return questions.length + copies.length === 0;
}

/** Only who presses for it has these asked: perhaps a second time. */
export const IN_DOUBT: readonly Standing[] = ['perhaps asked', 'unreadable'];

/** Modes that ask what is answered: on the sheet there is nothing to be copied then. */
const ANEW: readonly Mode[] = ['again', 'overwrite', 'deeper'];

const ASKED: Record<Mode, readonly Standing[]> = {
  fill: ['unasked', 'outdated', 'failed', 'expired'],
  retry: ['failed', 'expired', ...IN_DOUBT],
  outdated: ['outdated'],
  unanswered: ['unasked', 'outdated', 'failed', 'expired', 'not found'],
  again: ['unasked', 'outdated', 'failed', 'expired', 'not found', 'answered', ...IN_DOUBT],
  overwrite: ['unasked', 'outdated', 'failed', 'expired', 'not found', 'answered', 'typed', ...IN_DOUBT],
  refresh: ['unasked', 'outdated', 'failed', 'expired', 'not found', 'answered'],
  deeper: ['not found', 'answered'],
};

/** What a refresh asks only for its age. */
const ENDED_WELL: readonly Standing[] = ['not found', 'answered'];

/** Whether a row is chosen and asks something that a mode asks. */
export function isTaken(candidate: Candidate, mode: Mode): boolean {
  return !candidate.outside && 'text' in candidate.question && isAskedBy(candidate, mode);
}

type Stands = Pick<Candidate, 'standing' | 'isOld' | 'isDeeper' | 'isPartial'>;

function isAskedBy({ standing, isOld, isDeeper, isPartial }: Stands, mode: Mode): boolean {
  if (mode === 'deeper' && !isDeeper) return false;
  if (mode === 'unanswered' && isPartial) return true;
  if (mode === 'refresh' && ENDED_WELL.includes(standing) && !isOld) return false;
  return ASKED[mode].includes(standing);
}

/** Whether a row that is taken gets the answer that is on the sheet, instead of being asked. */
export function isCopied({ answeredElsewhere, isOld, isPartial }: Candidate, mode: Mode): boolean {
  return answeredElsewhere && !isOld && !isPartial && !ANEW.includes(mode);
}

/** Selects among the rows in their order. Whoever asks what is asked anyway is taken along. */
export function select(candidates: readonly Candidate[], mode: Mode): Selection {
  const questions = new Map<string, { text: string; rows: number[] }>();
  const copies = new Map<number, string>();
  const others: Candidate[] = [];
  let again = 0;
  for (const candidate of candidates) {
    const { at, question, standing } = candidate;
    if (!('text' in question) || !isTaken(candidate, mode)) others.push(candidate);
    else if (isCopied(candidate, mode)) copies.set(at, question.fingerprint);
    else {
      share(questions, question, at);
      again += IN_DOUBT.includes(standing) ? 1 : 0;
    }
  }
  const shared = [...questions].map(([fingerprint, { text, rows }]) => ({ fingerprint, text, rows }));
  const rows = shared.reduce((sum, question) => sum + question.rows.length, 0);
  const along = others.filter((other) => isAlong(other, questions, mode));
  const copied = new Set([...copies.values()].filter((print) => !questions.has(print)));
  const copiedAlong = others.filter((other) => other.standing !== 'answered' && isAlong(other, copied, mode));
  const taken = new Set([...along, ...copiedAlong]);
  return {
    questions: shared,
    rows,
    again,
    copies: [...copies.keys()],
    along: along.map(({ at }) => at),
    copiedAlong: copiedAlong.map(({ at }) => at),
    skipped: skippedAmong(
      others.filter((other) => (!other.outside || other.isHidden) && !taken.has(other)),
      mode,
    ),
  };
}

/** How many rows each mode would ask or fill, the chosen rows of `select` for all of them in one pass. */
export type RowsByMode = Readonly<Record<Mode, number>>;

/** Counts them. Who is not chosen counts as well: it is about the whole table. */
export function rowsByMode(candidates: readonly Candidate[]): RowsByMode {
  const standings = new Map<Standing, number>();
  let [refresh, deeper, partial] = [0, 0, 0];
  for (const each of candidates) {
    if (!('text' in each.question)) continue;
    standings.set(each.standing, (standings.get(each.standing) ?? 0) + 1);
    if (isAskedBy(each, 'refresh')) refresh += 1;
    if (isAskedBy(each, 'deeper')) deeper += 1;
    if (each.isPartial) partial += 1;
  }
  const asked = (mode: Mode): number =>
    ASKED[mode].reduce((sum, standing) => sum + (standings.get(standing) ?? 0), 0);
  return {
    fill: asked('fill'),
    retry: asked('retry'),
    outdated: asked('outdated'),
    unanswered: asked('unanswered') + partial,
    again: asked('again'),
    overwrite: asked('overwrite'),
    refresh,
    deeper,
  };
}

function isAlong(
  { question, isFree, isUntouched }: Candidate,
  prints: { has(fingerprint: string): boolean },
  mode: Mode,
): boolean {
  const isOpen = mode === 'overwrite' ? isUntouched : isFree;
  return isOpen && 'text' in question && prints.has(question.fingerprint);
}

function skippedAmong(left: readonly Candidate[], mode: Mode): Skipped[] {
  const skipped = new Map<string, Counted>();
  for (const { question, standing, isHidden } of left) {
    // What would not be asked anyway is not left out by the condition.
    const isStanding =
      'blocker' in question && question.blocker === 'unmet' && !ASKED[mode].includes(standing);
    if (isHidden) count(skipped, 'hidden', '');
    else if ('blocker' in question && !isStanding) count(skipped, question.blocker, question.column);
    else count(skipped, standing, '');
  }
  return [...skipped.values()];
}

function share(
  questions: Map<string, { text: string; rows: number[] }>,
  { text, fingerprint }: { text: string; fingerprint: string },
  at: number,
): void {
  const known = questions.get(fingerprint);
  if (known) known.rows.push(at);
  else questions.set(fingerprint, { text, rows: [at] });
}

interface Counted extends Pick<Skipped, 'reason' | 'column'> {
  rows: number;
}

function count(skipped: Map<string, Counted>, reason: Reason, column: string): void {
  const key = `${reason} ${column}`;
  const known = skipped.get(key);
  if (known) known.rows += 1;
  else skipped.set(key, { reason, column, rows: 1 });
}
