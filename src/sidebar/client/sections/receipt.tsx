/** After a run: what it came to, and Undo. */
import { useState } from 'preact/hooks';
import type { Progress } from '../../protocol';
import { useCall } from '../calls/use-call';
import { useFocus } from '../calls/use-focus';
import { receiptLine, undoHint, undoneLine } from '../model/run-words';
import { Button, TextButton } from '../parts/buttons';
import { FaultNote, Hint, Status } from '../parts/messages';

interface ReceiptProps {
  readonly progress: Progress;
  readonly onUndone: () => void;
}

/** The receipt. */
export function Receipt({ progress, onUndone }: ReceiptProps) {
  const { id, run, canUndo } = progress;
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
      {canUndo && !line && <Undo key={run} progress={progress} pending={pending} onUndo={undo} />}
      <FaultNote fault={fault} onAgain={undo} />
      <Status>{line && <p class="good">{line}</p>}</Status>
    </>
  );
}

interface UndoProps {
  readonly progress: Progress;
  readonly pending: boolean;
  readonly onUndo: () => void;
}

/** What it does is said, and done, in a place of its own: not where it was asked for. */
function Undo({ progress, pending, onUndo }: UndoProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <div class="stack tight">
      <TextButton label="Undo" about="this run" expanded={isOpen} onPress={() => setOpen(!isOpen)} />
      {isOpen && (
        <div class="inset card">
          <Hint>{undoHint(progress)}</Hint>
          <p class="row">
            <Button label="Clear these rows" pending={pending} onPress={onUndo} />
            <TextButton label="Keep them" onPress={() => setOpen(false)} />
          </p>
        </div>
      )}
    </div>
  );
}
