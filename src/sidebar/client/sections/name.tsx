/** What the enrichment is called: taken from its question unless the person says otherwise. */
import type { Form } from '../model/form';
import { nameFor } from '../model/name';
import { nameFaultOf } from '../model/own-columns';
import { Folded } from '../parts/section';
import { TextField } from '../parts/text-field';

interface NameProps {
  readonly form: Form;
  /** What the sheet's other enrichments are called. */
  readonly others: readonly string[];
  /** What columns are called that are not its own. */
  readonly columns: readonly string[];
  /** Whether it is saved already. */
  readonly isSaved: boolean;
  readonly onEdit: (form: Form) => void;
  /** Enter saves. */
  readonly onEnter: () => void;
}

/** The section. */
export function Name({ form, others, columns, isSaved, onEdit, onEnter }: NameProps) {
  const suggested = nameFor(form, [...others, ...columns]);
  return (
    <Folded title="Name" words={form.name.trim() || suggested}>
      <TextField
        id="name"
        label="Name"
        unlabelled
        value={form.name}
        onText={(name) => onEdit({ ...form, name })}
        onEnter={onEnter}
        placeholder={suggested}
        fault={nameFaultOf(form, others, columns)}
        hint={
          isSaved ? 'Headings that are named after it change with it.' : 'New columns are named after it.'
        }
      />
    </Folded>
  );
}
