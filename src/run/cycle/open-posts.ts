/** The POSTs of one execution whose ids are not on the sheet yet: kept in the document until they are, or until they are settled. */
import type { Store } from '../../platform/properties';
import type { Agreements } from '../record/agreement';
import { forgetParts } from '../record/left-posts';
import { MOST_OUTSTANDING, MOST_POSTS, type Part, type Post, removePost, savePosts } from '../record/posts';
import { holds, sizeOf } from '../record/ranges';
import type { Run } from '../record/run';
import type { Job } from '../rows/job';

/** After an unclear end: doubling with each one that is still unclear, in ms. An outage shall not leave ten POSTs in doubt. */
const FIRST_HOLD = 10_000;
const LONGEST_HOLD = 120_000;

/** Knows what is outstanding, and keeps the record of it. */
export class Outstanding {
  private posts: Post[];
  /** POSTs of which nothing is in doubt any more but what rows say. */
  private readonly known = new Set<string>();

  constructor(
    private readonly documents: Store,
    private readonly agreements: Agreements,
    found: readonly Post[],
    /** Whether a run is under way, with whatever key: what others left in a POST is not this execution's to forget. */
    private readonly isLive: (run: string) => boolean,
    /** Whether this execution has a run in hand. */
    private readonly isAtWork: (run: string) => boolean,
    /** Whether nobody else has had the document meanwhile. */
    private readonly isOurs: () => boolean,
  ) {
    this.posts = found.map((post) => ({ ...post, ...howItFailed(agreements, post) }));
  }

  /** Those that hold questions of a run, oldest first. */
  of(run: string): Post[] {
    return this.posts.filter(({ parts }) => parts.some((part) => part.run === run));
  }

  /** Whether as many are outstanding as may be, of runs that this execution can do something about. */
  get isFull(): boolean {
    const own = this.posts.filter(({ parts }) => parts.some(({ run }) => this.isAtWork(run)));
    const questions = own.flatMap(({ parts }) => parts.map(({ ordinals }) => sizeOf(ordinals)));
    return own.length >= MOST_POSTS || questions.reduce((sum, each) => sum + each, 0) >= MOST_OUTSTANDING;
  }

  /** Whether something of a POST is not known to be on the sheet. */
  isOpen(id: string): boolean {
    return this.posts.some((post) => post.id === id);
  }

  /** Whether another POST may go out: not while too many are outstanding, and not right after one that nobody answered. */
  mayOpen(now: number): boolean {
    const unclear = this.posts.filter(({ failure }) => failure === 'unclear');
    const hold = Math.min(FIRST_HOLD * 2 ** (unclear.length - 1), LONGEST_HOLD);
    const last = Math.max(...unclear.map(({ failedAt }) => failedAt ?? 0));
    return !this.isFull && (unclear.length === 0 || now - last >= hold);
  }

  /**
   * Writes a POST down with the runs that it holds questions of, before it is sent. Throws `storage-full`. False where somebody else
   * may send its questions, for the lock was lost: then it is forgotten again.
   */
  open(post: Post, runs: readonly Run[]): boolean {
    savePosts(this.documents, [post], runs);
    if (!this.isOurs()) {
      removePost(this.documents, post.id);
      return false;
    }
    this.posts.push(post);
    return true;
  }

  /** Linkup has answered, and the tasks of all but `missing` questions are known. */
  answered(post: Post, missing: number, now: number): void {
    if (missing === 0) this.known.add(post.id);
    else this.failed(post, 'unclear', now);
  }

  /** How a POST failed. A refusal is looked after at once, and need not outlive the execution. */
  failed(post: Post, failure: NonNullable<Post['failure']>, now: number): void {
    const failed = { ...post, failedAt: now, failure };
    this.posts = this.posts.map((each) => (each.id === post.id ? failed : each));
    if (failure === 'unclear') this.agreements.failed(post.id, now);
  }

  /** Nothing about a POST is open any more. */
  close(post: Post): void {
    this.known.add(post.id);
  }

  /** Whether the fate of every question of a POST is known. */
  isKnown({ id }: Post): boolean {
    return this.known.has(id);
  }

  /** Whether everything that POSTs led to for a run is on the sheet; then they are forgotten. */
  isClear(job: Job): boolean {
    this.confirm([job]);
    return this.of(job.run.id).length === 0;
  }

  /** Forgets of POSTs what they hold of these runs, where every id and every end of it is on the sheet and verified. */
  confirm(jobs: readonly Job[]): void {
    const done = this.posts.filter((each) => this.known.has(each.id));
    if (done.length === 0) return;
    const unwritten = new Map(jobs.map((job) => [job.run.id, unwrittenOrdinals(job)]));
    const isTheirs = ({ run }: Part): boolean => unwritten.has(run);
    for (const post of done) {
      const own = post.parts.filter(isTheirs);
      const waits = own.some(({ run, ordinals }) =>
        unwritten.get(run)?.some((ordinal) => holds(ordinals, ordinal)),
      );
      if (own.length > 0 && !waits) this.forget(post, isTheirs);
    }
  }

  /** What others have in it stays on record for them: nobody can tell here what is on their sheets. */
  private forget(post: Post, isOver: (part: Part) => boolean): void {
    forgetParts(this.documents, post, isOver);
    const parts = post.parts.filter((part) => !isOver(part));
    const left = parts.some(({ run }) => this.isAtWork(run)) ? [{ ...post, parts }] : [];
    this.posts = this.posts.flatMap((each) => (each === post ? left : [each]));
  }

  /** A run was ended by force: what is known of it and not on its sheet is left to its enrichment, like what is in doubt. */
  leave(job: Job): void {
    this.confirm([job]);
    this.posts = this.posts.filter(({ parts }) =>
      parts.some(({ run }) => run !== job.run.id && this.isLive(run)),
    );
  }
}

/** What another run sent is over by its own time, and holds nothing up. */
function howItFailed(agreements: Agreements, { id }: Post): Pick<Post, 'failedAt' | 'failure'> {
  const known = agreements.openBy(id).filter(({ failedAt }) => failedAt !== undefined);
  const sent = known.find(({ questions }) => questions > 0);
  const { failedAt } = sent ?? known[0] ?? {};
  if (failedAt === undefined) return {};
  return sent ? { failedAt, failure: 'unclear' } : { failedAt };
}

/** What a POST led to and nobody has written down yet. */
function unwrittenOrdinals(job: Job): number[] {
  const abouts = [...job.created.values(), ...job.ended.values()].map(({ about }) => about.ordinal);
  return [...abouts, ...job.inDoubt().map(({ ordinal }) => ordinal)];
}
