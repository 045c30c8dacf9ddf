/** What one run is agreed on: which rows, whether they may be overwritten, what it costs, and the cap. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { FIRST_ROWS } from '../../../enrichment/first-rows';
import type { Choice } from '../../protocol';
import { capIn } from '../model/offer-words';
import { type Offering, useOffer } from './use-offer';

/** The terms on view. */
export interface Terms {
  readonly choice: Choice;
  readonly offering: Offering;
  /** The cap as it is typed. */
  readonly cap: string;
  /** The cap in USD; undefined without an offer, and where what is typed is no amount. */
  readonly amount: number | undefined;
  /** How many rows the choice of the first ones is about. */
  readonly first: number;
  readonly setFirst: (first: number) => void;
  readonly setOverwrite: (overwrite: boolean) => void;
  readonly setCap: (cap: string) => void;
  /** What was agreed to for one run is not agreed to for the next. */
  readonly forget: () => void;
}

/** What has the rows counted again when it changes: something of ours did, or the person has come back. */
interface Occasions {
  readonly round: number;
  readonly returns: number;
}

/** Terms for a choice of rows; an offer is asked for where `asks`. */
export function useTerms(
  chosen: Omit<Choice, 'overwrite' | 'first'>,
  asks: boolean,
  occasions: Occasions,
): Terms {
  const [overwrite, setOverwrite] = useState(false);
  const [cap, setCap] = useState('');
  const [first, setFirst] = useState(FIRST_ROWS);
  const choice: Choice = { ...chosen, overwrite, ...(chosen.scope === 'first' ? { first } : {}) };
  const offering = useOffer(asks ? choice : undefined);
  const { offer, again, behind } = offering;
  const isSelected = choice.scope === 'selected';
  useRecount(again, asks && isSelected, `${occasions.round} ${choice.revision}`);
  useChanged(() => !isSelected && behind(), occasions.returns);
  const amount = offer && capIn(cap, offer.total);

  function forget(): void {
    setOverwrite(false);
    setCap('');
  }
  return { choice, offering, cap, amount, first, setFirst, setOverwrite, setCap, forget };
}

/** Counts again when something of ours changed, and for selected rows when the person comes back from the sheet. */
function useRecount(again: () => void, onFocus: boolean, round: string): void {
  useChanged(again, round);
  useEffect(() => {
    if (!onFocus) return;
    window.addEventListener('focus', again);
    return () => window.removeEventListener('focus', again);
  });
}

/** Does something whenever a value is another one than before. */
function useChanged(act: () => void, value: unknown): void {
  const before = useRef(value);
  useEffect(() => {
    if (before.current !== value) act();
    before.current = value;
  }, [value]);
}
