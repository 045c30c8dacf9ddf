/** Keeps one call of the page at work on live runs: it stays as long as Google lets it, and the next one begins when it has ended. */
import { useEffect, useState } from 'preact/hooks';
import type { Progress } from '../../protocol';
import type { Late } from '../model/late';
import { isOwn, pauseAfterWork } from '../model/runs';
import { call } from './call';
import { pause } from './use-progress';

/** A call that has not failed after so long is at work, in ms. */
const SETTLED = 5_000;

/** Works until no run of this person is left, and anew whenever `back` counts up; returns why the last calls failed. */
export function useWork(runs: { readonly [id: string]: Progress }, back: number): Late | undefined {
  const [late, setLate] = useState<Late>();
  const own = Object.values(runs).filter(isOwn);
  const any = own.length > 0;
  const idle = own.every(({ state }) => state === 'paused');

  useEffect(() => {
    if (!any) return;
    const loop = { on: true };
    void work();
    return () => {
      loop.on = false;
    };

    async function work(): Promise<void> {
      // It answers after minutes: what does not fail at once works again.
      const well = setTimeout(() => loop.on && setLate(undefined), SETTLED);
      const reply = await call('work', null);
      clearTimeout(well);
      if (!loop.on) return;
      const ms = pauseAfterWork(reply.ok ? reply.result : 'failed');
      const nextAt = Date.now() + ms;
      setLate((before) =>
        reply.ok ? undefined : { fault: reply, since: before?.since ?? Date.now(), nextAt },
      );
      await pause(ms);
      if (loop.on) await work();
    }
  }, [any, idle, back]); // A call that went out before the network was cut may never come back.
  return any ? late : undefined;
}
