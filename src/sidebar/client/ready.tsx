/** A saved enrichment, ready to run: its summary, which rows, what they cost, and the buttons to try one or enrich all. */
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Progress, Saved, Scope, Start } from '../protocol';
import type { Fault } from './calls/call';
import { useCall } from './calls/use-call';
import { type Terms, useTerms } from './calls/use-terms';
import type { Trial } from './calls/use-trial';
import { boxOf } from './model/boxes';
import { fillsOf } from './model/fills';
import { formOf } from './model/form';
import { TextButton } from './parts/buttons';
import { Marked } from './parts/marks';
import { Go } from './sections/go';
import { Pay } from './sections/pay';
import { Rows } from './sections/rows';
import { tryOne } from './sections/save';
import { Summary } from './sections/summary';
import { TrialSection } from './sections/trial';

interface ReadyProps {
  readonly start: Start;
  readonly saved: Saved;
  readonly trial: Trial;
  readonly scope: Scope;
  /** Changes when rows were cleared by an undo, and are to be counted again. */
  readonly round: number;
  /** Changes when the person has come back: rows may be others by now. */
  readonly returns: number;
  /** Whether its own run is going on: then nothing new can be started. */
  readonly busy: boolean;
  /** What stands above the buttons: the last run, the account. */
  readonly children: ComponentChildren;
  readonly onScope: (scope: Scope) => void;
  readonly onOpen: () => void;
  /** Opens the form at the box that a fault is about. */
  readonly onMend: (fault: Fault) => void;
  readonly onConnect: () => void;
  readonly onBalance: (balance: number) => void;
  readonly onStarted: (progress: Progress) => void;
  /** The answer of a try was written: one row less is to be asked. */
  readonly onWritten: () => void;
}

/** What a press is refused for, and a new offer tells. */
const OF_THE_PRICE = ['offer-changed', 'own-limit'];

/** The view. */
export function Ready(props: ReadyProps) {
  const { start, saved, trial, scope, busy } = props;
  const connected = start.key !== '';
  const { id, revision } = saved;
  const terms = useTerms({ id, revision, scope }, connected && !busy, props);
  const { offer } = terms.offering;
  const enriching = useCall();
  useEffect(() => {
    if (offer) props.onBalance(offer.balance);
    // It says by now what the press was refused for, or that is gone.
    if (OF_THE_PRICE.includes(enriching.fault.code)) enriching.clear();
  }, [offer]);

  // What else stands here stays, open and filled in as it is, when a run begins.
  return (
    <Marked fault={enriching.fault} box={boxOf(enriching.fault)} onClear={enriching.clear}>
      <Summary {...{ saved, start }} onOpen={props.onOpen} />
      {!busy && (
        <TrialSection
          trial={trial}
          saved={saved}
          onAgain={() => tryOne(formOf(saved), start, trial)}
          onWritten={props.onWritten}
        />
      )}
      {!busy && connected && <RowsAndPrice terms={terms} saved={saved} onScope={props.onScope} />}
      {!busy && !connected && <ConnectFirst onConnect={props.onConnect} />}
      {props.children}
      {!busy && connected && <Go {...props} terms={terms} enriching={enriching} />}
    </Marked>
  );
}

function ConnectFirst({ onConnect }: Pick<ReadyProps, 'onConnect'>) {
  return (
    <p>
      Connect your Linkup account to see how many rows this asks and what it costs.{' '}
      <TextButton label="Connect" onPress={onConnect} />
    </p>
  );
}

interface WithTerms {
  readonly terms: Terms;
}

/** What can be chosen, and what that comes to. */
function RowsAndPrice({ terms, saved, onScope }: WithTerms & Pick<ReadyProps, 'saved' | 'onScope'>) {
  const { choice, offering, cap, amount, first, setFirst, setOverwrite, setCap } = terms;
  const { offer } = offering;
  return (
    <>
      <Rows
        scope={choice.scope}
        first={first}
        overwrite={choice.overwrite}
        fills={fillsOf(saved).length > 0}
        offering={offering}
        onScope={onScope}
        onFirst={setFirst}
        onOverwrite={setOverwrite}
      />
      {offer && offer.rows + offer.copies > 0 && (
        <Pay offer={offer} cap={cap} amount={amount} onCap={setCap} />
      )}
    </>
  );
}
