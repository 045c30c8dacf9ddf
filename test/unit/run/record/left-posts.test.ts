/** POSTs that ended runs left behind: they are their enrichment's for twelve hours, and nobody else's concern. */
import { describe, expect, it } from 'vitest';
import { forgetParts, forgetPostsOf, postsLeftTo, postsOfRuns } from '../../../../src/run/record/left-posts';
import { type Part, type Post, postsIn, savePosts } from '../../../../src/run/record/posts';
import { memoryStore } from '../../../world/memory-store';

const NOW = Date.UTC(2026, 10, 23, 12);
const HOUR = 3_600_000;
const SAVED = { 'linkup.enrichment.e1': '{}', 'linkup.enrichment.e2': '{}' };

function part(run: string, enrichment = 'e1'): Part {
  return { run, enrichment, ordinals: [[1, 1]], subjects: 'abcdef' };
}

/** A document with POSTs; some text is saved under its enrichments. */
function keeping(...posts: Post[]) {
  const store = memoryStore(SAVED);
  savePosts(store, posts, []);
  return store;
}

const idsIn = (posts: readonly Post[]): string[] => posts.map(({ id }) => id);

describe('a POST of no run', () => {
  it.each([
    ['of an hour ago is kept', { at: NOW - HOUR }, 1],
    ['of thirteen hours ago is forgotten', { at: NOW - 13 * HOUR }, 0],
    ['of tomorrow was written by hand, and is forgotten', { at: NOW + 24 * HOUR }, 0],
    ['of an enrichment that is gone is forgotten', { parts: [part('ended', 'e3')] }, 0],
  ])('%s', (_, changes, kept) => {
    const post = { id: 'p', at: NOW, parts: [part('ended')], ...changes };
    const store = keeping(post);
    expect(postsOfRuns(store, store.all(), [], NOW)).toEqual([]);
    expect(postsIn(store.all())).toHaveLength(kept);
    expect(postsLeftTo(store.all(), 'e1', NOW)).toHaveLength(kept);
  });

  it('is one of thirty at most, the newest', () => {
    const posts = Array.from({ length: 40 }, (_, i) => ({
      id: `p${i}`,
      at: NOW - i,
      parts: [part('ended')],
    }));
    const store = keeping(...posts);
    postsOfRuns(store, store.all(), [], NOW);
    expect(new Set(idsIn(postsIn(store.all())))).toEqual(new Set(idsIn(posts.slice(0, 30))));
  });

  it('is left to its own enrichment alone', () => {
    const store = keeping({ id: 'p', at: NOW, parts: [part('ended', 'e2')] });
    expect(postsLeftTo(store.all(), 'e1', NOW)).toEqual([]);
    expect(idsIn(postsLeftTo(store.all(), 'e2', NOW))).toEqual(['p']);
  });
});

describe('what a POST holds of several runs', () => {
  const MIXED: Post = { id: 'p', at: NOW, parts: [part('over'), part('other', 'e2')] };

  it('is forgotten for one of them alone', () => {
    const store = keeping(MIXED);
    forgetParts(store, MIXED, ({ run }) => run === 'over');
    expect(postsIn(store.all())).toEqual([{ ...MIXED, parts: [part('other', 'e2')] }]);
    forgetParts(store, MIXED, () => true);
    expect(postsIn(store.all())).toEqual([]);
  });

  it('goes with its enrichment, and leaves the other’s', () => {
    const store = keeping(MIXED);
    forgetPostsOf(store, 'e1');
    expect(postsIn(store.all())).toEqual([{ ...MIXED, parts: [part('other', 'e2')] }]);
  });
});
