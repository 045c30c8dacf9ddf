/** What the double does that nobody likes: ties in another order, outputs in other forms, answers that quote or hang. */
import { describe, expect, it } from 'vitest';
import { VirtualClock } from '../clock';
import { NetworkError } from '../http';
import { LinkupDouble } from './double';
import type { LinkupKnobs } from './knobs';
import { batch, bench, field, parse, placesOf, requestOf, searchInput } from './test-client';

const PLACES = ['Chad', 'Mali', 'Niger', 'Togo', 'Benin', 'Ghana'];

/** A double as it is by default, and its answers. */
function unkind(knobs: Partial<LinkupKnobs> = {}) {
  const clock = new VirtualClock();
  const double = new LinkupDouble({ clock, knobs });
  const send = (...request: Parameters<typeof requestOf>) => double.handle(requestOf(...request));
  return { clock, double, send };
}

describe('tasks with equal times', () => {
  const page = (number: number) => `/tasks?sortBy=createdAt&sortDirection=desc&pageSize=3&page=${number}`;

  it('come in another order at each reading, so that pages repeat and skip', () => {
    const { clock, get, post } = bench({ knobs: { tieOrder: 'any' } });
    post('/tasks', batch(...PLACES));
    const readings = Array.from({ length: 6 }, (_, i) => {
      clock.sleep(1_000);
      return placesOf(get(page((i % 2) + 1))).join();
    });
    expect(new Set(readings).size).toBeGreaterThan(2);
  });

  it('never change places with older or newer ones', () => {
    const { clock, get, post } = bench({ knobs: { tieOrder: 'any' } });
    post('/tasks', batch('Chad'));
    clock.sleep(5_000);
    post('/tasks', batch('Mali', 'Niger'));
    clock.sleep(5_000);
    post('/tasks', batch('Togo'));
    for (let i = 0; i < 5; i++) {
      clock.sleep(1_000);
      const [first, ...others] = placesOf(get(page(1)));
      expect([first, ...others.sort()]).toEqual(['Togo', 'Mali', 'Niger']);
      clock.sleep(1_000);
      expect(placesOf(get(page(2)))).toEqual(['Chad']);
    }
  });
});

describe('an output', () => {
  const answered = (form: ReturnType<LinkupKnobs['outputForm']>) => {
    const { send } = unkind({ outputForm: () => form });
    const schema = JSON.stringify({ type: 'object', properties: { capital: { type: 'string' } } });
    const input = searchInput('Chad', { outputType: 'structured', structuredOutputSchema: schema });
    return parse(send('POST', '/search', input).body);
  };

  it('may be a text, a list, or have its keys in capitals', () => {
    const capital = "N'Djamena";
    expect(answered('text')).toBe(`In short: ${capital}.`);
    expect(answered('list of one')).toEqual([{ capital }]);
    expect(answered('list')).toEqual([{ capital }, { capital }]);
    expect(answered('capitals')).toEqual({ CAPITAL: capital });
  });
});

describe('an error', () => {
  const messageWith = (knobs: Partial<LinkupKnobs>) =>
    String(field(field(parse(unkind(knobs).send('POST', '/tasks', []).body), 'error'), 'message'));

  it('quotes the key by default, or is long', () => {
    expect(messageWith({})).toContain('Bearer test-key');
    expect(messageWith({ errorTexts: 'long' }).length).toBeGreaterThan(12_000);
  });

  it('that asks to retry later says so in seconds or as a date', () => {
    const waitOf = (retryAfterForm: LinkupKnobs['retryAfterForm']) => {
      const { send } = unkind({ retryAfterSeconds: 30, retryAfterForm });
      send('GET', '/tasks');
      return send('GET', '/tasks').headers;
    };
    expect(waitOf('seconds')).toMatchObject({ 'Retry-After': '30' });
    const { Date: date, 'Retry-After': until } = waitOf('date');
    expect(Date.parse(until ?? '') - Date.parse(date ?? '')).toBe(30_000);
  });
});

describe('a POST that hangs', () => {
  it('keeps its caller waiting, and takes effect later still', () => {
    const { clock, double, send } = unkind();
    const from = clock.now();
    double.failNext({ effect: 'after', network: 'timeout', hangMs: 110_000, effectDelayMs: 115_000 });
    expect(() => send('POST', '/tasks', batch('Chad'))).toThrow(NetworkError);
    expect([clock.now() - from, double.tasks.length]).toEqual([110_000, 0]);
    clock.sleep(5_000);
    expect(double.tasks.map(({ createdAt }) => createdAt - from)).toEqual([115_000]);
  });
});

describe('a research mode', () => {
  it('may be taken in its other spelling only', () => {
    const { send } = unkind({ researchModeSpelling: 'capitalised' });
    const status = (mode: string) =>
      send('POST', '/research', { q: 'q', outputType: 'sourcedAnswer', mode }).status;
    expect([status('answer'), status('Answer')]).toEqual([400, 200]);
  });
});

it('an account without credits answers 402 although a key was sent', () => {
  const double = new LinkupDouble({ clock: new VirtualClock(), balances: { acme: 0 } });
  expect(double.handle(requestOf('POST', '/tasks', batch('Chad'))).status).toBe(402);
});
