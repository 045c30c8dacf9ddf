/** Before you pay: what it comes to, what a yes would mean besides, and the cap. */

import { usd } from '../../../enrichment/amounts';
import type { Offered } from '../../protocol';
import { type BillLine, balanceWarning, billLines, capLine, mostLine } from '../model/offer-words';
import { Hint, Note, Status, TopUp } from '../parts/messages';
import { Section } from '../parts/section';
import { TextField } from '../parts/text-field';

interface PayProps {
  readonly offer: Offered;
  readonly cap: string;
  /** The cap as an amount in USD; undefined where it is none. */
  readonly amount: number | undefined;
  readonly onCap: (cap: string) => void;
}

/** The section. */
export function Pay({ offer, cap, amount, onCap }: PayProps) {
  const { questions, total, balance, filtered, stakes } = offer;
  const warning = balanceWarning(offer);
  return (
    <Section title="Before you pay">
      <BillRows lines={billLines(offer)} balance={usd(balance)} />
      <Hint>{mostLine(offer)}</Hint>
      <Notes warning={warning} stakes={stakes} filtered={filtered} />
      {questions > 0 && (
        <>
          <CapField id="cap" label="Spend at most (USD)" cap={cap} total={total} onCap={onCap} />
          <Status>{capLine(amount, offer) && <Hint>{capLine(amount, offer)}</Hint>}</Status>
        </>
      )}
    </Section>
  );
}

interface CapProps extends Pick<PayProps, 'cap' | 'onCap'> {
  readonly id: string;
  readonly label: string;
  /** What it comes to at most, in USD. */
  readonly total: number;
}

/** The box for a cap; left blank, it is the price. */
export function CapField({ id, label, cap, total, onCap }: CapProps) {
  return (
    <TextField
      id={id}
      label={label}
      value={cap}
      onText={onCap}
      inputMode="decimal"
      beside
      placeholder={usd(total).slice(1)}
    />
  );
}

/** That the balance will not do, with the way to more; nothing where it will. */
export function BalanceNote({ warning }: { readonly warning: string }) {
  if (!warning) return null;
  return (
    <Note>
      <p>{warning}</p>
      <TopUp />
    </Note>
  );
}

interface BillProps {
  readonly lines: readonly BillLine[];
  /** What is left at Linkup, as it is shown. */
  readonly balance: string;
}

/** A bill: what is billed first, then what it is made of, and the balance. */
export function BillRows({ lines, balance }: BillProps) {
  return (
    <dl class="bill">
      {lines.map(({ term, amount }, i) => (
        <Line key={term} term={term} amount={amount} strong={i === 0} />
      ))}
      <Line term="Your balance" amount={balance} />
    </dl>
  );
}

interface LineProps {
  readonly term: string;
  readonly amount: string;
  readonly strong?: boolean;
}

function Line({ term, amount, strong }: LineProps) {
  return (
    <div class={strong ? 'line strong' : 'line'}>
      <dt>{term}</dt>
      <dd>{amount}</dd>
    </div>
  );
}

interface NotesProps {
  readonly warning: string;
  /** What a yes would mean besides the price. */
  readonly stakes: readonly string[];
  readonly filtered: boolean;
}

function Notes({ warning, stakes, filtered }: NotesProps) {
  return (
    <>
      {stakes.map((stake) => (
        <Note key={stake}>{stake}</Note>
      ))}
      {filtered && <Note>A filter is on. The rows that it hides are asked too.</Note>}
      <BalanceNote warning={warning} />
    </>
  );
}
