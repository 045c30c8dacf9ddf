/** What an offer says in whole sentences wherever it is shown, in the menu and in the sidebar; '' where nothing is at stake. */
import { agree, count, figure, usd } from './amounts';

/** What becomes of what was typed into rows that are asked: nothing was, it stays, or it goes. */
export type Typed = 'none' | 'kept' | 'replaced';

/** What is at stake: rows perhaps asked before, rows that hold something, whether a filter was judged, rows hidden by hand (undefined where that is not known), rows that only look alike, and columns that are gone. */
interface Stakes {
  readonly again: number;
  readonly replaced: number;
  readonly typed: Typed;
  readonly judged: boolean;
  readonly byHand: number | undefined;
  readonly lookAlikes?: LookAlikes | undefined;
  /** Columns for answers that somebody deleted. */
  readonly gone: readonly string[];
}

/** Rows that ask one question because they display the same, with an example of what they hold. */
export interface LookAlikes {
  readonly rows: number;
  readonly column: string;
  readonly shown: string;
  readonly held: readonly [string, string];
}

/** What a yes would mean besides the price: nothing, or a sentence for each. */
export function stakesOf(stakes: Stakes): string[] {
  const { again, replaced, typed, judged, byHand, lookAlikes, gone } = stakes;
  const rows = [againLine(again), replacedLine(replaced, typed), judgedLine(judged), byHandLine(byHand)];
  return [...rows, lookAlikesLine(lookAlikes), goneLine(gone)].filter((line) => line !== '');
}

/** That rows which only look alike would share an answer, and how to ask them one by one. */
export function lookAlikesLine(alike: LookAlikes | undefined): string {
  if (!alike) return '';
  const { rows, column, shown, held } = alike;
  const which = `${count(rows, 'row')} ${agree(rows, 'shares', 'share')}`;
  return `“${column}” shows ${shown} for ${held[0]} and for ${held[1]}: ${which} a question with others that only look alike. Write {{${column}:exact}} in the question to ask with what the cells hold.`;
}

/** That a start would pass the person's own limit for a month, of which so much is left; both in USD. */
export function ownLimitLine(left: number, limit: number): string {
  return `${usd(left)} of your own limit of ${usd(limit)} for this month is left, so this cannot start as it is. Spend at most that, choose fewer rows, or change the limit under “Manage”, beside your Linkup account.`;
}

/** That a part of each answer would be written nowhere. */
function goneLine(gone: readonly string[]): string {
  if (gone.length === 0) return '';
  const [columns, them] = [
    gone.map((heading) => `“${heading}”`).join(', '),
    agree(gone.length, 'it', 'them'),
  ];
  return `${columns} ${agree(gone.length, 'was', 'were')} deleted: what is found for ${them} is written nowhere. Saving makes ${them} again.`;
}

/** That a row which the filter hides may be asked. */
export function judgedLine(judged: boolean): string {
  if (!judged) return '';
  return 'Rows that the filter hides are left out, going by its conditions. A hidden row whose cells were edited since the filter was set may be asked.';
}

/** Most rows of which it is asked whether somebody has hidden them: each is a call. */
export const MOST_BY_HAND = 40;

/** That rows which somebody has hidden by hand are asked and billed as well. */
function byHandLine(rows: number | undefined): string {
  if (rows === undefined)
    return 'Rows that were hidden by hand, or are in a folded group, are asked and billed too: of so many rows it cannot be told whether there are any.';
  if (rows === 0) return '';
  return `${figure(rows)} of these rows ${agree(rows, 'is', 'are')} hidden by hand, and asked and billed all the same. Select around ${agree(rows, 'it', 'them')} to leave ${agree(rows, 'it', 'them')} out.`;
}

const TYPED: Readonly<Record<Typed, string>> = {
  none: '',
  kept: ', but for what was typed by hand',
  replaced: ', typed values too',
};

/** That cells which hold something would be overwritten. */
export function replacedLine(rows: number, typed: Typed): string {
  if (rows === 0) return '';
  return `What is now in ${count(rows, 'row')} is replaced${TYPED[typed]}. It is not kept: Undo empties these cells.`;
}

/** That questions would be asked which were perhaps asked before. */
export function againLine(rows: number): string {
  if (rows === 0) return '';
  const which = `${figure(rows)} of these rows ${agree(rows, 'was', 'were')}`;
  return `${which} perhaps asked before. Linkup’s list is looked in first; what is not found there is asked again, and may be billed a second time.`;
}
