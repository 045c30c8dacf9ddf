/** What an offer says: which rows, what it costs, what a cap or a small balance would change. Pure. */

import { agree, count, figure, usd } from '../../../enrichment/amounts';
import { FIRST_ROWS } from '../../../enrichment/first-rows';
import type { Offered, Rest, Scope } from '../../protocol';

/** The choices of rows, with what each means. */
export const SCOPES: readonly { readonly value: Scope; readonly label: string; readonly hint: string }[] = [
  { value: 'fill', label: 'To fill', hint: 'Rows that have no answer yet.' },
  {
    value: 'first',
    label: 'First',
    hint: 'The first rows without an answer, asked for real: what they bring stays, and is not paid for twice.',
  },
  { value: 'selected', label: 'Selected', hint: 'Only the rows that are selected in the sheet.' },
  {
    value: 'visible',
    label: 'Visible',
    hint: 'Rows without an answer that can be seen: what a filter, a hand or a folded group hides is left out. What a filter view hides is not, for scripts cannot see it.',
  },
  { value: 'failed', label: 'Failed', hint: 'Rows that failed before.' },
  { value: 'outdated', label: 'Outdated', hint: 'Rows that changed since their answer.' },
  {
    value: 'all',
    label: 'Not found too',
    hint: 'Rows that have no answer yet, and those where nothing, or not all, was found. What is there is not emptied.',
  },
  { value: 'deeper', label: 'One step deeper', hint: 'Rows that got nothing, asked by the next step.' },
];

/** What a choice means, of an enrichment that fills columns of the person's own or not, and what it leaves out that has no answer either. */
export function scopeHint(scope: Scope, others: Offered['others'] | undefined, fills = false): string {
  const usual = SCOPES.find((each) => each.value === scope)?.hint ?? '';
  const hint =
    fills && scope === 'fill' ? 'Rows with a blank in a column to fill. What you typed stays.' : usual;
  const left = scope === 'fill' && others ? others.all - others.fill : 0;
  if (left <= 0) return hint;
  return `${hint} ${count(left, 'row')} where nothing, or not all, was found ${agree(left, 'is', 'are')} left out.`;
}

/** How many of the first rows can be chosen. */
export const FIRSTS: readonly { readonly value: string; readonly label: string }[] = [
  1,
  FIRST_ROWS,
  10,
  25,
  100,
].map((n) => ({
  value: String(n),
  label: count(n, 'row'),
}));

/** How many rows a choice would take; undefined while that is not known, as of rows that are not selected yet. */
export function rowsOf(
  scope: Scope,
  others: Offered['others'] | undefined,
  present: Offered | undefined,
  first = FIRST_ROWS,
): number | undefined {
  if (scope === 'selected' || scope === 'visible') return present && present.rows + present.copies;
  if (scope === 'first') return present?.rows ?? (others && Math.min(first, others.fill));
  return others?.[scope];
}

/** A number of rows beside a choice, as it is seen and as it is read out; undefined for none. */
export function besideChoice(rows: number | undefined): { shown: string; spoken: string } | undefined {
  return rows === undefined ? undefined : { shown: figure(rows), spoken: count(rows, 'row') };
}

/** How many rows it is about. */
export function rowsLine({ rows, copies }: Offered): string {
  if (rows + copies === 0) return 'No rows to ask.';
  if (rows === 0) return `${count(copies, 'row')} to fill for nothing.`;
  return `${count(rows, 'row')} to ask.`;
}

/** How many rows are left out and why; '' where none is. Of several reasons each has its number. */
export function leftOutLine(offer: Pick<Offered, 'skipped'>): string {
  const left = skippedRows(offer);
  if (left === 0) return '';
  const { skipped } = offer;
  const reasons = skipped.map(({ reason, rows }) =>
    skipped.length === 1 ? reason : `${reason} (${figure(rows)})`,
  );
  return `${count(left, 'row')} left out: ${reasons.join(', ')}.`;
}

/** How many rows are left out. */
export function skippedRows({ skipped }: Pick<Offered, 'skipped'>): number {
  return skipped.reduce((sum, { rows }) => sum + rows, 0);
}

/** How many questions an amount in USD pays for. 0.018 / 0.006 is a little less than 3 in binary fractions. */
export function affordable(amount: number, price: number): number {
  return Math.floor(amount / price + 1e-9);
}

