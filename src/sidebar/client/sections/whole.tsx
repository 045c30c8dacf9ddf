/** What can be done with an enrichment as a whole: edit, start another, duplicate, delete with or without its columns. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Saved, Start } from '../../protocol';
import { useCall } from '../calls/use-call';
import { type Fate, fates } from '../model/delete-words';
import { Button, TextButton } from '../parts/buttons';
import { Choices } from '../parts/choices';
import { FaultNote, Hint, Status } from '../parts/messages';
import { Along } from './along';

interface WholeProps {
  readonly saved: Saved;
  readonly start: Start | undefined;
  /** Whether a new enrichment has been begun and not saved: a copy would take its place. */
  readonly begun: boolean;
  readonly onNew: () => void;
  readonly onCopy: () => void;
  /** Begins it on another sheet; a sentence where that cannot be. */
  readonly onTake: (start: Start) => string;
  /** Opens the form at the name. */
  readonly onRename: () => void;
  readonly onRemoved: (id: string, columns: Fate) => void;
}

/** The row of small buttons, and what opens below it. */
export function Whole({ saved, start, begun, onNew, onCopy, onTake, onRename, onRemoved }: WholeProps) {
  const [panel, setPanel] = useState<'remove' | 'begun' | 'along'>();
  const close = (opener = 'delete'): void => {
    document.getElementById(opener)?.focus();
    setPanel(undefined);
  };
  return (
    <>
      <p class="row tight">
        <TextButton label="New" about="enrichment" onPress={onNew} />
        <TextButton
          label="Duplicate"
          about={saved.name}
          onPress={() => (begun ? setPanel('begun') : onCopy())}
        />
        <TextButton label="Rename" about={saved.name} onPress={onRename} />
        <TextButton
          id="along"
          label="Copy to…"
          about={`another sheet or file: ${saved.name}`}
          expanded={panel === 'along'}
          onPress={() => setPanel(panel === 'along' ? undefined : 'along')}
        />
        <TextButton
          id="delete"
          label="Delete"
          about={saved.name}
          expanded={panel === 'remove'}
          onPress={() => setPanel(panel === 'remove' ? undefined : 'remove')}
        />
      </p>
      <Status>
        {panel === 'begun' && <Hint>Save or discard the new enrichment you have begun first.</Hint>}
      </Status>
      {panel === 'remove' && <Remove saved={saved} onRemoved={onRemoved} onClose={() => close()} />}
      {panel === 'along' && <Along {...{ saved, start, onTake }} onClose={() => close('along')} />}
    </>
  );
}

interface RemoveProps {
  readonly saved: Saved;
  readonly onRemoved: WholeProps['onRemoved'];
  readonly onClose: () => void;
}

/** Deletes, after saying what becomes of the columns. It takes the focus, since it opens below the button that was pressed. */
function Remove({ saved, onRemoved, onClose }: RemoveProps) {
  const [columns, setColumns] = useState<Fate>('keep');
  const { pending, fault, ask } = useCall();
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => panel.current?.querySelector('input')?.focus(), []);
  const remove = () =>
    ask('remove', { id: saved.id, columns }, () => {
      onClose();
      onRemoved(saved.id, columns);
    });
  return (
    <div class="inset card" ref={panel}>
      <p>Delete “{saved.name}”?</p>
      <Choices
        label="What becomes of its columns"
        options={fates(saved)}
        value={columns}
        onPick={setColumns}
      />
      <p class="row">
        <Button label="Delete" pending={pending} onPress={remove} />
        <TextButton label="Cancel" onPress={onClose} />
      </p>
      <FaultNote fault={fault} onAgain={remove} />
    </div>
  );
}
