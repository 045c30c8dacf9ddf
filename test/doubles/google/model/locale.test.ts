/** What is typed and shown in other locales than English ones. */
import { describe, expect, it } from 'vitest';
import { blankCell } from './cell';
import { displayOf } from './display';
import { localeOf } from './locale';
import { parseTyped } from './parse';

const RULES = {
  plainTextKeepsEquals: true,
  plainTextDropsApostrophe: true,
  plainTextKeepsNumbers: true,
  year: () => 2026,
};

/** What a typed text is, and what it then shows. */
function typed(name: string, text: string): readonly unknown[] {
  const locale = localeOf(name);
  const entry = parseTyped(text, '', { ...RULES, locale: () => locale });
  if (entry.kind !== 'value') return [entry.kind];
  const { value, format = '' } = entry;
  return [value, displayOf({ ...blankCell(), value, format }, 'en', locale)];
}

describe('a spreadsheet in another country', () => {
  it.each([
    ['de_DE', '12,5', 12.5, '12,5'],
    ['de_DE', '-1.234.567', -1234567, '-1234567'],
    ['de_DE', '12,5 and', '12,5 and', '12,5 and'],
    ['fr_FR', '0,5%', 0.005, '0,50%'],
    ['ar_EG', '12.5', 12.5, '12.5'],
    ['en_US', '1,234', 1234, '1,234'],
  ])('%s takes %j for %j and shows %j', (locale, text, value, shown) => {
    expect(typed(locale, text)).toEqual([value, shown]);
  });

  it.each([
    ['de_DE', '05.03.2026', '05.03.2026'],
    ['fr_FR', '5/3/2026', '05/03/2026'],
    ['ar_EG', '05/03/2026', '05/03/2026'],
  ])('%s takes %j for the fifth of March', (locale, text, shown) => {
    expect(typed(locale, text)).toEqual([new Date(Date.UTC(2026, 2, 5)), shown]);
  });

  it('knows which days there are', () => {
    expect(typed('de_DE', '31.02.2026')).toEqual(['31.02.2026', '31.02.2026']);
  });
});
