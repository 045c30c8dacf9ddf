/** The key: kept without the spaces around it, shown by its end, and recognised without being told. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accountOf, keyHint, keyOf, removeKey, saveKey } from '../../../../src/run/record/key';
import { problemOf } from '../../../world/definitions';
import { memoryStore } from '../../../world/memory-store';

describe('the key', () => {
  it('is kept without the spaces that come along when it is pasted', () => {
    const store = memoryStore();
    saveKey(store, ' \tabcd-1234 \n');
    expect(keyOf(store)).toBe('abcd-1234');
  });

  it('is asked for where there is none', () => {
    expect(problemOf(() => keyOf(memoryStore())).code).toBe('no-key');
  });

  it('that is nothing but spaces is none', () => {
    const store = memoryStore();
    saveKey(store, '   ');
    expect(problemOf(() => keyOf(store)).code).toBe('no-key');
    expect(keyHint(store)).toBeUndefined();
  });

  it('is recognised by its last four characters', () => {
    const store = memoryStore();
    expect(keyHint(store)).toBeUndefined();
    saveKey(store, 'abcd-1234');
    expect(keyHint(store)).toBe('1234');
  });

  it('is gone when it was removed', () => {
    const store = memoryStore();
    saveKey(store, 'abcd-1234');
    removeKey(store);
    expect([keyHint(store), store.all()]).toEqual([undefined, {}]);
  });

  it('replaces the one before', () => {
    const store = memoryStore();
    saveKey(store, 'first');
    saveKey(store, 'second');
    expect(Object.values(store.all())).toEqual(['second']);
  });
});

describe('an account', () => {
  it('is the same for the same key and another for another', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        expect(accountOf(a) === accountOf(b)).toBe(a === b);
      }),
    );
  });

  it('does not tell the key, nor any four characters of it', () => {
    const key = 'lkup-SECRET-zyxw';
    expect(accountOf(key)).toMatch(/^[0-9a-f]{8}$/);
    for (let at = 0; at + 4 <= key.length; at++) expect(accountOf(key)).not.toContain(key.slice(at, at + 4));
  });
});
