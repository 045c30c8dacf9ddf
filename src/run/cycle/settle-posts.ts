/** The stage that settles: what became of questions that were sent and whose task nobody knows, told by Linkup's own list. */
import { once } from '../../enrichment/once';
import { questionOf } from '../../enrichment/question';
import type { Sought } from '../../linkup/find';
import { subjectHash } from '../../linkup/subject';
import type { Task } from '../../linkup/types';
import { echoesOf } from '../record/echoes';
import { ownAccount } from '../record/key';
import { hashesOf, type Post, sealOfPost } from '../record/posts';
import { holds, ordinalsIn, rangesOf, without } from '../record/ranges';
import { saveRun } from '../record/run';
import type { Job } from '../rows/job';
import { namedIds } from '../rows/named-tasks';
import { fingerprintOf, knowsItsEnd, wasHeld } from '../rows/standing';
import type { Execution } from './execution';
import { type Doubt, isLostPost, isRipe, judge, lostPost, stretchOfAll, type Verdict } from './judge-posts';
import { noteCreated, notePerhapsAsked } from './note-sent';
import { readAnew } from './read-anew';
import { glance, type Listing, readThrough } from './read-back';

/** Between two looks of one execution at what is still too early to tell, in ms. */
const BETWEEN_LOOKS = 20_000;

/** Pages read after a refusal: should Linkup have taken a part all the same, it is among the newest. */
const REFUSED_PAGES = 3;

/** The ordinal of a question whose row forgot it. */
export const NONE = 0;

/** A doubt with the place where its end goes. */
interface Open extends Doubt {
  readonly job: Job;
  readonly ordinal: number;
  /** '' where no row remembers the question. */
  readonly fingerprint: string;
}

/**
 * Looks, where it is time to, for the tasks of all questions in doubt; whatever can be told is noted with their runs. `forgotten`
 * are looked for as well, whenever there are some: of them nothing is told but what is found, and is to be believed.
 */
export function settle(
  execution: Execution,
  forgotten: readonly Open[] = [],
  belief: (found: readonly boolean[]) => (i: number) => boolean = () => () => true,
): void {
  const { jobs, outstanding, services } = execution;
  for (const job of jobs) if (hasUnseenDoubt(job)) readAnew(execution, job);
  const doubts = [...forgotten, ...jobs.flatMap((job) => doubtsOf(execution, job))];
  for (const job of jobs) closeUndoubted(execution, job, doubts);
  for (const post of jobs.flatMap((job) => outstanding.of(job.run.id)))
    if (!doubts.some((doubt) => doubt.post.id === post.id)) outstanding.close(post);
  if (forgotten.length === 0 && !isTimeToLook(execution, doubts)) return;
  const named = once(() => namedIds(services, jobs));
  const now = services.clock.now();
  const verdicts = judge(doubts, {
    listing: listingFor(execution, doubts),
    isNamed: (id) => named().has(id),
    echoes: echoesOf(services.user, ownAccount(services.user)),
    now,
  });
  execution.lookedAt = services.clock.now();
  const isBelieved = belief(forgotten.map((_, i) => verdicts[i]?.kind === 'found'));
  const believed = (_: Open, i: number): boolean => i >= forgotten.length || isBelieved(i);
  note(
    execution,
    doubts.filter(believed),
    verdicts.filter((_, i) => doubts[i] && believed(doubts[i], i)),
  );
}

/** Of what is known of a run's POSTs nothing can turn out not to have been asked. */
function closeUndoubted({ outstanding, agreements }: Execution, job: Job, doubts: readonly Open[]): void {
  for (const post of outstanding.of(job.run.id)) {
    if (outstanding.isKnown(post) || doubts.some((doubt) => doubt.job === job && doubt.post.id === post.id))
      continue;
    agreements.close(job.run, post.id, 0, sealOfPost(post, job.run.id));
  }
}

/** What a row asks must be seen before its task is looked for: nothing like an unknown question would be found. */
function hasUnseenDoubt(job: Job): boolean {
  return [...job.inDoubt(), ...job.lost()].some(({ text }) => text === '');
}

function isTimeToLook({ services, lookedAt }: Execution, doubts: readonly Open[]): boolean {
  const now = services.clock.now();
  if (doubts.length === 0) return false;
  if (lookedAt === undefined || now - lookedAt >= BETWEEN_LOOKS) return true;
  return doubts.some(({ post }) => (post.failedAt ?? 0) >= lookedAt);
}

function listingFor(execution: Execution, doubts: readonly Open[]): Listing {
  const { linkup, services } = execution;
  const posts = [...new Set(doubts.map(({ post }) => post))];
  const stretch = stretchOfAll(posts);
  const isTime = (): boolean => !execution.isLate;
  if (posts.some((post) => isRipe(post, services.clock.now()))) return readThrough(linkup, stretch, isTime);
  const pages = posts.every(({ failure }) => failure === 'refused') ? REFUSED_PAGES : undefined;
  return glance(linkup, stretch, pages);
}

/** The questions of a run in doubt: those of its POSTs that are not known, and those whose ids went lost. */
function doubtsOf({ outstanding, services }: Execution, job: Job): Open[] {
  const posts = outstanding.of(job.run.id).filter((post) => !outstanding.isKnown(post));
  // A pass over all rows, in every cycle, only where something is in doubt.
  const rows = posts.length > 0 ? rememberedIn(job) : new Map<number, string>();
  const sent = new Map<number, Open>();
  for (const post of posts) for (const each of doubtsIn(post, job, rows)) sent.set(each.ordinal, each);
  const orphans = job.inDoubt().filter(({ ordinal }) => !sent.has(ordinal));
  const lost = [...orphans, ...job.lost()].map(({ ordinal, fingerprint, text, at }): Open => {
    const post = lostPost(Math.min(at, job.run.startedAt), services.clock.now());
    return { job, post, ordinal, fingerprint, sought: { question: questionOf(job.asked, text) } };
  });
  return [...sent.values(), ...lost];
}

