/** All enrichments of the sheet in one go: in which order, what that costs at most, and the button that starts them. */
import { useEffect, useState } from 'preact/hooks';
import { usd } from '../../../enrichment/amounts';
import type { ChainOffer, Progress, Start } from '../../protocol';
import { useCall } from '../calls/use-call';
import {
  chainBalanceLine,
  chainBill,
  chainLabel,
  leftOutOf,
  orderLine,
  waitingLine,
} from '../model/chain-words';
import { capIn } from '../model/offer-words';
import { inOrder } from '../model/uses';
import { Button, TextButton } from '../parts/buttons';
import { FaultNote, Hint, Note, Status } from '../parts/messages';
import { Folded } from '../parts/section';
import { BalanceNote, BillRows, CapField } from './pay';

interface AllColumnsProps {
  readonly start: Start;
  /** Whether it is what comes next, and begins open. */
  readonly isNext: boolean;
  readonly onStarted: (runs: readonly Progress[]) => void;
}

/** The folded line; opened, it counts. */
export function AllColumns({ start, isNext, onStarted }: AllColumnsProps) {
  const { sheetId } = start;
  const [offer, setOffer] = useState<ChainOffer>();
  const counting = useCall(true);
  const count = (): void => void counting.ask('chainOffer', { sheetId }, setOffer);
  useEffect(() => {
    if (isNext) count();
  }, []);
  const names = inOrder(start).map(({ name }) => name);
  return (
    <Folded
      id="all-columns"
      title="Enrich all columns"
      words={orderLine(names)}
      open={isNext}
      onToggle={(open) => open && !offer && !counting.pending && count()}
    >
      <Status>{counting.pending && !offer && <Hint>Counting…</Hint>}</Status>
      <FaultNote fault={counting.fault} onAgain={count} />
      {offer && !counting.fault.sentence && (
        <Agreeing
          offer={offer}
          pending={counting.pending}
          onCount={count}
          onStarted={(runs) => {
            setOffer(undefined);
            onStarted(runs);
          }}
        />
      )}
    </Folded>
  );
}

interface AgreeingProps extends Pick<AllColumnsProps, 'onStarted'> {
  readonly offer: ChainOffer;
  /** Whether it is being counted anew. */
  readonly pending: boolean;
  readonly onCount: () => void;
}

/** What there is to know before a yes, and the button that says it. */
function Agreeing({ offer, pending, onCount, onStarted }: AgreeingProps) {
  const { sheetId, revision, total } = offer;
  const [cap, setCap] = useState('');
  const amount = capIn(cap, total);
  const starting = useCall();
  const isOff = pending || amount === undefined || offer.links.every(hasNothing);

  function begin(): void {
    if (amount === undefined) return;
    void starting.ask('enrichChain', { sheetId, revision, total, cap: Math.min(amount, total) }, onStarted);
  }
  function recount(): void {
    starting.clear();
    onCount();
  }
  const onAgain = starting.fault.code === 'offer-changed' ? recount : begin;
  return (
    <>
      <BillRows lines={chainBill(offer)} balance={usd(offer.balance)} />
      <ChainNotes offer={offer} />
      {total > 0 && (
        <CapField id="chain-cap" label="At most for all (USD)" cap={cap} total={total} onCap={setCap} />
      )}
      <Status>{amount === undefined && <Hint>Write an amount in dollars, such as 5.</Hint>}</Status>
      <FaultNote fault={starting.fault} onAgain={onAgain} />
      <p class="row">
        <Button label={chainLabel(offer, amount)} pending={starting.pending} off={isOff} onPress={begin} />
        <TextButton label="Count again" about="all columns" onPress={recount} />
      </p>
    </>
  );
}

function hasNothing({ rows, copies, later }: ChainOffer['links'][number]): boolean {
  return rows + copies + later === 0;
}

const SKIPPED = 'A row for which nothing is found on the way is skipped, and costs no more.';

/** Who waits for whom, who is left out, and what a yes would mean besides the price. */
function ChainNotes({ offer }: { readonly offer: ChainOffer }) {
  const warning = chainBalanceLine(offer);
  const waiting = offer.links.map(waitingLine).filter(Boolean);
  return (
    <>
      {waiting.length > 0 && <Hint>{[...waiting, SKIPPED].join(' ')}</Hint>}
      {[...offer.links.map(leftOutOf).filter(Boolean), ...offer.stakes].map((said) => (
        <Note key={said}>{said}</Note>
      ))}
      <BalanceNote warning={warning} />
    </>
  );
}
