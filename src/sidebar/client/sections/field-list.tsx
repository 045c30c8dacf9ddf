/** The list of fields: add, remove, reorder by buttons. After each change the focus goes where the change is, and the change is read out. */
import { useRef, useState } from 'preact/hooks';
import type { EmptyColumn } from '../../../enrichment/empty-columns';
import { useFocus } from '../calls/use-focus';
import { fieldBox } from '../model/boxes';
import { bindField, freeFor, isThat, namesake, withColumns } from '../model/field-fills';
import { addField, changeField, lines, moveField, NONE_REMOVED, putBack, takeOut } from '../model/field-rows';
import type { FieldRow } from '../model/form';
import { fieldFaultOf } from '../model/own-columns';
import { Button, TextButton } from '../parts/buttons';
import { useMark } from '../parts/marks';
import { Status } from '../parts/messages';
import { FieldEditor, moveId } from './field-editor';
import { heightAround, RemovedField } from './removed-field';

interface FieldListProps {
  readonly rows: readonly FieldRow[];
  /** Headings of the table that are not its own. */
  readonly taken: readonly string[];
  /** The columns that the fields may fill. */
  readonly empty: readonly EmptyColumn[];
  readonly onRows: (rows: readonly FieldRow[]) => void;
}

/** The list. */
export function FieldList({ rows, taken, empty, onRows }: FieldListProps) {
  const { said, say, focusOn, add, addAll, move } = useChanges({ rows, onRows });
  const { shown, heights, remove, back } = useRemoving({ rows, onRows, say, focusOn });

  function editorOf(row: FieldRow, at: number) {
    const others = rows.filter(({ key }) => key !== row.key);
    return (
      <FieldEditor
        key={row.key}
        row={row}
        clash={fieldFaultOf(row, rows, taken)}
        namesake={namesake(row, rows, taken, empty)}
        columns={freeFor(others, empty)}
        says={empty.length > 0 || row.fills !== undefined}
        at={at}
        last={at === rows.length - 1}
        onChange={(change) => onRows(changeField(rows, row.key, change))}
        onColumn={(column) => onRows(bindField(rows, row.key, column))}
        onRemove={() => remove(row, at)}
        onMove={(by) => move(row, at, by)}
      />
    );
  }
  return (
    <>
      {shown.map((row) => {
        const at = rows.indexOf(row);
        if (at >= 0) return editorOf(row, at);
        const height = heights[row.key] ?? 0;
        return <RemovedField key={`removed ${row.key}`} {...{ row, height }} onBack={() => back(row)} />;
      })}
      <Adding free={freeFor(rows, empty)} onAdd={add} onAddAll={addAll} />
      <Status unseen>{said}</Status>
    </>
  );
}

interface AddingProps {
  /** The columns that no field fills yet. */
  readonly free: readonly EmptyColumn[];
  readonly onAdd: () => void;
  readonly onAddAll: (columns: readonly EmptyColumn[]) => void;
}

/** The buttons below the list, and what is wrong with it as a whole. */
function Adding({ free, onAdd, onAddAll }: AddingProps) {
  const { refused, edited } = useMark('add-field');
  const press = (change: () => void): void => {
    edited();
    change();
  };
  return (
    <div class="field">
      {refused && (
        <p class="alert" id="add-field-fault">
          {refused}
        </p>
      )}
      <p class="row">
        <Button
          id="add-field"
          label="Add field"
          about={refused && 'add-field-fault'}
          onPress={() => press(onAdd)}
        />
        {free.length > 0 && (
          <TextButton label="Fields from my empty columns" onPress={() => press(() => onAddAll(free))} />
        )}
      </p>
    </div>
  );
}

/** What the buttons do to the list, and what is said of the last change. */
function useChanges({ rows, onRows }: Pick<FieldListProps, 'rows' | 'onRows'>) {
  const [said, say] = useState('');
  const focusOn = useFocus();

  function add(): void {
    const added = addField(rows);
    focusOn(fieldBox(added[rows.length]?.key));
    onRows(added);
  }

  function addAll(columns: readonly EmptyColumn[]): void {
    const after = withColumns(rows, columns);
    const filling = after.filter(({ fills }) => fills && columns.some((column) => isThat(fills, column)));
    focusOn(fieldBox(filling[0]?.key));
    say(`Filled now: ${filling.map(({ name }) => name).join(', ')}.`);
    onRows(after);
  }

  function move(row: FieldRow, at: number, by: -1 | 1): void {
    const to = at + by;
    if (to < 0 || to >= rows.length) return;
    focusOn(moveId(row.key, by));
    say(`${row.name || 'The field'} is now number ${to + 1} of ${rows.length}.`);
    onRows(moveField(rows, row.key, by));
  }

  return { said, say, focusOn, add, addAll, move };
}

interface RemovingProps extends Pick<FieldListProps, 'rows' | 'onRows'>, Pick<Changes, 'say' | 'focusOn'> {}

type Changes = ReturnType<typeof useChanges>;

/** Taking fields out and putting them back, each with the height of what stood there. */
function useRemoving({ rows, onRows, say, focusOn }: RemovingProps) {
  const [removed, setRemoved] = useState(NONE_REMOVED);
  const heights = useRef<{ [key: number]: number }>({});

  function remove(row: FieldRow, at: number): void {
    const after = takeOut(rows, row.key, removed);
    const { left } = after;
    heights.current[row.key] = heightAround(fieldBox(row.key));
    setRemoved(after);
    focusOn(left.length > 0 ? fieldBox((left[at] ?? left[at - 1])?.key) : 'add-field');
    say(`${row.name || 'The field'} is removed.`);
    onRows(left);
  }

  function back(row: FieldRow): void {
    const after = putBack(rows, row.key, removed);
    setRemoved(after);
    focusOn(fieldBox(row.key));
    say(`${row.name || 'The field'} is back.`);
    onRows(after.left);
  }

  return { shown: lines(rows, removed), heights: heights.current, remove, back };
}
