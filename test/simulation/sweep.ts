/** The exhaustive part: one small job, and one thing happening before each of its service calls, in the first half and in the second. */
import { add, emptyTally, type Tally } from './counts';
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

/** Lets each kind happen before each call: before one of the first half of the job, and again half a job later. */
export async function sweep(builds: Builds, kinds: readonly string[]): Promise<ReadonlyMap<string, Swept>> {
  const swept = new Map(kinds.map((kind): [string, Swept] => [kind, { broken: [], tally: emptyTally() }]));
  await playAll(builds, moments(kinds, callsOf(builds)), (report) => {
    note(swept, report);
    return true;
  });
  return swept;
}

function* moments(kinds: readonly string[], calls: number): Generator<Scenario> {
  for (const kind of kinds) {
    const half = Math.ceil(calls / 2);
    for (let call = 1; call <= half; call++) {
      const happenings = [call, call + half].map((at) => ({ kind, when: { call: at }, salt: at * 7 + 1 }));
      yield { ...SMALL_JOB, happenings };
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
