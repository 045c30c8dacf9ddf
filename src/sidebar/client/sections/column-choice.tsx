/** Where an output goes: into a new column, or into an empty one of the person's own. */
import type { Filled } from '../../../enrichment/definition';
import type { EmptyColumn } from '../../../enrichment/empty-columns';
import { columnLetters } from '../../../enrichment/letters';
import { isThat } from '../model/field-fills';
import { type Option, Select } from '../parts/choices';

interface ColumnChoiceProps {
  /** The column that it fills; undefined for a new one. */
  readonly fills: Filled | undefined;
  /** The columns that it may fill, its own among them unless that is saved. */
  readonly columns: readonly EmptyColumn[];
  readonly onPick: (column: EmptyColumn | undefined) => void;
}

/** The list; nothing where there is nothing to choose. */
export function ColumnChoice({ fills, columns, onPick }: ColumnChoiceProps) {
  if (!fills && columns.length === 0) return null;
  const present = fills && columns.find((column) => isThat(fills, column));
  const options: Option<string>[] = [{ value: NEW, label: 'New column' }];
  if (fills && !present) options.push({ value: KEPT, label: `Fill “${fills.heading}”` });
  options.push(...columns.map((column) => ({ value: String(column.at), label: labelOf(column, columns) })));
  const pick = (value: string): void => {
    if (value !== KEPT) onPick(columns.find(({ at }) => String(at) === value));
  };
  return (
    <Select
      label="Goes into"
      options={options}
      value={present ? String(present.at) : fills ? KEPT : NEW}
      onPick={pick}
    />
  );
}

/** No numbers of columns. */
const NEW = 'new';
const KEPT = 'kept';

/** Of columns that are called alike, each with its letters. */
function labelOf({ heading, at }: EmptyColumn, columns: readonly EmptyColumn[]): string {
  const isOnly = columns.every((other) => other.at === at || other.heading !== heading);
  return isOnly ? `Fill “${heading}”` : `Fill “${heading}” (column ${columnLetters(at)})`;
}
