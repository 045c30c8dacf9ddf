/** What is saved in this document and cannot be read: each in words, with the way to be rid of it. */
import { useState } from 'preact/hooks';
import type { LeftOut } from '../../protocol';
import { useCall } from '../calls/use-call';
import { Button, TextButton } from '../parts/buttons';
import { FaultNote, Hint, Note } from '../parts/messages';

interface LeftOutSectionProps {
  readonly all: readonly LeftOut[];
  readonly onDeleted: () => void;
}

/** The section; nothing where all can be read. */
export function LeftOutSection({ all, onDeleted }: LeftOutSectionProps) {
  if (all.length === 0) return null;
  return (
    <div class="section">
      {all.map((each) => (
        <Note key={each.id}>
          <p>{each.sentence}</p>
          {each.canDelete && <Delete id={each.id} onDeleted={onDeleted} />}
        </Note>
      ))}
    </div>
  );
}

interface DeleteProps {
  readonly id: string;
  readonly onDeleted: () => void;
}

/** Asks once more, and says what becomes of its columns. */
function Delete({ id, onDeleted }: DeleteProps) {
  const { pending, fault, ask } = useCall();
  const [confirming, setConfirming] = useState(false);
  const remove = () => void ask('remove', { id, columns: 'keep' }, onDeleted);
  return (
    <>
      {confirming ? (
        <>
          <Hint>{FATE}</Hint>
          <p class="row">
            <TextButton label="Keep it" onPress={() => setConfirming(false)} />
            <Button label="Delete for good" pending={pending} onPress={remove} />
          </p>
        </>
      ) : (
        <p>
          <Button label="Delete" onPress={() => setConfirming(true)} />
        </p>
      )}
      <FaultNote fault={fault} onAgain={remove} />
    </>
  );
}

const FATE =
  'Its answers stay in the table. Its status and its hidden columns go, and a run of it ends: answers under way are not waited for, and may be billed.';
