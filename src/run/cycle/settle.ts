/** The stage that settles: what became of questions that were sent and whose task nobody knows, told by Linkup's own list. */
import { questionOf } from '../../enrichment/question';
import type { Sought } from '../../linkup/find';
import type { Linkup } from '../../linkup/client';
import { echoesOf } from '../record/echoes';
import { ownAccount } from '../record/key';
import { type Post, SUBJECT_LENGTH } from '../record/posts';
import { holds, ordinalsIn, rangesOf, without } from '../record/ranges';
import { saveRun } from '../record/run';
import type { Job } from '../rows/job';
import { namedIds } from '../rows/named';
import type { Execution } from './execution';
import { type Doubt, isRipe, judge, stretchOf, type Verdict } from './judge';
import { glance, type Listing, readThrough, type Stretch } from './listing';
import { noteCreated, notePerhapsAsked } from './submit';

/** Between two looks of one execution at what is still too early to tell, in ms. */
const BETWEEN_LOOKS = 20_000;

/** Pages read after a refusal: should Linkup have taken a part all the same, it is among the newest. */
const REFUSED_PAGES = 3;

/** A doubt with the place where its end goes. */
interface Open extends Doubt {
  readonly job: Job;
  readonly ordinal: number;
  /** '' where no row remembers the question. */
  readonly fingerprint: string;
}

/** Looks, where it is time to, for the tasks of all questions in doubt; whatever can be told is noted with their runs. */
export function settle(execution: Execution): void {
  const { jobs, outstanding, services } = execution;
  const doubts = jobs.flatMap((job) => doubtsOf(execution, job));
  for (const job of jobs) {
    for (const post of outstanding.of(job.run.id)) {
      if (!doubts.some((doubt) => doubt.post.id === post.id)) outstanding.settled(post);
    }
  }
  if (doubts.length === 0 || !isTimeToLook(execution, doubts)) return;
  const named = namedIds(services, jobs);
  const now = services.clock.now();
  const verdicts = judge(doubts, {
    listing: listingFor(execution, doubts),
    isNamed: (id) => named.has(id),
    echoes: echoesOf(services.user, ownAccount(services.user)),
    now,
  });
  execution.lookedAt = services.clock.now();
  note(execution, doubts, verdicts);
}

function isTimeToLook({ services, lookedAt }: Execution, doubts: readonly Open[]): boolean {
  const now = services.clock.now();
  if (lookedAt === undefined || now - lookedAt >= BETWEEN_LOOKS) return true;
  return doubts.some(({ post }) => (post.failedAt ?? 0) >= lookedAt);
}

function listingFor({ linkup, services, deadline }: Execution, doubts: readonly Open[]): Listing {
  const posts = [...new Set(doubts.map(({ post }) => post))];
  const stretches = posts.map(stretchOf);
  const stretch: Stretch = {
    since: Math.min(...stretches.map(({ since }) => since)),
    until: Math.max(...stretches.map(({ until }) => until)),
  };
  const isTime = (): boolean => services.clock.now() < deadline;
  if (posts.some((post) => isRipe(post, services.clock.now()))) return readThrough(linkup, stretch, isTime);
  const pages = posts.every(({ failure }) => failure === 'refused') ? REFUSED_PAGES : undefined;
  return glance(linkup, stretch, pages);
}
