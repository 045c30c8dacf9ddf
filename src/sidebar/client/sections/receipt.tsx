/** After a run: what it came to, and Undo. */
import { useState } from 'preact/hooks';
import type { Progress } from '../../protocol';
import { useCall } from '../calls/use-call';
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
  const [confirming, setConfirming] = useState('');

  const undo = () =>
    void ask('undo', { id, run }, (result) => {
      setUndone({ run, line: undoneLine(result) });
      onUndone();
    });

  return (
    <>
      <p>{receiptLine(progress)}</p>
      {canUndo && !line && (
        <div class="stack tight">
          <p class="row">
            <Button
              label={confirming === run ? 'Clear these rows' : 'Undo'}
              pending={pending}
              onPress={confirming === run ? undo : () => setConfirming(run)}
            />
            {confirming === run && <TextButton label="Keep them" onPress={() => setConfirming('')} />}
          </p>
          <Hint>{undoHint(progress)}</Hint>
        </div>
      )}
      <FaultNote fault={fault} onAgain={undo} />
      <Status>{line && <p class="good">{line}</p>}</Status>
    </>
  );
}