/** Fingerprints by ordinal, as rows remember them; '' where the row already knows its task or its end. */
function rememberedIn(job: Job): Map<number, string> {
  const remembered = new Map<number, string>();
  for (const { ledger } of job.rows) {
    const { state } = ledger;
    if (state?.run !== job.run.id || remembered.get(state.ordinal) === '') continue;
    remembered.set(state.ordinal, state.state === 'reserved' ? state.fingerprint : '');
  }
  for (const { about } of job.created.values()) remembered.set(about.ordinal, '');
  return remembered;
}

function doubtsIn(post: Post, job: Job, rows: ReadonlyMap<number, string>): Open[] {
  const part = post.parts.find(({ run }) => run === job.run.id);
  const hashes = part ? hashesOf(part) : [];
  return ordinalsIn(part?.ordinals ?? []).flatMap((ordinal, i) => {
    const fingerprint = rows.get(ordinal);
    if (fingerprint === '' || !holds(job.run.sent, ordinal)) return [];
    const isOver = fingerprint !== undefined && job.ended.has(fingerprint) && post.failure !== 'refused';
    const sought = soughtFor(job, fingerprint, hashes[i] ?? '');
    return isOver ? [] : [{ job, post, ordinal, fingerprint: fingerprint ?? '', sought }];
  });
}

/** By its text where a row still asks it; by the hash of its subject where that row was edited, deleted or is loading. */
function soughtFor(job: Job, fingerprint: string | undefined, hash: string): Sought {
  const text = fingerprint === undefined ? undefined : job.textOf(fingerprint);
  return text === undefined
    ? { question: questionOf(job.asked, ''), hash }
    : { question: questionOf(job.asked, text) };
}

/** A POST is over when the fate of all its questions is known: until then only what is found is noted. */
function note(execution: Execution, doubts: readonly Open[], verdicts: readonly Verdict[]): void {
  const open = new Set(doubts.filter((_, i) => verdicts[i]?.kind === 'open').map(({ post }) => post.id));
  const absent = new Map<Post, Open[]>();
  for (const [i, doubt] of doubts.entries()) {
    const verdict = verdicts[i] ?? { kind: 'open' };
    if (verdict.kind === 'found') noteFound(doubt, verdict.task);
    if (verdict.kind === 'found' || open.has(doubt.post.id)) continue;
    if (isToBeAsked(execution, doubt, verdict))
      absent.set(doubt.post, [...(absent.get(doubt.post) ?? []), doubt]);
    else noteEnd(doubt, verdict.kind);
  }
  for (const post of new Set(doubts.map((doubt) => doubt.post)))
    if (!open.has(post.id)) close(execution, post, doubts, absent.get(post) ?? []);
}

/** What certainly never arrived; and what nothing will ever tell of, where the person said that it may be asked a second time. */
function isToBeAsked({ agreements }: Execution, { post, job }: Open, { kind }: Verdict): boolean {
  if (isLostPost(post)) return false;
  return kind === 'absent' || (kind === 'perhaps' && agreements.openOf(job.run, post.id)?.again === true);
}

/** A POST is settled for each of the runs that it holds questions of. */
function close(execution: Execution, post: Post, doubts: readonly Open[], absent: readonly Open[]): void {
  if (isLostPost(post)) return;
  for (const job of new Set(doubts.flatMap((doubt) => (doubt.post === post ? [doubt.job] : []))))
    giveBack(
      execution,
      post,
      job,
      absent.filter((each) => each.job === job),
    );
  execution.outstanding.close(post);
}

/** What certainly never arrived costs nothing and may be asked again. Kept at once, before its POST is forgotten. */
function giveBack({ agreements, services }: Execution, post: Post, job: Job, absent: readonly Open[]): void {
  agreements.close(job.run, post.id, absent.length, sealOfPost(post, job.run.id));
  if (absent.length === 0) return;
  const freed = rangesOf(absent.map(({ ordinal }) => ordinal));
  job.run = { ...job.run, sent: without(job.run.sent, freed) };
  saveRun(services.documents, job.run);
}

/** What is certainly gone has expired, and what nothing will ever tell was perhaps asked: a row that remembers its question says so. */
function noteEnd({ job, ordinal, fingerprint, post }: Open, kind: Verdict['kind']): void {
  if (kind === 'open' || ordinal === NONE || !fingerprint) return;
  if (kind === 'perhaps') {
    notePerhapsAsked(job, { fingerprint, ordinal }, post);
    return;
  }
  const about = { run: job.run.id, fingerprint, ordinal, at: post.at };
  job.ended.set(fingerprint, { outcome: { state: 'expired' }, about });
}

/** A refused question may have been taken all the same: then it has not failed. */
function noteFound({ job, ordinal, fingerprint, sought }: Open, task: Task): void {
  const print = fingerprint || askerOf(job, sought);
  job.ended.delete(print);
  if (print) noteCreated(job, { fingerprint: print, ordinal }, task);
}

/** The hidden cells of its row were emptied: whoever asks the same and was once held by a run takes it. '' where nobody does. */
function askerOf(job: Job, { hash }: Sought): string {
  const asker = job.rows.find(
    (row) =>
      'text' in row.question &&
      wasHeld(job.view, row) &&
      !knowsItsEnd(row) &&
      subjectHash(questionOf(job.asked, row.question.text)) === hash,
  );
  return asker ? fingerprintOf(asker) : '';
}
