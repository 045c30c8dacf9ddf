/** The exhaustive part: one small job, and one thing happening before each of its service calls. */
import { add, emptyTally, type Tally } from './counts';
import type { Chance } from './director';
import { KINDS, touchesTable } from './happenings';
import { type Builds, playOn, type Report } from './play';
import { playAll } from './pool';
import type { Scenario } from './scenario';
import { SMALL_JOB } from './small-job';

/** What became of one kind of happening. */
export interface Swept {
  /** Moments at which it broke a promise: what happened, and the first promise broken. */
  readonly broken: string[];
  /** How often it came true, by kind. */
  readonly tally: Tally;
}

/** The moments of the small job when nothing happens, in order. */
export function momentsOf(builds: Builds): Chance[] {
  const seen: Chance[] = [];
  const { calls } = playOn(builds, SMALL_JOB, (chance) => seen.push(chance));
  return seen.slice(0, calls);
}

/**
 * The numbers of the moments, from 1, at which a kind may end otherwise than at a moment that is tried as well. A kill where
 * nothing is buffered ends alike whatever becomes of the buffer, a buffer of one call has no part, and a kill after a mere look
 * ends like one before it. What a person does to the sheet is not seen before the next call that touches it, or before the next
 * execution. A press finds the document locked and leaves a request: it ends alike before and after a mere look at the table.
 */
export function worthTrying(kind: string, moments: readonly Chance[]): number[] {
  const isWorth = worth(kind, moments);
  return moments.flatMap((moment, i) => (isWorth(moment, i) ? [i + 1] : []));
}

function worth(kind: string, moments: readonly Chance[]): (moment: Chance, i: number) => boolean {
  const fewest = FEWEST_BUFFERED[kind];
  const locked = lockedAt(moments);
  const lookBefore = ({ execution }: Chance, i: number): Chance | undefined => {
    const before = moments[i - 1];
    return before?.execution === execution && before.isMereLook ? before : undefined;
  };
  if (fewest !== undefined) return (moment, i) => moment.buffered >= fewest && !lookBefore(moment, i);
  if (touchesTable(kind))
    return ({ onSheet, execution }, i) => onSheet || moments[i + 1]?.execution !== execution;
  return (moment, i) => !(lookBefore(moment, i)?.onSheet && locked[i - 1]);
}

/** At which of the moments the execution that is at work holds the document's lock. */
function lockedAt(moments: readonly Chance[]): boolean[] {
  let holder: number | undefined;
  return moments.map(({ execution, names }) => {
    const isHeld = holder === execution;
    if (names.includes('Lock.tryLock')) holder = execution;
    if (names.includes('Lock.releaseLock')) holder = undefined;
    return isHeld;
  });
}

/** Write calls that must be buffered for a kill of this kind to differ from one that loses them all. */
const FEWEST_BUFFERED: Readonly<Record<string, number>> = {
  'killed, writes lost': 0,
  'killed, writes applied': 1,
  'killed, writes partly applied': 2,
};

/** Moments of one play: far enough apart that each is met by a job that is whole again. */
const PER_PLAY = { onTable: 13, elsewhere: 38 };

/**
 * Columns move a table as a whole, and thirteen times within one second nobody moves them; a swapped definition pauses the run;
 * thirteen cells of a ledger pasted over others leave nothing to tell rows by; others find nothing left to do when done too often,
 * or wait for their turn, each of them for twenty seconds of the six minutes that the execution has.
 */
const FEWER_PER_PLAY: Readonly<Record<string, number>> = {
  'moves a column': 3,
  'inserts a column': 4,
  'swaps the definition of an enrichment': 3,
  'copies a cell of the ledger': 8,
  'renames a column': 8,
  'deletes an output column': 6,
  'deletes rows': 10,
  'presses Enrich again': 8,
  'colleague presses Enrich': 8,
  'removes an enrichment, and keeps its columns': 8,
  'removes an enrichment with its columns': 8,
  'enriches in the sidebar': 16,
  'overwrites in the sidebar': 16,
  'somebody asks our questions otherwise': 16,
};

function mostPerPlay(kind: string): number {
  return FEWER_PER_PLAY[kind] ?? (touchesTable(kind) ? PER_PLAY.onTable : PER_PLAY.elsewhere);
}

/** Which of the moments worth trying are tried. */
export type Some = (kind: string, moments: readonly number[]) => readonly number[];

const all: Some = (_, moments) => moments;

/** After these a job may be short of calls: they are played one at a time. */
const ENDINGS: readonly string[] = [...KINDS.kill, 'deletes the sheet', 'presses Stop'];

/** Lets each kind happen at every moment worth trying. What leaves the job as long as it is happens several times a play, far apart. */
export async function sweep(
  builds: Builds,
  kinds: readonly string[],
  salts: readonly number[],
  some: Some = all,
): Promise<ReadonlyMap<string, Swept>> {
  const swept = new Map(kinds.map((kind): [string, Swept] => [kind, { broken: [], tally: emptyTally() }]));
  await playAll(builds, scenarios(kinds, momentsOf(builds), salts, some), (report) => {
    note(swept, report);
    return true;
  });
  return swept;
}

function* scenarios(
  kinds: readonly string[],
  moments: readonly Chance[],
  salts: readonly number[],
  some: Some,
): Generator<Scenario> {
  for (const kind of kinds) {
    const tried = some(kind, worthTrying(kind, moments));
    const distance = ENDINGS.includes(kind) ? tried.length : Math.ceil(tried.length / mostPerPlay(kind));
    // What a kill does is decided by the moment alone.
    for (const salt of KINDS.kill.includes(kind) ? salts.slice(0, 1) : salts)
      for (let first = 0; first < distance; first++) {
        const chosen = tried.filter((_, i) => i % distance === first);
        const happenings = chosen.map((call) => ({ kind, when: { call }, salt: call * 7 + salt }));
        yield { ...SMALL_JOB, happenings, again: KINDS.kill.includes(kind) };
      }
  }
}

function note(swept: ReadonlyMap<string, Swept>, { scenario, trace, violations, tally }: Report): void {
  const of = swept.get(scenario.happenings[0]?.kind ?? '');
  if (!of) return;
  add(of.tally, tally);
  const [first] = violations;
  if (first) of.broken.push(`${trace.join('; ')}: promise ${first.promise}, ${first.what}`);
}
