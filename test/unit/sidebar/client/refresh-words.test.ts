/** What the page says of an enrichment that is refreshed by itself. */
import { describe, expect, it } from 'vitest';
import {
  agreeLabel,
  capHint,
  clockHint,
  onSaveHint,
  priceSentence,
  refreshFacts,
  refreshInShort,
  stoppedLine,
  whyOff,
} from '../../../../src/sidebar/client/model/refresh-words';
import { REFRESHING } from '../../../world/sidebar-samples';

const THEIRS = { ...REFRESHING, mine: false, by: 'sam@example.com', key: '77aa' };
const PAUSED = { ...REFRESHING, next: '', off: 'Paused by sam@example.com.', isPaused: true };
const STOPPED = { ...REFRESHING, next: '', off: 'The Linkup credits are used up.' };
const MISSED = { ...THEIRS, isFree: true };

describe('the folded line', () => {
  it.each([
    [null, 'off'],
    [REFRESHING, 'every day at 7:00 · next Friday 27 November, 7:00'],
    [PAUSED, 'paused'],
    [STOPPED, 'stopped'],
    [MISSED, 'every day at 7:00 · has missed its time'],
  ])('says how it stands', (refreshing, words) => expect(refreshInShort(refreshing)).toBe(words));
});

describe('before it is agreed to', () => {
  it.each([
    ['hour', '$744.00'],
    ['day', '$31.00'],
    ['week', '$5.00'],
  ] as const)('each %s, the most of a month is told', (every, month) => {
    expect(priceSentence({ every, hour: 7, day: 1 }, 1, '9f3c', 'ada@example.com')).toBe(
      `At most $1.00 a start, ${month} a month, with your key …9f3c, as ada@example.com; never beyond your own limit per month.`,
    );
  });

  it('a large amount can be read', () => {
    expect(priceSentence({ every: 'hour', hour: 0, day: 0 }, 2, '9f3c', '')).toContain('$1,488 a month');
  });

  it('nobody is named whom Google does not name', () => {
    expect(priceSentence(REFRESHING.rule, 1, '9f3c', '')).toContain('with your key …9f3c, in your name;');
  });

  it('it is told how many questions a cap pays for', () => {
    expect(capHint(1, 0.055)).toContain('Enough for 18 questions at $0.055.');
    expect(capHint(undefined, 0.055)).toBe('');
    // Rows that get nothing take the further steps under the same cap.
    expect(capHint(1, 0.006, 0.061)).toBe(
      'Enough for 166 rows at $0.006, or 16 if all go deeper, at $0.061. What is left waits for the next start.',
    );
  });

  it.each([
    [30, 'half an hour'],
    [60, 'an hour'],
  ])('it is told how punctual Google’s clock is: %s minutes', (within, words) => {
    expect(clockHint({ by: '', timeZone: 'Europe/Paris', within })).toBe(
      `By the spreadsheet’s clock (Europe/Paris); starts within ${words} of its time. The sheet may be closed.`,
    );
  });

  it('nothing is promised that is not known yet', () => expect(clockHint(undefined)).toContain('an hour'));
});

describe('the button that agrees', () => {
  it.each([
    [null, 'Turn refresh on'],
    [REFRESHING, 'Change to this'],
    [PAUSED, 'Turn on again'],
    [MISSED, 'Take over'],
    [{ ...PAUSED, mine: false, isFree: true }, 'Take over'],
  ])('says what it does', (refreshing, label) => expect(agreeLabel(refreshing)).toBe(label));
});

describe('one that is on', () => {
  it('tells when, which rows, as whom, with whose key, for how much, and what came of it', () => {
    expect(refreshFacts({ ...THEIRS, rows: { ...THEIRS.rows, days: 30 } })).toEqual([
      ['Next', 'Friday 27 November, 7:00'],
      ['When', 'every day at 7:00'],
      ['Asks', 'new rows, changed rows, failed rows and answers that are 30 days old'],
      ['As', 'sam@example.com'],
      ['Key', 'theirs, …77aa'],
      ['Cost', 'at most $1.00 a start, $31.00 a month'],
      ['Last', 'Thursday 26 November, 7:12: 5 questions asked'],
    ]);
  });

  it('says nothing of what is not known, or will not be', () => {
    const terms = refreshFacts({ ...THEIRS, by: '', last: null }).map(([term]) => term);
    expect(terms).toEqual(['Next', 'When', 'Asks', 'Key', 'Cost']);
  });

  it('leaves to the yes what that says, once it is to be agreed to anew', () => {
    expect(refreshFacts(STOPPED).map(([term]) => term)).toEqual(['When', 'Asks', 'Last']);
    expect(refreshFacts(MISSED).map(([term]) => term)).toEqual(['When', 'Asks', 'As', 'Key', 'Last']);
  });
});

describe('one that starts nothing', () => {
  it('says why, also where it has only missed its time', () => {
    expect(whyOff(STOPPED)).toBe(STOPPED.off);
    expect(whyOff(MISSED)).toContain('missed its time by more than a day');
    expect(whyOff(REFRESHING)).toBe('');
    expect(stoppedLine({ name: 'Capital', refreshing: STOPPED })).toBe(
      '“Capital” is not refreshed by itself any more. The Linkup credits are used up.',
    );
  });
});

describe('a form whose enrichment is refreshed by itself', () => {
  it('says from when on its changes count, and whom they stop', () => {
    expect(onSaveHint(REFRESHING)).toContain('counts from then on');
    expect(onSaveHint(THEIRS)).toContain('stops that until sam@example.com agrees, or you take it over.');
    expect([onSaveHint(null), onSaveHint(PAUSED), onSaveHint(MISSED)]).toEqual(['', '', '']);
  });
});
