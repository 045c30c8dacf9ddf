/** Looks after live runs while the page is open, one after the other: how they stand, not more. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Progress } from '../../protocol';
import { isLive, pauseBefore } from '../model/runs';
import { call, type Fault, NO_FAULT } from './call';

/** Tells `onProgress` how live runs stand until none is left; returns why the last look failed. */
export function useProgress(
  runs: { readonly [id: string]: Progress },
  onProgress: (id: string, progress: Progress | null) => void,
): Fault {
  const [fault, setFault] = useState(NO_FAULT);
  const live = Object.values(runs).filter(isLive);
  // The loop outlives renders, so it reads what is current from here.
  const now = useRef({ live, onProgress });
  now.current = { live, onProgress };
  const any = live.length > 0;
  const idle = live.every(({ state }) => state === 'paused');

  useEffect(() => {
    if (!any) return;
    const loop = { on: true, failed: false, took: 0 };
    void look(0);
    return () => {
      loop.on = false;
    };

    async function look(turn: number): Promise<void> {
      await pauseOrReturn(pauseBefore(now.current.live, document.hidden, loop.failed, loop.took));
      const of = now.current.live[turn % Math.max(1, now.current.live.length)];
      if (!loop.on || !of) return;
      const began = Date.now();
      const reply = await call('progress', { id: of.id });
      loop.took = Date.now() - began;
      if (!loop.on) return;
      loop.failed = !reply.ok;
      setFault(reply.ok ? NO_FAULT : reply);
      if (reply.ok) now.current.onProgress(of.id, reply.result);
      await look(turn + 1);
    }
  }, [any, idle]); // A run that is taken up again is not left waiting for the end of a long pause.
  return any ? fault : NO_FAULT;
}

/** Resolves after so many ms. */
export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** The same, or as soon as the page is seen again: what it shows is old by then. */
function pauseOrReturn(ms: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(end, ms);
    const seen = () => document.hidden || end();
    document.addEventListener('visibilitychange', seen);
    function end(): void {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', seen);
      resolve();
    }
  });
}

/** The time, ticking every second while `on`. */
export function useNow(on: boolean): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (!on) return;
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, [on]);
  return now;
}
