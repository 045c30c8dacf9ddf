/** A write that was carried on by a moving column is found where it is now. */
import { describe, expect, it } from 'vitest';
import { whereabouts } from '../../../../src/run/rows/whereabouts';
import { rowsOf } from '../../../world/table-sample';

const ROWS = rowsOf({ country: 'Chad', taskId: 't1' }, { country: 'Mali', taskId: 't2' });
const TASK = 5;

function written(column: number, ...contents: string[]) {
  return contents.map((content, i) => ({ at: i + 2, cells: new Map([[column, content]]) }));
}

describe('what was written into a column', () => {
  it('is there as long as any row shows it', () => {
    const patches = written(TASK, "'t1", "'t9");
    expect(whereabouts(patches, ROWS)).toEqual(patches);
  });

  it('is in the one column that shows all of it', () => {
    expect(whereabouts(written(2, "'t1", "'t2"), ROWS)).toEqual(written(TASK, "'t1", "'t2"));
  });

  it.each([
    ['is nowhere', ["'t1", "'t9"]],
    ['was nothing', ['', '']],
  ])('stays where it was meant for when it %s', (_, contents) => {
    const patches = written(2, ...contents);
    expect(whereabouts(patches, ROWS)).toEqual(patches);
  });
});
