/** A call behind a button: pending while it runs, never two at once, its fault kept until the next try. */
import { useRef, useState } from 'preact/hooks';
import type { Calls } from '../../protocol';
import { call, type Fault, NO_FAULT } from './call';

/** The state of a button's call. */
export interface Calling {
  readonly pending: boolean;
  /** What went wrong last; its sentence is '' for nothing. */
  readonly fault: Fault;
  /** Shows a fault that was found without asking. */
  fail(fault: Fault): void;
  /** What was wrong is being mended, or matters no more. */
  clear(): void;
  /** What it was about is on view no more: neither is its fault, nor that of a call under way. */
  leave(): void;
  /** Asks; `onResult` is for success only. */
  ask<Name extends keyof Calls>(
    name: Name,
    argument: Calls[Name]['argument'],
    onResult: (result: Calls[Name]['result']) => void,
  ): Promise<void>;
}

/** One call at a time; or where the latest wins, each at once, and an answer that was overtaken is let go. */
export function useCall(latestWins = false): Calling {
  const [pending, setPending] = useState(false);
  const [fault, setFault] = useState(NO_FAULT);
  // State is seen only at the next render, which is too late for the second of two quick clicks.
  const busy = useRef(false);
  const turn = useRef(0);
  const left = useRef(0);

  const ask: Calling['ask'] = async (name, argument, onResult) => {
    if (busy.current && !latestWins) return;
    busy.current = true;
    turn.current += 1;
    const mine = turn.current;
    setPending(true);
    setFault(NO_FAULT);
    const reply = await call(name, argument);
    if (turn.current !== mine) return;
    busy.current = false;
    setPending(false);
    if (reply.ok) onResult(reply.result);
    else if (left.current !== mine) setFault(reply);
  };
  const clear = (): void => setFault(NO_FAULT);
  function leave(): void {
    left.current = turn.current;
    clear();
  }
  return { pending, fault, fail: setFault, clear, leave, ask };
}
