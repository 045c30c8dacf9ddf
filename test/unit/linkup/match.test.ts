/** Recognising our questions in Linkup's echo: every form of it, in any order, and nothing else. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Enrichment } from '../../../src/enrichment/definition';
import { type Question, questionOf } from '../../../src/enrichment/question';
import { pair } from '../../../src/linkup/match';
import { agrees, mayAsk } from '../../../src/linkup/shape';
import { sameSubject } from '../../../src/linkup/subject';
import type { Task } from '../../../src/linkup/types';
import {
  aFetch,
  aResearch,
  aSearch,
  enrichments,
  fetches,
  researches,
  searches,
} from '../../world/definitions';
import { AS_SENT, echoes, NORMALISED, taskFor } from './echoes';

const url = fc.webUrl();

/** What shapes the answer of a question, as a text. */
function shapeOf({ type, input }: Question): string {
  const { outputType, depth, reasoningDepth, includeSources, structuredOutputSchema, schema } = input;
  const written: unknown =
    typeof structuredOutputSchema === 'string' ? JSON.parse(structuredOutputSchema) : schema;
  const names = Object.keys(Object(Object(written).properties)).sort();
  return JSON.stringify([type, outputType, depth, reasoningDepth, includeSources === true, names]);
}

/** Whether a task is for a question: about the same, in the same shape. How its options are written, and what is neutral, is no matter. */
function isFor(task: Task, question: Question): boolean {
  return sameSubject(task, question) && agrees(task, question);
}

const ofOneType: fc.Arbitrary<readonly [Enrichment, Enrichment]> = fc.oneof(
  fc.tuple(searches, searches),
  fc.tuple(fetches, fetches),
  fc.tuple(researches, researches),
);

