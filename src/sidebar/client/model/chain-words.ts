/** What is said of enriching all columns: in which order, what it costs at most, and how each of the runs stands. Pure. */
import { agree, count, figure, usd } from '../../../enrichment/amounts';
import type { ChainLink, ChainOffer, Progress } from '../../protocol';
import type { BillLine } from './offer-words';
import { ENDINGS, headline } from './run-words';
import { isLive } from './runs';
import type { Standing } from './together';

/** Names in the order in which they are asked. */
export function orderLine(names: readonly string[]): string {
  return names.join(' → ');
}

/** All questions together, then those of each enrichment, at most. */
export function chainBill({ links, questions, later, total }: ChainOffer): BillLine[] {
  const all = { term: `${count(questions + later, 'question')} at most`, amount: usd(total) };
  const each = links
    .filter(({ problem, questions: now, later: then }) => problem === '' && now + then > 0)
    .map((link) => ({
      term: `${link.name}: ${count(link.questions + link.later, 'question')}`,
      amount: usd(link.total),
    }));
  return [all, ...each];
}

/** Which of them waits for which; '' for one that waits for none. */
export function waitingLine({ name, uses, later }: ChainLink): string {
  if (later === 0 || uses.length === 0) return '';
  return `“${name}” asks ${count(later, 'row')} once ${agree(later, 'it has', 'they have')} what ${named(uses)} ${agree(uses.length, 'fills', 'fill')}.`;
}

/** Why one is left out; '' where it is not. */
export function leftOutOf({ name, problem }: ChainLink): string {
  return problem === '' ? '' : `“${name}” is left out. ${problem}`;
}

/** What a balance below the total means; '' where it is enough. */
export function chainBalanceLine({ balance, total }: ChainOffer): string {
  return balance >= total ? '' : 'Your balance may not be enough: the runs pause when it is used up.';
}

/** What the button says; `cap` is what may be spent, in USD. */
export function chainLabel({ total, questions, later }: ChainOffer, cap = total): string {
  if (questions + later === 0) return 'Fill all columns';
  return `Enrich all columns · up to ${usd(Math.min(cap, total))}`;
}

/** How one of the runs stands, beside its name. */
export function standingLine({ progress, waitsFor }: Standing, now: number): string {
  const { counts, state } = progress;
  // When it ended, all of them say together.
  if (!isLive(progress) && !progress.notAsked && counts.rows > 0)
    return `${figure(counts.done)} of ${count(counts.rows, 'row')} answered`;
  if (!isLive(progress) || waitsFor.length === 0) return `${PREFIX[state] ?? ''}${headline(progress, now)}`;
  const isIdle = counts.running + counts.waiting + counts.come === 0;
  const waits = `waits for ${named(waitsFor)}`;
  return counts.rows === 0 || isIdle ? waits : `${headline(progress, now)} so far`;
}

const PREFIX: Partial<Record<Progress['state'], string>> = { paused: 'Paused: ' };

type Ran = Pick<Standing, 'progress' | 'name'>;

/** What all of them came to, once they have ended; '' before. */
export function cameToLine(all: readonly Ran[]): string {
  const receipts = all.flatMap(({ progress: { receipt } }) => receipt ?? []);
  if (receipts.length < all.length) return '';
  const left = leftLine(all);
  const sum = (of: 'asked' | 'cost'): number => receipts.reduce((so, receipt) => so + receipt[of], 0);
  return `${count(sum('asked'), 'question')} asked in all, for ${usd(sum('cost'))}.${left && ` ${left}`}${unfedLine(all)}`;
}

/** What runs that ended before their time have left unasked, by each of them; '' for nothing. */
export function leftLine(all: readonly Ran[]): string {
  const some = all.flatMap(({ name, progress: { state, notAsked } }) =>
    state === 'ended' && notAsked ? [{ name, ...notAsked }] : [],
  );
  const [first] = some;
  if (!first) return '';
  const why = ENDINGS[first.why];
  const rows = some.map(({ name, rows }) => `${count(rows, 'row')} by “${name}”`).join(', ');
  return `${why && `${why}. `}Not asked: ${rows}.`;
}

/** What stopping all of them saves, and what it does not; '' while they are being stopped. */
export function stopAllLine(all: readonly Pick<Progress, 'state' | 'counts' | 'later'>[]): string {
  if (all.every(({ state }) => state === 'stopping')) return '';
  const sum = (of: (one: (typeof all)[number]) => number): number => all.reduce((so, one) => so + of(one), 0);
  const [waiting, later, running] = [
    sum(({ counts }) => counts.waiting),
    sum((one) => one.later),
    sum(({ counts }) => counts.running),
  ];
  const left = [
    waiting > 0 && count(waiting, 'waiting row'),
    later > 0 && `up to ${count(later, 'later question')}`,
  ].filter(Boolean);
  const saved =
    left.length > 0
      ? `Stop all leaves ${left.join(' and ')} unasked and unbilled.`
      : 'All are asked already: stopping saves nothing.';
  const come = running > 0 ? ` What was asked for ${count(running, 'row')} still arrives and is billed.` : '';
  return left.length > 0 ? saved + come : saved;
}

/** Which rows had nothing to be asked with; '' for none. */
function unfedLine(all: readonly Ran[]): string {
  const some = all.flatMap(({ name, progress: { unfed } }) =>
    unfed > 0 ? [`${count(unfed, 'row')} by “${name}”`] : [],
  );
  return some.length === 0 ? '' : ` Skipped, with nothing to ask with: ${some.join(', ')}. Status says why.`;
}

function named(names: readonly string[]): string {
  return names.map((name) => `“${name}”`).join(' and ');
}
