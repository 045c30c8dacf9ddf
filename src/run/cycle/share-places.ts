/** The stage that submits: the free places of Linkup's queue are shared among the runs, their questions go out together, and each POST is heeded. */
import { asProblem, Problem } from '../../enrichment/problem';
import { MAX_BATCH } from '../../linkup/client';
import { isQuick } from '../../linkup/durations';
import { isTurnWanted, requested } from '../record/requests';
import type { Job } from '../rows/job';
import type { Execution } from './execution';
import { attempt, react } from './faults';
import { readAnew } from './read-anew';
import { settle } from './settle-posts';
import { type Chunk, isAboutMoney, type Result, type Submitted } from './submit';
import { releaseReserved } from './waiting-rows';

/** A POST that did not go through, in whatever way. */
type NotSent = Extract<Submitted, { kind: 'too much' | 'refused' | 'refused alike' }>;

/** Places that are worth a POST of their own while questions are under way, where answers take seconds, and where they take longer. */
const WORTH = { quick: 20, slow: 10 };

/** And the share of the queue that always is. */
const SHARE = 1 / 5;

/** So long after a POST whatever is free is worth another one, in ms. */
const LONGEST_WAIT = 10_000;

/** Most POSTs in one cycle: whoever wants something of a run is not kept waiting. */
const MOST_POSTS = 5;

/** Sends what there is a place for, in as many POSTs as that takes. What became of an earlier POST need not be known for that. */
export function submit(execution: Execution): void {
  // Nobody is helped by questions whose answers come in faster than they can be listed.
  const most = execution.collector.isBehind ? 1 : MOST_POSTS;
  const alone = new Set<Job>();
  for (let posts = 0; posts < most; posts++)
    if ((posts > 0 && isWanted(execution)) || !submitSome(execution, alone)) return;
}

/** Whether somebody wants a run stopped, or the document, since the cycle began. */
function isWanted({ services, jobs }: Execution): boolean {
  const properties = services.documents.all();
  const isToStop = ({ run }: Job): boolean => requested(properties, run.id, 'stop') !== undefined;
  return jobs.some(isToStop) || isTurnWanted(properties, services.clock.now());
}

/** Sends one POST: of a run that is being tried in smaller ones and was not `alone` yet in this cycle, else of all others. True where more may follow. */
function submitSome(execution: Execution, alone: Set<Job>): boolean {
  const { outstanding } = execution;
  const asking = execution.isLate ? [] : execution.jobs.filter(hasSomeToAsk);
  if (freePlaces(execution) > 0 && outstanding.isFull) outstanding.confirm(execution.jobs);
  if (!isWorthAPost(execution, asking)) return false;
  const isTried = ({ run }: Job): boolean => run.limit !== undefined;
  const tried = asking.find((job) => isTried(job) && !alone.has(job));
  if (tried) {
    alone.add(tried);
    submitTogether(execution, [tried], asking.length);
    return true;
  }
  const others = asking.filter((job) => !isTried(job) && !alone.has(job));
  return submitTogether(execution, others, 1) === MAX_BATCH && freePlaces(execution) > 0;
}

function hasSomeToAsk(job: Job): boolean {
  return !job.run.stopping && !job.run.paused && job.hasReserved();
}

/** Shares the free places, or one of so many `shares` of them, among runs, so that a long one does not starve a short one. The number of questions that were sent. */
function submitTogether(execution: Execution, jobs: readonly Job[], shares: number): number {
  let room = Math.min(MAX_BATCH, Math.ceil(freePlaces(execution) / shares));
  const chunks: Chunk[] = [];
  for (const [i, job] of jobs.entries()) {
    const chunk = nextOf(execution, job, Math.ceil(room / (jobs.length - i)), chunks);
    if (chunk) chunks.push(chunk);
    room -= chunk?.questions.length ?? 0;
  }
  return chunks.length === 0 ? 0 : send(execution, chunks);
}

