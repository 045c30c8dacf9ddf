/** The ids of POSTs whose execution died before it could write them: they were kept, and nobody need look for them in Linkup's list. */
import { ordinalsIn } from '../record/ranges';
import type { Job } from '../rows/job';
import type { Execution } from './execution';

/** Notes them for the rows that remember their questions; what no row remembers is left to the list. */
export function adoptKept({ outstanding, ids }: Execution, job: Job): void {
  const posts = outstanding.of(job.run.id);
  if (posts.length === 0) return;
  const kept = ids.found();
  const reserved = new Map(job.inDoubt().map((each) => [each.ordinal, each]));
  for (const { id, parts } of posts) {
    const answered = kept.get(id);
    const ordinals = ordinalsIn(parts.find(({ run }) => run === job.run.id)?.ordinals ?? []);
    if (answered?.ids.length !== ordinals.length) continue;
    for (const [i, ordinal] of ordinals.entries()) {
      const [taskId, chosen] = [answered.ids[i], reserved.get(ordinal)];
      if (!taskId || !chosen) continue;
      const about = { run: job.run.id, fingerprint: chosen.fingerprint, ordinal, at: answered.at };
      job.created.set(chosen.fingerprint, { taskId, about });
      job.awaited.set(taskId, { about, vouched: true });
    }
  }
}
