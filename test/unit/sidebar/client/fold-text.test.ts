/** The beginning of a long text. */
import { describe, expect, it } from 'vitest';
import { beginningOf } from '../../../../src/sidebar/client/model/fold-text';

describe('a text', () => {
  it.each([
    '',
    'short',
    'x'.repeat(380),
    'a\nb\nc\nd\ne\nf\ng\nh',
  ])('that is short is shown whole: %j', (text) => expect(beginningOf(text)).toBeUndefined());

  it('of many lines begins with eight of them', () => {
    expect(beginningOf('a\nb\nc\nd\ne\nf\ng\nh\ni')).toBe('a\nb\nc\nd\ne\nf\ng\nh …');
  });

  it('of many words is cut between two of them, and a word without an end anywhere', () => {
    expect(beginningOf('word '.repeat(200))).toBe(`${'word '.repeat(63)}word …`);
    expect(beginningOf('x'.repeat(900))).toBe(`${'x'.repeat(320)} …`);
    // The halves of a letter stay together.
    expect(beginningOf(`x${'😀'.repeat(400)}`)).toBe(`x${'😀'.repeat(159)} …`);
  });
});
