/** Names: what one may be, counted as a person sees it, and which two nobody could tell apart. */
import { describe, expect, it } from 'vitest';
import {
  cutToName,
  firstTaken,
  freeName,
  isNameless,
  isSameName,
  nameFault,
} from '../../../src/enrichment/names';

const FAMILY = '👩‍👩‍👧‍👦';

describe('a name', () => {
  it.each([
    ['letters', 'x'],
    ['letters beyond the first plane', '𝔛'],
    ['letters with marks of their own', 'ẍ'.normalize('NFD')],
    ['letters with marks that no letter has', 'x\u0331\u0308'],
    ['flags', '🇵🇪'],
    ['pictures that are several', FAMILY],
    ['pictures in a colour', '👍🏽'],
  ])('of sixty %s is short enough, and of sixty-one is not', (_, one) => {
    expect(nameFault('The name', one.repeat(60))).toBe('');
    expect(nameFault('The name', `  ${one.repeat(60)}  `)).toBe('');
    expect(nameFault('The name', one.repeat(61))).toBe('The name is longer than 60 characters');
    expect(cutToName(one.repeat(61))).toBe(one.repeat(60).normalize('NFC'));
  });

  it.each(['a\nb', 'a\r\nb', 'a\tb', 'a\u2028b', 'a\u0000b'])('on two lines is none: %j', (name) => {
    expect(nameFault('The name', name)).toBe('The name has a line break or a tab in it');
  });

  it.each([
    '',
    ' ',
    '\n\t',
    '\u00A0',
    '\u200B\u2060',
    '\u3164',
    '\u2800',
  ])('that shows nothing is none: %j', (name) => {
    expect(isNameless(name)).toBe(true);
  });

  it.each(['=SUM(A:A)', "'quoted", '0', '-', '+1', '@me', '国', '👍'])('may be %s', (name) => {
    expect(isNameless(name)).toBe(false);
    expect(nameFault('The name', name)).toBe('');
  });
});

describe('two names', () => {
  it.each([
    ['Country', ' country '],
    ['Head of state', 'Head  of\u00A0state'],
    ['Área', 'Área'.normalize('NFD')],
  ])('%j and %j are one', (one, other) => {
    expect(isSameName(one, other)).toBe(true);
    expect(firstTaken(['Else', one], [other])).toBe(one);
  });

  it.each([
    ['Country', 'Country 2'],
    ['a b', 'ab'],
  ])('%j and %j are two', (one, other) => {
    expect(isSameName(one, other)).toBe(false);
  });

  it('that are both missing do not clash', () => {
    expect(firstTaken([' '], ['', 'a'])).toBeUndefined();
  });
});

describe('a free name', () => {
  it('is the one that is wanted, or the first with a number', () => {
    expect(freeName('Facts', ['Other'])).toBe('Facts');
    expect(freeName('Facts', ['facts ', 'FACTS 2'])).toBe('Facts 3');
  });

  it('is never too long', () => {
    const long = FAMILY.repeat(60);
    expect(freeName(long, [long])).toBe(`${FAMILY.repeat(58)} 2`);
  });
});
