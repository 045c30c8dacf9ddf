/** What is said of an enrichment that is refreshed by itself, and before it is. Pure. */
import { count, figure, usd } from '../../../enrichment/amounts';
import { type Rule, rowsInWords, ruleInWords, startsAMonth } from '../../../enrichment/schedule';
import { weekdayInWords } from '../../../enrichment/wall-clock';
import type { Refreshing, Saved, ScheduleTerms } from '../../protocol';
import { affordable } from './offer-words';

/** Beside the folded line. */
export function refreshInShort(refreshing: Refreshing | null): string {
  if (!refreshing) return 'off';
  const { rule, next, off, isPaused, isFree } = refreshing;
  if (off) return isPaused ? 'paused' : 'stopped';
  return `${ruleInWords(rule)} · ${isFree ? 'has missed its time' : `next ${next}`}`;
}

/** How often it may start. */
export const EVERY_OPTIONS: readonly { readonly value: Rule['every']; readonly label: string }[] = [
  { value: 'hour', label: 'Every hour' },
  { value: 'day', label: 'Every day' },
  { value: 'week', label: 'Every week' },
];

/** The hours of a day. */
export const HOUR_OPTIONS = Array.from({ length: 24 }, (_, hour) => ({
  value: String(hour),
  label: `${hour}:00`,
}));

/** The days of a week, from Monday. */
export const DAY_OPTIONS = [1, 2, 3, 4, 5, 6, 0].map((day) => ({
  value: String(day),
  label: weekdayInWords(day),
}));

/** What a yes may cost, and who pays; `by` is '' where Google does not tell. */
export function priceSentence(rule: Rule, cap: number, key: string, by: string): string {
  const as = by ? `as ${by}` : 'in your name';
  return `At most ${atMost(rule, cap)}, with your key …${key}, ${as}; never beyond your own limit per month.`;
}

function atMost(rule: Rule, cap: number): string {
  const month = cap * startsAMonth(rule);
  const monthly = month < 1_000 ? usd(month) : `$${figure(Math.ceil(month))}`;
  return `${usd(cap)} a start, ${monthly} a month`;
}

/** How far a cap goes, also where rows take every further step, which makes them cost `most`; '' where it is no amount. */
export function capHint(cap: number | undefined, price: number, most = price): string {
  if (cap === undefined || price === 0) return '';
  const rows =
    most > price
      ? `Enough for ${count(affordable(cap, price), 'row')} at ${usd(price)}, or ${figure(affordable(cap, most))} if all go deeper, at ${usd(most)}.`
      : `Enough for ${count(affordable(cap, price), 'question')} at ${usd(price)}.`;
  return `${rows} What is left waits for the next start.`;
}

/** By whose clock, and how punctual. Before the server has said so, only what is always true. */
export function clockHint(terms: ScheduleTerms | undefined): string {
  const where = terms ? ` (${terms.timeZone})` : '';
  const late = terms && terms.within < 60 ? 'half an hour' : 'an hour';
  return `By the spreadsheet’s clock${where}; starts within ${late} of its time. The sheet may be closed.`;
}

/** What there is to know of one that was agreed to, line by line; of one that is to be agreed to anew without what the yes says itself. */
export function refreshFacts(refreshing: Refreshing): (readonly [term: string, text: string])[] {
  const { rule, rows, cap, mine, by, key, next, last } = refreshing;
  const isOff = whyOff(refreshing) !== '';
  const saysWho = !isOff || !mine;
  const facts = [
    ['Next', isOff ? '' : next],
    ['When', ruleInWords(rule)],
    ['Asks', rowsInWords(rows)],
    ['As', saysWho ? by : ''],
    ['Key', saysWho ? `${mine ? 'yours' : 'theirs'}, …${key}` : ''],
    ['Cost', isOff ? '' : `at most ${atMost(rule, cap)}`],
    ['Last', last ? `${last.when}: ${last.what}` : ''],
  ] as const;
  return facts.filter(([, text]) => text !== '');
}

/** Why it starts nothing; '' while it does. */
export function whyOff({ off, isFree }: Refreshing): string {
  if (off) return off;
  return isFree ? 'It has missed its time by more than a day: nothing starts it any more.' : '';
}

/** What the button is called that agrees to the settings. */
export function agreeLabel(refreshing: Refreshing | null): string {
  if (!refreshing) return 'Turn refresh on';
  if (!refreshing.mine) return 'Take over';
  return refreshing.off ? 'Turn on again' : 'Change to this';
}

/** What the button is called that starts at once. */
export function startLabel(cap: number): string {
  return `Start now · up to ${usd(cap)}`;
}

/** What a Save means for it; '' where nothing would start. */
export function onSaveHint(refreshing: Refreshing | null): string {
  if (!refreshing || whyOff(refreshing)) return '';
  const { rule, mine, by } = refreshing;
  const now = `Refreshed by itself ${ruleInWords(rule)}: until you save, as it was.`;
  if (mine)
    return `${now} What you save counts from then on; if it costs more, it stops until you turn it on again.`;
  return `${now} What you save stops that until ${by || 'whoever set it'} agrees, or you take it over.`;
}

/** That one has stopped, for whoever opens the sheet. */
export function stoppedLine({ name, refreshing }: Pick<Saved, 'name' | 'refreshing'>): string {
  return `“${name}” is not refreshed by itself any more. ${refreshing?.off ?? ''}`;
}
