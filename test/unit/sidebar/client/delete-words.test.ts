/** What deleting an enrichment does to its columns, in words: true also of columns that were the person's before. */
import { describe, expect, it } from 'vitest';
import { deletedLine, fates } from '../../../../src/sidebar/client/model/delete-words';
import type { Saved } from '../../../../src/sidebar/protocol';
import { SAVED } from '../../../world/sidebar-samples';

const FILLING: Saved = {
  ...SAVED,
  fields: SAVED.fields.map((field) =>
    field.name === 'Population' ? { ...field, fills: { heading: 'Population' } } : field,
  ),
};
const ALL_FILLING = { ...FILLING, outputs: ['Population'] };

describe('before an enrichment is deleted', () => {
  it('it says which columns would go', () => {
    expect(fates(SAVED).map(({ hint }) => hint)).toEqual([
      'Only its status and its hidden columns go.',
      '“Capital” and “Population” and all answers there go.',
    ]);
  });

  it('what it fills of the person’s own is said to stay, and no column is offered where it made none', () => {
    expect(fates(FILLING)[1]?.hint).toBe(
      '“Capital” and all answers there go. What it filled stays: “Population”.',
    );
    expect(fates(ALL_FILLING).map(({ value }) => value)).toEqual(['keep']);
  });
});

describe('after it was deleted', () => {
  it('it says so, what is left in the sheet, and which enrichment is on view instead', () => {
    expect(deletedLine({ saved: SAVED, columns: 'keep' }, 'Anthem')).toBe(
      '“Capital” is deleted. Its answers stay in the sheet. This is “Anthem” now.',
    );
    expect(deletedLine({ saved: SAVED, columns: 'delete' }, '')).toBe(
      '“Capital” is deleted. Its columns are gone from the sheet.',
    );
    expect(deletedLine({ saved: FILLING, columns: 'delete' }, '')).toContain(
      'gone from the sheet, but for what it filled: “Population”.',
    );
  });
});
