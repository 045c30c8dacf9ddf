/** A colleague's run: what is left of it, what that would cost this person, and the button to go on with their own key. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { usd } from '../../../enrichment/amounts';
import type { Progress, Rest } from '../../protocol';
import { useCall } from '../calls/use-call';
import { balanceWarning, restLine, restWaitsLine, underWayLine } from '../model/offer-words';
import { Button, TextButton } from '../parts/buttons';
import { FaultNote, Hint, Note, Status } from '../parts/messages';

interface CarryOnProps {
  readonly progress: Progress;
  /** Of the enrichment on view. */
  readonly revision: string;
  readonly onProgress: (id: string, progress: Progress | null) => void;
}

/** The small button, and what opens below it. */
export function CarryOn(props: CarryOnProps) {
  const [isOpen, setOpen] = useState(false);
  const close = (): void => {
    document.getElementById('carry-on')?.focus();
    setOpen(false);
  };
  return (
    <>
      <p>
        <TextButton
          id="carry-on"
          label="Go on with my key"
          expanded={isOpen}
          onPress={() => setOpen(!isOpen)}
        />
      </p>
      {isOpen && <Terms {...props} onClose={close} />}
    </>
  );
}

type TermsProps = CarryOnProps & { readonly onClose: () => void };

/** What it comes to, read when it is opened. */
function Terms(props: TermsProps) {
  const { id, by } = props.progress;
  const [rest, setRest] = useState<Rest>();
  const { pending, fault, ask } = useCall();
  const panel = useRef<HTMLDivElement>(null);
  const look = () => void ask('rest', { id }, setRest);
  useEffect(() => {
    panel.current?.focus();
    look();
  }, []);
  return (
    <div class="inset card" ref={panel} tabIndex={-1}>
      <Status>{rest ? <Bill rest={rest} by={by} /> : pending && <Hint>Counting what is left…</Hint>}</Status>
      <FaultNote fault={fault} onAgain={look} />
      <Go {...props} rest={pending ? undefined : rest} onRecount={look} />
    </div>
  );
}

interface GoProps extends TermsProps {
  /** Undefined while it is counted. */
  readonly rest: Rest | undefined;
  readonly onRecount: () => void;
}

/** The button that spends money, and the way back. */
function Go({ progress: { id }, revision, rest, onProgress, onRecount, onClose }: GoProps) {
  const { pending, fault, clear, ask } = useCall();

  function goOn(): void {
    if (!rest) return;
    void ask('carryOn', { id, revision, agreement: rest.agreement, total: rest.total }, (result) =>
      onProgress(id, result),
    );
  }

  function recount(): void {
    clear();
    onRecount();
  }

  return (
    <>
      <p class="row">
        <Button
          label={rest && rest.questions > 0 ? `Go on · up to ${usd(rest.total)}` : 'Go on'}
          pending={pending}
          off={!rest}
          onPress={goOn}
        />
        <TextButton label="Cancel" onPress={onClose} />
      </p>
      <FaultNote fault={fault} onAgain={fault.code === 'offer-changed' ? recount : goOn} />
    </>
  );
}

function Bill({ rest, by }: { readonly rest: Rest; readonly by: string }) {
  const { underWay, total, balance } = rest;
  return (
    <>
      <dl class="bill">
        <div class="line strong">
          <dt>{restLine(rest)}</dt>
          <dd>{usd(total)}</dd>
        </div>
        <div class="line">
          <dt>Your balance</dt>
          <dd>{usd(balance)}</dd>
        </div>
      </dl>
      {balanceWarning(rest) && <Note>{balanceWarning(rest)}</Note>}
      {underWay > 0 && <Hint>{underWayLine(underWay, by)}</Hint>}
      {rest.waitsFor && <Hint>{restWaitsLine(rest)}</Hint>}
    </>
  );
}
