/** What there is to know of the row that the person is in: read when they look, and when they come back from the sheet. */
import { useEffect, useState } from 'preact/hooks';
import type { AboutRow } from '../../protocol';
import { useBack } from './use-back';
import { type Calling, useCall } from './use-call';

/** The row, as the page has it. */
export interface RowOnView extends Pick<Calling, 'pending' | 'fault'> {
  /** Undefined until the first answer, and after a refusal. */
  readonly told: AboutRow | undefined;
  /** When it was told, in ms since 1970. */
  readonly toldAt: number;
  /** Looks at the row that is selected now. */
  readonly look: () => void;
}

/** Looks while `open`: at once, when there is other `news`, and each time the page gets the focus, for then another row may be selected. */
export function useAboutRow(id: string, open: boolean, news: string): RowOnView {
  const { pending, fault, ask } = useCall(true);
  const [{ told, toldAt }, setTold] = useState<Pick<RowOnView, 'told' | 'toldAt'>>(NOTHING);

  function look(): void {
    void ask('aboutRow', { id }, (row) => setTold({ told: row, toldAt: Date.now() }));
  }
  useEffect(() => {
    if (!open) return;
    look();
    window.addEventListener('focus', look);
    return () => window.removeEventListener('focus', look);
  }, [open, id, news]);
  useBack({ fault, pending }, look);
  // What is refused now was another row.
  return { told: fault.sentence ? undefined : told, toldAt, pending, fault, look };
}

const NOTHING = { told: undefined, toldAt: 0 };
