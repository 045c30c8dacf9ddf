/** The list of fields: add, remove, reorder by buttons. After each change the focus goes where the change is, and the change is read out. */
import { useState } from 'preact/hooks';
import { useFocus } from '../calls/use-focus';
import { fieldBox } from '../model/boxes';
import { addField, changeField, moveField, removeField } from '../model/field-rows';
import type { FieldRow } from '../model/form';
import { fieldFaultOf } from '../model/own-columns';
import { Button } from '../parts/buttons';
import { useMark } from '../parts/marks';
import { Status } from '../parts/messages';
import { FieldEditor, moveId } from './field-editor';

interface FieldListProps {
  readonly rows: readonly FieldRow[];
  /** Headings of the table that are not its own. */
  readonly taken: readonly string[];
  readonly onRows: (rows: readonly FieldRow[]) => void;
}

/** The list. */
export function FieldList({ rows, taken, onRows }: FieldListProps) {
  const { said, add, remove, move } = useChanges({ rows, onRows });
  const { refused, edited } = useMark('add-field');
  const press = (): void => {
    edited();
    add();
  };
  return (
    <>
      {rows.map((row, at) => (
        <FieldEditor
          key={row.key}
          row={row}
          clash={fieldFaultOf(row, rows, taken)}
          at={at}
          last={at === rows.length - 1}
          onChange={(change) => onRows(changeField(rows, row.key, change))}
          onRemove={() => remove(row, at)}
          onMove={(by) => move(row, at, by)}
        />
      ))}
      <div class="field">
        {refused && (
          <p class="alert" id="add-field-fault">
            {refused}
          </p>
        )}
        <p class="row">
          <Button id="add-field" label="Add field" about={refused && 'add-field-fault'} onPress={press} />
        </p>
      </div>
      <Status unseen>{said}</Status>
    </>
  );
}

/** What the buttons do to the list, and what is said of the last change. */
function useChanges({ rows, onRows }: Omit<FieldListProps, 'taken'>) {
  const [said, say] = useState('');
  const focusOn = useFocus();

  function add(): void {
    const added = addField(rows);
    focusOn(fieldBox(added[rows.length]?.key));
    onRows(added);
  }

  function remove(row: FieldRow, at: number): void {
    const left = removeField(rows, row.key);
    focusOn(left.length > 0 ? fieldBox((left[at] ?? left[at - 1])?.key) : 'add-field');
    say(`${row.name || 'The field'} is removed.`);
    onRows(left);
  }

  function move(row: FieldRow, at: number, by: -1 | 1): void {
    const to = at + by;
    if (to < 0 || to >= rows.length) return;
    focusOn(moveId(row.key, by));
    say(`${row.name || 'The field'} is now number ${to + 1} of ${rows.length}.`);
    onRows(moveField(rows, row.key, by));
  }

  return { said, add, remove, move };
}
