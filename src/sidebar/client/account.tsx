/** The Linkup account: connect with a key, see which key it is and what is left, replace or remove it. */

import { useEffect, useRef, useState } from 'preact/hooks';
import { usd } from '../../enrichment/amounts';
import { TextField } from './controls';
import { Alert, Button, Section, Status, TextButton } from './parts';
import { useCall } from './use-call';

interface AccountProps {
  /** Last four characters of the key, '' for none, undefined while that is not known. */
  readonly hint: string | undefined;
  /** Whether finding out went wrong. */
  readonly failed: boolean;
  readonly onKey: (hint: string) => void;
}

/** What the section shows. */
type View = 'connected' | 'replacing' | 'removing';

/** The section. */
export function Account({ hint, failed, onKey }: AccountProps) {
  const [view, setView] = useState<View>('connected');
  const body = useRef<HTMLDivElement>(null);
  const refocus = useRef(false);
  useEffect(() => {
    if (refocus.current) body.current?.querySelector<HTMLElement>('input, button')?.focus();
    refocus.current = false;
  });
  const [balance, setBalance] = useState<number>();

  /** The button that was pressed goes away with its view, so the focus moves on to what takes its place. */
  function show(next: View): void {
    refocus.current = true;
    setView(next);
  }

  function keep(key: string, left: number | undefined): void {
    show('connected');
    setBalance(left);
    onKey(key);
  }

  return (
    <Section title="Linkup account">
      <Status>
        {hint === undefined && <p class="hint">{failed ? 'Not read yet.' : 'Looking for your key…'}</p>}
        {hint && <Connected hint={hint} balance={balance} />}
      </Status>
      <div class="stack" ref={body}>
        {hint && view === 'connected' && (
          <p class="row">
            <TextButton label="Replace key" onPress={() => show('replacing')} />
            <TextButton label="Remove key" onPress={() => show('removing')} />
          </p>
        )}
        {hint && view === 'removing' && (
          <Removal onRemoved={() => keep('', undefined)} onCancel={() => show('connected')} />
        )}
        {(hint === '' || (hint && view === 'replacing')) && (
          <KeyForm first={hint === ''} onConnected={keep} onCancel={() => show('connected')} />
        )}
      </div>
    </Section>
  );
}

function Connected({ hint, balance }: { readonly hint: string; readonly balance: number | undefined }) {
  return (
    <p>
      Connected with the key ending in <strong class="key">{hint}</strong>
      {balance !== undefined && (
        <>
          . Balance: <strong>{usd(balance)}</strong>
        </>
      )}
      .
    </p>
  );
}

interface KeyFormProps {
  readonly first: boolean;
  readonly onConnected: (key: string, balance: number) => void;
  readonly onCancel: () => void;
}

function KeyForm({ first, onConnected, onCancel }: KeyFormProps) {
  const [pasted, setPasted] = useState('');
  const { pending, fault, fail, ask } = useCall();

  function connect(): void {
    const key = pasted.trim();
    if (key === '') fail('Paste your Linkup API key first.');
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
      <TextField
        label={first ? 'API key' : 'New API key'}
        type="password"
        value={pasted}
        onText={setPasted}
        hint={<KeyHint />}
      />
      <p class="row">
        <Button submit primary={first} label="Connect" pendingLabel="Connecting…" pending={pending} />
        {!first && <TextButton label="Cancel" onPress={onCancel} />}
      </p>
      <Alert sentence={fault} />
    </form>
  );
}

function KeyHint() {
  return (
    <>
      Get one at{' '}
      <a href="https://app.linkup.so" target="_blank" rel="noreferrer">
        app.linkup.so
      </a>
      . It is kept for you alone; others who use this sheet never see it.
    </>
  );
}

function Removal({ onRemoved, onCancel }: { readonly onRemoved: () => void; readonly onCancel: () => void }) {
  const { pending, fault, ask } = useCall();
  return (
    <>
      <p>Remove the key? Rows that are still waiting get no answers until you connect again.</p>
      <p class="row">
        <Button
          label="Remove"
          pendingLabel="Removing…"
          pending={pending}
          onPress={() => ask('disconnect', null, onRemoved)}
        />
        <TextButton label="Keep it" onPress={onCancel} />
      </p>
      <Alert sentence={fault} />
    </>
  );
}
