/** The list of fields: add, remove, reorder by buttons. After each change the focus goes where the change is, and the change is read out. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { addField, changeField, moveField, removeField } from '../model/field-rows';
import type { FieldRow } from '../model/form';
import { Button } from '../parts/buttons';
import { Status } from '../parts/messages';
import { FieldEditor, moveId, nameId } from './field-editor';

interface FieldListProps {
  readonly rows: readonly FieldRow[];
  readonly onRows: (rows: readonly FieldRow[]) => void;
}

/** The list. */
export function FieldList({ rows, onRows }: FieldListProps) {
  const [said, say] = useState('');
  const focusOn = useRef('');
  useEffect(() => {
    if (focusOn.current) document.getElementById(focusOn.current)?.focus();
    focusOn.current = '';
  });

  function add(): void {
    const added = addField(rows);
    focusOn.current = nameId(added[rows.length]?.key);
    onRows(added);
  }

  function remove(row: FieldRow, at: number): void {
    const left = removeField(rows, row.key);
    focusOn.current = left.length > 0 ? nameId((left[at] ?? left[at - 1])?.key) : 'add-field';
    say(`${row.name || 'The field'} is removed.`);
    onRows(left);
  }

  function move(row: FieldRow, at: number, by: -1 | 1): void {
    const to = at + by;
    if (to < 0 || to >= rows.length) return;
    focusOn.current = moveId(row.key, by);
    say(`${row.name || 'The field'} is now number ${to + 1} of ${rows.length}.`);
    onRows(moveField(rows, row.key, by));
  }

  return (
    <>
      {rows.map((row, at) => (
        <FieldEditor
          key={row.key}
          row={row}
          at={at}
          last={at === rows.length - 1}
          onChange={(change) => onRows(changeField(rows, row.key, change))}
          onRemove={() => remove(row, at)}
          onMove={(by) => move(row, at, by)}
        />
      ))}
      <div>
        <Button id="add-field" label="Add field" onPress={add} />
      </div>
      <Status unseen>{said}</Status>
    </>
  );
}
