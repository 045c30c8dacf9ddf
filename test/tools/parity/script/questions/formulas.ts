/** Functions of the script that cells call: what they are given, what they may do, and what the cell shows meanwhile. */
import { BEGINNING } from '../formula';
import type { Desk, Plain, Question } from '../question';

/** Looks at cells that are computing, a second and a half apart: Google ends a function of a cell after half a minute. */
const LOOKS = 25;
const PAUSE_MS = 1_500;

/** The questions about functions in cells. */
export const FORMULAS: readonly Question[] = [
  {
    id: 'formula-loading',
    asks: 'How does a cell look while its function is at work?',
    knobs: [],
    sureness: 'observed',
    means: 'A word for loading would be sent as part of somebody’s question, and paid for.',
    adapts: 'in a cell with a formula whatever ends in dots counts as loading, in any language',
    ask: (desk) => {
      const cell = desk.sheet.getRange('D1');
      cell.setValue('=PARITY("slowly")');
      SpreadsheetApp.flush();
      const shown = cell.getDisplayValue();
      desk.facts['it ends in dots'] = /(\.\.\.|…|⋯)\W*$/.test(shown);
      desk.facts['typeof getValue()'] = typeof cell.getValue();
      desk.quotes.shown = shown;
      desk.facts['it shows its value then'] = shownAtLast(desk, 1)[0]?.startsWith(BEGINNING) ?? false;
    },
  },
  {
    id: 'formula-arguments',
    asks: 'What is a cell’s function given of a text, a blank, an error and a block?',
    knobs: [],
    sureness: 'assumed',
    means: '=LINKUP would ask about a blank or the name of an error, and be billed for it.',
    adapts: '=LINKUP answers blanks and errors without asking',
    ask: ({ sheet, facts }) => {
      sheet.getRange('A1:B2').setValues([
        ['a', ''],
        [5, '=NA()'],
      ]);
      const named = { 'a text': 'A1', 'a blank': 'B1', 'an error': 'B2', 'a block': 'A1:B2' };
      const formulas = Object.values(named).map((a1) => [`=PARITY("given", ${a1})`]);
      sheet.getRange(1, 4, formulas.length, 1).setValues(formulas);
      const shown = shownAtLast({ sheet }, formulas.length);
      Object.keys(named).forEach((name, i) => {
        facts[name] = shown[i]?.replace(BEGINNING, '') ?? null;
      });
    },
  },
  {
    id: 'formula-rights',
    asks: 'What may a cell’s function do: own properties, the lock, the cache, a request, another cell?',
    knobs: [],
    sureness: 'documented',
    means: '=LINKUP would find no key, or two cells would ask, and pay for, the same question.',
    ask: ({ sheet, facts, quotes }) => {
      sheet.getRange('D1').setValue('=PARITY("rights")');
      const [shown = ''] = shownAtLast({ sheet }, 1);
      if (!shown.startsWith(BEGINNING)) quotes.shown = shown;
      // Written by `PARITY`.
      else Object.assign(facts, JSON.parse(shown.replace(BEGINNING, '')) as Record<string, Plain>);
      facts['it shows its value'] = shown.startsWith(BEGINNING);
    },
  },
];

/** What the first cells of column D show once nothing computes any more, or nobody would wait longer. */
function shownAtLast({ sheet }: Pick<Desk, 'sheet'>, rows: number): string[] {
  const cells = sheet.getRange(1, 4, rows, 1);
  for (let i = 0; ; i++) {
    SpreadsheetApp.flush();
    const shown = cells.getDisplayValues().map(([text = '']) => text);
    const isDone = shown.every((text) => text.startsWith(BEGINNING) || text.startsWith('#'));
    if (isDone || i === LOOKS) return shown;
    Utilities.sleep(PAUSE_MS);
  }
}
