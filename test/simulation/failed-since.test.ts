/** Which failed questions the oracles let a row say that it failed at, though Linkup has an answer to them: an oracle that forgave more would be none. */
import { expect, it } from 'vitest';
import { failedSince, type HeldTask } from './oracles/failed-since';

const UNDONE_AT = 50;

function task(status: HeldTask['status'], createdAt: number, changes: Partial<HeldTask> = {}): HeldTask {
  return { question: 'q', status, createdAt, isTried: false, undoneAt: Number.POSITIVE_INFINITY, ...changes };
}

/** Answered by a run that was undone. */
const UNDONE = task('completed', 10, { undoneAt: UNDONE_AT });

it.each<[string, HeldTask[]]>([
  ['only a try had answered', [task('completed', 10, { isTried: true }), task('failed', 60)]],
  ['was answered by a run that was undone before', [UNDONE, task('failed', 60)]],
])('are those that %s', (_, tasks) => {
  expect([...failedSince(tasks)]).toEqual(['q']);
});

it.each<[string, HeldTask[]]>([
  ['a run answered that nobody has undone', [task('completed', 10), task('failed', 60)]],
  ['failed before the Undo: it took nothing from a row that asked then', [task('failed', 40), UNDONE]],
  ['have one more answer, of a later run', [UNDONE, task('failed', 60), task('completed', 70)]],
  ['have one more answer, of an earlier run', [task('completed', 5), UNDONE, task('failed', 60)]],
  ['failed at a try', [UNDONE, task('failed', 60, { isTried: true })]],
  ['never failed', [UNDONE]],
  ['are others than the one that failed', [UNDONE, task('failed', 60, { question: 'r' })]],
])('are none that %s', (_, tasks) => {
  expect([...failedSince(tasks)].filter((question) => question === 'q')).toEqual([]);
});
