/** A kill before the n-th call that lasts, wherever in a job that call is made. */
import { ExecutionKilled } from '../doubles/google';
import type { World } from './world';

/** What Google may still do of the calls before a kill. */
const WAYS = ['lost', 'partly', 'applied'] as const;

/** A job that is killed once at most. */
export interface Killing {
  /** Plays a part of it; who watches it finds out what became of it. */
  readonly survive: (step: () => void) => void;
  /** Whether it has been killed. */
  readonly isDone: () => boolean;
}

/** Kills before the `moment`-th call, from 1, of a method that is among `lasting`: a kill before anything else is one before the next of these. */
export function killBefore(
  { host }: World,
  lasting: RegExp,
  moment: number,
  onKill: (typeof WAYS)[number] = WAYS[moment % WAYS.length] ?? 'lost',
): Killing {
  let [calls, isKilled] = [0, false];
  const survive = (step: () => void): void => {
    host.onServiceCall = ({ method }) => {
      if (!lasting.test(method) || ++calls !== moment) return;
      isKilled = true;
      throw new ExecutionKilled(undefined, onKill);
    };
    try {
      step();
    } catch {
      // The page is told that something went wrong, and looks again.
    }
    host.onServiceCall = undefined;
  };
  return { survive, isDone: () => isKilled };
}
