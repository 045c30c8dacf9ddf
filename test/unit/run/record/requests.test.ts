/** Requests: left beside a run that is in somebody else's hands, found by whoever holds it, forgotten with the run. */
import { describe, expect, it } from 'vitest';
import { forgetRequests, request, requested } from '../../../../src/run/record/requests';
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
