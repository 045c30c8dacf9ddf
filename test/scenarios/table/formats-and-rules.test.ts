/** Sheets that are formatted as plain text or full of rules: columns of ours begin with neither, and a cell that refuses an answer is named. */
import { describe, expect, it } from 'vitest';
import type { Validation } from '../../doubles/google/model/cell';
import { statusOf } from '../../world/says';
import { enrich, follow, saved } from '../../world/sidebar';
import { World, type WorldOptions } from '../../world/world';

/** A dropdown that takes nothing but its choices. */
function dropdown(...choices: string[]): Validation {
  return {
    kind: 'VALUE_IN_LIST',
    rejects: true,
    values: [choices, true],
    allows: (value) => choices.includes(String(value)),
  };
}

const TABLE = [['Country'], ['Peru'], ['Chad']];

/** What a sheet is like before the Save. */
type Dress = (world: World) => void;

const asPlainText: Dress = ({ sheet }) => {
  for (let row = 1; row <= sheet.maxRows; row++)
    for (let column = 1; column <= sheet.maxColumns; column++) sheet.cell(row, column).format = '@';
};
const fullOfRules: Dress = ({ sheet }) =>
  sheet.validate(1, 1, sheet.maxRows, sheet.maxColumns, dropdown('Peru', 'Chad'));

describe('columns of ours', () => {
  it.each<[string, Dress, WorldOptions['google']]>([
    [
      'plain text, without apostrophes',
      asPlainText,
      { plainTextDropsApostrophe: true, plainTextKeepsNumbers: false },
    ],
    ['plain text that keeps apostrophes', asPlainText, { plainTextDropsApostrophe: false }],
    ['a dropdown in every cell', fullOfRules, { validationThrows: 'flush' }],
  ])('are written like anywhere where the sheet is %s', async (_, dress, google) => {
    const world = await World.open(TABLE, { google });
    dress(world);
    const id = saved(world);
    enrich(world, id);
    follow(world, id);
    expect(world.column(statusOf('Facts'))).toEqual(['Done', 'Done']);
    expect(world.sheet.peek(2, 2)).toMatchObject({ value: 'Lima', format: '' });
    expect(world.sheet.peek(2, 3)).toMatchObject({ value: 1285216, format: '' });
  });
});
