/** The list of fields while it is edited. */
import { describe, expect, it } from 'vitest';
import {
  addField,
  changeField,
  moveField,
  removeField,
} from '../../../../src/sidebar/client/model/field-rows';
import { type Form, formOf } from '../../../../src/sidebar/client/model/form';
import { CAPITAL } from '../../../world/sidebar-samples';

describe('the list of fields', () => {
  const rows = formOf(CAPITAL).fields;
  const names = (list: Form['fields']) => list.map(({ name }) => name);

  it('gives an added field a key of its own, even after a removal', () => {
    const keys = addField(removeField(rows, 1)).map(({ key }) => key);
    expect(new Set(keys).size).toBe(2);
  });

  it('changes one field only', () => {
    expect(names(changeField(rows, 2, { name: 'People' }))).toEqual(['Capital', 'People']);
  });

  it('moves a field up and down, and not beyond the ends', () => {
    expect(names(moveField(rows, 2, -1))).toEqual(['Population', 'Capital']);
    expect(names(moveField(rows, 1, 1))).toEqual(['Population', 'Capital']);
    expect(moveField(rows, 1, -1)).toEqual(rows);
    expect(moveField(rows, 2, 1)).toEqual(rows);
  });
});
