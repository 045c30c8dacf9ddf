/** The ids of POSTs whose execution died before it could write them: they were kept, and nobody need look for them in Linkup's list. */
import { questionOf } from '../../enrichment/question';
import { subjectHash } from '../../linkup/subject';
import type { KeptIds } from '../record/kept-ids';
import { hashesOf, type Post, sealOfPost } from '../record/posts';
import { ordinalsIn } from '../record/ranges';
import type { Job } from '../rows/job';
import type { Chosen } from '../rows/queue';
import type { Execution } from './execution';

/** Notes them for the rows that remember their questions; what no row remembers is left to the list. */
export function adoptKept({ outstanding, ids }: Execution, job: Job): void {
  const posts = outstanding.of(job.run.id);
  const reserved = new Map(job.inDoubt().map((each) => [each.ordinal, each]));
  if (posts.length === 0 || reserved.size === 0) return;
  for (const post of posts) {
    const answered = ids.of(job.run.id, post.id);
    if (answered?.seal === sealOfPost(post, job.run.id)) adopt(job, post, answered, reserved);
  }
}

function adopt(job: Job, post: Post, { at, ids }: KeptIds, reserved: ReadonlyMap<number, Chosen>): void {
  const part = post.parts.find(({ run }) => run === job.run.id);
  const hashes = part ? hashesOf(part) : [];
  for (const [i, ordinal] of ordinalsIn(part?.ordinals ?? []).entries()) {
    const [taskId, chosen] = [ids[i], reserved.get(ordinal)];
    if (!taskId || !chosen || hashes[i] !== hashOf(job, chosen)) continue;
    const about = { run: job.run.id, fingerprint: chosen.fingerprint, ordinal, at };
    job.created.set(chosen.fingerprint, { taskId, about });
    job.awaited.set(taskId, { about, vouched: true });
  }
}

/** Whoever may edit the sheet may have changed which row remembers which number. */
function hashOf({ asked }: Job, { text }: Chosen): string {
  return subjectHash(questionOf(asked, text));
}