/** A line of the bill. */
export interface BillLine {
  readonly term: string;
  readonly amount: string;
}

/** What an offer comes to, line by line: first what is billed, then what is free. */
export function billLines(offer: Offered): BillLine[] {
  const { questions, shared, copies, along, price, least, total } = offer;
  const free = [
    shared > 0 && `${count(shared, 'duplicate')} asked once`,
    copies > 0 && `${count(copies, 'row')} copied from answers here`,
    along > 0 && `${count(along, 'more row')} asking the same`,
  ].filter((term) => term !== false);
  const amount = least < total ? `${usd(least)} to ${usd(total)}` : usd(total);
  const term = `${count(questions, 'question')} at ${usd(price)}${least < total ? ', deeper where nothing is found' : ''}`;
  const billed = { term, amount };
  return [billed, ...free.map((term) => ({ term, amount: 'free' }))];
}

/** What “at most” means: an answer without a value is billed like any other, so that every step of every row may be. */
export function mostLine({ least, total }: Pick<Offered, 'least' | 'total'>): string {
  const free = 'rows that fail or are not found are free, empty answers are not';
  return least < total ? `At most, if every row takes every step: ${free}.` : `At most: ${free}.`;
}

/** What is left of a colleague's run, as the bill names it. */
export function restLine({ questions, price }: Pick<Rest, 'questions' | 'price'>): string {
  return `${count(questions, 'question')} left at ${usd(price)}`;
}

/** What becomes of what the colleague has asked already. */
export function underWayLine(underWay: number, by: string): string {
  const answers = agree(underWay, 'the answer comes', 'the answers come');
  const rows = agree(underWay, 'its row is', 'those rows are');
  return `${count(underWay, 'question')} asked with the key of ${by}: ${answers} if both keys belong to one Linkup account. If not, ${rows} let go, and may be billed to that one.`;
}

/** What of a colleague's chain nobody takes over; '' where its run waits for no others. */
export function restWaitsLine({ waitsFor }: Pick<Rest, 'waitsFor'>): string {
  return (
    waitsFor && `Rows that still wait for ${waitsFor} are not taken over: “Enrich all columns” asks them.`
  );
}

/** What a balance below the total means; '' where it is enough. */
export function balanceWarning({
  balance,
  price,
  questions,
  total,
}: Pick<Offered, 'balance' | 'price' | 'questions' | 'total'>): string {
  if (balance >= total) return '';
  const enough = Math.min(affordable(balance, price), questions);
  const deeper = Math.min(affordable(balance, total / questions), questions);
  const atWorst = deeper < enough ? `, or ${figure(deeper)} if all go deeper` : '';
  return `Your balance is enough for ${count(enough, 'question')}${atWorst}. The run pauses when it is used up.`;
}

/** The cap that is written in the box, in USD; undefined where it is no amount. An empty box means the total. */
export function capIn(text: string, total: number): number | undefined {
  const written = text.trim().replace(/^\$/, '');
  if (written === '') return total;
  const thousands = /^[1-9]\d{0,2}(,\d{3})+(\.\d+)?$/.test(written);
  const amount = Number(thousands ? written.replace(/,/g, '') : written.replace(/,(\d{1,2})$/, '.$1'));
  return Number.isFinite(amount) && amount >= 0 ? amount : undefined;
}

/** What the cap means; '' where it changes nothing. */
export function capLine(cap: number | undefined, { price, questions, least, total }: Offered): string {
  if (cap === undefined) return 'Write an amount in dollars, such as 5.';
  if (cap >= total) return '';
  const asked = Math.min(affordable(cap, price), questions);
  const deeper = least < total ? ' first, and deeper as far as that reaches' : '';
  return `Asks ${figure(asked)} of ${count(questions, 'question')}${deeper}, then stops. The rest stays as it is.`;
}

/** What the blue button says; `cap` is what may be spent, in USD. */
export function enrichLabel({ rows, copies, total }: Offered, cap = total): string {
  if (rows === 0) return `Fill ${count(copies, 'row')}`;
  return `Enrich ${count(rows + copies, 'row')} · up to ${usd(Math.min(cap, total))}`;
}
