/** The separate fields of an answer: a list, or a JSON Schema instead; for a page, instructions with them. */
import { MAX_INSTRUCTIONS } from '../../../enrichment/check';
import type { EmptyColumn } from '../../../enrichment/empty-columns';
import { type Form, withOption } from '../model/form';
import { TextButton } from '../parts/buttons';
import { TextField } from '../parts/text-field';
import { FieldList } from './field-list';

interface AnswerFieldsProps {
  readonly form: Form;
  /** Headings of the table that are not its own. */
  readonly taken: readonly string[];
  /** The columns that its outputs may fill. */
  readonly empty: readonly EmptyColumn[];
  readonly onEdit: (form: Form) => void;
}

/** Fields, whichever way they are written. */
export function AnswerFields({ form, taken, empty, onEdit }: AnswerFieldsProps) {
  return (
    <div class="inset">
      {form.bySchema ? (
        <TextField
          id="schema"
          label="JSON Schema"
          rows={8}
          value={form.schema}
          onText={(schema) => onEdit({ ...form, schema })}
          hint="An object with properties; each property becomes a column."
        />
      ) : (
        <FieldList
          taken={taken}
          empty={empty}
          rows={form.fields}
          onRows={(fields) => onEdit({ ...form, fields })}
        />
      )}
      <TextButton
        label={form.bySchema ? 'List the fields instead' : 'Write a JSON Schema instead'}
        onPress={() => onEdit({ ...form, bySchema: !form.bySchema })}
      />
      {form.type === 'fetch' && (
        <TextField
          id="instructions"
          label="Instructions (optional)"
          rows={2}
          value={form.fetch.instructions ?? ''}
          onText={(instructions) => onEdit(withOption(form, 'instructions', instructions))}
          hint={`How to read the page; at most ${MAX_INSTRUCTIONS} characters.`}
        />
      )}
    </div>
  );
}
