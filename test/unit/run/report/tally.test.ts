/** The tally: every row of a run is counted once, by its ledger and what it asks now, and failures come by reason. */
import { describe, expect, it } from 'vitest';
import { failedStatus, ROW_STATES } from '../../../../src/enrichment/status';
import { storable } from '../../../../src/run/record/run';
import { countsOf, failuresOf, tallied } from '../../../../src/run/report/tally';
import { fingerprintOf } from '../../../../src/run/rows/standing';
import type { Row } from '../../../../src/sheet/table';
import { RUN } from '../../../world/run-sample';
import { printOf, rowsOf, type SampleRow, stateOf, VIEW } from '../../../world/table-sample';

const about = (country: string, changes: object = {}): SampleRow => ({
  country,
  state: stateOf(country, changes),
  question: printOf(country),
});

/** A row with a Status that says why it failed. */
function failed(row: Row, reason: string): Row {
  const values = row.values.map((value, i) => (i === VIEW.layout.status - 1 ? failedStatus(reason) : value));
  return { ...row, values };
}

describe('the counts', () => {
  it.each(
    ROW_STATES.map(
      (state, i) =>
        [state, ['waiting', 'running', 'done', 'notFound', 'failed', 'expired', 'perhaps'][i] ?? ''] as const,
    ),
  )('take a row that is %s for %s', (state, count) => {
    expect(countsOf(rowsOf(about('Chad', { state })), 'run1')).toMatchObject({ [count]: 1, rows: 1 });
  });

  it.each(ROW_STATES)('take a row that was %s and asks something else now for outdated', (state) => {
    const counts = countsOf(rowsOf({ ...about('Chad', { state }), country: 'Mali' }), 'run1');
    expect(counts).toMatchObject({ outdated: 1, [state === 'done' ? 'done' : 'failed']: 0, rows: 1 });
  });

  it('are of one run only', () => {
    const rows = rowsOf(about('Chad'), about('Mali', { run: 'run2' }), { country: 'Niger' });
    expect(countsOf(rows, 'run2')).toMatchObject({ done: 1, rows: 1 });
  });
});

describe('failures', () => {
  it('come by reason, the commonest first, with what each row is about', () => {
    const [chad, mali, peru, niger] = rowsOf(
      ...['Chad', 'Mali', 'Peru', 'Niger'].map((country) => about(country, { state: 'failed' })),
    );
    if (!chad || !mali || !peru || !niger) throw new Error('no rows');
    const rows = [failed(chad, 'Too big.'), failed(mali, 'Too slow.'), failed(peru, 'Too slow.'), niger];
    expect(failuresOf(VIEW, rows)).toEqual([
      {
        reason: 'Too slow.',
        rows: [
          { at: 3, label: 'Mali', print: printOf('Mali') },
          { at: 4, label: 'Peru', print: printOf('Peru') },
        ],
        total: 2,
      },
      { reason: 'Too big.', rows: [{ at: 2, label: 'Chad', print: printOf('Chad') }], total: 1 },
      {
        reason: 'The Status does not say why any more.',
        rows: [{ at: 5, label: 'Niger', print: printOf('Niger') }],
        total: 1,
      },
    ]);
  });

  it('leave out what is done, under way, or asks something else by now', () => {
    const changed = { ...about('Chad', { state: 'failed' }), country: 'Mali' };
    expect(failuresOf(VIEW, rowsOf(about('Peru'), about('Niger', { state: 'submitted' }), changed))).toEqual(
      [],
    );
  });

  it('name twenty rows at most, and count all', () => {
    const rows = rowsOf(...Array.from({ length: 30 }, (_, i) => about(`Land ${i}`, { state: 'expired' })));
    const [failure] = failuresOf(VIEW, rows);
    expect(failure?.reason).toBe('Linkup no longer has the answer.');
    expect([failure?.rows?.length, failure?.total]).toEqual([20, 30]);
  });

  it('put together what is beyond ten reasons, so that all rows are counted', () => {
    const rows = rowsOf(...Array.from({ length: 30 }, (_, i) => about(`Land ${i}`, { state: 'failed' })));
    const failures = failuresOf(
      VIEW,
      rows.map((row, i) => failed(row, `Reason ${i}.`)),
    );
    expect(failures).toHaveLength(11);
    expect(failures.reduce((sum, { total }) => sum + total, 0)).toBe(30);
  });
});

/** A run with its rows, of whose questions nothing is known but what their ledgers say. */
const read = (rows: readonly Row[]) => ({
  ...{ run: RUN, view: VIEW, rows, created: new Map<string, unknown>(), ended: new Map<string, unknown>() },
  askingAny(prints: Iterable<string>) {
    const asked = new Set(prints);
    return rows.filter((row) => asked.has(fingerprintOf(row)));
  },
});

describe('what the record of a run keeps of it', () => {
  it('knows of rows that were sent, and of answers that have come, though none of it is written yet', () => {
    const waiting = { state: 'reserved' } as const;
    const rows = rowsOf(
      about('Chad', waiting),
      about('Mali', waiting),
      about('Peru', { state: 'submitted' }),
    );
    const known = read([...rows, ...rowsOf(about('Cuba', waiting), about('Iran'))]);
    for (const country of ['Chad', 'Mali']) known.created.set(printOf(country), country);
    for (const country of ['Mali', 'Peru']) known.ended.set(printOf(country), country);
    expect(tallied(known).tally?.counts).toMatchObject({ waiting: 1, running: 1, come: 2, done: 1, rows: 5 });
  });

  it('stays small, however many rows failed for however many long reasons', () => {
    const rows = rowsOf(...Array.from({ length: 60 }, (_, i) => about(`Land ${i}`, { state: 'failed' })));
    const many = rows.map((row, i) => failed(row, `Reason ${i} ${'é'.repeat(400)}.`));
    const { tally } = tallied(read(many));
    expect(tally?.counts).toMatchObject({ failed: 60, rows: 60 });
    expect(tally?.reasons).toHaveLength(11);
    expect(tally?.reasons.reduce((sum, { total }) => sum + total, 0)).toBe(60);
    const record = JSON.stringify(storable({ ...RUN, sent: [[1, 100_000]], ...(tally && { tally }) }));
    expect(Buffer.byteLength(record)).toBeLessThan(4_000);
  });

  it('tells of the same reasons as a reading does', () => {
    const rows = rowsOf(about('Chad', { state: 'failed' }), about('Mali', { state: 'expired' }));
    const told = failuresOf(VIEW, rows).map(({ reason, total }) => ({ reason, total }));
    expect(tallied(read(rows)).tally?.reasons).toEqual(told);
  });
});
