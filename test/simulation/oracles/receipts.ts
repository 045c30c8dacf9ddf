/** The receipts on the sheet “Linkup runs”, as far as the oracles read them. */
import type { Stage } from '../engine/stage';

/** A line of it. */
interface Receipt {
  readonly run: string;
  readonly note: string;
}

/** The sheet of receipts. */
const RECEIPTS = 'Linkup runs';

/** All receipts, the oldest first. */
export function receiptsIn({ host }: Stage): Receipt[] {
  const sheet = host.spreadsheet.sheets.find(({ name }) => name === RECEIPTS);
  if (!sheet) return [];
  const columns = Array.from({ length: sheet.lastColumn }, (_, i) => i + 1);
  const columnOf = (heading: string): number => columns.find((c) => sheet.display(1, c) === heading) ?? 0;
  const [run, note] = [columnOf('Run'), columnOf('Note')];
  return Array.from({ length: sheet.lastRow - 1 }, (_, i) => ({
    run: sheet.display(i + 2, run),
    note: sheet.display(i + 2, note),
  }));
}

/** Runs that somebody ended without waiting for what was under way. */
export function endedByHand(stage: Stage): Set<string> {
  return new Set(
    receiptsIn(stage)
      .filter(({ note }) => note.startsWith('Ended by hand'))
      .map(({ run }) => run),
  );
}
