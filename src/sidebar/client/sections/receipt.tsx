/** After a run: what it came to, and Undo. */
import { useState } from 'preact/hooks';
import type { Progress } from '../../protocol';
import { useCall } from '../calls/use-call';
import { useFocus } from '../calls/use-focus';
import { receiptLine, undoHint, undoneLine } from '../model/run-words';
import { FaultNote, Hint, Status } from '../parts/messages';
import { Undo } from './undo';

interface ReceiptProps {
  readonly progress: Progress;
  readonly onUndone: () => void;
}

/** The receipt. */
export function Receipt({ progress, onUndone }: ReceiptProps) {
  const { id, run, canUndo, steps } = progress;
  const { pending, fault, ask } = useCall();
  // Of the run on view: another run is not undone yet.
  const [undone, setUndone] = useState<{ readonly run: string; readonly line: string }>();
  const line = undone?.run === run ? undone.line : '';
  const focusOn = useFocus();

  const undo = () =>
    void ask('undo', { id, run }, (result) => {
      focusOn('run');
      setUndone({ run, line: undoneLine(result) });
      onUndone();
    });

  return (
    <>
      <p>{receiptLine(progress)}</p>
      {steps && <Hint>By step: {steps}.</Hint>}
      {canUndo && !line && <Undo key={run} terms={undoHint(progress)} pending={pending} onUndo={undo} />}
      <FaultNote fault={fault} onAgain={undo} />
      <Status>{line && <p class="good">{line}</p>}</Status>
    </>
  );
}
