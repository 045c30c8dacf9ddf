/** A person's own limit for a month, in words. Pure. */
import { usd } from '../../../enrichment/amounts';
import type { OwnLimit } from '../../protocol';

/** What was asked for this month, and of how much, for a line beside the balance; '' where there is nothing to tell. */
export function monthLine(own: OwnLimit | undefined): string {
  if (!own || own.counted + own.limit === 0) return '';
  const spent = own.limit === 0 ? usd(own.counted) : limitInShort(own);
  return `${spent} asked this month${own.everywhere ? '' : ', in this file'}`;
}

/** Beside the folded line: how the month stands; '' while that is not known. */
export function limitInShort(own: OwnLimit | undefined): string {
  if (!own) return '';
  return own.limit === 0 ? 'none' : `${usd(own.counted)} of ${usd(own.limit)}`;
}

/** What it counts, and how much that is by now. */
export function limitHint({ month, counted, everywhere }: OwnLimit): string {
  const since = new Date(`${month}-01T00:00:00Z`).toLocaleString('en-GB', { month: 'long', timeZone: 'UTC' });
  const where = everywhere ? 'in all your spreadsheets' : 'in this spreadsheet';
  return `Counts what you ask ${where}, also where nothing is found, from the first of ${since} (UTC) on: ${usd(counted)} so far. While a run goes on, the most that it may cost is counted; one that would pass the limit does not start. An empty box means no limit.`;
}
