/** Which rows: the choice, how many that is, and how many are left out and why. */
import { useRef } from 'preact/hooks';
import type { Scope } from '../../protocol';
import { NO_FAULT } from '../calls/call';
import type { Offering } from '../calls/use-offer';
import { boxOf } from '../model/boxes';
import { besideChoice, FIRSTS, leftOutLine, rowsLine, rowsOf, scopeHint } from '../model/offer-words';
import { pillsFor } from '../model/pills';
import { TextButton } from '../parts/buttons';
import { Check, Choices, Select } from '../parts/choices';
import { LookNote } from '../parts/look-note';
import { useMark } from '../parts/marks';
import { Hint, Status } from '../parts/messages';
import { Section } from '../parts/section';

interface RowsProps {
  readonly scope: Scope;
  /** How many the first rows are. */
  readonly first: number;
  readonly overwrite: boolean;
  /** Whether columns of the person's own are filled. */
  readonly fills: boolean;
  readonly offering: Offering;
  readonly onScope: (scope: Scope) => void;
  readonly onFirst: (first: number) => void;
  readonly onOverwrite: (overwrite: boolean) => void;
}

/** The section. */
export function Rows({ scope, first, offering, onScope, onFirst, ...rest }: RowsProps) {
  const { offer, others, pending, again } = offering;
  const numberOf = (each: Scope) =>
    besideChoice(rowsOf(each, others, each === scope && !pending ? offer : undefined, first));
  const { refused, edited } = useMark('rows');
  const fault = refused ? { code: 'nothing-selected', sentence: refused } : offering.fault;
  const isShown = fault.sentence !== '' && !pending;
  const recount = (): void => {
    edited();
    again();
  };
  return (
    <Section id="rows" title="Which rows" aside={<TextButton label="Count again" onPress={recount} />}>
      <Choices
        pills
        label="Rows"
        options={usePills(others, scope, numberOf)}
        value={scope}
        refused={isShown && boxOf(fault) === 'rows' ? 'rows-fault' : undefined}
        onPick={(next) => {
          edited();
          onScope(next);
        }}
      />
      <Hint>{scopeHint(scope, others, rest.fills)}</Hint>
      {scope === 'first' && <HowMany first={first} onFirst={onFirst} />}
      <Overwrite {...rest} />
      <Status>{pending ? <Hint>Counting…</Hint> : <Counted offering={offering} />}</Status>
      <LookNote
        id="rows-fault"
        fault={isShown ? fault : NO_FAULT}
        then="Rows are counted as soon as it can."
        onAgain={recount}
      />
    </Section>
  );
}

/** No choice goes while rows are counted anew. */
function usePills<N>(others: Offering['others'], scope: Scope, numberOf: (scope: Scope) => N) {
  const known = useRef(others);
  known.current = others ?? known.current;
  return pillsFor(known.current, scope).map(({ value, label }) => ({
    value,
    label,
    number: numberOf(value),
  }));
}

function HowMany({ first, onFirst }: Pick<RowsProps, 'first' | 'onFirst'>) {
  return (
    <Select
      unlabelled
      label="How many rows"
      options={FIRSTS}
      value={String(first)}
      onPick={(n) => onFirst(Number(n))}
    />
  );
}

function Overwrite({ overwrite, onOverwrite }: Pick<RowsProps, 'overwrite' | 'onOverwrite'>) {
  return (
    <Check
      label="Overwrite answered and typed rows"
      hint="What is replaced is not kept."
      checked={overwrite}
      onCheck={onOverwrite}
    />
  );
}

function Counted({ offering: { offer } }: Pick<RowsProps, 'offering'>) {
  if (!offer) return null;
  const left = leftOutLine(offer);
  return (
    <p>
      <strong>{rowsLine(offer)}</strong>
      {left && <span class="hint"> {left}</span>}
    </p>
  );
}
