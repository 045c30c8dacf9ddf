/** Recognising our questions in Linkup's echo: every form of it, in any order, and nothing else. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Enrichment } from '../../../src/enrichment/definition';
import { canonicalJson } from '../../../src/enrichment/fingerprint';
import { type Question, questionOf } from '../../../src/enrichment/question';
import { asks, pair, TaskFinder } from '../../../src/linkup/match';
import { type Task, task } from '../../../src/linkup/types';
import { defaultKnobs, type LinkupKnobs } from '../../doubles/linkup';
import { echoOf } from '../../doubles/linkup/echo';
import { parse } from '../../doubles/linkup/test-client';
import { checkWork } from '../../doubles/linkup/validate/work';
import { aFetch, aSearch, enrichments, fetches, researches, searches } from '../../world/definitions';

const NOW = Date.UTC(2026, 10, 23);
const TODAY = '2026-11-23';
const DEFAULT_MODE = { search: undefined, fetch: 'standard', research: 'auto' };
const forms = fc.constantFrom<LinkupKnobs['echo'][]>('full', 'dated', 'minimal');
const url = fc.webUrl();

/** The task that Linkup makes of a question. */
function taskFor({ type, input }: Question, echo: LinkupKnobs['echo'] = 'full', more: object = {}): Task {
  const knobs = { ...defaultKnobs(), echo };
  const sent = parse(JSON.stringify(input));
  const work = checkWork(type, sent, knobs);
  if (!work.ok) throw new Error(JSON.stringify(work.issues));
  const at = new Date(NOW).toISOString();
  const echoed = echoOf(work.value, sent, NOW, knobs);
  return task({ id: 't', type, status: 'pending', createdAt: at, updatedAt: at, input: echoed, ...more }, '');
}

/** A question as it counts: an end on the day of creation may be Linkup's own, and 10 results are its default. */
function counting({ type, input }: Question): string {
  const { toDate, maxResults, mode, ...rest } = input;
  const counted = { ...rest, toDate: toDate === TODAY ? undefined : toDate };
  const results = maxResults === 10 ? undefined : maxResults;
  return canonicalJson([
    type,
    { ...counted, maxResults: results, mode: mode === DEFAULT_MODE[type] ? undefined : mode },
  ]);
}

const ofOneType: fc.Arbitrary<readonly [Enrichment, Enrichment]> = fc.oneof(
  fc.tuple(searches, searches),
  fc.tuple(fetches, fetches),
  fc.tuple(researches, researches),
);