describe('a task', () => {
  it('asks the question that it was made of, in every form of the echo', () => {
    fc.assert(
      fc.property(enrichments, url, echoes, (e, text, echo) => {
        const question = questionOf(e, text);
        expect(isFor(taskFor(question, echo), question)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('does not ask about another text', () => {
    fc.assert(
      fc.property(enrichments, fc.webPath(), fc.webPath(), echoes, (e, a, b, echo) => {
        const [one, other] = [`https://a.org${a}`, `https://a.org${b}`];
        fc.pre(new URL(one).href !== new URL(other).href);
        expect(isFor(taskFor(questionOf(e, one), echo), questionOf(e, other))).toBe(false);
      }),
    );
  });

  it('does not ask in another shape', () => {
    fc.assert(
      fc.property(ofOneType, echoes, ([a, b], echo) => {
        const [one, other] = [questionOf(a, 'https://a.org'), questionOf(b, 'https://a.org')];
        fc.pre(shapeOf(one) !== shapeOf(other));
        expect(isFor(taskFor(one, { ...echo, echo: 'full' }), other)).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  it('does not ask of another part of the web, or of other days', () => {
    const within = (scope: object) => questionOf(aSearch({ options: { depth: 'fast', ...scope } }), 'q');
    const scopes = [
      {},
      { includeDomains: ['a.org'] },
      { includeDomains: ['b.org'] },
      { excludeDomains: ['a.org'] },
      { fromDate: '2026-01-01' },
      { fromDate: '2026-02-01' },
      { toDate: '2026-02-01' },
    ];
    for (const [i, one] of scopes.entries()) {
      for (const [j, other] of scopes.entries()) {
        // An echo that lacks a scope contradicts none.
        const expected = i === j || i === 0;
        expect([one, other, isFor(taskFor(within(one), AS_SENT), within(other))]).toEqual([
          one,
          other,
          expected,
        ]);
      }
    }
  });

  it.each([
    [aSearch(), { toDate: '2026-11-24T00:00:00.000Z' }],
    [aSearch(), { maxResults: 20, includeImages: true, includeInlineCitations: true }],
    [aSearch(), { depth: 'Standard' }],
    [aSearch(), { depth: undefined, outputType: null }],
    [
      aSearch({ options: { depth: 'fast', fromDate: '2026-01-01' } }),
      { fromDate: '2025-12-31T23:00:00.000Z' },
    ],
    [
      aSearch({ options: { depth: 'fast', includeDomains: ['b.org', 'WWW.a.org'] } }),
      { includeDomains: ['a.org', 'b.org'] },
    ],
    [aResearch(), { mode: 'investigate' }],
    [aFetch(), { renderJs: true, mode: 'pro' }],
    // The dearest mistake of all: every POST would end as unknown.
    [aSearch(), { includeFavicons: true, userLocation: 'US', safe: 'off' }],
  ])('%j asks its question although Linkup echoes %j', (e, echoed) => {
    const question = questionOf(e, 'https://a.org');
    const { input } = taskFor(question);
    expect(isFor(taskFor(question, {}, { input: { ...input, ...echoed } }), question)).toBe(true);
  });

  it('in an unknown form of the subject may still be ours, unless its shape contradicts', () => {
    const question = questionOf(aSearch(), 'q');
    const strange = (depth: string) => taskFor(question, {}, { input: { query: '#42', depth } });
    expect([isFor(strange('standard'), question), mayAsk(strange('standard'), question)]).toEqual([
      false,
      true,
    ]);
    expect(mayAsk(strange('deep'), question)).toBe(false);
  });
});

describe('pairing', () => {
  const batch = fc
    .tuple(enrichments, fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), { minLength: 1 }), echoes)
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
        const { tasks, recognised, inKnownForm } = pair(questions, shuffled);
        expect(new Set(tasks)).toEqual(new Set(shuffled));
        expect([recognised, inKnownForm]).toEqual([questions.length, true]);
        tasks.forEach((found, i) => {
          expect(found && questions[i] && isFor(found, questions[i])).toBe(true);
        });
      }),
    );
  });

  it('gives every task that came to a question that it asks, however many are missing', () => {
    fc.assert(
      fc.property(batch, ({ questions, answered }) => {
        const { tasks } = pair(questions, answered);
        expect(tasks).toHaveLength(questions.length);
        expect(new Set(tasks.filter(Boolean))).toEqual(new Set(answered));
      }),
    );
  });

  it('of two enrichments that ask the same with other options gives each its own, in whatever order', () => {
    const questions = [
      questionOf(aSearch({ options: { depth: 'fast' } }), 'q'),
      questionOf(aSearch({ options: { depth: 'deep' } }), 'q'),
    ];
    const [fast, deep] = questions.map((question, i) => taskFor(question, {}, { id: `t${i}` }));
    expect(pair(questions, [deep, fast]).tasks).toEqual([fast, deep]);
  });

  it('knows a question whose characters without width Linkup drops, alone and beside the one it then looks like', () => {
    const [plain, unseen] = [questionOf(aSearch(), 'Chad'), questionOf(aSearch(), 'Ch\u200bad')];
    const [first, second] = ['t0', 't1'].map((id) => taskFor(plain, {}, { id }));
    expect(pair([unseen], [first])).toEqual({ tasks: [first], recognised: 1, inKnownForm: true });
    expect(pair([plain, unseen], [first, second])).toMatchObject({
      tasks: [first, second],
      inKnownForm: true,
    });
  });

  describe('of echoes in a form that nobody knows', () => {
    const questions = ['a', 'b', 'c'].map((text) => questionOf(aSearch(), text));
    const tasks = questions.map((question, i) => taskFor(question, {}, { id: `t${i}` }));
    const strange = (i: number) => ({
      ...taskFor(questionOf(aSearch(), '?')),
      id: `t${i}`,
      input: { query: '#' },
    });
    const [a, b, c] = tasks;

    it('goes by places where something was recognised at its own place, and all came', () => {
      expect(pair(questions, [a, strange(1), c])).toEqual({
        tasks: [a, strange(1), c],
        recognised: 2,
        inKnownForm: false,
      });
    });

    it('leaves them to the list where the order is another, or fewer came, or an item cannot be read', () => {
      expect(pair(questions, [c, strange(1), a]).tasks).toEqual([a, undefined, c]);
      expect(pair(questions, [a, strange(1)]).tasks).toEqual([a, undefined, undefined]);
      expect(pair(questions, [a, undefined, c])).toEqual({
        tasks: [a, undefined, c],
        recognised: 2,
        inKnownForm: false,
      });
    });

    it('says so where nothing is recognised, and gives nobody anything', () => {
      expect(pair(questions, [strange(0), strange(1), strange(2)])).toEqual({
        tasks: [undefined, undefined, undefined],
        recognised: 0,
        inKnownForm: false,
      });
    });

    it('knows a task by its subject although its shape is strange, and remembers that it is', () => {
      const profound = { ...b, input: { q: 'b', depth: 'profound' } } as typeof a;
      const { tasks: paired, inKnownForm } = pair(questions, [a, profound, c]);
      expect([paired, inKnownForm]).toEqual([[a, profound, c], false]);
    });
  });

  it('goes by places where two of our own questions mean the same and the echo cannot tell', () => {
    const questions = ['https://a.org', 'https://a.org/', 'https://b.org'].map((u) =>
      questionOf(aFetch(), u),
    );
    const tasks = questions.map((question, i) => taskFor(question, NORMALISED, { id: `t${i}` }));
    expect(pair(questions, tasks)).toEqual({ tasks, recognised: 2, inKnownForm: true });
  });

  it('takes tasks of others for nobody’s', () => {
    const foreign = taskFor(questionOf(aFetch(), 'https://other.org'));
    expect(pair([questionOf(aSearch(), 'q')], [foreign]).tasks).toEqual([undefined]);
  });
});
