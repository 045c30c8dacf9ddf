/**
 * What a start looks for before it asks: questions that runs before it may have asked already. They become its own as if it had
 * sent them, under the record of the POST that may hold them: what Linkup's list knows is taken, and the rest asked.
 */
import type { Enrichment } from '../../enrichment/definition';
import { questionOf } from '../../enrichment/question';
import { IN_DOUBT, type SharedQuestion } from '../../enrichment/selection';
import { MAX_BATCH } from '../../linkup/client';
import { subjectHash } from '../../linkup/subject';
import type { Row } from '../../sheet/table';
import { overSince } from '../cycle/judge-posts';
import type { Open } from '../record/open-questions';
import { hashesOf, type Part, type Post, sealOfPost } from '../record/posts';
import { ordinalsIn, type Ranges, rangesOf } from '../record/ranges';
import type { Job } from '../rows/job';
import { fingerprintOf, standingOf } from '../rows/standing';

/** What a run takes over: as sent, by whom, and what its agreement knows of it. */
export interface TakenOver {
  readonly sent: Ranges;
  readonly posts: readonly Post[];
  readonly open: readonly Open[];
}

/** A question of the new run, by its number in it. */
interface Numbered {
  readonly ordinal: number;
  readonly fingerprint: string;
  readonly hash: string;
  /** From when on it may have been asked, in ms; undefined where no row says that it was. */
  readonly since: number | undefined;
}

/** Longer ago than this Linkup has forgotten all, in ms; whoever may edit a sheet may write any time into it. */
const LONG_AGO = 48 * 3_600_000;

/** Chosen questions that `left` POSTs hold, or that rows say were perhaps asked. Nothing of it is saved yet. */
export function takeOver(
  job: Job,
  questions: readonly SharedQuestion[],
  left: readonly Post[],
  now: number,
  newId: () => string,
): TakenOver {
  const doubts = sinceWhen(job, now);
  if (doubts.size + left.length === 0) return { sent: [], posts: [], open: [] };
  const all = questions.map(({ fingerprint, text }, i) => ({
    ordinal: i + 1,
    fingerprint,
    hash: subjectHash(questionOf(job.asked, text)),
    since: doubts.get(fingerprint),
  }));
  const adopted = left.flatMap((post) => adoptedFrom(post, job, all));
  const known = new Set(adopted.flatMap(({ taken }) => taken));
  const others = all.filter((each) => each.since !== undefined && !known.has(each));
  const groups = [...adopted, ...batches(others).map((taken) => lookedFor(taken, job, now, newId))];
  return {
    sent: rangesOf(groups.flatMap(({ taken }) => taken.map(({ ordinal }) => ordinal))),
    posts: groups.map(({ post }) => post),
    open: groups.map(({ post, taken, failedAt }) => ({
      post: post.id,
      questions: 0,
      seal: sealOfPost(post, job.run.id),
      ...(failedAt === undefined ? {} : { failedAt }),
      again: taken.every(({ since }) => since !== undefined),
    })),
  };
}

interface Group {
  readonly post: Post;
  readonly taken: readonly Numbered[];
  /** When the POST was over; undefined where it may still take effect. */
  readonly failedAt?: number;
}

/** When each question that rows say was perhaps asked may have been, the earliest; long ago where they do not say. */
function sinceWhen(job: Job, now: number): Map<string, number> {
  const doubts = new Map<string, number>();
  const note = (print: string, at: number): void => {
    doubts.set(print, Math.min(doubts.get(print) ?? now, Math.max(at, now - LONG_AGO)));
  };
  for (const row of job.rows) {
    const { state } = row.ledger;
    if (state?.state === 'perhaps asked') note(state.fingerprint, state.at);
    else if (isInDoubt(job, row)) note(fingerprintOf(row), now - LONG_AGO);
  }
  return doubts;
}

function isInDoubt(job: Job, row: Row): boolean {
  return row.ledger.unreadable && IN_DOUBT.includes(standingOf(row, job.answers, () => false));
}

/** The questions of a POST that the run asks too, moved from the part of the run that sent it into one of this run's own. */
function adoptedFrom(post: Post, job: Job, all: readonly Numbered[]): Group[] {
  const hashes = new Set(post.parts.flatMap((part) => (isOf(job.enrichment, part) ? hashesOf(part) : [])));
  // A task that a ledger names for it is known: there is nothing to look for.
  const taken = all.filter(({ hash, fingerprint }) => hashes.has(hash) && job.taskOf(fingerprint) === '');
  if (taken.length === 0) return [];
  const gone = new Set(taken.map(({ hash }) => hash));
  const rest = post.parts.flatMap((part) => (isOf(job.enrichment, part) ? partWithout(part, gone) : [part]));
  const { failedAt, failure, ...kept } = post;
  return [{ post: { ...kept, parts: [...rest, partOf(job, taken)] }, taken }];
}

function isOf({ id }: Enrichment, { enrichment }: Part): boolean {
  return enrichment === id;
}

function partWithout(part: Part, gone: ReadonlySet<string>): Part[] {
  const ordinals = ordinalsIn(part.ordinals);
  const left = hashesOf(part).flatMap((hash, i) =>
    gone.has(hash) ? [] : [{ hash, ordinal: ordinals[i] ?? 0 }],
  );
  if (left.length === 0) return [];
  return [{ ...part, ordinals: rangesOf(left.map(({ ordinal }) => ordinal)), subjects: textOf(left) }];
}

function partOf({ run }: Job, taken: readonly Numbered[]): Part {
  const ordinals = rangesOf(taken.map(({ ordinal }) => ordinal));
  return { run: run.id, enrichment: run.enrichment, ordinals, subjects: textOf(taken) };
}

function textOf(questions: readonly { readonly hash: string }[]): string {
  return questions.map(({ hash }) => hash).join('');
}

/** By the time of the earliest, so that few lists are read far back. */
function batches(questions: readonly Numbered[]): Numbered[][] {
  const sorted = [...questions].sort((a, b) => (a.since ?? 0) - (b.since ?? 0));
  const count = Math.ceil(sorted.length / MAX_BATCH);
  return Array.from({ length: count }, (_, i) =>
    sorted.slice(i * MAX_BATCH, (i + 1) * MAX_BATCH).sort((a, b) => a.ordinal - b.ordinal),
  );
}

/** In place of a POST of which only rows know: it is over, and its tasks may have been created at any time since. */
function lookedFor(taken: readonly Numbered[], job: Job, now: number, newId: () => string): Group {
  const at = Math.min(...taken.map(({ since }) => since ?? now));
  return { post: { id: newId(), at, parts: [partOf(job, taken)] }, taken, failedAt: overSince(now) };
}
