/** What a run's progress says. */
import { describe, expect, it } from 'vitest';
import {
  announcement,
  closeLine,
  headline,
  receiptLine,
  spendingLine,
  stopLine,
  timeLine,
  undoneLine,
} from '../../../../src/sidebar/client/model/run-words';
import { progress } from '../../../world/sidebar-samples';

describe('a run in words', () => {
  it('says how far it is', () => {
    expect(headline(progress(), 0)).toBe('23 of 50 rows');
    expect(headline(progress({}, { come: 6, running: 14 }), 0)).toBe('29 of 50 rows');
    expect(headline(progress({ state: 'stopping' }), 0)).toBe('Stopping: 20 answers still to come');
    const { counts } = progress({});
    const asked = { state: 'stopping', counts: { ...counts, running: 0 } } as const;
    expect(headline(progress(asked), 0)).toBe('Stopping…');
    expect(headline(progress({ state: 'ended' }, { rows: 0 }), 0)).toContain(
      'none of its answers is in the sheet any more',
    );
    expect(headline(progress({ state: 'ended' }), 1_000)).toMatch(/^\d\d:\d\d: 18 of 50 rows answered$/);
  });

  it('says how long it has been, and how long it may still take', () => {
    expect(timeLine(progress({ expectedMs: 240_000 }), 71_000)).toBe(
      '1 min 10 s so far · about 4 minutes to go',
    );
    expect(timeLine(progress({ expectedMs: 240_000, state: 'paused' }), 71_000)).toBe('1 min 10 s so far');
    expect(timeLine(progress({ expectedMs: 240_000 }), 71_000, false)).toBe('1 min 10 s so far');
    expect(timeLine(progress({ state: 'ended', endedAt: 9_000 }), 99_000)).toBe('Took 8 s.');
  });

  it('says what was asked for, and how far that may go: of runs on one cap once', () => {
    const spending = { pool: 'p1', shared: false, asked: 0.12, cap: 0.48 };
    expect(spendingLine([progress({ spending })])).toBe('Asked for $0.12 so far, of $0.48 at most.');
    const both = [progress({ spending: { ...spending, shared: true } }), progress()];
    expect(spendingLine([...both, ...both])).toBe(
      'Asked for $0.12 so far, of $0.48 at most for all columns.',
    );
    const other = progress({ spending: { ...spending, pool: 'p2' } });
    expect(spendingLine([progress({ spending }), other])).toBe('Asked for $0.24 so far, of $0.96 at most.');
    expect(spendingLine([progress()])).toBe('');
  });

  it('says that the sheet may be closed, and when the add-on looks by itself', () => {
    for (const now of [1_000, 99_000])
      expect(closeLine(progress({ nextCheckAt: 90_000 }), now)).toBe('You can close this sheet, it goes on.');
    expect(closeLine(progress({ nextCheckAt: 90_000, state: 'paused' }), 1_000)).toMatch(/^Next check at/);
    expect(closeLine(progress({ nextCheckAt: 3_600_000 }), 1_000)).toMatch(
      /^Keep this sidebar open and it goes on at once; .* only now and then\. Next check at \d\d:\d\d\.$/,
    );
    expect(closeLine(progress({ state: 'paused' }), 0)).toBe('');
    expect(closeLine(progress({ by: 'bob@example.com' }), 0)).toMatch(/^Started by bob@example\.com: /);
    expect(closeLine(progress({ by: 'bob@example.com', state: 'paused' }), 0)).not.toContain('goes on');
    expect(closeLine(progress({ goesOn: false }), 0)).toBe('Keep this sidebar open: it goes on only here.');
  });

  it('says what Stop saves and what it cannot', () => {
    expect(stopLine(progress())).toBe(
      'Stop leaves 7 waiting rows unasked and unbilled. What was asked for 20 rows still arrives and is billed.',
    );
    expect(stopLine(progress({}, { running: 0 }))).not.toContain('still arrives');
    expect(stopLine(progress({}, { waiting: 0 }))).toBe('All 50 are asked already: stopping saves nothing.');
    expect(stopLine(progress({}, { waiting: 0, rows: 1 }))).toMatch(/^The one row is asked already:/);
    expect(stopLine(progress({}, { waiting: 0, rows: 0 }))).toBe('');
    expect(stopLine(progress({ state: 'stopping' }))).toBe('What was asked still arrives and is billed.');
    expect(stopLine(progress({ state: 'stopping' }, { running: 0 }))).toBe('');
  });

  it('is announced by quarters, not at every look', () => {
    expect(announcement(progress({}, { done: 19 }))).toBe(announcement(progress({}, { done: 8 })));
    expect(announcement(progress({}, { done: 20 }))).toBe('50 % of the rows are finished.');
    expect(announcement(progress({ state: 'paused', paused: 'No credits.' }))).toBe('Paused. No credits.');
  });

  it('ends with its receipt', () => {
    const receipt = { asked: 48, answered: 45, cost: 0.27, balanceAfter: 18.16 };
    expect(receiptLine(progress({ receipt }))).toBe(
      '48 questions asked, 45 rows answered, for $0.27. Your balance was $18.16 then.',
    );
    expect(receiptLine(progress({ receipt, unmet: 4 }))).toContain(' 4 rows skipped (“Only if”). ');
    expect(receiptLine(progress({ receipt, unfed: 1 }))).toContain(
      ' 1 row skipped (no earlier answer to ask with). ',
    );
    expect(receiptLine(progress({ receipt }, { partial: 3 }))).toContain(
      ' answered (3 with an empty field), for ',
    );
    expect(receiptLine(progress({ receipt: { ...receipt, balanceAfter: null } }))).not.toContain('balance');
    const stopped = progress({ state: 'ended', stopped: true, receipt });
    expect(headline(stopped, 0)).toBe('Stopped: 18 of 50 rows answered');
    expect(receiptLine(stopped)).toContain(
      'for $0.27. It was stopped when none of its rows was waiting. Your',
    );
    const before = progress({ stopped: true, receipt, notAsked: { rows: 2, why: 'stopped' } });
    expect(receiptLine(before)).not.toContain('It was stopped');
    expect(receiptLine(progress())).toBe('18 of 50 rows answered.');
  });

  it('says what undoing cleared and what it left', () => {
    expect(undoneLine({ cleared: 44, kept: 1, later: 0, earlier: 0 })).toContain(
      '44 rows cleared. 1 row kept',
    );
    expect(undoneLine({ cleared: 44, kept: 0, later: 0, earlier: 0 })).not.toContain('kept');
    expect(undoneLine({ cleared: 44, partly: 3, kept: 0, later: 0, earlier: 0 })).toBe(
      '44 rows cleared. What somebody has changed since in 3 of them stays. What was answered stays billed.',
    );
    expect(undoneLine({ cleared: 2, kept: 2, later: 1, earlier: 3 })).toBe(
      '2 rows cleared. 2 rows kept, because somebody has changed them since. 1 row kept, because a later run or try wrote it. 3 rows kept, because their answers are an earlier run’s. What was answered stays billed.',
    );
  });
});
