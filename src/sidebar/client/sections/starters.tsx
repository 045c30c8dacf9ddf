/** Starter templates: a press fills in the form, and a second one takes that back. */
import { useState } from 'preact/hooks';
import { type Form, templateOf } from '../model/form';
import { STARTER_CHOICES, startFrom } from '../model/starters';
import { TextButton } from '../parts/buttons';
import { Status } from '../parts/messages';

interface StartersProps {
  readonly form: Form;
  readonly headings: readonly string[];
  readonly onEdit: (form: Form) => void;
}

/** The list, open at first where nothing is asked yet; it does not fold under the fingers of who begins to write. */
export function Starters({ form, headings, onEdit }: StartersProps) {
  const [open] = useState(templateOf(form) === '');
  const [filled, setFilled] = useState<{ readonly label: string; readonly before: Form }>();

  function fillIn(key: string, label: string): void {
    setFilled({ label, before: form });
    onEdit(startFrom(key, form, headings));
  }

  return (
    <details class="starters" open={open}>
      <summary>Start from a template</summary>
      <ul class="chips" aria-label="Templates">
        {STARTER_CHOICES.map(({ key, label }) => (
          <li key={key}>
            <button type="button" onClick={() => fillIn(key, label)}>
              {label}
            </button>
          </li>
        ))}
      </ul>
      <Status>{filled && <p class="hint">Filled in: {filled.label}. Change whatever you like.</p>}</Status>
      {filled && (
        <TextButton
          label="Take it back"
          onPress={() => {
            onEdit(filled.before);
            setFilled(undefined);
          }}
        />
      )}
    </details>
  );
}
