/** The box for a Linkup key. A key is kept only after Linkup has accepted it. */
import { useState } from 'preact/hooks';
import { useCall } from '../calls/use-call';
import { boxOf } from '../model/boxes';
import { Button, TextButton } from '../parts/buttons';
import { Marked } from '../parts/marks';
import { FaultNote, OutLink } from '../parts/messages';
import { TextField } from '../parts/text-field';

interface KeyFormProps {
  /** Whether there is no key yet. */
  readonly first: boolean;
  readonly onConnected: (key: string, balance: number) => void;
  readonly onRemove: () => void;
}

/** The form: a box and a button. */
export function KeyForm({ first, onConnected, onRemove }: KeyFormProps) {
  const [pasted, setPasted] = useState('');
  const { pending, fault, fail, clear, ask } = useCall();
  const box = boxOf(fault);

  function connect(): void {
    const key = pasted.trim();
    if (key === '') fail({ code: 'form', sentence: 'Paste your Linkup API key first.', place: 'key' });
    else ask('connect', { key }, (result) => onConnected(result.key, result.balance));
  }

  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        connect();
      }}
    >
      <Marked fault={fault} box={box} onClear={clear}>
        <TextField
          id="key"
          label={first ? 'API key' : 'New API key'}
          type="password"
          value={pasted}
          onText={setPasted}
          hint={<KeyHint />}
        />
      </Marked>
      <p class="row">
        <Button submit primary={first} label="Connect" pending={pending} />
        {!first && <TextButton label="Remove the key…" onPress={onRemove} />}
      </p>
      {/* Another key is what the box above is for. */}
      {box === '' && <FaultNote fault={{ ...fault, code: fault.code && 'form' }} />}
    </form>
  );
}

function KeyHint() {
  return (
    <>
      Get one at <OutLink href="https://app.linkup.so" text="app.linkup.so" />. It is tested with a free call
      and kept for you alone; others who use this sheet never see it.
    </>
  );
}
