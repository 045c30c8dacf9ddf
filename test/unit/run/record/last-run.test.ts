/** The last run of an enrichment: small, readable again, and never in the way of a run's end. */
import { describe, expect, it } from 'vitest';
import { Problem } from '../../../../src/enrichment/problem';
import { forgetLast, keepLast, lastIn } from '../../../../src/run/record/last-run';
import { rangesOf } from '../../../../src/run/record/ranges';
import type { Receipt } from '../../../../src/sheet/receipts';
import { memoryStore } from '../../../world/memory-store';
import { RUN } from '../../../world/run-sample';

const RECEIPT: Receipt = {
  run: 'run1',
  startedAt: '2026-11-23T00:00:00.000Z',
  endedAt: '2026-11-23T00:05:00.000Z',
  by: 'ada@example.com',
  enrichment: 'Facts',
  enrichmentId: 'e1',
  rows: 250,
  asked: 100,
  done: 95,
  partial: 0,
  notFound: 5,
  failed: 0,
  expired: 0,
  perhaps: 0,
  shared: 10,
  copied: 2,
  skipped: 3,
  estimate: 0.57,
  balanceBefore: 10,
  balanceAfter: 9.43,
  note: '',
};

describe('the last run', () => {
  it('comes back with what it came to', () => {
    const store = memoryStore();
    keepLast(store, RUN, RECEIPT);
    const endedAt = Date.UTC(2026, 10, 23, 0, 5);
    expect(lastIn(store.all(), 'e1')).toEqual({
      run: RUN,
      endedAt,
      asked: 100,
      answered: 95,
      cost: 57_000,
      balanceAfter: 943_000,
    });
    expect(lastIn(store.all(), 'e2')).toBeUndefined();
  });

  it('of the first edition is read, with its money in USD and its questions beside the run', () => {
    const { agreement, sent, ...kept } = RUN;
    const first = { ...kept, cursor: 100, again: [] };
    const run = { ...first, account: 'abcd1234', price: 0.006, cap: 1.5, asked: 100, balanceBefore: 10 };
    const last = { run, endedAt: Date.UTC(2026, 10, 23), answered: 95, cost: 0.57, balanceAfter: 9.43 };
    expect(lastIn({ 'linkup.last.e1': JSON.stringify(last) }, 'e1')).toMatchObject({
      run: { id: 'run1' },
      asked: 100,
      answered: 95,
      cost: 57_000,
      balanceAfter: 943_000,
    });
  });

  it('takes the place of the one before, and is forgotten with its enrichment', () => {
    const store = memoryStore();
    keepLast(store, RUN, RECEIPT);
    keepLast(store, { ...RUN, id: 'run2' }, { ...RECEIPT, balanceAfter: undefined });
    expect(lastIn(store.all(), 'e1')?.run.id).toBe('run2');
    expect(lastIn(store.all(), 'e1')?.balanceAfter).toBeUndefined();
    forgetLast(store, 'e1');
    expect(store.all()).toEqual({});
  });

  it('stays far below the 9 kB of a property, whatever the run left', () => {
    const store = memoryStore();
    const sent = rangesOf(Array.from({ length: 5_000 }, (_, i) => 2 * i + 1));
    keepLast(store, { ...RUN, sent }, RECEIPT);
    expect(Object.values(store.all()).join('').length).toBeLessThan(1_000);
  });

  it('that cannot be read is none', () => {
    expect(lastIn({ 'linkup.last.e1': '{"run":' }, 'e1')).toBeUndefined();
    expect(lastIn({ 'linkup.last.e1': '{"run":{}}' }, 'e1')).toBeUndefined();
  });

  it('does not keep a run from ending when the store is full', () => {
    const full = {
      ...memoryStore(),
      set: () => {
        throw new Problem('storage-full');
      },
    };
    expect(() => keepLast(full, RUN, RECEIPT)).not.toThrow();
  });
});
