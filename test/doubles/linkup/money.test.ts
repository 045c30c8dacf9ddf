/** The money: every price of the contract, only for success, and the two ways of running out. */
import { describe, expect, it } from 'vitest';
import type { JsonObject, TaskType } from './contract';
import { defaultKnobs } from './knob-values';
import { priceOf } from './prices';
import { batch, bench, field, rows, searchInput } from './test-client';
import { checkWork } from './validate/work';

const SCHEMA = { type: 'object' };
const URL_INPUT = { url: 'https://countries.example/che' };

function price(type: TaskType, input: JsonObject): number {
  const checked = checkWork(type, input, defaultKnobs());
  if (!checked.ok) throw new Error(JSON.stringify(checked.issues));
  return priceOf(checked.value);
}

describe('a price', () => {
  it.each([
    ['flash', 'searchResults', 0.005],
    ['fast', 'searchResults', 0.005],
    ['standard', 'searchResults', 0.005],
    ['deep', 'searchResults', 0.05],
    ['flash', 'sourcedAnswer', 0.006],
    ['fast', 'sourcedAnswer', 0.006],
    ['standard', 'sourcedAnswer', 0.006],
    ['deep', 'sourcedAnswer', 0.055],
  ])('of a %s search for %s is $%d', (depth, outputType, usd) => {
    expect(price('search', { q: 'x', depth, outputType })).toBe(usd);
  });

  it.each([
    [{}, 0.001],
    [{ renderJs: true }, 0.005],
    [{ schema: SCHEMA }, 0.002],
    [{ renderJs: true, schema: SCHEMA }, 0.006],
    [{ mode: 'pro' }, 0.005],
    [{ mode: 'pro', renderJs: true }, 0.01],
    [{ mode: 'pro', schema: SCHEMA }, 0.006],
    [{ mode: 'pro', renderJs: true, schema: SCHEMA }, 0.011],
  ])('of a fetch with %j is $%d', (options, usd) => {
    expect(price('fetch', { ...URL_INPUT, ...options })).toBe(usd);
  });

  it.each([
    [{ reasoningDepth: 'S' }, 0.25],
    [{ reasoningDepth: 'M' }, 0.5],
    [{}, 1.5],
    [{ reasoningDepth: 'XL', mode: 'answer' }, 2.5],
  ])('of research with %j is $%d', (options, usd) => {
    expect(price('research', { q: 'x', outputType: 'sourcedAnswer', ...options })).toBe(usd);
  });
});

describe('the bill', () => {
  it('charges a task when it completes, once, with its id', () => {
    const { clock, post, get, double } = bench();
    const [task] = rows(post('/tasks', batch('Chad')));
    expect(double.bill.entries).toEqual([]);
    clock.sleep(10_000);
    get(`/tasks/${task?.id}`);
    get(`/tasks/${task?.id}`);
    expect(double.bill.entries.map(({ taskId, price: usd }) => [taskId, usd])).toEqual([[task?.id, 0.006]]);
    expect(get('/credits/balance')).toEqual({ balance: 99.994 });
  });

  it('charges a direct call, but not one that fails', () => {
    const { post, double } = bench();
    post('/search', searchInput('Chad'));
    post('/search', searchInput('Nowhere'));
    post('/fetch', { url: 'https://broken.example/' });
    expect(double.bill.entries.map(({ taskId, type }) => [taskId, type])).toEqual([[null, 'search']]);
  });

  it('charges a structured answer that knows nothing', () => {
    const { post, double } = bench();
    const schema = JSON.stringify({ type: 'object', properties: { population: { type: 'integer' } } });
    const input = searchInput('Chad', { outputType: 'structured', structuredOutputSchema: schema });
    expect(post('/search', input)).toEqual({});
    expect(double.bill.total()).toBe(0.006);
  });
});

describe('too few credits', () => {
  const keys = { 'test-key': { organization: 'acme' } };

  it('refuse a batch that they do not cover together with what is in flight', () => {
    const { codeOf } = bench({ keys, balances: { acme: 0.013 } });
    expect(codeOf('POST', '/tasks', batch('Chad'))).toBe(200);
    expect(codeOf('POST', '/tasks', batch('Mali', 'Niger'))).toBe('INSUFFICIENT_FUNDS_CREDITS');
    expect(codeOf('POST', '/tasks', batch('Mali'))).toBe(200);
  });

  it('fail single tasks if they are looked at on completion', () => {
    const { clock, post, double } = bench({
      keys,
      balances: { acme: 0.013 },
      knobs: { creditCheck: 'completion' },
    });
    post('/tasks', batch('Chad', 'Mali', 'Niger'));
    clock.sleep(10_000);
    expect(double.tasks.filter(({ status }) => status === 'completed')).toHaveLength(2);
    expect(double.tasks.find(({ status }) => status === 'failed')?.error).toMatch(/enough credits/);
    expect(double.bill.balanceOf('acme')).toBe(0.001);
  });

  it('refuse everything once nothing is left, whenever they are looked at', () => {
    const { codeOf } = bench({ keys, balances: { acme: 0 }, knobs: { creditCheck: 'completion' } });
    expect(codeOf('POST', '/tasks', batch('Chad'))).toBe('INSUFFICIENT_FUNDS_CREDITS');
  });

  it('are not the budget of one key', () => {
    const budgets = { ...keys, thrifty: { organization: 'acme', budget: 0.01 } };
    const { post, get, codeOf, clock } = bench({ keys: budgets });
    post('/tasks', batch('Chad'), 'thrifty');
    clock.sleep(10_000);
    expect(codeOf('POST', '/tasks', batch('Mali'), 'thrifty')).toBe('EXCEED_BUDGET_LIMIT');
    expect(codeOf('POST', '/tasks', batch('Mali'))).toBe(200);
    expect(field(get('/credits/balance', 'thrifty'), 'balance')).toBe(99.994);
  });
});
