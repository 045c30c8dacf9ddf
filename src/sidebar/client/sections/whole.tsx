/** What can be done with an enrichment as a whole: rename, delete with or without its columns, replace a begun one by a copy. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Draft, Saved } from '../../protocol';
import { useCall } from '../calls/use-call';
import { Button, TextButton } from '../parts/buttons';
import { Choices, type Option } from '../parts/choices';
import { FaultNote } from '../parts/messages';
import { TextField } from '../parts/text-field';

/** A panel takes the focus when it opens, since it opens below the button that was pressed. */
function usePanel() {
  const panel = useRef<HTMLFormElement>(null);
  useEffect(() => panel.current?.querySelector<HTMLElement>('input, button')?.focus(), []);
  return panel;
}

interface RenameProps {
  readonly saved: Saved;
  readonly sheetId: number;
  readonly onRenamed: (saved: Saved, name: string, revision: string) => void;
  readonly onClose: () => void;
}

/** Renames what is saved; unsaved edits are neither saved with it nor lost. */
export function Rename({ saved, sheetId, onRenamed, onClose }: RenameProps) {
  const [name, setName] = useState(saved.name);
  const { pending, fault, fail, ask } = useCall();
  const panel = usePanel();

  function rename(): void {
    const called = name.trim();
    const draft: Draft = { ...draftIn(saved), name: called };
    if (called === '') fail('Give the enrichment a name.');
    else
      ask('save', { sheetId, draft, revision: saved.revision, force: false }, ({ revision }) => {
        onRenamed(saved, called, revision);
        onClose();
      });
  }

  return (
    <form
      class="inset card"
      ref={panel}
      onSubmit={(event) => {
        event.preventDefault();
        rename();
      }}
    >
      <TextField
        label="New name"
        value={name}
        onText={setName}
        hint="Columns that are there keep their headings."
      />
      <p class="row">
        <Button submit label="Rename" pendingLabel="Renaming…" pending={pending} />
        <TextButton label="Cancel" onPress={onClose} />
      </p>
      <FaultNote fault={fault} onAgain={rename} />
    </form>
  );
}

/** A saved enrichment without what only the server may say. */
function draftIn({ revision: _, outputs: __, ...draft }: Saved): Draft {
  return draft;
}

type Fate = 'keep' | 'delete';

interface RemoveProps {
  readonly saved: Saved;
  readonly onRemoved: (id: string) => void;
  readonly onClose: () => void;
}

/** Deletes, after saying what becomes of the columns. */
export function Remove({ saved, onRemoved, onClose }: RemoveProps) {
  const [columns, setColumns] = useState<Fate>('keep');
  const { pending, fault, ask } = useCall();
  const panel = usePanel();
  const remove = () =>
    void ask('remove', { id: saved.id, columns }, () => {
      onClose();
      onRemoved(saved.id);
    });
  return (
    <form class="inset card" ref={panel} onSubmit={(event) => event.preventDefault()}>
      <p>Delete “{saved.name}”?</p>
      <Choices
        label="What becomes of its columns"
        options={fates(saved)}
        value={columns}
        onPick={setColumns}
      />
      <p class="row">
        <Button label="Delete" pendingLabel="Deleting…" pending={pending} onPress={remove} />
        <TextButton label="Cancel" onPress={onClose} />
      </p>
      <FaultNote fault={fault} onAgain={remove} />
    </form>
  );
}

function fates({ outputs }: Saved): Option<Fate>[] {
  const named = outputs.map((heading) => `“${heading}”`).join(', ');
  return [
    { value: 'keep', label: 'Keep the answers', hint: 'Only its status and its hidden columns go.' },
    {
      value: 'delete',
      label: 'Delete its columns too',
      hint: `${named || 'All its columns'} and all answers go.`,
    },
  ];
}

/** Asks before a copy takes the place of a new enrichment that was begun. */
export function Copy({ onCopy, onClose }: { readonly onCopy: () => void; readonly onClose: () => void }) {
  const panel = usePanel();
  return (
    <form class="inset card" ref={panel} onSubmit={(event) => event.preventDefault()}>
      <p>You have begun a new enrichment and not saved it. The copy would take its place.</p>
      <p class="row">
        <Button
          label="Replace it"
          onPress={() => {
            onClose();
            onCopy();
          }}
        />
        <TextButton label="Cancel" onPress={onClose} />
      </p>
    </form>
  );
}
