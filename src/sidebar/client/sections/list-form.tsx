/** Asking for a list: the question, its columns, how deep, the price, and the one press that asks. */
import { useState } from 'preact/hooks';
import { usd } from '../../../enrichment/amounts';
import { isSameField } from '../../../enrichment/fields';
import type { Draft, Listed } from '../../protocol';
import { type Calling, useCall } from '../calls/use-call';
import { besideBoxes, boxOf } from '../model/boxes';
import { BLANK, draftOf, type Form } from '../model/form';
import { pricePerRow } from '../model/look';
import { withFields } from '../model/suggest-fields';
import { listFieldsIn } from '../model/suggest-list';
import { Button, TextButton } from '../parts/buttons';
import { Foot } from '../parts/foot';
import { Marked } from '../parts/marks';
import { FaultNote, Hint, Status } from '../parts/messages';
import { Section } from '../parts/section';
import { TextField } from '../parts/text-field';
import { SearchDepth } from './depth';
import { FieldList } from './field-list';

interface ListFormProps {
  readonly onMade: (list: Listed) => void;
  readonly onClose: () => void;
}

const BEGUN: Form = { ...BLANK, shapes: { ...BLANK.shapes, search: 'fields' }, sources: false };

/** The form. Nothing is on any sheet before all rows are there. */
export function ListForm({ onMade, onClose }: ListFormProps) {
  const [form, setForm] = useState(BEGUN);
  const making = useCall();
  const { fields, question } = form;
  return (
    <Marked fault={making.fault} box={boxOf(making.fault, fields)} onClear={making.clear}>
      <Section
        title="A list from the web"
        aside={<TextButton label="Close" about="the list" onPress={onClose} />}
      >
        <Hint>One question, many rows, in a new sheet of their own.</Hint>
        <TextField
          id="question"
          label="What to list"
          rows={3}
          value={question}
          hint="Such as: The ten largest breweries in Germany with website and city"
          onText={(text) => setForm({ ...form, question: text })}
        />
        <Suggested form={form} onForm={setForm} />
        <p class="caption">Fields, each a column</p>
        <div class="inset">
          <FieldList
            taken={[]}
            empty={[]}
            rows={fields}
            onRows={(rows) => setForm({ ...form, fields: rows })}
          />
        </div>
        <Hint>Rows with the same first field count as one.</Hint>
        <SearchDepth form={form} onEdit={setForm} />
      </Section>
      <Press making={making} form={form} onMade={onMade} />
    </Marked>
  );
}

/** The columns that the question names, in one press. */
function Suggested({ form, onForm }: { readonly form: Form; readonly onForm: (form: Form) => void }) {
  const found = listFieldsIn(form.question);
  const isNew = found.some(({ name }) => form.fields.every((field) => !isSameField(field.name, name)));
  const label = `Use as fields: ${found.map(({ name }) => name).join(', ')}`;
  const use = (): void => onForm(withFields({ ...form, fields: [] }, found));
  return <Status>{isNew && <TextButton label={label} onPress={use} />}</Status>;
}

interface PressProps extends Pick<ListFormProps, 'onMade'> {
  readonly making: Calling;
  readonly form: Form;
}

/** The price, and the press that agrees to it. */
function Press({ making, form, onMade }: PressProps) {
  const total = pricePerRow(form) ?? 0;
  // Every enrichment has a name; that of a list is its question.
  const draft = (): Draft => draftOf({ ...form, name: 'List' });
  const make = (): void => void making.ask('makeList', { draft: draft(), total }, onMade);
  return (
    <Foot>
      <FaultNote fault={besideBoxes(making.fault, form.fields)} onAgain={make} />
      <p class="row">
        <Button primary label={`Make the list for ${usd(total)}`} pending={making.pending} onPress={make} />
      </p>
    </Foot>
  );
}
