/** Trying one row: one question asked directly, for research looked after until its answer is there. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Draft } from '../../protocol';
import { CLOSED, type Shown, tryRow } from './trying';

/** A trial as the page shows it. */
export interface Trial extends Shown {
  readonly start: (sheetId: number, draft: Draft) => void;
  /** Shows a fault that was found without asking. */
  readonly fail: (sentence: string) => void;
  readonly close: () => void;
}

/** One trial at a time; closing it stops looking, and another sheet closes it. It outlives a Save, since it may have been paid for. */
export function useTrial(sheetId: number | undefined): Trial {
  const [shown, setShown] = useState(CLOSED);
  const turn = useRef(0);
  const busy = useRef(false);

  function show(next: Shown): void {
    busy.current = next.pending; // State is seen only at the next render, which is too late for a second click.
    setShown(next);
  }

  function close(): void {
    turn.current += 1;
    show(CLOSED);
  }
  useEffect(() => close, [sheetId]);

  function start(sheetId: number, draft: Draft): void {
    if (busy.current) return;
    turn.current += 1;
    const mine = turn.current;
    void tryRow({ sheetId, draft, startedAt: Date.now(), isOn: () => turn.current === mine, show });
  }

  function fail(sentence: string): void {
    setShown({ ...CLOSED, open: true, fault: { code: 'form', sentence } });
  }
  return { ...shown, start, fail, close };
}
