/** Where a field was: that it is removed, and the button that puts it back. The fields below it stay where they are. */
import type { FieldRow } from '../model/form';
import { TextButton } from '../parts/buttons';

interface RemovedFieldProps {
  readonly row: FieldRow;
  /** Of what stood there, in px. */
  readonly height: number;
  readonly onBack: () => void;
}

/** Of what is open in a field no room is kept: it would look broken. */
const MOST = 64;

/** How high the field with this box is, before it is removed. */
export function heightAround(box: string): number {
  return document.getElementById(box)?.closest('fieldset')?.getBoundingClientRect().height ?? 0;
}

/** The line. */
export function RemovedField({ row, height, onBack }: RemovedFieldProps) {
  const name = row.name.trim() || 'The field';
  return (
    <p class="row tight" style={{ minHeight: `${Math.min(MOST, height)}px` }}>
      <span class="hint">{name} is removed.</span>
      <TextButton label="Put back" about={name} onPress={onBack} />
    </p>
  );
}
