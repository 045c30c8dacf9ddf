/**
 * POSTs that runs left behind when they were ended while something of them was in doubt. They are their enrichment's: its next start
 * looks for them first. Nobody else minds them, and after twelve hours they are forgotten.
 */
import type { Properties, Store } from '../../platform/properties';
import { isSavedIn } from './enrichments';
import { type Part, type Post, postsIn, removePost, savePosts } from './posts';
import type { Run } from './run';

/** After this, absence from Linkup's list proves nothing: it forgets its tasks, nobody says after how long. In ms. */
export const MEMORY = 12 * 3_600_000;

/** Google's clocks may differ by this much, in ms: a POST of the future was written by hand, and would be waited for for ever. */
const AHEAD = 60_000;

/** Most that are kept in a document, the newest: about 20 kB. */
const MOST_LEFT = 30;

/** The POSTs of runs that are under way. Of the others those are forgotten that nobody will look for any more. */
export function postsOfRuns(
  documents: Store,
  properties: Properties,
  runs: readonly Run[],
  now: number,
): Post[] {
  const live = new Set(runs.map(({ id }) => id));
  const posts = postsIn(properties);
  const isLive = ({ parts }: Post): boolean => parts.some(({ run }) => live.has(run));
  const others = posts.filter((post) => !isLive(post));
  const kept = new Set(others.filter((post) => isLeft(post, properties, now)).slice(-MOST_LEFT));
  for (const post of others) if (!kept.has(post)) removePost(documents, post.id);
  return posts.filter(isLive);
}

function isLeft({ at, parts }: Post, properties: Properties, now: number): boolean {
  const isOfOurTime = now - at <= MEMORY && at - now <= AHEAD;
  return isOfOurTime && parts.some(({ enrichment }) => isSavedIn(properties, enrichment));
}

/** What ended runs of an enrichment left behind, oldest first. None of its runs is under way. */
export function postsLeftTo(properties: Properties, enrichment: string, now: number): Post[] {
  const isItsOwn = ({ parts }: Post): boolean => parts.some((part) => part.enrichment === enrichment);
  return postsIn(properties).filter((post) => isItsOwn(post) && isLeft(post, properties, now));
}

/** Forgets what a POST held of some runs: all of it, or but for what other runs have left in it. */
export function forgetParts(documents: Store, post: Post, isOver: (part: Part) => boolean): void {
  const parts = post.parts.filter((part) => !isOver(part));
  if (parts.length === 0) removePost(documents, post.id);
  else savePosts(documents, [{ ...post, parts }], []);
}

/** Forgets what was left to an enrichment, with it. */
export function forgetPostsOf(documents: Store, enrichment: string): void {
  const isItsOwn = (part: Part): boolean => part.enrichment === enrichment;
  for (const post of postsIn(documents.all()))
    if (post.parts.some(isItsOwn)) forgetParts(documents, post, isItsOwn);
}
