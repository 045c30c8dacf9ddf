/** What became of a question whose POST ended unclear, by Linkup's list alone: nothing is sent again without proof. */
import { describe, expect, it } from 'vitest';
import { questionOf } from '../../../../src/enrichment/question';
import type { Task } from '../../../../src/linkup/types';
import { type Evidence, graceEnd, isRipe, judge, lostPost } from '../../../../src/run/cycle/judge-posts';
import type { Post } from '../../../../src/run/record/posts';
import { aSearch } from '../../../world/definitions';

const MINUTE = 60_000;
const AT = Date.UTC(2026, 10, 23);
const QUESTION = questionOf(aSearch(), 'What is the capital of Chad?');
const POST: Post = {
  id: 'post1',
  at: AT,
  linkupAt: AT,
  failedAt: AT + MINUTE,
  failure: 'unclear',
  parts: [],
};

function taskOf(q: string, changes: Partial<Task> = {}): Task {
  const created = new Date(AT + 1_000).toISOString();
  const about = { id: 'task1', type: QUESTION.type, status: 'pending', createdAt: created } as const;
  return {
    ...about,
    updatedAt: created,
    input: { ...QUESTION.input, q },
    output: undefined,
    error: undefined,
    ...changes,
  };
}

const OURS = taskOf('What is the capital of Chad?');

/** Of a list that shows a task which ended an hour before the POST. */
const REMEMBERS_ALL = AT - 60 * MINUTE;

/** The verdict some minutes after the POST. */
function fate(minutes: number, tasks: readonly Task[], changes: Partial<Evidence> = {}, post = POST): string {
  const evidence: Evidence = {
    listing: { tasks, whole: true, remembers: REMEMBERS_ALL },
    isNamed: () => false,
    echoes: 'known',
    now: AT + minutes * MINUTE,
    ...changes,
  };
  return judge([{ post, sought: { question: QUESTION } }], evidence)[0]?.kind ?? '';
}

describe('a question whose POST ended unclear', () => {
  it('is found as soon as its task is listed', () => {
    expect(fate(1, [OURS])).toBe('found');
  });

  it('is open while its POST may still take effect, and absent when that is over', () => {
    expect([fate(2, []), fate(4, [])]).toEqual(['open', 'absent']);
  });

  it('is never given a task that somebody’s ledger names; but as it may be its own, it is not told to be absent either', () => {
    expect(fate(4, [OURS], { isNamed: () => true })).toBe('perhaps');
  });

  it('is not absent while the list could not be read through, and perhaps asked when that lasts', () => {
    const listing = { tasks: [], whole: false, remembers: REMEMBERS_ALL };
    expect([fate(4, [], { listing }), fate(20, [], { listing })]).toEqual(['open', 'perhaps']);
  });

  it('is perhaps asked where Linkup may have forgotten its task', () => {
    expect(fate(13 * 60, [])).toBe('perhaps');
  });

  it('is not taken for absent late, unless Linkup still shows what ended before', () => {
    const forgetful = { tasks: [], whole: true, remembers: AT + 5 * MINUTE };
    const empty = { tasks: [], whole: true, remembers: Number.POSITIVE_INFINITY };
    const late = [{}, { listing: forgetful }, { listing: empty }].map((changes) => fate(40, [], changes));
    expect(late).toEqual(['absent', 'perhaps', 'perhaps']);
    expect(fate(10, [], { listing: empty })).toBe('absent');
  });

  it('is perhaps asked where a task of that time could be it, in a form that nobody knows', () => {
    const strange = taskOf('(rephrased for you)');
    expect([fate(4, [strange], { echoes: 'none' }), fate(4, [strange])]).toEqual(['perhaps', 'absent']);
  });
});

describe('a question that Linkup refused', () => {
  it('is absent at once', () => {
    expect(fate(1, [], {}, { ...POST, failure: 'refused' })).toBe('absent');
  });

  it('is found where Linkup has taken it all the same; of what else is listed no ledger is asked whose it is', () => {
    const asked: string[] = [];
    const isNamed = (id: string): boolean => asked.push(id) === 0;
    const other = { ...taskOf('What is the capital of Mali?'), id: 'another' };
    const refused = { ...POST, failure: 'refused' as const };
    expect(fate(1, [other], { isNamed }, refused)).toBe('absent');
    expect(asked).toEqual([]);
    expect(fate(1, [other, OURS], { isNamed }, refused)).toBe('found');
    expect(new Set(asked)).toEqual(new Set([OURS.id]));
  });
});

describe('the grace', () => {
  it('of a POST that nobody lived to see the end of is over after eight minutes', () => {
    const { failedAt, failure, ...unseen } = POST;
    expect(graceEnd(unseen)).toBe(AT + 8 * MINUTE);
  });

  it('of one that nobody remembers is over at once', () => {
    expect(isRipe(lostPost(AT, AT + MINUTE), AT + MINUTE)).toBe(true);
  });
});
