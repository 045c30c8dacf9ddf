/** What is said while nothing is heard of a run: nothing for a hiccup, a calm word while it passes by itself, red where somebody has to act. */
import { describe, expect, it } from 'vitest';
import { isPassing, type Late, lateness, nextTry } from '../../../../src/sidebar/client/model/late';
import { progress } from '../../../world/sidebar-samples';

const late = (code: string, change: Partial<Late> = {}): Late => ({
  fault: { code, sentence: `${code}.` },
  since: 0,
  nextAt: 20_000,
  ...change,
});

const RUN = progress();

describe('looks that fail', () => {
  it('for less than ten seconds are a hiccup, unless the browser knows that there is no network', () => {
    expect(lateness(RUN, late('unreachable'), undefined, 9_999).kind).toBe('none');
    expect(lateness(RUN, late('unreachable', { offline: true }), undefined, 0).kind).toBe('calm');
  });

  it.each([
    ['unreachable', /^Google cannot be reached from here at the moment\. Nothing is lost/],
    ['no-answer', /^Google does not answer at the moment\. Nothing is lost/],
    ['cannot-read', /^Google does not tell at the moment how this run stands\. Nothing is lost/],
  ])('with %s are told calmly, with the next try', (code, words) => {
    const told = lateness(RUN, late(code), undefined, 10_000);
    expect(told).toMatchObject({ kind: 'calm', words: expect.stringMatching(words), nextAt: 20_000 });
  });

  it.each([
    ['goes on by itself meanwhile', {}],
    ['goes on by itself meanwhile', { state: 'stopping' }],
    ['goes on by itself meanwhile', { by: 'sam@example.com' }],
    ['goes on as soon as it can be reached', { goesOn: false }],
    ['waits as it did', { state: 'paused', goesOn: false }],
  ] as const)('say that the run %s where it does: %j', (words, change) => {
    const told = lateness(progress(change), late('unreachable'), undefined, 10_000);
    expect(told).toMatchObject({ words: expect.stringContaining(`the run ${words}.`) });
  });

  it('for want of a network are never anybody’s to mend, however long', () => {
    expect(lateness(RUN, late('unreachable'), undefined, 86_400_000).kind).toBe('calm');
  });

  it('for want of anything else are, after two minutes', () => {
    expect(lateness(RUN, late('google'), undefined, 119_999).kind).toBe('calm');
    expect(lateness(RUN, late('google'), undefined, 120_000)).toMatchObject({ kind: 'act' });
  });

  it.each([
    'refused',
    'updated',
    'outdated-page',
    'unknown-enrichment',
    'newer-version',
    'malformed',
    'no-key',
  ])('with %s are at once', (code) => {
    expect(isPassing(code)).toBe(false);
    expect(lateness(RUN, late(code), undefined, 0)).toMatchObject({ kind: 'act', fault: { code } });
  });
});

describe('work that fails', () => {
  it.each([
    'cut-short',
    'google',
    'limited',
    'cannot-write',
    'unexpected',
  ])('with %s is taken up by itself, and said so', (code) => {
    const told = lateness(RUN, undefined, late(code), 0);
    expect(told).toMatchObject({
      kind: 'calm',
      words: expect.stringContaining('goes on by itself in a moment'),
    });
  });

  it('for want of a network says nothing while looks get through', () => {
    expect(lateness(RUN, undefined, late('unreachable'), 60_000).kind).toBe('none');
  });

  it('gives way to looks that fail, and is red where somebody has to act', () => {
    expect(lateness(RUN, late('unreachable'), late('cut-short'), 60_000)).toMatchObject({
      words: expect.stringContaining('cannot be reached'),
    });
    expect(lateness(RUN, undefined, late('refused'), 0).kind).toBe('act');
  });
});

describe('the next try', () => {
  it('is told in seconds, and as it is made', () => {
    expect(nextTry(20_000, 12_000)).toBe('Next try in 8 s.');
    expect(nextTry(20_000, 9_100)).toBe('Next try in 10 s.');
    expect(nextTry(20_000, 20_000)).toBe('Trying again now…');
    expect(nextTry(0, 20_000)).toBe('Trying again now…');
  });
});
