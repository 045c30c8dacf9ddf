/** Removing everything of the add-on: what goes and what stays is said, and agreed to once. */
import { useState } from 'preact/hooks';
import type { Removal } from '../../upkeep-types';
import { useCall } from '../calls/use-call';
import { Button, TextButton } from '../parts/buttons';
import { FaultNote, OutLink, waysOn } from '../parts/messages';
import { useRoom } from '../parts/use-room';

/** Where Google lists what a person has permitted (Google Account help, November 2026). */
const PERMISSIONS = 'https://myaccount.google.com/connections';

/** The button, and after a press what there is to know and to decide. */
export function Removing() {
  const [told, setTold] = useState<Removal>();
  const looking = useCall();
  const { pending, fault, clear, ask } = useCall();
  const room = useRoom(told ? 'open' : '');
  const look = (): void => void looking.ask('removal', null, setTold);
  const remove = (): void => void ask('removeAll', { runs: told?.runs ?? [] }, waysOn.removed);
  function toggle(): void {
    clear();
    if (told) setTold(undefined);
    else look();
  }

  return (
    <div class="stack tight" {...room}>
      <TextButton label="Remove everything…" expanded={told !== undefined} onPress={toggle} />
      {told && (
        <div class="inset card opening stack">
          <Lines title="This goes" lines={told.goes} />
          <Lines title="This stays" lines={told.stays} />
          <p class="row">
            <Button label="Remove all this" pending={pending} onPress={remove} />
            <TextButton label="Keep it" onPress={() => setTold(undefined)} />
          </p>
        </div>
      )}
      <FaultNote fault={looking.fault} onAgain={look} />
      <FaultNote fault={fault} onAgain={remove} />
    </div>
  );
}

/** What is said once it is done, where the page begins anew. */
export function Removed({ stays }: Pick<Removal, 'stays'>) {
  return (
    <section id="removed" class="section" aria-label="Removed" tabIndex={-1}>
      <Lines title="Everything else is removed. This stays" lines={stays} />
      <OutLink href={PERMISSIONS} text="Your permissions at Google" />
    </section>
  );
}

function Lines({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) {
  return (
    <>
      <strong>{title}</strong>
      <ul class="stack tight">
        {lines.map((line) => (
          <li key={line} class="hint">
            {line}
          </li>
        ))}
      </ul>
    </>
  );
}
