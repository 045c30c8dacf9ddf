/** The first rows of a table: how many are asked, and what is passed over on the way. */
import { describe, expect, it } from 'vitest';
import { firstRows } from '../../../src/enrichment/first-rows';
import type { Candidate, Standing } from '../../../src/enrichment/selection';

function row(at: number, standing: Standing, changes: Partial<Candidate> = {}): Candidate {
  const question = { text: `q${at}`, fingerprint: `f${at}` };
  const free = { isFree: true, isUntouched: true };
  return {
    at,
    question,
    standing,
    answeredElsewhere: false,
    isPartial: false,
    isOld: false,
    isDeeper: false,
    outside: false,
    ...free,
    ...changes,
  };
}

describe('the first rows', () => {
  it('are those of the table that would be asked, from the top', () => {
    const rows = [row(2, 'answered'), row(3, 'unasked'), row(4, 'failed'), row(5, 'unasked')];
    expect([...firstRows(rows, 'fill', 2)]).toEqual([3, 4]);
    expect([...firstRows(rows, 'overwrite', 2)]).toEqual([2, 3]);
    expect([...firstRows(rows, 'fill', 9)]).toEqual([3, 4, 5]);
  });

  it('leave out what an answer on the sheet fills for nothing, and name what cannot be asked on the way', () => {
    const blank = { question: { blocker: 'blank', column: 'Country' } } as const;
    const copied = row(2, 'unasked', { answeredElsewhere: true });
    const rows = [copied, row(3, 'unasked', blank), row(4, 'unasked'), row(5, 'unasked', blank)];
    expect([...firstRows(rows, 'fill', 1)]).toEqual([3, 4]);
  });
});
