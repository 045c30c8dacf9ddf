/** Requests: left beside a run that is in somebody else's hands, found by whoever holds it, forgotten with the run. */
import { describe, expect, it } from 'vitest';
import { Problem } from '../../../../src/enrichment/problem';
import {
  askForTurn,
  forgetRequests,
  forgetTurn,
  goesOn,
  isTurnWanted,
  request,
  requested,
  requestGoingOn,
  shallGoOn,
} from '../../../../src/run/record/requests';
import { memoryStore } from '../../../world/memory-store';

describe('a request', () => {
  it('is about one run', () => {
    const store = memoryStore();
    request(store, 'run1', 'stop');
    expect(['run1', 'run2'].map((run) => requested(store.all(), run, 'stop'))).toEqual(['yes', undefined]);
  });

  it('leaves the record of the run alone', () => {
    const store = memoryStore({ 'linkup.run.run1': 'a record' });
    request(store, 'run1', 'stop');
    expect(store.get('linkup.run.run1')).toBe('a record');
  });

  it('of the first edition is understood', () => {
    expect(requested({ 'linkup.stop.run1': 'yes' }, 'run1', 'stop')).toBe('yes');
  });

  it('goes with its run, of whatever edition it is, and takes no other along', () => {
    const store = memoryStore({ 'linkup.stop.run1': 'yes' });
    request(store, 'run1', 'stop');
    request(store, 'run10', 'stop');
    forgetRequests(store, 'run1');
    expect(Object.keys(store.all())).toEqual(['linkup.want.run10.stop']);
  });
});

describe('going on with a paused run', () => {
  const paused = { id: 'run1', paused: { code: 'no-credits' } };

  it('is wanted until it goes on, and only of a run that is paused', () => {
    const user = memoryStore();
    requestGoingOn(user, 'run1');
    expect(shallGoOn(user, paused)).toBe(true);
    expect(shallGoOn(user, { id: 'run1' })).toBe(false);
    expect(shallGoOn(user, { ...paused, id: 'run2' })).toBe(false);
    goesOn(user, 'run1');
    expect(shallGoOn(user, paused)).toBe(false);
  });
});

describe('a request for the turn', () => {
  it('is there until the turn comes, and void after a minute: whoever left it is gone', () => {
    const documents = memoryStore();
    askForTurn(documents, 5_000);
    expect(isTurnWanted(documents.all(), 5_000)).toBe(true);
    expect(isTurnWanted(documents.all(), 64_999)).toBe(true);
    expect(isTurnWanted(documents.all(), 65_000)).toBe(false);
    forgetTurn(documents);
    expect(isTurnWanted(documents.all(), 5_000)).toBe(false);
    expect(documents.all()).toEqual({});
  });

  it('that somebody wrote by hand says nothing', () => {
    for (const written of ['', 'soon', 'NaN', '9e99', '-1e9'])
      expect(isTurnWanted({ 'linkup.want.turn': written }, 5_000)).toBe(false);
  });

  it('keeps nobody from waiting where the document is full', () => {
    const full = () => {
      throw new Problem('storage-full');
    };
    expect(() => askForTurn({ ...memoryStore(), set: full }, 5_000)).not.toThrow();
  });
});
