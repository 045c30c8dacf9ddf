/** Why Enrich is off, in a line. */
import { describe, expect, it } from 'vitest';
import { NO_FAULT } from '../../../../src/sidebar/client/calls/call';
import { whyNot } from '../../../../src/sidebar/client/model/why-not';
import { OFFER } from '../../../world/sidebar-samples';

const READ = { offer: OFFER, fault: NO_FAULT, pending: false };
const EMPTY = { ...OFFER, rows: 0, copies: 0 };

describe('why Enrich is off', () => {
  it('is said of rows that are left out, and by the first sentence of what is wrong', () => {
    expect(whyNot({ ...READ, offer: EMPTY })).toBe('No rows to ask: answered already.');
    expect(whyNot({ ...READ, offer: { ...EMPTY, skipped: [] } })).toBe('No rows to ask.');
    const sentence = 'There is no column “No. 1” here. Nothing was asked.';
    expect(whyNot({ ...READ, offer: undefined, fault: { code: 'x', sentence } })).toBe(
      'There is no column “No. 1” here.',
    );
  });

  it('is what to press first, where all rows wait for what another enrichment fills', () => {
    const skipped = [{ reason: '“Website” is empty', rows: 24 }];
    const uses = [{ column: 'Website', by: 'Find the website' }];
    const waiting = { ...READ, offer: { ...EMPTY, skipped } };
    expect(whyNot(waiting, uses)).toBe(
      'Press “Enrich all columns”: it fills “Website” first, which is empty.',
    );
    expect(whyNot(waiting)).toBe('No rows to ask: “Website” is empty.');
    const some = [{ reason: 'answered already', rows: 3 }, ...skipped];
    expect(whyNot({ ...READ, offer: { ...EMPTY, skipped: some } }, uses)).toContain('answered already');
  });

  it('is not said where it is on, and while rows are counted', () => {
    expect(whyNot(READ)).toBe('');
    expect(whyNot({ ...READ, offer: EMPTY, pending: true })).toBe('');
    expect(whyNot({ ...READ, offer: { ...OFFER, rows: 0 } })).toBe('');
  });
});
