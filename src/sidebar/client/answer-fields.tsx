/** The separate fields of an answer: a list to add to, remove from and reorder, or a JSON Schema instead. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { FIELD_KINDS, type FieldKind } from '../../enrichment/definition';
import { type Option, Select, TextField } from './controls';
import { addField, changeField, moveField, removeField } from './field-rows';
import type { FieldRow, Form } from './form';
import { schemaFromFields } from './look';
import { Button, Status, TextButton } from './parts';

const LABELS: Record<FieldKind, string> = {
  text: 'Text',
  number: 'Number',
  'yes/no': 'Yes or no',
  date: 'Date',
  list: 'List',
};

const KINDS: readonly Option<FieldKind>[] = FIELD_KINDS.map((value) => ({ value, label: LABELS[value] }));

interface AnswerFieldsProps {
  readonly form: Form;
  readonly onEdit: (form: Form) => void;
}

/** Fields, whichever way they are written. */
export function AnswerFields({ form, onEdit }: AnswerFieldsProps) {
  function toggle(): void {
    onEdit({ ...form, bySchema: !form.bySchema, schema: form.schema || schemaFromFields(form) });
  }

  return (
    <div class="inset">
      {form.bySchema ? (
        <TextField
          label="JSON Schema"
          rows={8}
          value={form.schema}
          onText={(schema) => onEdit({ ...form, schema })}
          hint="An object with properties; each property becomes a column."
        />
      ) : (
        <FieldList rows={form.fields} onRows={(fields) => onEdit({ ...form, fields })} />
      )}
      <TextButton
        label={form.bySchema ? 'List the fields instead' : 'Write a JSON Schema instead'}
        onPress={toggle}
      />
    </div>
  );
}

interface FieldListProps {
  readonly rows: readonly FieldRow[];
  readonly onRows: (rows: readonly FieldRow[]) => void;
}

/** The list. After each change the focus goes where the change is, and the change is read out. */
function FieldList({ rows, onRows }: FieldListProps) {
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
      <div class="unseen">
        <Status>{said}</Status>
      </div>
    </>
  );
}

function nameId(key: number | undefined): string {
  return `field-${key}-name`;
}

function moveId(key: number, by: -1 | 1): string {
  return `field-${key}-${by === 1 ? 'down' : 'up'}`;
}

interface FieldEditorProps {
  readonly row: FieldRow;
  readonly at: number;
  readonly last: boolean;
  readonly onChange: (change: Partial<Omit<FieldRow, 'key'>>) => void;
  readonly onRemove: () => void;
  readonly onMove: (by: -1 | 1) => void;
}

function FieldEditor({ row, at, last, onChange, onRemove, onMove }: FieldEditorProps) {
  const called = row.name.trim() || `field ${at + 1}`;
  return (
    <fieldset class="card">
      <legend>Field {at + 1}</legend>
      <p class="tools">
        <Tool
          id={moveId(row.key, -1)}
          sign="↑"
          label={`Move ${called} up`}
          off={at === 0}
          onPress={() => onMove(-1)}
        />
        <Tool
          id={moveId(row.key, 1)}
          sign="↓"
          label={`Move ${called} down`}
          off={last}
          onPress={() => onMove(1)}
        />
        <Tool sign="×" label={`Remove ${called}`} onPress={onRemove} />
      </p>
      <div class="pair">
        <TextField id={nameId(row.key)} label="Name" value={row.name} onText={(name) => onChange({ name })} />
        <Select label="Kind" options={KINDS} value={row.kind} onPick={(kind) => onChange({ kind })} />
      </div>
      <TextField
        label="What it should hold (optional)"
        value={row.description}
        onText={(description) => onChange({ description })}
      />
    </fieldset>
  );
}

interface ToolProps {
  readonly id?: string;
  readonly sign: string;
  readonly label: string;
  /** Nothing to do here. It stays focusable, so that a field can be moved to the end and back by keyboard. */
  readonly off?: boolean;
  readonly onPress: () => void;
}

function Tool({ id, sign, label, off = false, onPress }: ToolProps) {
  return (
    <button
      id={id}
      type="button"
      class="tool"
      aria-label={label}
      title={label}
      aria-disabled={off}
      onClick={onPress}
    >
      {sign}
    </button>
  );
}
