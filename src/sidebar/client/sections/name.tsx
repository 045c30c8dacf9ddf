/** What the enrichment is called: taken from its question unless the person says otherwise. */
import type { Form } from '../model/form';
import { nameFor } from '../model/name';
import { Folded } from '../parts/section';
import { TextField } from '../parts/text-field';

interface NameProps {
  readonly form: Form;
  /** What the sheet's other enrichments are called. */
  readonly taken: readonly string[];
  /** Whether it is saved already. */
  readonly isSaved: boolean;
  readonly onEdit: (form: Form) => void;
}

/** The section. */
export function Name({ form, taken, isSaved, onEdit }: NameProps) {
  const suggested = nameFor(form, taken);
  return (
    <Folded title="Name" words={form.name.trim() || suggested}>
      <TextField
        id="name"
        label="Name"
        unlabelled
        value={form.name}
        onText={(name) => onEdit({ ...form, name })}
        placeholder={suggested}
        hint={isSaved ? 'Its columns keep their headings.' : 'New columns are named after it.'}
      />
    </Folded>
  );
}
