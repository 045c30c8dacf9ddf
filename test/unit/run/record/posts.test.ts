/** POSTs as the document keeps them: whoever comes after a crash finds all that was sent, and believes nothing that cannot be. */
import { describe, expect, it } from 'vitest';
import { type Post, postsIn, removePost, savePosts, sealOfPost } from '../../../../src/run/record/posts';
import { memoryStore } from '../../../world/memory-store';

const AT = Date.UTC(2026, 10, 23);
const POST: Post = {
  id: 'post1',
  at: AT,
  linkupAt: AT - 500,
  parts: [{ run: 'run1', enrichment: 'e1', ordinals: [[1, 2]], subjects: 'abcdefghijkl' }],
};

function stored(post: Post): Record<string, string> {
  const store = memoryStore();
  savePosts(store, [post], []);
  return store.all();
}

/** What a store holds after a part was written by hand. */
function forged(changes: object): Record<string, string> {
  const part = { run: 'run1', enrichment: 'e1', ordinals: '1-2', subjects: 'abcdefghijkl', ...changes };
  return { 'linkup.post.post1': JSON.stringify({ id: 'post1', at: AT, parts: [part] }) };
}

describe('a POST', () => {
  it('comes back as it was kept', () => {
    expect(postsIn(stored(POST))).toEqual([POST]);
  });

  it('does not say how it failed: from then on the grace is counted, and anybody could shift it', () => {
    expect(postsIn(stored({ ...POST, failedAt: AT + 60_000, failure: 'unclear' }))).toEqual([POST]);
    const [[key = '', json = '']] = Object.entries(stored(POST)) as [[string, string]];
    const forged = JSON.stringify({ ...JSON.parse(json), failedAt: AT, failure: 'refused' });
    expect(postsIn({ [key]: forged })).toEqual([POST]);
  });

  it('is forgotten when it is removed', () => {
    const store = memoryStore();
    savePosts(store, [POST], []);
    removePost(store, POST.id);
    expect(postsIn(store.all())).toEqual([]);
  });

  it('is one of several, oldest first', () => {
    const later = stored({ ...POST, id: 'later', at: AT + 1 });
    expect(postsIn({ ...later, ...stored(POST) }).map(({ id }) => id)).toEqual(['post1', 'later']);
  });

  it.each([
    { ordinals: '1-101', subjects: '' },
    { ordinals: '', subjects: '' },
    { ordinals: '2-1' },
    { subjects: 'abc' },
    { subjects: 'abcdefghijk|' },
    { run: 'a b' },
  ])('of which somebody says %j is none', (changes) => {
    expect(postsIn(forged(changes))).toEqual([]);
  });

  it('of another time than the product’s is none', () => {
    expect(postsIn(stored({ ...POST, at: 0 }))).toEqual([]);
    expect(postsIn(stored({ ...POST, at: 8.64e15 }))).toEqual([]);
  });

  it('is sealed by what was sent for a run, not by how it ended, nor by what it holds of others', () => {
    const seal = sealOfPost(POST, 'run1');
    const other = { run: 'run2', enrichment: 'e1', ordinals: [[7, 7]], subjects: 'mnopqr' } as const;
    expect(sealOfPost({ ...POST, failure: 'refused' }, 'run1')).toBe(seal);
    expect(sealOfPost({ ...POST, parts: [...POST.parts, other] }, 'run1')).toBe(seal);
    expect(sealOfPost({ ...POST, at: AT + 1 }, 'run1')).not.toBe(seal);
    expect(sealOfPost(POST, 'run2')).not.toBe(seal);
  });
});
