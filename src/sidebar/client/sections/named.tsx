/** Whether receipts name the person: everybody who may see the document may read them. */
import { useState } from 'preact/hooks';
import { useCall } from '../calls/use-call';
import { Check } from '../parts/choices';
import { FaultNote } from '../parts/messages';

interface NamedProps {
  /** As it was read. */
  readonly named: boolean;
  /** It is kept: the next reading says so too. */
  readonly onNamed: () => void;
}

/** The box. Ticked at once; should it not be kept, that is said. */
export function Named({ named, onNamed }: NamedProps) {
  const [ticked, tick] = useState(named);
  const { fault, ask } = useCall();

  function keep(wanted: boolean): void {
    tick(wanted);
    void ask('nameMe', { named: wanted }, onNamed);
  }
  return (
    <>
      <Check
        checked={ticked}
        label="Name me in receipts"
        hint="Everybody who may see this document can read the sheet “Linkup runs”. Without it, your address is not written there."
        onCheck={keep}
      />
      <FaultNote fault={fault} onAgain={() => keep(ticked)} />
    </>
  );
}
