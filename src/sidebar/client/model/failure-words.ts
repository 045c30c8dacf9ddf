/** What is said of rows that failed, beside their reasons. Pure. */
import { agree, count, figure } from '../../../enrichment/amounts';
import type { Counts } from '../../protocol';

type Bad = Pick<Counts, 'failed' | 'expired' | 'perhaps'>;

/** What each kind of failure means for money, a line for each that there is. */
export function badLines({ failed, expired, perhaps }: Bad): string[] {
  return [
    failed > 0 && `${count(failed, 'row')} failed and ${agree(failed, 'was', 'were')} not billed`,
    expired > 0 && `${count(expired, 'row')} expired: perhaps billed, and asking again is billed again`,
    perhaps > 0 &&
      `${count(perhaps, 'row')} perhaps asked: perhaps billed, and asking again may be billed again`,
  ].filter((line) => line !== false);
}

/** What the button says that asks them again. */
export function retryLabel({ failed, expired, perhaps }: Bad): string {
  return `Retry ${count(failed + expired + perhaps, 'failed row')}…`;
}

/** How many rows a list leaves out; '' for none. */
export function moreLine(rows: number): string {
  return rows > 0 ? `and ${figure(rows)} more.` : '';
}

/** How many rows failed for one reason. */
export function rowsOf(total: number): string {
  return count(total, 'row');
}
