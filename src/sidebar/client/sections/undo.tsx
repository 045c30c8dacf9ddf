/** Undo of a run: what it does is said, and done, in a place of its own, not where it was asked for. */
import { useState } from 'preact/hooks';
import { Button, TextButton } from '../parts/buttons';
import { Hint } from '../parts/messages';
import { useRoom } from '../parts/use-room';

/** Said before anything is pressed: nobody shall hope for what was there before. */
const WHAT_IT_DOES = 'Empties the cells this run wrote. What it overwrote is not brought back.';

interface UndoProps {
  readonly terms: string;
  readonly pending: boolean;
  readonly onUndo: () => void;
}

/** The button, and after a press what there is to know and to decide. */
export function Undo({ terms, pending, onUndo }: UndoProps) {
  const [isOpen, setOpen] = useState(false);
  const room = useRoom(isOpen ? 'open' : '');
  return (
    <div class="stack tight" {...room}>
      <TextButton label="Undo" about="this run" expanded={isOpen} onPress={() => setOpen(!isOpen)} />
      {!isOpen && <Hint>{WHAT_IT_DOES}</Hint>}
      {isOpen && (
        <div class="inset card opening">
          <Hint>{terms}</Hint>
          <p class="row">
            <Button label="Clear these rows" pending={pending} onPress={onUndo} />
            <TextButton label="Keep them" onPress={() => setOpen(false)} />
          </p>
        </div>
      )}
    </div>
  );
}
