/** What Linkup sends back, as it is let in: the documented bodies pass, and a stranger's task does no harm. */
import { describe, expect, it } from 'vitest';
import { balance, createdTasks, task, taskPage } from '../../../src/linkup/types';
import { problemOf } from '../../world/definitions';

const TASK = {
  createdAt: '2026-05-18T00:00:00.000Z',
  error: null,
  id: 't-1',
  input: { url: 'https://example.com' },
  output: null,
  status: 'pending',
  type: 'fetch',
  updatedAt: '2026-05-18T00:00:00.000Z',
};

const PAGE = {
  data: [TASK],
  metadata: { page: 1, pageSize: 5, total: 1, totalPages: 1 },
  quota: { inFlight: 1, limit: 100 },
};

describe('a task', () => {
  it('is read as the official fixtures show it', () => {
    expect(task(TASK, '')).toEqual({ ...TASK, error: undefined, output: undefined });
  });

  it.each([
    [{ type: 'extract' }, { type: 'other' }],
    [{ status: 'cancelled' }, { status: 'other' }],
    [{ input: null }, { input: {} }],
    [{ output: null }, { output: undefined }],
    [{ output: 'text' }, { output: 'text' }],
    [{ error: { code: 'NEW' } }, { error: undefined }],
  ])('that has %j is read as %j, since the list is the whole organisation’s', (strange, read) => {
    expect(task({ ...TASK, ...strange }, '')).toEqual({ ...task(TASK, ''), ...read });
  });

  it('has its times in one form, so that they can be compared', () => {
    expect(task({ ...TASK, updatedAt: '2026-05-18T02:00:00+02:00' }, '').updatedAt).toBe(TASK.updatedAt);
  });

  it.each([
    ['id', 7],
    ['createdAt', 'yesterday'],
    ['createdAt', 'May 18'],
    ['updatedAt', null],
  ])('whose %s is %j is none', (member, value) => {
    expect(problemOf(() => task({ ...TASK, [member]: value }, 'data[0]')).subject).toMatch(
      `data[0].${member}`,
    );
  });
});

describe('a page of tasks', () => {
  it('carries tasks, position and quota', () => {
    expect(taskPage(PAGE, '')).toEqual({
      tasks: [task(TASK, '')],
      unreadable: 0,
      total: 1,
      page: 1,
      totalPages: 1,
      quota: { inFlight: 1, limit: 100 },
    });
  });

  it('without a quota is none', () => {
    expect(problemOf(() => taskPage({ ...PAGE, quota: undefined }, '')).subject).toBe(
      'quota should be an object',
    );
  });

  it.each([
    { type: 'rewind' },
    { status: 'cancelled' },
    { input: null },
  ])('keeps a stranger’s task in its place although it has %j', (strange) => {
    const page = taskPage({ ...PAGE, data: [{ ...TASK, ...strange, id: 't-0' }, TASK] }, '');
    expect(page.tasks.map(({ id }) => id)).toEqual(['t-0', 't-1']);
  });

  it.each([null, 'task', {}, { ...TASK, updatedAt: '?' }])('is read without %j in it', (strange) => {
    const page = taskPage({ ...PAGE, data: [strange, TASK] }, '');
    expect([page.tasks, page.unreadable]).toEqual([[task(TASK, '')], 1]);
  });
});

describe('created tasks', () => {
  it('come as a bare list', () => {
    expect(createdTasks([TASK, { ...TASK, id: 't-2' }], '').map((each) => each?.id)).toEqual(['t-1', 't-2']);
    expect(problemOf(() => createdTasks({ data: [TASK] }, '')).code).toBe('malformed');
  });

  it('keep the places of what is no task, which is to be looked for in the list', () => {
    expect(createdTasks([{ error: 'no' }, null, { ...TASK, createdAt: '' }, TASK], '')).toEqual([
      undefined,
      undefined,
      undefined,
      task(TASK, ''),
    ]);
  });
});

describe('the balance', () => {
  it('is a number of dollars', () => {
    expect(balance({ balance: 12.5 }, '')).toBe(12.5);
    expect(problemOf(() => balance({ balance: '12.5' }, '')).subject).toBe('balance should be a number');
  });
});
