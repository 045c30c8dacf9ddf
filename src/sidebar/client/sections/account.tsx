/** The Linkup account: connect with a key, see which key it is and what is left, replace or remove it. */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { usd } from '../../../enrichment/amounts';
import { useCall } from '../calls/use-call';
import { useFocus } from '../calls/use-focus';
import { Button, TextButton } from '../parts/buttons';
import { FaultNote, Hint, Status } from '../parts/messages';
import { Section } from '../parts/section';
import { useRoom } from '../parts/use-room';
import { KeyForm } from './key-form';

interface AccountProps {
  /** Last four characters of the key, '' for none, undefined while that is not known. */
  readonly hint: string | undefined;
  /** USD; undefined while it is not known. */
  readonly balance: number | undefined;
  /** What was spent this month; '' where there is nothing to tell. */
  readonly month: string;
  /** Counts up each time another part of the page asks for a new key. */
  readonly wanted: number;
  readonly onKey: (hint: string, balance: number | undefined) => void;
  /** What is kept for the person besides the key. */
  readonly children: ComponentChildren;
}

/** What the section shows besides the key. */
type View = 'closed' | 'replacing' | 'removing';

/** The section. */
export function Account({ hint, balance, month, wanted, onKey, children }: AccountProps) {
  const { view, show, body } = useView(wanted);
  const room = useRoom(view === 'closed' ? '' : view);

  function keep(key: string, left: number | undefined): void {
    show('closed');
    onKey(key, left);
  }

  const asksForKey = hint === '' || (hint !== undefined && view === 'replacing');
  return (
    <Section
      title="Linkup account"
      room={room}
      aside={<Aside hint={hint} balance={balance} managing={view !== 'closed'} onShow={show} />}
    >
      <Status>{hint && month && <Hint>{month}</Hint>}</Status>
      <div class="stack opening" ref={body}>
        {hint && view === 'removing' && (
          <Removal onRemoved={() => keep('', undefined)} onCancel={() => show('closed')} />
        )}
        {hint && view === 'replacing' && children}
        {asksForKey && <KeyForm first={hint === ''} onConnected={keep} onRemove={() => show('removing')} />}
      </div>
    </Section>
  );
}

/** The view, and how to change it: a button that goes away with its view has the focus move on to what takes its place. */
function useView(wanted: number) {
  const [view, setView] = useState<View>('closed');
  const body = useRef<HTMLDivElement>(null);
  const refocus = useRef(false);
  const focusOn = useFocus();
  useEffect(() => {
    if (refocus.current) nextIn(body.current)?.focus();
    refocus.current = false;
  });
  useEffect(() => {
    if (wanted > 0) setView('replacing');
    if (wanted > 0) focusOn('key');
  }, [wanted]);

  function show(next: View): void {
    // The button that opens it stays, and not everybody has come for the key.
    refocus.current = next !== 'replacing';
    setView(next);
  }
  return { view, show, body };
}

/** What takes its place: the first of what has opened, or the button that opens it again. */
function nextIn(body: HTMLElement | null): HTMLElement | null {
  return body?.querySelector<HTMLElement>('input, button') ?? document.getElementById('manage-key');
}

interface AsideProps extends Pick<AccountProps, 'hint' | 'balance'> {
  readonly managing: boolean;
  readonly onShow: (view: View) => void;
}

/** Beside the heading: how the account stands, and the button that opens the rest. */
function Aside({ hint, balance, managing, onShow }: AsideProps) {
  return (
    <div class="row tight">
      <Status>
        <Standing hint={hint} balance={balance} />
      </Status>
      {hint && (
        <TextButton
          id="manage-key"
          label={managing ? 'Close' : 'Manage'}
          about="the Linkup key"
          expanded={managing}
          onPress={() => onShow(managing ? 'closed' : 'replacing')}
        />
      )}
    </div>
  );
}

/** The key's last four characters and the balance, or that they are not known yet. */
function Standing({ hint, balance }: Pick<AccountProps, 'hint' | 'balance'>) {
  if (!hint) return <span class="hint">{hint === '' ? 'Not connected' : 'Not read yet'}</span>;
  return (
    <>
      <span class="unseen">Key ending in </span>
      <span class="hint">…{hint}</span>
      <span class="unseen">, balance</span> <strong>{balance === undefined ? '' : usd(balance)}</strong>
    </>
  );
}

function Removal({ onRemoved, onCancel }: { readonly onRemoved: () => void; readonly onCancel: () => void }) {
  const { pending, fault, ask } = useCall();
  const remove = () => void ask('disconnect', null, onRemoved);
  return (
    <>
      <p>Remove the key? Rows that are still waiting get no answers until you connect again.</p>
      <p class="row">
        <Button label="Remove" pending={pending} onPress={remove} />
        <TextButton label="Keep it" onPress={onCancel} />
      </p>
      <FaultNote fault={fault} onAgain={remove} />
    </>
  );
}
