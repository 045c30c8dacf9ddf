/** Asking for a list: the question, its columns, how deep, the price, and the one press that asks. */
import { useState } from 'preact/hooks';
import { usd } from '../../../enrichment/amounts';
import { isSameField } from '../../../enrichment/fields';
import type { Listed } from '../../protocol';
import { useCall } from '../calls/use-call';
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
  const price = pricePerRow(form) ?? 0;
  const { fields, question } = form;
  const found = listFieldsIn(question);
  const isNew = found.some(({ name }) => fields.every((field) => !isSameField(field.name, name)));
  const make = (): void => {
    // A name is asked for by every enrichment; that of a list is its question.
    void making.ask('makeList', { draft: draftOf({ ...form, name: 'List' }), total: price }, onMade);
  };
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
        <Status>
          {isNew && (
            <TextButton
              label={`Use as fields: ${found.map(({ name }) => name).join(', ')}`}
              onPress={() => setForm(withFields({ ...form, fields: [] }, found))}
            />
          )}
        </Status>
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
      <Foot>
        <FaultNote fault={besideBoxes(making.fault, fields)} onAgain={make} />
        <div class="row">
          <Button primary label={`Make the list for ${usd(price)}`} pending={making.pending} onPress={make} />
        </div>
      </Foot>
    </Marked>
  );
}
