/** One field of an answer: its column's name, its kind, what it should hold, and its place in the list. */
import { useEffect, useState } from 'preact/hooks';
import { FIELD_KINDS, type FieldKind } from '../../../enrichment/definition';
import type { EmptyColumn } from '../../../enrichment/empty-columns';
import { useFocus } from '../calls/use-focus';
import { fieldBox } from '../model/boxes';
import type { FieldRow } from '../model/form';
import { TextButton, Tool } from '../parts/buttons';
import { type Option, Select } from '../parts/choices';
import { useMark } from '../parts/marks';
import { Hint, Status } from '../parts/messages';
import { TextField } from '../parts/text-field';
import { ColumnChoice } from './column-choice';
import { hasMore, OfKind } from './of-kind';

const LABELS: Record<FieldKind, string> = {
  text: 'Text',
  number: 'Number',
  // As wide as the box is.
  'whole number': 'Whole no.',
  percent: 'Percent',
  money: 'Money',
  'yes/no': 'Yes or no',
  date: 'Date',
  list: 'List',
  choice: 'Choice',
  link: 'Link',
  'e-mail': 'E-mail',
  phone: 'Phone',
};

const KINDS: readonly Option<FieldKind>[] = FIELD_KINDS.map((value) => ({ value, label: LABELS[value] }));

/** The id of a field's button up (-1) or down (1). */
export function moveId(key: number, by: -1 | 1): string {
  return `field-${key}-${by === 1 ? 'down' : 'up'}`;
}

interface FieldEditorProps {
  readonly row: FieldRow;
  /** Why it cannot be called so; '' where it can. */
  readonly clash: string;
  /** An empty column that is called like it: it may fill that. */
  readonly namesake: EmptyColumn | undefined;
  /** The columns that it may fill. */
  readonly columns: readonly EmptyColumn[];
  /** Whether it is worth saying where it goes. */
  readonly says: boolean;
  readonly at: number;
  readonly last: boolean;
  readonly onChange: (change: Partial<Omit<FieldRow, 'key'>>) => void;
  readonly onColumn: (column: EmptyColumn | undefined) => void;
  readonly onRemove: () => void;
  readonly onMove: (by: -1 | 1) => void;
}

/** The editor: a line, and on demand what the field should hold and where it stands. */
export function FieldEditor(props: FieldEditorProps) {
  const { row, at, onRemove } = props;
  const [isOpened, setOpen] = useState(false);
  const { refused } = useMark(fieldBox(row.key, 'description'));
  // What is wrong in it opens it, and it stays open when that is mended.
  const isOpen = isOpened || refused !== '';
  useEffect(() => {
    if (refused) setOpen(true);
  }, [refused]);
  const called = row.name.trim() || `field ${at + 1}`;
  return (
    <fieldset class="field-line">
      <legend class="unseen">Field {at + 1}</legend>
      <div class="line-of-field">
        <NameAndKind {...props} />
        <Tool sign="⋯" label={`More about ${called}`} expanded={isOpen} onPress={() => setOpen(!isOpen)} />
        <Tool sign="×" label={`Remove ${called}`} onPress={onRemove} />
      </div>
      {hasMore(row.kind) && (
        <div class="of-kind">
          <OfKind row={row} onChange={props.onChange} />
        </div>
      )}
      <GoesInto {...props} />
      {isOpen && <More {...props} called={called} />}
    </fieldset>
  );
}

function NameAndKind({ row, clash, namesake, onChange }: FieldEditorProps) {
  return (
    <>
      <TextField
        unlabelled
        id={fieldBox(row.key)}
        label="Name"
        placeholder="Name"
        fault={namesake ? '' : clash}
        value={row.name}
        onText={(name) => onChange({ name })}
      />
      <Select
        unlabelled
        label="Kind"
        options={KINDS}
        value={row.kind}
        onPick={(kind) => onChange({ kind })}
      />
    </>
  );
}

/** Whether it makes a column or fills one; where an empty one is called like it, that one is offered. */
function GoesInto({ row, namesake, says, onColumn }: FieldEditorProps) {
  const { edited } = useMark(fieldBox(row.key));
  const focusOn = useFocus();
  const fill = (): void => {
    edited();
    focusOn(fieldBox(row.key));
    onColumn(namesake);
  };
  return (
    <Status>
      {namesake ? (
        <Hint>
          The table has an empty column “{namesake.heading}”.{' '}
          <TextButton label="Fill it" about={`with ${row.name}`} onPress={fill} />
        </Hint>
      ) : (
        says && <Hint>{row.fills ? `fills “${row.fills.heading}”` : 'new column'}</Hint>
      )}
    </Status>
  );
}

type MoreProps = FieldEditorProps & { readonly called: string };

function More({ row, columns, at, last, onChange, onColumn, onMove, called }: MoreProps) {
  return (
    <div class="more">
      <div class="row tight">
        <TextField
          id={fieldBox(row.key, 'description')}
          label="What it should hold (optional)"
          value={row.description}
          onText={(description) => onChange({ description })}
        />
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
        </p>
      </div>
      <ColumnChoice fills={row.fills} columns={columns} onPick={onColumn} />
    </div>
  );
}
