/** What is said of tables that were sorted without our columns. */
import { agree, count } from './amounts';

/** What a look has put right: rows that have their answers beside them again, and rows whose Status says something else now. */
export interface PutRight {
  readonly back: number;
  readonly marked: number;
}

/** The same of several enrichments, as sentences after another; '' where all was right. */
export function lookedWords(looks: readonly PutRight[]): string {
  const sum = (which: keyof PutRight): number => looks.reduce((all, each) => all + each[which], 0);
  const [back, marked] = [sum('back'), sum('marked')];
  const changed =
    marked > 0 ? ` ${count(marked, 'row')} ${agree(marked, 'has', 'have')} changed since: see Status.` : '';
  return (back > 0 ? ` ${backLine(back)}` : '') + changed;
}

/** Rows that were parted from their answers by a sort, and are not any more. */
export function backLine(rows: number): string {
  const them = agree(rows, 'it has its answer', 'they have their answers');
  return `${count(rows, 'row')} had been sorted away from ${agree(rows, 'its answer', 'their answers')}: ${them} back.`;
}
