/** The exhaustive part: one small job, and one thing happening before each of its service calls. */
import { add, emptyTally, type Tally } from './counts';
import { KINDS } from './happenings';
import { type Builds, playOn, type Report } from './play';
import { playAll } from './pool';
import type { Scenario } from './scenario';

/** Four rows that ask three questions, in two batches: small enough to be played at every call, with all that a job does. */
export const SMALL_JOB: Scenario = {
  seed: 1,
  sheets: [
    {
      rows: [
        ['Peru', '2001'],
        ['Chile', '2002'],
        ['Peru', '2001'],
        ['Cuba', '2004'],
      ],
      enrichments: ['facts'],
    },
  ],
  linkup: { queueLimit: 2 },
  onKill: 'lost',
  jitterMs: 0,
  skewMs: 0,
  halfCap: false,
  ownKey: true,
  happenings: [],
  again: false,
};

/** What became of one kind of happening. */
export interface Swept {
  /** Moments at which it broke a promise: what happened, and the first promise broken. */
  readonly broken: string[];
  /** How often it came true, by kind. */
  readonly tally: Tally;
}

/** How many service calls the small job makes when nothing happens. */
export function callsOf(builds: Builds): number {
  return playOn(builds, SMALL_JOB).calls;
}

/** Moments of one play. */
const PER_PLAY = 4;

/** After these a job may be short of calls: they are played one at a time. */
const ENDINGS: readonly string[] = [...KINDS.kill, 'deletes the sheet', 'presses Stop'];

/** Lets each kind happen before each call. What leaves the job as long as it is happens several times a play, far apart. */
export async function sweep(builds: Builds, kinds: readonly string[]): Promise<ReadonlyMap<string, Swept>> {
  const swept = new Map(kinds.map((kind): [string, Swept] => [kind, { broken: [], tally: emptyTally() }]));
  await playAll(builds, scenarios(kinds, callsOf(builds)), (report) => {
    note(swept, report);
    return true;
  });
  return swept;
}

function* scenarios(kinds: readonly string[], calls: number): Generator<Scenario> {
  for (const kind of kinds) {
    const distance = ENDINGS.includes(kind) ? calls : Math.ceil(calls / PER_PLAY);
    for (let call = 1; call <= distance; call++) {
      const moments = Array.from({ length: PER_PLAY }, (_, i) => call + i * distance).filter(
        (at) => at <= calls,
      );
      const happenings = moments.map((at) => ({ kind, when: { call: at }, salt: at * 7 + 1 }));
      yield { ...SMALL_JOB, happenings, again: KINDS.kill.includes(kind) };
    }
  }
}

function note(swept: ReadonlyMap<string, Swept>, { scenario, trace, violations, tally }: Report): void {
  const of = swept.get(scenario.happenings[0]?.kind ?? '');
  if (!of) return;
  add(of.tally, tally);
  const [first] = violations;
  if (first) of.broken.push(`${trace.join('; ')}: invariant ${first.invariant}, ${first.what}`);
}
