/** The lists of the document, as the server told them last; one that is under way is looked after until its rows are there. */
import { useEffect, useState } from 'preact/hooks';
import type { Listed, Start } from '../../protocol';
import { isPassing } from '../model/late';
import { call, type Fault, NO_FAULT } from './call';

/** Pause between two looks, in ms; and where one failed on its way. */
const PAUSE = 3_000;
const LATE_PAUSE = 10_000;

/** The lists, and what to do when one of them is another by now. */
export interface Lists {
  /** Those on view, the newest first: the last one, and whatever is under way. */
  readonly all: readonly Listed[];
  readonly told: (list: Listed) => void;
  readonly close: (kept: string) => void;
}

/** The lists on view; `onBilled` is told when one has come, or failed to. */
export function useLists(start: Start | undefined, onBilled: () => void): Lists {
  const [known, setKnown] = useState<{ readonly [kept: string]: Listed | null }>({});
  const put = (kept: string, list: Listed | null): void =>
    setKnown((before) => ({ ...before, [kept]: list }));
  const read = Object.fromEntries(start?.lists.map((list) => [list.kept, list]) ?? []);
  const all = Object.values({ ...read, ...known })
    .flatMap((list) => list ?? [])
    .sort((a, b) => b.askedAt - a.askedAt);
  return {
    all: all.filter(({ pending }, i) => pending || i === 0),
    told: (list) => {
      put(list.kept, list);
      if (!list.pending) onBilled();
    },
    close: (kept) => {
      put(kept, null);
      void call('dropList', { kept });
    },
  };
}

/** Looks after a list while it is under way: what its last look was refused for, and the same once more. */
export function useLooks(
  list: Listed,
  told: Lists['told'],
): { readonly fault: Fault; readonly again: () => void } {
  const [fault, setFault] = useState(NO_FAULT);
  const [round, setRound] = useState(0);
  useEffect(() => {
    if (!list.pending) return;
    let [isOn, timer] = [true, 0];
    const wait = (ms: number): void => {
      timer = window.setTimeout(() => void look(), ms);
    };
    const refused = (refusal: Fault): void => {
      if (isPassing(refusal.code)) wait(LATE_PAUSE);
      else setFault(refusal);
    };
    const look = async (): Promise<void> => {
      const reply = await call('lookAtList', { kept: list.kept });
      if (!isOn) return;
      if (!reply.ok) refused(reply);
      else if (reply.result.pending) wait(PAUSE);
      else told(reply.result);
    };
    wait(round === 0 ? PAUSE : 0);
    return () => {
      isOn = false;
      clearTimeout(timer);
    };
  }, [list.kept, list.pending, list.askedAt, round]);
  const again = (): void => {
    setFault(NO_FAULT);
    setRound((n) => n + 1);
  };
  return { fault: list.pending ? fault : NO_FAULT, again };
}
