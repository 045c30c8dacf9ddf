/** The offer for the rows on view: asked for by itself, asked again when the choice changes, and only the latest counts. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Choice, Offered } from '../../protocol';
import { call, type Fault, NO_FAULT } from './call';

/** An offer as the page has it. */
export interface Offering {
  /** Undefined until the first answer, and after a fault. */
  readonly offer: Offered | undefined;
  readonly pending: boolean;
  readonly fault: Fault;
  /** Counts again. */
  readonly again: () => void;
}

/** Offers for the choice; nothing is asked while it is undefined. */
export function useOffer(choice: Choice | undefined): Offering {
  const [state, setState] = useState<Omit<Offering, 'again'>>(NONE);
  const [round, setRound] = useState(0);
  const latest = useRef(0);
  const { id, scope, overwrite } = choice ?? {};

  useEffect(() => {
    latest.current += 1;
    const mine = latest.current;
    if (id === undefined || scope === undefined || overwrite === undefined) {
      setState(NONE);
      return;
    }
    setState((before) => ({ ...before, pending: true }));
    void call('offer', { id, scope, overwrite }).then((reply) => {
      if (latest.current !== mine) return;
      const offer = reply.ok ? reply.result : undefined;
      setState({ offer, pending: false, fault: reply.ok ? NO_FAULT : reply });
    });
  }, [id, scope, overwrite, round]);
  return { ...state, again: () => setRound((n) => n + 1) };
}

const NONE = { offer: undefined, pending: false, fault: NO_FAULT };