/** What a run asks next. What is wrong with one is no reason to keep the others waiting. */
function nextOf(execution: Execution, job: Job, slots: number, beside: readonly Chunk[]): Chunk | undefined {
  let chunk: Chunk | undefined;
  const choose = (): void => {
    const next = execution.submitter.next(job, slots, beside);
    if (next.kind === 'chunk') chunk = next;
    else heed(execution, { job, submitted: next });
  };
  attempt(execution, choose, job);
  return chunk;
}

function send(execution: Execution, chunks: readonly Chunk[]): number {
  let questions = 0;
  try {
    const results = execution.submitter.send(chunks);
    if (results.some(({ submitted }) => isOpen(submitted))) attempt(execution, () => settle(execution));
    unanswered(execution, results);
    for (const result of results) {
      attempt(execution, () => heed(execution, result), result.job);
      if (result.submitted.kind === 'sent') questions += result.submitted.questions;
    }
  } catch (thrown) {
    // It could not be written down, and was not sent.
    react(execution, asProblem(thrown), ...chunks.map(({ job }) => job));
  }
  return questions;
}

/** A POST that nobody answered is one fault, of however many runs it held questions. */
function unanswered(execution: Execution, results: readonly Result[]): void {
  const unclear = results.flatMap(({ job, submitted }) =>
    submitted.kind === 'unclear' ? [{ job, problem: submitted.problem }] : [],
  );
  const [first] = unclear;
  if (first) react(execution, first.problem, ...unclear.map(({ job }) => job));
}

/** A few places alone wait for more of them, not for long, and not where that is all there is to ask. */
function isWorthAPost(execution: Execution, asking: readonly Job[]): boolean {
  const { quota, services, posts } = execution;
  const free = freePlaces(execution);
  if (free === 0 || asking.length === 0) return false;
  if (asking.some(({ awaited }) => awaited.size === 0)) return true;
  const since = services.clock.now() - Math.min(...asking.map(({ run }) => posts.get(run.id) ?? 0));
  const worth = asking.some(({ asked }) => isQuick(asked)) ? WORTH.quick : WORTH.slow;
  if (since >= LONGEST_WAIT || free >= Math.min(worth, (quota?.limit ?? 0) * SHARE)) return true;
  return free >= asking.reduce((sum, job) => sum + job.reserved().length, 0);
}

function freePlaces({ quota }: Execution): number {
  return quota ? Math.max(0, quota.limit - quota.inFlight) : 0;
}

function heed(execution: Execution, { job, submitted }: Result): void {
  if (submitted.kind === 'sent') {
    execution.posts.set(job.run.id, execution.services.clock.now());
    execution.progress = true;
    execution.pace.recovered();
    takePlaces(execution, submitted.questions);
  } else if (submitted.kind === 'cap reached') {
    execution.marks.leave(job.run);
    releaseReserved(job, execution.flush, 'capped');
  } else if (submitted.kind === 'unrecognised') {
    react(execution, new Problem('unrecognised', job.run.name), job);
  } else if (submitted.kind === 'moved') {
    execution.progress = true;
    readAnew(execution, job);
  } else if (submitted.kind !== 'nothing to send' && submitted.kind !== 'unclear') {
    notSent(execution, job, submitted);
  }
}

/** Whether a POST leaves open what became of its questions. */
function isOpen({ kind }: Submitted): boolean {
  return kind === 'too much' || kind === 'refused' || kind === 'refused alike' || kind === 'unclear';
}

function notSent(execution: Execution, job: Job, submitted: NotSent): void {
  if (submitted.kind === 'too much') execution.progress = true;
  else if (submitted.kind === 'refused alike')
    react(execution, new Problem('refused-alike', submitted.problem.subject), job);
  // Money that questions in flight have bound may come free: only when none is left is it really used up.
  else if (!isAboutMoney(submitted.problem) || job.awaited.size === 0)
    react(execution, submitted.problem, job);
}

function takePlaces(execution: Execution, questions: number): void {
  const { quota } = execution;
  if (quota) execution.quota = { ...quota, inFlight: quota.inFlight + questions };
}
