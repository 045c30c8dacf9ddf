/** What each step of a run asked, found and cost, by what the rows say of it. */
import { count, figure, usd } from '../../enrichment/amounts';
import type { Enrichment } from '../../enrichment/definition';
import { inUsd, type Money } from '../../enrichment/money';
import { atStep, stepInWords, stepsOf } from '../../enrichment/steps';
import { priceOf } from '../../linkup/prices';
import type { Row } from '../../sheet/table';
import type { Run } from '../record/run';
import { holdsNothing } from '../rows/got-nothing';

/** One step of a run, from 1: in questions, and with the price of its answers by Linkup's list. */
interface Taken {
  readonly step: number;
  readonly asked: number;
  readonly found: number;
  readonly cost: Money;
}

/** Of the rows of a run, those that copied an answer left out: nobody was asked for them. `from` is the step that it began with. */
export function stepsTaken(e: Enrichment, own: readonly Row[], from = 1): Taken[] {
  const ends = new Map<string, { readonly step: number; readonly done: boolean; readonly found: boolean }>();
  for (const { ledger } of own) {
    const { state } = ledger;
    if (!state || state.ordinal === 0) continue;
    // Where asking again brought nothing, what stands there was paid before.
    const done = state.state === 'done' && state.ended === undefined;
    const found = state.state === 'done' && !holdsNothing(e, state);
    const known = ends.get(state.fingerprint);
    if (!known || known.step < state.step || found)
      ends.set(state.fingerprint, { step: state.step, done, found });
  }
  const all = [...ends.values()];
  return Array.from({ length: Math.max(0, stepsOf(e) - from + 1) }, (_, i) => {
    const step = from + i;
    const here = all.filter((each) => each.step === step);
    const found = here.filter((each) => each.found).length;
    const asked = all.filter((each) => each.step >= step).length;
    // An answer with nothing in it is billed too.
    const billed = here.filter(({ done }) => done).length;
    return { step, asked, found, cost: billed * priceOf(atStep(e, step)) };
  });
}

/** In words, for the receipt: “standard search: 60 asked, 41 found, $0.246 · deep search: …”; '' where there is one step. */
export function stepsInWords(e: Enrichment, taken: readonly Taken[]): string {
  if (stepsOf(e) === 1) return '';
  return taken
    .filter(({ asked }) => asked > 0)
    .map(({ step, asked, found, cost }) => {
      const name = stepInWords(atStep(e, step));
      return `${name}: ${count(asked, 'question')} asked, ${figure(found)} found, ${usd(inUsd(cost))}`;
    })
    .join(' · ');
}

/** Which step a run is at, and what becomes of rows that get nothing; '' where there is one step. */
export function stepNow(e: Enrichment, { step: at = 1 }: Run): string {
  const of = stepsOf(e);
  if (of === 1) return '';
  const line = `Step ${Math.min(at, of)} of ${of}: ${stepInWords(atStep(e, at))}`;
  const who = at > 1 ? ', for rows that got nothing so far' : '';
  const next = at < of ? ` What gets nothing is then asked by ${stepInWords(atStep(e, at + 1))}.` : '';
  return `${line}${who}.${next}`;
}