describe('a task', () => {
  it('asks the question that it was made of, in every form of the echo', () => {
    fc.assert(
      fc.property(enrichments, url, forms, (e, text, echo) => {
        const question = questionOf(e, text);
        expect(asks(taskFor(question, echo), question)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('does not ask about another text', () => {
    fc.assert(
      fc.property(enrichments, url, url, forms, (e, a, b, echo) => {
        expect(asks(taskFor(questionOf(e, a), echo), questionOf(e, b))).toBe(a === b);
      }),
    );
  });

  it('does not ask with other options', () => {
    fc.assert(
      fc.property(ofOneType, forms, ([a, b], echo) => {
        const [one, other] = [questionOf(a, 'https://a.org'), questionOf(b, 'https://a.org')];
        fc.pre(counting(one) !== counting(other));
        expect(asks(taskFor(one, echo), other)).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  it('does not ask within another range of days', () => {
    const within = (fromDate: string) => questionOf(aSearch({ options: { depth: 'fast', fromDate } }), 'q');
    expect(asks(taskFor(within('2026-01-01')), within('2026-01-02'))).toBe(false);
    expect(
      asks(taskFor(questionOf(aSearch({ options: { depth: 'fast' } }), 'q')), within('2026-01-02')),
    ).toBe(false);
  });

  it.each([
    { fromDate: '1999-01-01' },
    { toDate: '1999-01-01' },
    { fromDate: TODAY },
    { maxResults: 1 },
  ])('with %j does not ask without it', (scope) => {
    const narrow = questionOf(aSearch({ options: { depth: 'fast', ...scope } }), 'q');
    const wide = questionOf(aSearch({ options: { depth: 'fast' } }), 'q');
    expect(asks(taskFor(narrow, 'minimal'), wide)).toBe(false);
    expect(asks(taskFor(wide), narrow)).toBe(false);
  });

  it.each([
    { toDate: TODAY },
    { toDate: `${TODAY}T00:00:00.000Z` },
    { maxResults: 10 },
  ])('asks its question when Linkup fills in %j', (filled) => {
    const question = questionOf(aSearch(), 'q');
    const { input } = taskFor(question);
    expect(asks(taskFor(question, 'full', { input: { ...input, ...filled } }), question)).toBe(true);
  });

  it('asks its question when days are echoed with their time', () => {
    const question = questionOf(aSearch({ options: { depth: 'fast', fromDate: '2026-01-01' } }), 'q');
    const { input } = taskFor(question);
    const echoed = { ...input, fromDate: '2026-01-01T00:00:00.000Z' };
    expect(asks(taskFor(question, 'full', { input: echoed }), question)).toBe(true);
  });

  // The dearest mistake of all: every POST would end as unknown, and be sent and billed again after the grace.
  it.each([
    { includeFavicons: true },
    { userLocation: 'US' },
    { safe: 'off' },
  ])('asks its question even if Linkup adds a default that is new to us: %j', (added) => {
    const question = questionOf(aSearch(), 'q');
    const { input } = taskFor(question);
    expect(asks(taskFor(question, 'full', { input: { ...input, ...added } }), question)).toBe(true);
  });
});

describe('pairing', () => {
  const batch = fc
    .tuple(enrichments, fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), { minLength: 1 }), forms)
    .chain(([e, hosts, echo]) => {
      const questions = hosts.map((host) => questionOf(e, `https://${host}.org`));
      const tasks = questions.map((question, i) => taskFor(question, echo, { id: `t${i}` }));
      return fc.record({
        questions: fc.constant(questions),
        tasks: fc.constant(tasks),
        answered: fc.shuffledSubarray(tasks),
        shuffled: fc.shuffledSubarray(tasks, { minLength: tasks.length }),
      });
    });

  it('finds every task in whatever order they came', () => {
    fc.assert(
      fc.property(batch, ({ questions, shuffled }) => {
        const paired = pair(questions, shuffled);
        expect(new Set(paired)).toEqual(new Set(shuffled));
        paired.forEach((found, i) => {
          expect(found?.input.q ?? found?.input.url).toBe(questions[i]?.input.q ?? questions[i]?.input.url);
        });
      }),
    );
  });

  it('gives every task that came to a question that it asks, however many are missing', () => {
    fc.assert(
      fc.property(batch, ({ questions, answered }) => {
        const paired = pair(questions, answered);
        expect(paired).toHaveLength(questions.length);
        expect(new Set(paired.filter(Boolean))).toEqual(new Set(answered));
        expect(paired.filter(Boolean)).toHaveLength(answered.length);
      }),
    );
  });

  it('knows the tasks of its own request by type and text where the order agrees, whatever the echo says', () => {
    const question = questionOf(aSearch(), 'q');
    const strange = { ...taskFor(question), input: { q: 'q', depth: 'profound' } };
    expect(pair([question], [strange])).toEqual([strange]);
    expect(pair([questionOf(aSearch(), 'p'), question], [strange])).toEqual([undefined, undefined]);
  });

  it('takes tasks of others for nobody’s', () => {
    const foreign = taskFor(questionOf(aFetch(), 'https://other.org'));
    expect(pair([questionOf(aSearch(), 'q')], [foreign])).toEqual([undefined]);
  });
});

describe('a finder', () => {
  const question = questionOf(aSearch(), 'q');
  const failed = taskFor(question, 'full', { id: 'failed', status: 'failed' });
  const pending = taskFor(question, 'full', { id: 'pending' });
  const done = taskFor(question, 'full', { id: 'done', status: 'completed' });

  it('gives each task once: completed before running before failed', () => {
    const finder = new TaskFinder([failed, pending, done]);
    const ids = [1, 2, 3, 4].map(() => finder.take(question)?.id);
    expect(ids).toEqual(['done', 'pending', 'failed', undefined]);
  });
});
