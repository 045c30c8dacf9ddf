/** A saved enrichment, ready to run: its summary, which rows, what they cost, and the buttons to try one or enrich all. */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Progress, Saved, Scope, Start } from '../protocol';
import { useCall } from './calls/use-call';
import { useOffer } from './calls/use-offer';
import type { Trial } from './calls/use-trial';
import { formOf } from './model/form';
import { capIn, enrichLabel } from './model/offer-words';
import { Button, TextButton } from './parts/buttons';
import { Foot } from './parts/foot';
import { FaultNote } from './parts/messages';
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
  /** Whether its own run is going on: then nothing new can be started. */
  readonly busy: boolean;
  /** What stands above the buttons: the last run. */
  readonly children: ComponentChildren;
  readonly onScope: (scope: Scope) => void;
  readonly onOpen: () => void;
  readonly onConnect: () => void;
  readonly onBalance: (balance: number) => void;
  readonly onStarted: (progress: Progress) => void;
}

/** The view. */
export function Ready(props: ReadyProps) {
  const { start, saved, trial, scope, busy } = props;
  const [overwrite, setOverwrite] = useState(false);
  const [cap, setCap] = useState('');
  const connected = start.key !== '';
  const asks = connected && !busy;
  const { id, revision } = saved;
  const offering = useOffer(asks ? { id, revision, scope, overwrite } : undefined);
  const { offer, again } = offering;
  useRecount(again, scope === 'selected' && asks, `${props.round} ${revision}`);
  useEffect(() => {
    if (offer) props.onBalance(offer.balance);
  }, [offer]);
  const amount = offer && capIn(cap, offer.total);

  /** What was agreed to for this run is not agreed to for the next. */
  function onStarted(progress: Progress): void {
    setOverwrite(false);
    setCap('');
    props.onStarted(progress);
  }

  if (busy) return <Summary saved={saved} onOpen={props.onOpen} />;
  return (
    <>
      <Summary saved={saved} onOpen={props.onOpen} />
      {connected ? (
        <>
          <Rows
            scope={scope}
            overwrite={overwrite}
            offering={offering}
            onScope={props.onScope}
            onOverwrite={setOverwrite}
          />
          {offer && offer.rows + offer.copies > 0 && (
            <Pay offer={offer} cap={cap} amount={amount} onCap={setCap} />
          )}
        </>
      ) : (
        <p class="next">
          Connect your Linkup account to see how many rows this asks and what it costs.{' '}
          <TextButton label="Connect" onPress={props.onConnect} />
        </p>
      )}
      <TrialSection trial={trial} onAgain={() => tryOne(formOf(saved), start, trial)} />
      {props.children}
      {connected && (
        <Go {...props} offering={offering} overwrite={overwrite} amount={amount} onStarted={onStarted} />
      )}
    </>
  );
}

/** Counts again when something of ours changed, and for selected rows when the person comes back from the sheet. */
function useRecount(again: () => void, onFocus: boolean, round: string): void {
  const first = useRef(round);
  useEffect(() => {
    if (first.current !== round) again();
    first.current = round;
  }, [round]);
  useEffect(() => {
    if (!onFocus) return;
    window.addEventListener('focus', again);
    return () => window.removeEventListener('focus', again);
  });
}

interface GoProps extends ReadyProps {
  readonly offering: ReturnType<typeof useOffer>;
  readonly overwrite: boolean;
  readonly amount: number | undefined;
}

/** The bar with the one button that spends money, and the one that tries. */
function Go({ start, saved, trial, scope, offering, overwrite, amount, onStarted }: GoProps) {
  const { pending, fault, fail, ask } = useCall();
  const { offer, again } = offering;

  function enrich(): void {
    if (!offer) return;
    const { id, revision } = saved;
    const choice = { id, revision, scope, overwrite };
    if (amount === undefined) fail('The spending cap is not an amount. Write one in dollars, such as 5.');
    else ask('enrich', { ...choice, total: offer.total, cap: amount }, onStarted);
  }

  function recount(): void {
    fail('');
    again();
  }

  const nothing = !offer || offering.pending || offer.rows + offer.copies === 0;
  return (
    <Foot>
      <FaultNote fault={fault} onAgain={fault.code === 'offer-changed' ? recount : enrich} />
      <div class="row">
        <Button
          primary
          label={nothing ? 'Enrich' : enrichLabel(offer)}
          pending={pending}
          off={nothing}
          onPress={enrich}
        />
        <Button
          label="Try one row"
          pending={trial.pending}
          onPress={() => tryOne(formOf(saved), start, trial)}
        />
      </div>
    </Foot>
  );
}
