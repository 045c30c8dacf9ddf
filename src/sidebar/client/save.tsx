/** Saving, and what to do next. */

import { useState } from 'preact/hooks';
import { usd } from '../../enrichment/amounts';
import type { Start } from '../protocol';
import { draftOf, type Form } from './form';
import { faultIn, pricePerRow } from './look';
import { Alert, Button, Status } from './parts';
import { useCall } from './use-call';

interface SaveProps {
  readonly form: Form;
  /** Whether the form differs from what is saved. */
  readonly changed: boolean;
  readonly start: Start | undefined;
  readonly onSaved: (form: Form, id: string) => void;
}

/** The bar at the bottom. */
export function Save({ form, changed, start, onSaved }: SaveProps) {
  const { pending, fault, fail, ask } = useCall();
  const [savedId, setSavedId] = useState<string>();
  const price = pricePerRow(form);

  function save(): void {
    setSavedId(undefined);
    const wrong = faultIn(form, start);
    if (wrong) fail(wrong);
    else if (!start) fail('This sheet is not read yet. Try again in a moment.');
    else
      ask('save', { sheetId: start.sheetId, draft: draftOf(form), revision: '', force: true }, ({ id }) => {
        setSavedId(id);
        onSaved(form, id);
      });
  }

  return (
    <footer class="stack">
      <Alert sentence={fault} />
      <Status>
        {changed && form.id !== '' && !pending && <p class="hint">Changes are not saved yet.</p>}
        {!changed && savedId === form.id && <p class="done">{whatNext(start?.key !== '')}</p>}
      </Status>
      <div class="row apart">
        <Button
          primary={start?.key !== ''}
          label="Save"
          pendingLabel="Saving…"
          pending={pending}
          onPress={save}
        />
        {price !== undefined && <span class="hint">{usd(price)} per row</span>}
      </div>
    </footer>
  );
}

function whatNext(connected: boolean): string {
  const rest = 'choose “Enrich all rows” in the Enrich with Linkup menu.';
  return connected
    ? `Saved. To fill the columns, ${rest}`
    : `Saved. Connect your Linkup account above, then ${rest}`;
}
