/** What is said to whoever removes everything, for the tests of its words. */
import { goesLines } from '../../src/enrichment/removal-words';

/** Of so many of everything that is counted. */
export function removalWords(n: number): string[] {
  return goesLines({
    guarded: '',
    runs: [{ id: 'r1', name: 'It', by: '', asked: n, spent: '$1.00' }],
    enrichments: n,
    lists: n,
    formula: 'own',
    others: [],
    isElsewhere: false,
    isBound: true,
  });
}
