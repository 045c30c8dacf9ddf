/** Looks after live runs while the page is open: how they stand, not more. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Progress } from '../../protocol';
import type { Late } from '../model/late';
import { isLive } from '../model/runs';
import { Looker } from './looker';

/** How the looks fare. */
export interface Looking {
  /** Why they fail at present; undefined where they do not. */
  readonly late: Late | undefined;
  /** Counts up whenever Google can be reached again. */
  readonly back: number;
}

/** Tells `onProgress` how live runs stand until none is left. */
export function useProgress(
  runs: { readonly [id: string]: Progress },
  onProgress: (id: string, progress: Progress | null) => void,
): Looking {
  const [late, setLate] = useState<Late>();
  const [back, setBack] = useState(0);
  const live = Object.values(runs).filter(isLive);
  // The loop outlives renders, so it reads what is current from here.
  const now = useRef({ live, onProgress });
  now.current = { live, onProgress };
  const any = live.length > 0;
  const idle = live.every(({ state }) => state === 'paused');

  useEffect(() => {
    if (!any) return;
    const looker = new Looker({
      live: () => now.current.live,
      onProgress: (id, progress) => now.current.onProgress(id, progress),
      onLate: setLate,
      onBack: () => setBack((n) => n + 1),
    });
    const online = () => looker.hurry();
    // What the page shows is old by the time it is seen again.
    const seen = () => document.hidden || looker.hurry();
    const offline = () => looker.offline();
    void looker.start();
    window.addEventListener('online', online);
    window.addEventListener('offline', offline);
    document.addEventListener('visibilitychange', seen);
    return () => {
      looker.stop();
      window.removeEventListener('online', online);
      window.removeEventListener('offline', offline);
      document.removeEventListener('visibilitychange', seen);
    };
  }, [any, idle]); // A run that is taken up again is not left waiting for the end of a long pause.
  const present = any ? late : undefined;
  return { late: present, back };
}

/** Resolves after so many ms. */
export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
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
