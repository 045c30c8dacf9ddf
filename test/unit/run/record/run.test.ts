/** Runs as the document keeps them: what is saved comes back, and what cannot be read is no run. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { request, requested } from '../../../../src/run/record/requests';
import { type Run, removeRun, runsIn, saveRun } from '../../../../src/run/record/run';
import { memoryStore } from '../../../world/memory-store';

const RUN: Run = {
  id: 'run1',
  enrichment: 'e1',
  name: 'Facts',
  sheetId: 0,
  account: 'abcd1234',
  by: 'ada@example.com',
  startedAt: Date.UTC(2026, 10, 23),
  mode: 'fill',
  rows: 250,
  questions: 240,
  skipped: 3,
  copied: 2,
  price: 0.006,
  cap: 1.5,
  asked: 100,
  cursor: 100,
  again: [4, 7],
};

/** What a store of documents holds after a run was written by hand. */
function written(changes: object): Record<string, string> {
  return { 'linkup.run.run1': JSON.stringify({ ...RUN, ...changes }) };
}

describe('a run', () => {
  it('comes back as it was saved, with all that it may carry', () => {
    const whole: Run = {
      ...RUN,
      balanceBefore: 12.5,
      intent: { at: 5, execution: 'x1', ordinals: [101, 102] },
      stopping: true,
      paused: { code: 'no-credits', subject: 'why' },
    };
    for (const run of [RUN, whole]) {
      const store = memoryStore();
      saveRun(store, run);
      expect(runsIn(store.all())).toEqual([run]);
    }
  });

  it('is saved over what was saved of it before', () => {
    const store = memoryStore();
    saveRun(store, RUN);
    saveRun(store, { ...RUN, asked: 240 });
    expect(runsIn(store.all()).map(({ asked }) => asked)).toEqual([240]);
  });

  it('that cannot be read is none, and does not hide the others', () => {
    const broken = fc.constantFrom('', '{', 'null', '[]', '{"id":"run1"}');
    fc.assert(
      fc.property(broken, (json) => {
        const store = memoryStore({ 'linkup.run.bad': json });
        saveRun(store, RUN);
        expect(runsIn(store.all())).toEqual([RUN]);
      }),
    );
  });

  it.each([
    { mode: 'again' },
    { again: ['4'] },
    { intent: { at: 5 } },
    { cap: null },
  ])('that says %j is none', (changes) => {
    expect(runsIn(written(changes))).toEqual([]);
  });

  it('paused for a reason that is no longer known is still paused', () => {
    const [run] = runsIn(written({ paused: { code: 'full-moon', subject: '' } }));
    expect(run?.paused).toEqual({ code: 'unexpected', subject: '' });
  });

  it('fits into one property of 9 kB with every question of a batch in its intent and to be asked again', () => {
    const ordinals = Array.from({ length: 100 }, (_, i) => 9_900 + i);
    const store = memoryStore();
    saveRun(store, {
      ...RUN,
      again: ordinals,
      intent: { at: RUN.startedAt, execution: 'x'.repeat(36), ordinals },
    });
    expect(Object.values(store.all())[0]?.length).toBeLessThan(9_000);
  });
});

describe('the runs of a document', () => {
  it('come oldest first, and nothing else does', () => {
    const store = memoryStore({ 'linkup.enrichment.e1': '{}', 'linkup.mark': 'x' });
    for (const [id, startedAt] of [
      ['c', 3],
      ['a', 1],
      ['b', 2],
    ] as const)
      saveRun(store, { ...RUN, id, startedAt });
    expect(runsIn(store.all()).map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  });

  it('end one by one, each with what was asked of it', () => {
    const store = memoryStore();
    saveRun(store, RUN);
    saveRun(store, { ...RUN, id: 'run2' });
    request(store, 'run1', 'stop');
    removeRun(store, 'run1');
    expect(runsIn(store.all()).map(({ id }) => id)).toEqual(['run2']);
    expect(requested(store.all(), 'run1', 'stop')).toBeUndefined();
  });
});
