/** The lists: defaults, paging, refused queries, and lists that move or lag. */
import { describe, expect, it } from 'vitest';
import { batch, bench, field, placesOf, rows } from './test-client';

describe('a list', () => {
  it('shows the ten oldest tasks by default', () => {
    const { clock, get, post } = bench();
    for (let minute = 0; minute < 12; minute++) {
      post('/tasks', batch(`place ${minute}`));
      clock.sleep(60_000);
    }
    const list = get('/tasks');
    expect(placesOf(list)).toEqual(Array.from({ length: 10 }, (_, minute) => `place ${minute}`));
    expect(field(list, 'metadata')).toEqual({ page: 1, pageSize: 10, total: 12, totalPages: 2 });
  });

  it('pages backwards from the newest', () => {
    const { clock, get, post } = bench();
    post('/tasks', batch('Chad', 'Mali', 'Niger'));
    const page = get('/tasks?sortBy=createdAt&sortDirection=desc&pageSize=2&page=2');
    expect(placesOf(page)).toEqual(['Chad']);
    clock.sleep(1_000);
    expect(rows(get('/tasks?page=9'))).toEqual([]);
  });

  it('shifts under the reader when other people submit between two pages', () => {
    const neighbours = { slots: 0, everyMs: null, perListRead: 1 };
    const { clock, get, post } = bench({ knobs: { neighbours } });
    post('/tasks', batch('Chad', 'Mali'));
    const page = (number: number) => get(`/tasks?sortDirection=desc&pageSize=1&page=${number}`);
    expect(placesOf(page(1))).toEqual(['Mali']);
    clock.sleep(1_000);
    expect(placesOf(page(2))).toEqual(['Mali']);
  });

  it('of what has ended is the same whether read at once or status by status', () => {
    const { clock, get, post } = bench();
    post('/tasks', batch('Chad', 'Nowhere', 'Mali', 'Elsewhere'));
    const read = (statuses: string) => {
      clock.sleep(1_000);
      return rows(get(`/tasks?sortBy=updatedAt&pageSize=100&${statuses}`)).map(({ id }) => id);
    };
    clock.sleep(1_500);
    post('/tasks', batch('Togo'));
    clock.sleep(10_000);
    const both = read('status=failed&status=completed');
    expect(both).toHaveLength(5);
    expect(read('')).toEqual(both);
    const apart = [...read('status=completed'), ...read('status=failed')];
    expect(apart.sort()).toEqual([...both].sort());
  });

  it('can lag behind reads by id', () => {
    const { clock, get, post } = bench({ knobs: { listLagMs: 5_000 } });
    const [task] = rows(post('/tasks', batch('Chad')));
    expect(rows(get('/tasks'))).toEqual([]);
    expect(get(`/tasks/${task?.id}`)).toHaveProperty('status', 'pending');
    clock.sleep(5_000);
    expect(rows(get('/tasks')).map(({ status }) => status)).toEqual(['pending']);
    expect(get(`/tasks/${task?.id}`)).toHaveProperty('status', 'completed');
  });

  it('still shows a task at work that was read by id as completed, while it lags', () => {
    const { clock, get, post } = bench({ knobs: { listLagMs: 60_000 } });
    const [task] = rows(post('/tasks', batch('Chad')));
    clock.sleep(60_000);
    expect(get(`/tasks/${task?.id}`)).toHaveProperty('status', 'completed');
    expect(rows(get('/tasks')).map(({ status }) => status)).toEqual(['pending']);
  });

  it('counts and pages what is still kept, once the oldest are gone', () => {
    const { clock, get, post } = bench({ knobs: { retentionMs: 60_000 } });
    post('/tasks', batch('Chad', 'Mali'));
    clock.sleep(59_000);
    post('/tasks', batch('Niger', 'Togo'));
    clock.sleep(10_000);
    for (const sort of ['sortBy=createdAt', 'sortBy=updatedAt&status=completed&status=failed']) {
      const page = get(`/tasks?${sort}&sortDirection=desc&pageSize=1&page=2`);
      expect(['Niger', 'Togo']).toContain(placesOf(page)[0]);
      expect(field(page, 'metadata')).toEqual({ page: 2, pageSize: 1, total: 2, totalPages: 2 });
      clock.sleep(1_000);
    }
  });

  it.each([
    'status[]=completed',
    'status=completed,failed',
    'status=done',
    'pageSize=101',
    'pageSize=0',
    'page=0',
    'page=1.5',
    'page=1&page=2',
    'sortBy=id',
    'sortDirection=up',
    'type=x',
    'limit=5',
  ])('refuses %s', (query) => {
    expect(bench().codeOf('GET', `/tasks?${query}`)).toBe('VALIDATION_ERROR');
  });

  it('of research takes no filters', () => {
    const { codeOf, clock } = bench();
    expect(codeOf('GET', '/research?status=completed')).toBe('VALIDATION_ERROR');
    clock.sleep(1_000);
    expect(codeOf('GET', '/research?pageSize=5&sortBy=updatedAt')).toBe(200);
  });
});
