/** The tour on the add-on as it is; and that no part of it passes where the add-on is broken, the web lies, or Linkup bills more. */
import { describe, expect, it } from 'vitest';
import { type Knowledge, worldKnowledge } from '../../../doubles/linkup';
import { built } from '../../../world/built';
import { oneIn } from '../../../world/thorough';
import { World } from '../../../world/world';
import { main, type TourHook } from '../command';
import { CHAIN } from './chain';
import { FORMULA } from './formula';
import { LIST } from './list';
import { MIXED } from './mixed';
import type { Opener, Part } from './part';
import { PARTS } from './parts';
import { REFRESH } from './refresh';
import { RESEARCH } from './research';
import type { Figures } from './show';
import { STEPS } from './steps';

/** Takes the tour as the command line does; its exit code, what it wrote, and the figures in its last line. */
async function tour(hook: TourHook = {}) {
  const written: string[] = [];
  const out = { write: (text: string) => written.push(text) };
  const code = await main(['--tour', '--json'], undefined, { out, err: out }, hook);
  const text = written.join('');
  const figures: Figures = JSON.parse(text.trimEnd().split('\n').at(-1) ?? '');
  return { code, text, figures };
}

/** Every fact is another than the data set’s, and whatever is charged is charged twice. */
const lying: Opener = async (table, options = {}) => {
  const knowledge = falsely(options.knowledge ?? worldKnowledge());
  const world = await World.open(table, { ...options, knowledge });
  const { bill } = world.linkup;
  const charge = bill.charge.bind(bill);
  bill.charge = (entry) => {
    charge(entry);
    charge(entry);
  };
  return world;
};

function falsely(web: Knowledge): Knowledge {
  type Topic = ReturnType<Knowledge['topicOf']>;
  const twisted = <T extends Topic>(topic: T): T =>
    topic && {
      ...topic,
      facts: topic.facts.map((fact) => {
        const { value } = fact;
        const other =
          typeof value === 'number' ? value + 1 : typeof value === 'boolean' ? !value : 'Atlantis';
        return { ...fact, value: other };
      }),
    };
  return {
    topicOf: (question) => twisted(web.topicOf(question)),
    listOf: (question) => web.listOf?.(question)?.map(twisted) ?? null,
    pageAt: (url) => {
      const page = web.pageAt(url);
      return typeof page === 'object' ? { ...page, topic: twisted(page.topic) } : page;
    },
  };
}

/** The add-on with one line of it changed. */
const broken =
  (find: RegExp, replace: string): Opener =>
  async (table, options) => {
    const files = await built();
    const code = files['Code.js'] ?? '';
    expect(code.split(find), `${find}`).toHaveLength(2);
    return World.open(table, { ...options, edition: { ...files, 'Code.js': code.replace(find, replace) } });
  };

/** One way of breaking what each part is about, and what is said of it. */
const BREAKS: readonly (readonly [what: string, part: Part, find: RegExp, replace: string, says: string])[] =
  [
    [
      'asks one enrichment a request',
      MIXED,
      /of jobs\.entries\(\)/,
      'of jobs.slice(0, 1).entries()',
      'no request held all three types',
    ],
    ['takes no further step', STEPS, /return 1 \+ steps\.length;/, 'return 1;', '4 of 8 rows answered'],
    [
      'has a trigger that does nothing',
      RESEARCH,
      /function advanceByClock\(\) \{/,
      '$& return;',
      'it broke off: not done after 2 hours',
    ],
    [
      'refreshes what nobody touched',
      REFRESH,
      /\.\.\.\w+\.days !== void 0 && \{ oldBefore: .+? \}/,
      'oldBefore: clock.now()',
      'billed, and not $0.03',
    ],
    [
      'takes every row of a list for one that is there',
      LIST,
      /known\w*\.has\(key\)(?=\) doubles)/,
      'true',
      '0 of 20 rows answered',
    ],
    [
      'asks a formula’s question again after an hour',
      FORMULA,
      / === "failed" && (?=now - \w+\.at > FAILED_FOR)/,
      ' !== "failed" && ',
      'a search was billed twice',
    ],
    [
      'forgets the rows that wait for another answer',
      CHAIN,
      /return (?=stopping === true \|\| )/,
      'return true || ',
      '8 of 16 rows answered',
    ],
  ];

describe('the tour', () => {
  it('does all of it, and says what each part did and cost', async () => {
    const { code, text, figures } = await tour();
    expect(figures.amiss, text).toEqual([]);
    expect(code).toBe(0);
    expect(figures.parts.map(({ name }) => name)).toEqual(PARTS.map(({ name }) => name));
    expect(figures.parts.every(({ rows, done, wrong }) => rows > 0 && done === rows && wrong === 0)).toBe(
      true,
    );
    expect(figures.parts.find(({ name }) => name === REFRESH.name)).toEqual({
      name: 'A night’s refresh',
      rows: 5,
      done: 5,
      wrong: 0,
      billedUsd: 0.03,
    });
    expect(figures.wrong).toBe(0);
    for (const { name } of PARTS) expect(text).toMatch(new RegExp(`^${name}: .+\\.$`, 'm'));
  });

  it('ends badly in a part where the web says something else than the data set, and the bill more than the price list', async () => {
    const parts = oneIn(3, PARTS);
    const { code, text, figures } = await tour({ parts, open: lying });
    expect(code).toBe(1);
    expect(figures.amiss).toEqual(parts.map(({ name }) => name));
    expect(figures.parts.filter(({ wrong }) => wrong === 0)).toEqual([]);
    expect(figures.wrong).toBeGreaterThan(parts.length);
    expect(text.match(/billed, and not/g)).toHaveLength(parts.length);
  });

  it.each(oneIn(4, BREAKS, 1))('ends badly where the add-on %s', async (_, part, find, replace, says) => {
    const { code, text } = await tour({ parts: [part], open: broken(find, replace) });
    expect(code).toBe(1);
    expect(text).toContain(says);
  });
});
