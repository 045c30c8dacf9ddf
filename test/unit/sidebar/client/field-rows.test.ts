/** The list of fields while it is edited. */
import { describe, expect, it } from 'vitest';
import {
  addField,
  changeField,
  lines,
  moveField,
  NONE_REMOVED,
  putBack,
  removeField,
  takeOut,
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

  it('keeps removed fields in their places until something else is changed', () => {
    const three = moveField(addField(rows), 3, -1);
    const shown = (list: Form['fields'], removed = NONE_REMOVED) => names([...lines(list, removed)]);
    const one = takeOut(three, 1, NONE_REMOVED);
    const two = takeOut(one.left, 2, one);
    expect([names([...two.left]), shown(two.left, two)]).toEqual([[''], ['Capital', '', 'Population']]);
    const back = putBack(two.left, 1, two);
    expect([names([...back.left]), shown(back.left, back)]).toEqual([
      ['Capital', ''],
      ['Capital', '', 'Population'],
    ]);
    expect(shown(changeField(back.left, 3, { name: 'Area' }), back)).toEqual(['Capital', 'Area']);
  });
});
