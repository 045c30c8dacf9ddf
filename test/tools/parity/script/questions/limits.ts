/** Google's limits, each tried on both sides. */
import type { Desk, Question } from '../question';
import { ECHO } from './network';

const KB = 1024;

/** The questions about limits; all of what they store is taken away again. */
export const LIMITS: readonly Question[] = [
  {
    id: 'limit-property',
    asks: 'How long may a property be, in bytes or in characters?',
    knobs: ['limits'],
    sureness: 'documented',
    means: 'A run that cannot write down what it has sent may not send: it would pause.',
    ask: (desk) => {
      const store = PropertiesService.getScriptProperties();
      desk.tries('9 kB', () => store.setProperty('p', 'x'.repeat(9 * KB)));
      desk.tries('a byte more', () => store.setProperty('p', 'x'.repeat(9 * KB + 1)));
      desk.tries('9 kB in letters of two bytes', () => store.setProperty('p', 'é'.repeat((9 * KB) / 2)));
      desk.tries('a letter more', () => store.setProperty('p', 'é'.repeat((9 * KB) / 2 + 1)));
      store.deleteAllProperties();
    },
  },
  {
    id: 'limit-property-store',
    asks: 'How many properties of 9 kB fit into a store?',
    knobs: ['limits'],
    sureness: 'documented',
    means: 'Large runs would pause sooner, and say that the document is full.',
    ask: (desk) => {
      const store = PropertiesService.getScriptProperties();
      desk.facts['they are'] = countUntilRefused(desk, 60, (i) =>
        store.setProperty(`p${i}`, 'x'.repeat(9 * KB)),
      );
      store.deleteAllProperties();
    },
  },
  {
    id: 'limit-cell',
    asks: 'How many characters go into a cell, and where does one more throw?',
    knobs: ['limits'],
    sureness: 'documented',
    means: 'Long answers would be cut later, or refused with the answers around them.',
    ask: (desk) => {
      const cell = desk.sheet.getRange('A1');
      desk.tries('50,000', () => {
        cell.setValue('x'.repeat(50_000));
        SpreadsheetApp.flush();
      });
      desk.tries('setValue() of one more', () => cell.setValue('x'.repeat(50_001)));
      desk.tries('flush() of one more', () => SpreadsheetApp.flush());
      desk.facts['left in the cell'] = String(cell.getValue()).length;
    },
  },
  {
    id: 'limit-note',
    asks: 'Does a cell’s note keep 40,000 characters?',
    knobs: [],
    sureness: 'assumed',
    means:
      'A large enrichment would not come along into a copy of the file or the sheet, where it travels in a note.',
    ask: (desk) => {
      const cell = desk.sheet.getRange('A1');
      desk.tries('40,000', () => {
        cell.setNote('x'.repeat(40_000));
        SpreadsheetApp.flush();
      });
      desk.facts.kept = cell.getNote().length;
    },
  },
  {
    id: 'limit-cache',
    asks: 'How long may a cached value and its key be?',
    knobs: ['limits'],
    sureness: 'documented',
    means: 'Nothing of ours: whatever the cache does not keep is asked again, for nothing.',
    ask: (desk) => {
      const cache = CacheService.getScriptCache();
      desk.tries('100 kB', () => cache.put('p', 'x'.repeat(100 * KB)));
      desk.tries('a byte more', () => cache.put('p', 'x'.repeat(100 * KB + 1)));
      desk.tries('a key of 250', () => cache.put('k'.repeat(250), 'x'));
      desk.tries('a key of 251', () => cache.put('k'.repeat(251), 'x'));
      cache.removeAll(['p', 'k'.repeat(250)]);
    },
  },
  {
    id: 'limit-url',
    asks: 'How long may an address be?',
    knobs: ['limits'],
    sureness: 'documented',
    means: 'Nothing of ours: the product’s addresses are short.',
    ask: (desk) => {
      const long = (length: number) => `${ECHO}/get?p=`.padEnd(length, 'x');
      desk.tries('2,082 characters', () => UrlFetchApp.fetch(long(2_082)));
      desk.tries('2,083 characters', () => UrlFetchApp.fetch(long(2_083)));
    },
  },
  {
    id: 'limit-workbook',
    asks: 'Does a workbook refuse more than ten million cells?',
    knobs: ['limits'],
    sureness: 'documented',
    means: 'A full workbook would fail in other words than the product says.',
    ask: (desk) => {
      desk.tries('30,000 rows of 26', () => desk.sheet.insertRowsAfter(1_000, 30_000));
      desk.tries('400,000 rows of 26', () => desk.sheet.insertRowsAfter(1_000, 400_000));
    },
  },
  {
    id: 'limit-triggers',
    asks: 'How many triggers may one person have?',
    knobs: ['limits'],
    sureness: 'documented',
    means: 'A person with many triggers would be told in the wrong words why none can be added.',
    ask: (desk) => {
      const before = ScriptApp.getProjectTriggers().length;
      desk.facts['they are'] =
        before +
        countUntilRefused(desk, 25, () =>
          ScriptApp.newTrigger('never').timeBased().after(7_200_000).create(),
        );
      deleteTriggers('never');
    },
  },
  {
    id: 'trigger-intervals',
    asks: 'Which intervals does a trigger take, and when is it listed and gone?',
    knobs: [],
    sureness: 'documented',
    means: 'Runs would not go on by themselves: the sidebar would have to stay open.',
    ask: (desk) => {
      for (const minutes of [1, 2, 5, 7, 10, 15, 30, 60])
        desk.tries(`everyMinutes(${minutes})`, () => {
          ScriptApp.newTrigger('never').timeBased().everyMinutes(minutes).create();
        });
      desk.facts.listed = deleteTriggers('never');
      desk.facts['listed when deleted'] = deleteTriggers('never');
    },
  },
];

/** How often something can be done, up to a bound; the refusal is quoted. */
function countUntilRefused(desk: Desk, bound: number, act: (i: number) => void): number {
  for (let i = 0; i < bound; i++) {
    desk.tries('the last one', () => act(i));
    if (desk.facts['the last one'] === 'throws') return i;
  }
  return bound;
}

/** Takes away all triggers of a function, and says how many they were. */
export function deleteTriggers(fn: string): number {
  const found = ScriptApp.getProjectTriggers().filter((trigger) => trigger.getHandlerFunction() === fn);
  for (const trigger of found) ScriptApp.deleteTrigger(trigger);
  return found.length;
}
