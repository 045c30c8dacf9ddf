/** A look that did not get through to Google is taken again: when the browser has a network again, and every few seconds. */
import { useEffect } from 'preact/hooks';
import { isCutOff } from '../model/late';
import { pauseBefore } from '../model/runs';
import type { Fault } from './call';

/** Looks again after such a fault; each further one counts anew. What is `pending` when the network comes back may never be answered. */
export function useBack({ fault, pending }: { fault: Fault; pending: boolean }, again: () => void): void {
  const isCut = isCutOff(fault.code);
  useEffect(() => {
    if (!isCut && !pending) return;
    const timer = isCut ? setTimeout(again, pauseBefore([], document.hidden, true)) : undefined;
    window.addEventListener('online', again);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('online', again);
    };
  }, [fault, pending]);
}
