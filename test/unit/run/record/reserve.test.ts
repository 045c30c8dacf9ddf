/** Room that a run keeps in a document for what it must still be able to note. */
import { describe, expect, it } from 'vitest';
import { Problem } from '../../../../src/enrichment/problem';
import { giveUpRooms, keepRoom, noteWithRoom } from '../../../../src/run/record/reserve';
import { problemOf } from '../../../world/definitions';
import { memoryStore } from '../../../world/memory-store';

/** A store that is full while room is kept for somebody. */
function full(store = memoryStore()) {
  const note = (): void => {
    if (Object.keys(store.all()).some((key) => key.startsWith('linkup.reserve.')))
      throw new Problem('storage-full');
    store.set('note', 'kept');
  };
  return { store, note };
}

describe('the room of a run', () => {
  it('is given up for a note that has no other', () => {
    const { store, note } = full();
    keepRoom(store, 'run1');
    noteWithRoom(store, 'run1', note);
    expect(store.all()).toEqual({ note: 'kept' });
  });

  it('is not given up for another run, nor for anything but a full store', () => {
    const { store, note } = full();
    keepRoom(store, 'run1');
    expect(problemOf(() => noteWithRoom(store, 'run2', note)).code).toBe('storage-full');
    const failing = (): void => {
      throw new Problem('cannot-store');
    };
    expect(problemOf(() => noteWithRoom(store, 'run1', failing)).code).toBe('cannot-store');
    expect(Object.keys(store.all())).toEqual(['linkup.reserve.run1']);
  });

  it('goes with a run whose record is gone', () => {
    const { store } = full();
    for (const run of ['run1', 'run2']) keepRoom(store, run);
    giveUpRooms(store, store.all(), (run) => run === 'run2');
    expect(Object.keys(store.all())).toEqual(['linkup.reserve.run2']);
  });
});
