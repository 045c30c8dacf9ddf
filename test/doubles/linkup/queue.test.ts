/** The queue and the batch: slots, other people, order, atomicity. */
import { describe, expect, it } from 'vitest';
import { batch, bench, field, placesOf, rows, searchInput } from './test-client';

describe('the queue', () => {
  const three = { queueLimit: 3 };

  it('refuses a batch that does not fit, and accepts none of it', () => {
    const { post, double } = bench({ knobs: three });
    post('/tasks', batch('Chad'));
    const refused = post('/tasks', batch('Mali', 'Niger', 'Togo'));
    expect(field(field(refused, 'error'), 'message')).toBe(
      'Too many pending tasks. You have 2 slots available (max 3). Please wait for some tasks to complete before submitting new ones.',
    );
    expect(double.tasks).toHaveLength(1);
  });

  it('accepts the first ones if shortage is partial', () => {
    const { post } = bench({ knobs: { ...three, shortage: 'partial' } });
    expect(placesOf(post('/tasks', batch('Chad', 'Mali', 'Niger', 'Togo')))).toEqual([
      'Chad',
      'Mali',
      'Niger',
    ]);
  });

  it('is shared with other people, and emptied by time', () => {
    const neighbours = { slots: 2, everyMs: null, perListRead: 0 };
    const { clock, get, post } = bench({ knobs: { ...three, neighbours } });
    post('/tasks', batch('Chad'));
    expect(field(get('/tasks?pageSize=1'), 'quota')).toEqual({ inFlight: 3, limit: 3 });
    clock.sleep(10_000);
    expect(field(get('/tasks?pageSize=1'), 'quota')).toEqual({ inFlight: 2, limit: 3 });
  });

  it('counts the tasks that other people submit meanwhile', () => {
    const { clock, double } = bench({ knobs: { neighbours: { slots: 0, everyMs: 60_000, perListRead: 0 } } });
    clock.sleep(10 * 60_000);
    expect(double.tasks).toHaveLength(10);
    expect(double.bill.total('test-key')).toBe(0);
    expect(double.bill.total()).toBeCloseTo(9 * 0.006);
  });
});

describe('a batch', () => {
  const mixed = [
    { type: 'search', input: searchInput('Chad') },
    { type: 'search', input: searchInput('Mali', { depth: 'abyss' }) },
  ];

  it('comes back in the order of submission, or shuffled', () => {
    const places = ['Chad', 'Mali', 'Niger', 'Togo', 'Benin', 'Ghana'];
    const answer = (responseOrder: 'input' | 'shuffled') =>
      placesOf(bench({ knobs: { responseOrder } }).post('/tasks', batch(...places)));
    expect(answer('input')).toEqual(places);
    expect(answer('shuffled')).not.toEqual(places);
    expect(answer('shuffled').sort()).toEqual([...places].sort());
  });

  it.each([
    ['submission', ['Chad', 'Mali', 'Niger', 'Togo']],
    ['reverse', ['Togo', 'Niger', 'Mali', 'Chad']],
  ] as const)('can complete in order of %s', (completionOrder, expected) => {
    const { clock, get, post } = bench({ knobs: { completionOrder } });
    post('/tasks', batch('Chad', 'Mali', 'Niger', 'Togo'));
    clock.sleep(10_000);
    expect(placesOf(get('/tasks?sortBy=updatedAt'))).toEqual(expected);
  });

  it.each([
    ['dot', '1.input.depth'],
    ['bracket', '[1].input.depth'],
    ['none', 'input.depth'],
  ] as const)('names an invalid item in %s form', (batchField, expected) => {
    const error = field(bench({ knobs: { batchField } }).post('/tasks', mixed), 'error');
    expect(error).toHaveProperty('details.0.field', expected);
  });

  it('is refused as a whole, fails item by item, or drops items', () => {
    const all = bench();
    expect(all.codeOf('POST', '/tasks', mixed)).toBe('VALIDATION_ERROR');
    expect(all.double.tasks).toHaveLength(0);
    const each = bench({ knobs: { atomicity: 'each' } });
    expect(rows(each.post('/tasks', mixed)).map(({ status }) => status)).toEqual(['pending', 'failed']);
    const drop = bench({ knobs: { atomicity: 'drop' } });
    expect(placesOf(drop.post('/tasks', mixed))).toEqual(['Chad']);
  });

  it('runs the same way twice', () => {
    const run = () => {
      const { clock, post, double } = bench({ knobs: { failureRate: 0.5 } });
      post('/tasks', batch('Chad', 'Mali', 'Niger', 'Togo'));
      clock.sleep(60_000);
      return double.tasks.map(({ id, status, endsAt }) => [id, status, endsAt]);
    };
    expect(run()).toEqual(run());
  });
});
