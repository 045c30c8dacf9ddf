/** Judging, by Linkup's list alone, what became of the questions of a POST whose outcome is not known. Pure. */
import { findTasks, type Sought } from '../../linkup/find';
import { mayAsk } from '../../linkup/shape';
import { subjectHash } from '../../linkup/subject';
import type { Task } from '../../linkup/types';
import type { Echoes } from '../record/echoes';
import { MEMORY } from '../record/left-posts';
import type { Post } from '../record/posts';
import type { Listing, Stretch } from './read-back';

/** A question that was sent, or was about to be, and whose task nobody knows. */
export interface Doubt {
  readonly post: Post;
  readonly sought: Sought;
}

/** found: this is its task · absent: it certainly never arrived · perhaps: nothing will ever tell · open: it is too early to say. */
export type Verdict =
  | { readonly kind: 'found'; readonly task: Task }
  | { readonly kind: 'absent' | 'perhaps' | 'open' };

/** What is known at the moment of judging. */
export interface Evidence {
  readonly listing: Listing;
  /** Ids that a ledger or a record of the document names: somebody's already. The first question reads all ledgers. */
  readonly isNamed: (id: string) => boolean;
  readonly echoes: Echoes;
  /** By Google's clock, in ms. */
  readonly now: number;
}

/** How long a POST may still take effect after it failed, in ms: no gateway keeps a request for longer that it has given up. */
const GRACE = 2 * 60_000;

/** Whoever sent it may have died at any moment until Google's six minutes were over (quotas page, November 2026), in ms. */
const UNSEEN = 6 * 60_000;

/** After the grace, how long a list that cannot be read through is tried again before nothing can be told any more, in ms. */
const PATIENCE = 10 * 60_000;

/** Linkup's machines may differ among themselves by this much, in ms. */
const APART = 2_000;

/** Google's clock and Linkup's may differ by this much, in ms; only for POSTs that do not know Linkup's own time. */
const SKEW = 2 * 60_000;

/** Between Linkup's last word and the POST there may be a long reading of the sheet, in ms. */
const LAST_WORD = 60_000;

/** In place of a POST that nobody remembers: it was made some time since a moment (of either clock, in ms), and is over. */
export function lostPost(since: number, now: number): Post {
  return { id: '', at: since, failedAt: overSince(now), failure: 'unclear', parts: [] };
}

/** When a POST must have failed that can take effect no more. */
export function overSince(now: number): number {
  return now - GRACE;
}

/** Whether a POST only stands for one that nobody remembers. */
export function isLostPost({ id }: Post): boolean {
  return id === '';
}

/** When a POST can certainly take effect no more, by Google's clock in ms. */
export function graceEnd({ at, failedAt }: Post): number {
  return (failedAt ?? at + UNSEEN) + GRACE;
}

/** When the tasks of a POST can have been created, by Linkup's own clock. */
export function stretchOf(post: Post): Stretch {
  const { at, linkupAt } = post;
  if (linkupAt === undefined) return { since: at - SKEW, until: graceEnd(post) + SKEW };
  return { since: linkupAt - APART, until: graceEnd(post) - at + linkupAt + LAST_WORD };
}

/** The same of several: from the first to the last. */
export function stretchOfAll(posts: readonly Post[]): Stretch {
  const stretches = posts.map(stretchOf);
  return {
    since: Math.min(...stretches.map(({ since }) => since)),
    until: Math.max(...stretches.map(({ until }) => until)),
  };
}

/** Whether absence could be told now, so that the list is worth reading through. */
export function isRipe(post: Post, now: number): boolean {
  return post.failure !== 'refused' && now >= graceEnd(post);
}

/** The verdict on each doubt, in their order. All doubts of a document are judged together: a task is only one question's. */
export function judge(doubts: readonly Doubt[], evidence: Evidence): Verdict[] {
  const sought = doubts.map(({ sought: item, post }) => ({ ...item, within: withinStretch(post) }));
  const tasks = tasksToJudge(doubts, evidence);
  const found = findTasks(sought, tasks, evidence.isNamed);
  const taken = new Set(found.flatMap((each) => (typeof each === 'object' ? [each.id] : [])));
  const strangers = tasks.filter(({ id }) => !taken.has(id) && !evidence.isNamed(id));
  const named = tasks.filter(({ id }) => evidence.isNamed(id));
  return doubts.map((doubt, i) => {
    const result = found[i];
    if (typeof result === 'object') return { kind: 'found', task: result };
    const undecided = result === 'undecided' || named.some((task) => isLike(task, doubt));
    return { kind: fateOf(doubt, undecided, strangers, evidence) };
  });
}

/** Of a refusal one need not know whose the tasks are that could not be its own. Mostly there are no others, and no ledger is read for them. */
function tasksToJudge(doubts: readonly Doubt[], { listing }: Evidence): readonly Task[] {
  if (doubts.some(({ post }) => post.failure !== 'refused')) return listing.tasks;
  const hashes = new Set(doubts.map(({ sought }) => sought.hash ?? subjectHash(sought.question)));
  return listing.tasks.filter((task) => hashes.has(subjectHash(task)));
}

/** Whether a task that some ledger names already may be a question's own all the same: anybody can type into a ledger. */
function isLike(task: Task, { post, sought }: Doubt): boolean {
  const hash = sought.hash ?? subjectHash(sought.question);
  return (
    post.failure !== 'refused' &&
    withinStretch(post)(task) &&
    mayAsk(task, sought.question) &&
    subjectHash(task) === hash
  );
}

function withinStretch(post: Post): (task: Task) => boolean {
  const { since, until } = stretchOf(post);
  return ({ createdAt }) => {
    const time = Date.parse(createdAt);
    return time >= since && time <= until;
  };
}

function fateOf(
  { post, sought }: Doubt,
  undecided: boolean,
  strangers: readonly Task[],
  { listing, echoes, now }: Evidence,
): 'absent' | 'perhaps' | 'open' {
  if (post.failure === 'refused' && !undecided) return 'absent';
  const end = graceEnd(post);
  if (now < end) return 'open';
  if (!listing.whole) return now < end + PATIENCE && !isLostPost(post) ? 'open' : 'perhaps';
  const isWithin = withinStretch(post);
  const couldBeOurs = (task: Task): boolean => isWithin(task) && mayAsk(task, sought.question);
  const unexplained = echoes !== 'known' && strangers.some(couldBeOurs);
  return undecided || unexplained || mayBeForgotten(post, listing, now) ? 'perhaps' : 'absent';
}

/** For so long after a POST nobody is taken to have forgotten its tasks, in ms: it was looked for as soon as it could be. */
const FRESH = 15 * 60_000;

/** Whether tasks of a POST may have been there and be gone: unless Linkup still shows one that ended before it was sent. */
function mayBeForgotten(post: Post, { remembers }: Listing, now: number): boolean {
  const age = now - post.at;
  return age > MEMORY || (age > FRESH && remembers > stretchOf(post).since);
}
