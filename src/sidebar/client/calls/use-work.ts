/** Keeps one call of the page at work on live runs: it stays as long as Google lets it, and the next one begins when it has ended. */
import { useEffect, useState } from 'preact/hooks';
import type { Progress } from '../../protocol';
import { isOwn, pauseAfterWork } from '../model/runs';
import { call, type Fault, NO_FAULT } from './call';
import { pause } from './use-progress';

/** A call that has not failed after so long is at work, in ms. */
const SETTLED = 5_000;

/** Works until no run of this person is left; returns why the last call failed. */
export function useWork(runs: { readonly [id: string]: Progress }): Fault {
  const [fault, setFault] = useState(NO_FAULT);
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
      const well = setTimeout(() => loop.on && setFault(NO_FAULT), SETTLED);
      const reply = await call('work', null);
      clearTimeout(well);
      if (!loop.on) return;
      setFault(reply.ok ? NO_FAULT : reply);
      await pause(pauseAfterWork(reply.ok ? reply.result : 'failed'));
      if (loop.on) await work();
    }
  }, [any, idle]); // A run that is taken up again is not left waiting for the end of a long pause.
  return any ? fault : NO_FAULT;
}
