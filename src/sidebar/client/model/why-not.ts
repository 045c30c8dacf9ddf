/** Why nothing can be asked at the moment, in a line for the button that is off. Pure. */
import type { Offered } from '../../protocol';
import type { Fault } from '../calls/call';
import type { Used } from './uses';

/** What there is to know of the rows: an offer, or what went wrong with it. */
interface Known {
  readonly offer: Offered | undefined;
  readonly fault: Fault;
  readonly pending: boolean;
}

/** Why the button is off, or what to press first where all rows wait for what it `uses` of other enrichments; '' where it is not, and while rows are counted, which the button says itself. */
export function whyNot({ offer, fault, pending }: Known, uses: readonly Used[] = []): string {
  if (pending) return '';
  if (fault.sentence) return firstOf(fault.sentence);
  if (!offer || offer.rows + offer.copies > 0) return '';
  const reasons = offer.skipped.map(({ reason }) => reason).join(', ');
  const first = uses.find(({ column }) => reasons === `“${column}” is empty`);
  if (first) return `Press “Enrich all columns”: it fills “${first.column}” first, which is empty.`;
  return reasons ? `No rows to ask: ${reasons}.` : 'No rows to ask.';
}

/** The rest stands with the rows. */
function firstOf(sentence: string): string {
  return /^.*?[.!?…](?=\s+\p{Lu}|$)/u.exec(sentence)?.[0] ?? sentence;
}
