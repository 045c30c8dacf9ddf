/** Runs as the document keeps them: what is saved comes back, and what cannot be read is no run. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rangesOf } from '../../../../src/run/record/ranges';
import { request, requested } from '../../../../src/run/record/requests';
import {
  forgetUnreadable,
  type Run,
  removeRun,
  runsIn,
  saveRun,
  storable,
} from '../../../../src/run/record/run';
import { memoryStore } from '../../../world/memory-store';
import { RUN as SAMPLE } from '../../../world/run-sample';

const RUN: Run = {
  ...SAMPLE,
  sent: [
    [1, 3],
    [5, 100],
  ],
};

/** What a store of documents holds after a run was written by hand. */
function written(changes: object): Record<string, string> {
  return { 'linkup.run.run1': JSON.stringify({ ...storable(RUN), ...changes }) };
}

describe('a run', () => {
  it('comes back as it was saved, with all that it may carry', () => {
    const whole: Run = {
      ...RUN,
      balanceBefore: 1_250_000,
      limit: 50,
      refusals: { reason: 'too long', times: 2 },
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
    saveRun(store, { ...RUN, sent: rangesOf([1, 2]) });
    expect(runsIn(store.all()).map((run) => run.sent)).toEqual([[[1, 2]]]);
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
    { mode: 'sometimes' },
    { sent: '4-2' },
    { sent: [1] },
    { sent: '0-4' },
    { refusals: { reason: 5 } },
    { agreement: '__proto__' },
    { id: 'constructor' },
    { id: 'run2' },
    { sheetId: 1e308 },
    { startedAt: 8.64e15 },
    { limit: 0 },
  ])('that says %j is none', (changes) => {
    expect(runsIn(written(changes))).toEqual([]);
  });

  it.each([1e308, -1, 1e-9])('is not given up for a count of %d, which only people read', (questions) => {
    expect(runsIn(written({ questions }))).toMatchObject([{ ...RUN, questions: 0 }]);
  });

  it('of the first edition is read with what it had sent, and without its money being believed', () => {
    const { agreement, sent, ...others } = RUN;
    const first = { account: 'abcd1234', price: 1e-9, cap: 1e9, asked: -1e9 };
    const old = { cursor: 12, again: [4, 7], intent: { at: RUN.startedAt, execution: 'x', ordinals: [12] } };
    const json = JSON.stringify({ ...others, ...first, ...old, balanceBefore: 12.5 });
    const was = rangesOf([1, 2, 3, 5, 6, 8, 9, 10, 11, 12]);
    expect(runsIn({ 'linkup.run.run1': json })).toEqual([
      { ...RUN, sent: was, first: { ...first, intent: { at: RUN.startedAt, ordinals: [[12, 12]] } } },
    ]);
  });

  it('paused for a reason that is no longer known is still paused', () => {
    const [run] = runsIn(written({ paused: { code: 'full-moon', subject: '' } }));
    expect(run?.paused).toEqual({ code: 'unexpected', subject: '' });
  });

  it('fits into one property of 9 kB with one question in a hundred to be asked again', () => {
    const sent = rangesOf(Array.from({ length: 20_000 }, (_, i) => i + 1).filter((n) => n % 100 !== 0));
    const store = memoryStore();
    saveRun(store, { ...RUN, sent });
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
      saveRun(store, { ...RUN, id, startedAt: RUN.startedAt + startedAt });
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

describe('a record that nobody can read', () => {
  it('goes, with its requests, and leaves the others', () => {
    const documents = memoryStore();
    saveRun(documents, RUN);
    documents.set('linkup.run.spoilt', '{"id":"spoilt","startedAt":8.64e15}');
    forgetUnreadable(documents, documents.all(), runsIn(documents.all()));
    expect(runsIn(documents.all()).map(({ id }) => id)).toEqual([RUN.id]);
    expect(documents.get('linkup.run.spoilt')).toBeUndefined();
  });
});
