/**
 * Questions that failed, and whose other answers are no row's any more: a try is only written where somebody says so, and what a run
 * brought goes from its rows when that is undone. A row that says so owes nothing. Pure.
 */
import type { TaskRecord } from '../../doubles/linkup';

/** A task, and what became of its answer. */
export interface HeldTask extends Pick<TaskRecord, 'question' | 'status' | 'createdAt'> {
  /** It was made to try one row. */
  readonly isTried: boolean;
  /** When every run that may have asked it had been undone, by Linkup's clock; infinity where one was not. */
  readonly undoneAt: number;
}

/** Those questions, among the tasks of an enrichment. */
export function failedSince(tasks: readonly HeldTask[]): Set<string> {
  const asked = tasks.filter(({ isTried }) => !isTried);
  const failed = asked.filter(({ status }) => status === 'failed');
  return new Set(failed.filter((task) => !isOwed(task, asked)).map(({ question }) => question));
}

/** Whether an answer to what failed was asked by a run, and not taken back before. */
function isOwed(failed: HeldTask, asked: readonly HeldTask[]): boolean {
  return asked.some(
    ({ question, status, undoneAt }) =>
      question === failed.question && status === 'completed' && undoneAt > failed.createdAt,
  );
}
