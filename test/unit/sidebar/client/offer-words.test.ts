/** What an offer says, and what a cap means. */
import { describe, expect, it } from 'vitest';
import {
  affordable,
  balanceWarning,
  capIn,
  capLine,
  enrichLabel,
  mostLine,
  rowsLine,
  rowsOf,
  scopeHint,
  skippedRows,
} from '../../../../src/sidebar/client/model/offer-words';
import { OFFER } from '../../../world/sidebar-samples';

describe('what a choice means', () => {
  it('says beside the rows to fill that others without an answer are left out, where there are such', () => {
    const others = { fill: 0, failed: 0, outdated: 0, all: 5, deeper: 0 };
    expect(scopeHint('fill', others)).toBe(
      'Rows that have no answer yet. 5 rows where nothing, or not all, was found are left out.',
    );
    expect(scopeHint('fill', { ...others, all: 1 })).toContain(
      '1 row where nothing, or not all, was found is left out.',
    );
    for (const plain of [scopeHint('fill', { ...others, all: 0 }), scopeHint('fill', undefined)])
      expect(plain).toBe('Rows that have no answer yet.');
    expect(scopeHint('all', others)).not.toContain('left out');
  });
});

describe('an offer in words', () => {
  it('says how many rows are asked, filled for nothing, and left out', () => {
    expect(rowsLine(OFFER)).toBe('50 rows to ask.');
    expect(rowsLine({ ...OFFER, rows: 0 })).toBe('3 rows to fill for nothing.');
    expect(rowsLine({ ...OFFER, rows: 0, copies: 0 })).toBe('No rows to ask.');
    expect(skippedRows(OFFER)).toBe(10);
  });

  it('says of each choice how many rows it would take, and of selected ones only where they are chosen', () => {
    const { others } = OFFER;
    expect(
      (['fill', 'failed', 'outdated', 'all'] as const).map((scope) => rowsOf(scope, others, undefined)),
    ).toEqual([53, 3, 0, 55]);
    expect(rowsOf('fill', undefined, OFFER)).toBeUndefined();
    expect([rowsOf('selected', others, undefined), rowsOf('selected', others, OFFER)]).toEqual([
      undefined,
      53,
    ]);
  });

  it('says of the first rows how many of them there are to fill', () => {
    const { others } = OFFER;
    expect([5, 100].map((first) => rowsOf('first', others, undefined, first))).toEqual([5, 53]);
    expect(rowsOf('first', others, { ...OFFER, rows: 4 }, 5)).toBe(4);
    expect(rowsOf('first', undefined, undefined, 5)).toBeUndefined();
  });

  it('warns of a balance that is too small', () => {
    expect(balanceWarning({ ...OFFER, balance: 0.1 })).toContain('enough for 16 questions');
    expect(balanceWarning(OFFER)).toBe('');
    const steps = { ...OFFER, total: 48 * 0.061 };
    expect(balanceWarning({ ...steps, balance: 1 })).toContain(
      'for 48 questions, or 16 if all go deeper. The run',
    );
  });

  it('says what the most would take: an empty answer is billed, and asked deeper where there are steps', () => {
    const free = 'rows that fail or are not found are free, empty answers are not.';
    expect(mostLine({ least: 0.06, total: 0.06 })).toBe(`At most: ${free}`);
    expect(mostLine({ least: 0.06, total: 3.06 })).toBe(`At most, if every row takes every step: ${free}`);
  });

  it('counts what an amount pays for without the dust of binary fractions', () => {
    expect(affordable(0.018, 0.006)).toBe(3);
  });

  it.each([
    ['', 0.288],
    ['5', 5],
    ['$1.50', 1.5],
    ['0,05', 0.05],
    ['1,000', 1_000],
    ['12,345.50', 12_345.5],
    ['0,005', undefined],
    ['five', undefined],
    ['-1', undefined],
  ])('reads the cap “%s” as %s', (text, amount) => expect(capIn(text, 0.288)).toBe(amount));

  it('says what a cap changes', () => {
    expect(capLine(0.05, OFFER)).toContain('Asks 8 of 48 questions');
    expect(capLine(1, OFFER)).toBe('');
    expect(capLine(undefined, OFFER)).toContain('amount in dollars');
  });

  it('names the rows on the button, and what they cost at most', () => {
    expect(enrichLabel(OFFER)).toBe('Enrich 53 rows · up to $0.288');
    expect(enrichLabel(OFFER, 0.06)).toBe('Enrich 53 rows · up to $0.06');
    expect(enrichLabel(OFFER, 5)).toBe('Enrich 53 rows · up to $0.288');
    expect(enrichLabel({ ...OFFER, rows: 0 })).toBe('Fill 3 rows');
  });
});
