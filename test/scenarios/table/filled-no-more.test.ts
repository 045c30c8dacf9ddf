/** A column of the person's own that an enrichment has filled and is to fill no more: it stays, under its name. */
import { expect, it } from 'vitest';
import type { Draft } from '../../../src/sidebar/protocol';
import { draftNow, HALF_FILLED, halfFilled, theirHeadings } from '../../world/half-filled';
import { codeOf } from '../../world/sidebar';

it('keeps its name for itself: the new column must be called otherwise', async () => {
  const fields = [{ name: 'Capital', kind: 'text', fills: { heading: 'Capital' } }] as const;
  const { world, id } = await halfFilled({}, { fields });
  const draft = draftNow(world, id);
  const freed = { ...draft, fields: draft.fields.map(({ fills, ...field }) => field) };
  const save = (changed: Draft) =>
    codeOf(world, 'save', { sheetId: world.sheet.id, draft: changed, revision: '', force: true });
  expect(save(freed)).toBe('heading-taken');
  // Nor is a second field called as the column is that the first one fills, in one sentence for page and Save.
  const second = { name: 'capital', kind: 'text', description: '' } as const;
  const twice = draft.fields.map((field) => ({ ...field, name: 'Seat' }));
  expect(save({ ...draft, fields: [...twice, second] })).toBe('heading-taken');
  expect(theirHeadings(world)).toEqual(HALF_FILLED[0]);
  expect(save({ ...freed, fields: freed.fields.map((field) => ({ ...field, name: 'Town' })) })).toBe('');
  expect(theirHeadings(world)).toEqual([...(HALF_FILLED[0] ?? []), 'Town']);
});
