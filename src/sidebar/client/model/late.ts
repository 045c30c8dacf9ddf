/** What is said while the page does not get to know how a run stands, or its work on it was cut short: calmly, unless somebody has to act. Pure. */
import { PASSING } from '../../../enrichment/passing';
import type { Progress } from '../../protocol';

/** Calls of one kind that have failed in a row. Times in ms since 1970. */
export interface Late {
  /** Why the last one did. */
  readonly fault: { readonly code: string; readonly sentence: string };
  readonly since: number;
  /** When it is tried again; 0 while it is being tried. */
  readonly nextAt: number;
  /** The browser itself says that there is no network. */
  readonly offline?: boolean;
}

/** Nothing, a calm word with the time of the next try, or what somebody has to act on. */
export type Lateness =
  | { readonly kind: 'none' }
  | { readonly kind: 'calm'; readonly words: string; readonly nextAt: number }
  | { readonly kind: 'act'; readonly fault: Late['fault'] };

const NONE: Lateness = { kind: 'none' };

/** So long a failure may be a hiccup of which nobody needs to hear, in ms. */
const HICCUP = 10_000;

/** After so long without a success it will not pass by itself, in ms, unless it is the network. */
const LASTING = 120_000;

/** No call gets through. */
const CUT_OFF = ['unreachable', 'no-answer'];

/** What passes, or the server's next execution takes up: nobody can do anything about it but wait. */
const WAITED_FOR: readonly string[] = [
  ...PASSING,
  ...'google limited cut-short busy out-of-time queue-full unexpected'.split(' '),
];

/** Whether a failed look is one to be repeated in silence. */
export function isPassing(code: string): boolean {
  return CUT_OFF.includes(code) || WAITED_FOR.includes(code);
}

/** Whether it means that Google is out of reach. */
export function isCutOff(code: string): boolean {
  return CUT_OFF.includes(code);
}

/** What to say of a run, by the looks at it and the work on it. */
export function lateness(
  run: Progress,
  looking: Late | undefined,
  working: Late | undefined,
  now: number,
): Lateness {
  return ofLooks(run, looking, now) ?? ofWork(working, now) ?? NONE;
}

function ofLooks(run: Progress, late: Late | undefined, now: number): Lateness | undefined {
  if (!late) return undefined;
  const { code } = late.fault;
  if (isForPerson(late, now)) return { kind: 'act', fault: late.fault };
  if (now - late.since < HICCUP && !late.offline) return undefined;
  return { kind: 'calm', words: `${HOW[code] ?? HOW.other} ${meanwhile(run)}`, nextAt: late.nextAt };
}

/** That no call of its work gets through, the looks tell: they are more. */
function ofWork(late: Late | undefined, now: number): Lateness | undefined {
  if (!late || isCutOff(late.fault.code)) return undefined;
  if (isForPerson(late, now)) return { kind: 'act', fault: late.fault };
  return { kind: 'calm', words: CUT_SHORT, nextAt: late.nextAt };
}

function isForPerson({ fault: { code }, since }: Late, now: number): boolean {
  return !isCutOff(code) && (!isPassing(code) || now - since >= LASTING);
}

const HOW: Readonly<Record<string, string>> & { readonly other: string } = {
  unreachable: 'Google cannot be reached from here at the moment.',
  'no-answer': 'Google does not answer at the moment.',
  other: 'Google does not tell at the moment how this run stands.',
};

/** That Google is out of reach; '' for any other fault. */
export function cutWords(code: string): string {
  return isCutOff(code) ? (HOW[code] ?? HOW.other) : '';
}

const CUT_SHORT =
  'Google has cut the work on this run short. Nothing is lost and nothing is asked twice: it goes on by itself in a moment.';

/** What becomes of the run while nobody hears of it. */
function meanwhile({ state, goesOn }: Progress): string {
  if (state === 'paused') return 'Nothing is lost: the run waits as it did.';
  if (!goesOn) return 'Nothing is lost: the run goes on as soon as it can be reached.';
  return 'Nothing is lost: the run goes on by itself meanwhile.';
}

/** When it is tried again; `now` ticks once a second, and may be one behind. */
export function nextTry(nextAt: number, now: number): string {
  const seconds = Math.floor((nextAt - now) / 1_000);
  return seconds > 0 ? `Next try in ${seconds} s.` : 'Trying again now…';
}
