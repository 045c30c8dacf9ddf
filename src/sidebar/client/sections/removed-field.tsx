/** Where a field was: that it is removed, and the button that puts it back. The fields below it stay where they are. */
import type { FieldRow } from '../model/form';
import { TextButton } from '../parts/buttons';

interface RemovedFieldProps {
  readonly row: FieldRow;
  readonly onBack: () => void;
}

/** The line. */
export function RemovedField({ row, onBack }: RemovedFieldProps) {
  const name = row.name.trim() || 'The field';
  return (
    <p class="row tight removed">
      <span class="hint">{name} is removed.</span>
      <TextButton label="Put back" about={name} onPress={onBack} />
    </p>
  );
}
