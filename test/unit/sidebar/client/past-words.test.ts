/** What is said of runs that have ended. */
import { describe, expect, it } from 'vitest';
import {
  cameLine,
  longNote,
  nothingLeft,
  reasonLine,
  undoTerms,
  whenLine,
} from '../../../../src/sidebar/client/model/past-words';
import { PAST_RUN } from '../../../world/sidebar-samples';

const BY_HAND = { ...PAST_RUN, note: 'Ended by hand: rows were not counted. Begun by sam@example.com' };
const NOTHING = { cleared: 0, kept: 0, later: 0, earlier: 0 };

describe('the line of a run', () => {
  it('says when, how many rows, what it cost, and how it ended', () => {
    expect(cameLine(PAST_RUN)).toBe('12 of 14 rows answered · $0.07');
    expect(cameLine({ ...PAST_RUN, note: 'Stopped' })).toBe('12 of 14 rows answered · $0.07 · Stopped');
    expect(cameLine(BY_HAND)).toBe('12 of 14 rows answered · $0.07 · Ended by hand');
    expect([longNote(BY_HAND), longNote({ ...PAST_RUN, note: 'Stopped' })]).toEqual([BY_HAND.note, '']);
    expect(whenLine(PAST_RUN, PAST_RUN.startedAt)).toMatch(/^\d\d:\d\d$/);
  });

  it('says what the rows say where there is no receipt', () => {
    expect(cameLine({ ...PAST_RUN, rows: 1, answered: null, cost: null })).toBe('1 row left');
    expect(whenLine({ ...PAST_RUN, startedAt: 0 }, 0)).toBe('Some time ago');
  });
});

describe('what is left of a run', () => {
  const rows = [4, 9, 12].map((at) => ({ at, label: '', print: '' }));

  it('names the rows without an answer by their reason', () => {
    const reason = 'Linkup found nothing.';
    expect(reasonLine({ reason, total: 3, rows })).toBe('3 rows: Linkup found nothing: rows 4, 9, 12');
    expect(reasonLine({ reason, total: 1, rows: rows.slice(1, 2) })).toBe(
      '1 row: Linkup found nothing: row 9',
    );
    expect(reasonLine({ reason, total: 1_003, rows })).toContain('rows 4, 9, 12 and 1,000 more');
  });

  it('says before it is undone what stays, and why', () => {
    expect(undoTerms({ unanswered: [], undoable: { ...NOTHING, cleared: 5, kept: 1, later: 2 } })).toBe(
      'Undo empties the cells this run wrote in 5 rows. 1 row kept, because somebody has changed it since. 2 rows kept, because a later run or try wrote them. What it overwrote is not brought back, nor is the money.',
    );
    expect(nothingLeft({ unanswered: [], undoable: { ...NOTHING, earlier: 1 } })).toBe(
      'No row is left to undo. 1 row kept, because its answer is an earlier run’s.',
    );
  });
});
