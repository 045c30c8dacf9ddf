/** What an offer says in whole sentences wherever it is shown, in the menu and in the sidebar; '' where nothing is at stake. */
import { agree, count, figure } from './amounts';

/** What is at stake: rows perhaps asked before, rows that hold something (`typed`: by hand, too), and whether a filter was judged. */
interface Stakes {
  readonly again: number;
  readonly replaced: number;
  readonly typed: boolean;
  readonly judged: boolean;
}

/** What a yes would mean besides the price: nothing, or a sentence for each. */
export function stakesOf({ again, replaced, typed, judged }: Stakes): string[] {
  return [againLine(again), replacedLine(replaced, typed), judgedLine(judged)].filter((line) => line !== '');
}

/** That a row which the filter hides may be asked. */
export function judgedLine(judged: boolean): string {
  if (!judged) return '';
  return 'Selected rows that the filter hides are left out, going by its conditions. A hidden row whose cells were edited since the filter was set may be asked.';
}

/** That cells which hold something would be overwritten. */
export function replacedLine(rows: number, typed: boolean): string {
  if (rows === 0) return '';
  const what = typed ? 'is replaced, typed values too' : 'is replaced, but for what was typed by hand';
  return `What is now in ${count(rows, 'row')} ${what}. It is not kept: Undo empties these cells.`;
}

/** That questions would be asked which were perhaps asked before. */
export function againLine(rows: number): string {
  if (rows === 0) return '';
  const which = `${figure(rows)} of these rows ${agree(rows, 'was', 'were')}`;
  return `${which} perhaps asked before. Linkup’s list is looked in first; what is not found there is asked again, and may be billed a second time.`;
}
