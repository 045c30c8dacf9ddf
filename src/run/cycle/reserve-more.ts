/** Reserving further rows for a run that is under way: at its next step, or once what they wait for is there. */
import type { Row } from '../../sheet/table';
import { apply } from '../rows/apply';
import type { Job } from '../rows/job';
import { reservedPatch } from '../rows/patching';
import { fingerprintOf } from '../rows/standing';
import type { Execution } from './execution';
import { putTogether } from './read-anew';

/** Reserves the rows that ask these questions and are meant, each question with its number. */
export function reserveMore(
  execution: Execution,
  job: Job,
  ordinals: ReadonlyMap<string, number>,
  isMeant: (row: Row) => boolean,
): void {
  const { marks, flush, services } = execution;
  const at = services.clock.now();
  marks.leave(job.run);
  marks.untilDone(job.run, () =>
    apply(
      job,
      flush,
      () => job.askingAny(ordinals.keys()).filter(isMeant),
      (row) => {
        const fingerprint = fingerprintOf(row);
        const ordinal = ordinals.get(fingerprint);
        if (ordinal === undefined || !isMeant(row)) return undefined;
        return reservedPatch(job.view, row, { run: job.run.id, fingerprint, ordinal, at, step: job.step });
      },
      { afterMove: () => putTogether(execution, job) },
    ),
  );
  execution.progress = true;
}

/** With numbers that the run has not given yet. */
export function numbered(job: Job, questions: readonly string[]): Map<string, number> {
  const first = highest(job) + 1;
  return new Map(questions.map((print, i) => [print, first + i]));
}

/** The highest number that a question of a run was given. */
export function highest({ run, rows }: Job): number {
  const own = rows.flatMap(({ ledger: { state } }) => (state?.run === run.id ? [state.ordinal] : []));
  const sent = run.sent.map(([, to]) => to);
  return [...own, ...sent].reduce((most, each) => Math.max(most, each), run.questions);
}
