/** What can be done to rows and columns, as entries of menus. */
import { count } from '../../../../../src/enrichment/amounts';
import { columnLetters } from '../../../../../src/enrichment/letters';
import type { ShownSheet } from '../../wire';
import type { Playground } from '../use-playground';
import type { MenuItem } from './menu';

/** Inserting and deleting around the selection, and sorting by its first column. */
export function lineActions(playground: Playground, sheet: ShownSheet): MenuItem[] {
  const { row, column, rows, columns } = playground.view.block;
  const insert = (axis: 'rows' | 'columns', at: number, count: number) => () =>
    playground.doIt({ kind: 'insert', sheet: sheet.id, axis, at, count });
  const remove = (axis: 'rows' | 'columns', at: number, count: number) => () =>
    playground.doIt({ kind: 'delete', sheet: sheet.id, axis, at, count });
  return [
    { label: `Insert ${count(rows, 'row')} above`, choose: insert('rows', row, rows) },
    { label: `Insert ${count(rows, 'row')} below`, choose: insert('rows', row + rows, rows) },
    { label: `Delete ${count(rows, 'row')}`, choose: remove('rows', row, rows) },
    'line',
    { label: `Insert ${count(columns, 'column')} left`, choose: insert('columns', column, columns) },
    { label: `Delete ${count(columns, 'column')}`, choose: remove('columns', column, columns) },
    'line',
    ...sortActions(playground, sheet),
  ];
}

/** Sorting by the column of the selection. */
export function sortActions({ view, doIt }: Playground, sheet: ShownSheet): MenuItem[] {
  const { column } = view.block;
  const name = columnLetters(column);
  const sort = (ascending: boolean, cells: 'all' | 'visible') => () =>
    doIt({ kind: 'sort', sheet: sheet.id, column, ascending, cells });
  return [
    { label: `Sort sheet by ${name}, A → Z`, choose: sort(true, 'all') },
    { label: `Sort sheet by ${name}, Z → A`, choose: sort(false, 'all') },
    { label: `Sort visible cells only by ${name}, A → Z`, choose: sort(true, 'visible') },
    { label: `Sort visible cells only by ${name}, Z → A`, choose: sort(false, 'visible') },
  ];
}
