/** The arguments of =LINKUP: what is asked, and what cannot be, by whatever Google passes. */
import { describe, expect, it } from 'vitest';
import { asProblem, Problem } from '../../../../src/enrichment/problem';
import { sentence } from '../../../../src/enrichment/words';
import { type Asked, askedBy } from '../../../../src/run/formula/arguments';

/** The sentence of why a single argument, or all of them, cannot be asked. */
function whyNot(...args: readonly [unknown, unknown?, unknown?]): string {
  try {
    const [[cell] = []] = askedBy(args[0], args[1], args[2]).cells;
    return cell instanceof Problem ? sentence(cell) : '';
  } catch (thrown) {
    return sentence(asProblem(thrown));
  }
}

const CAPITAL = 'What is the capital of Portugal?';
const form = ({ wanted }: Asked) => wanted[0]?.form;

describe('arguments', () => {
  it.each([
    [undefined, undefined],
    ['', ''],
    [null, null],
    [' Standard ', 'ANSWER'],
  ])('that are left out, or in other capitals, mean what they should: %j %j', (depth, what) => {
    expect(form(askedBy(CAPITAL, depth, what))).toEqual({ depth: 'standard', what: 'answer' });
  });

  it.each([
    ['10,001 characters', ['x'.repeat(10_001)], 'The question has 10,001 characters'],
    ['an error', ['#N/A'], 'The question is an error, #N/A'],
    ['an error in another language', ['#BEZUG!'], 'is an error'],
    ['a loading cell', ['Loading...'], 'is still loading'],
    ['a date', [new Date(0)], 'is a date or a tick'],
    ['a tick', [true], 'is a date or a tick'],
    ['deep', [CAPITAL, 'deep'], 'too short for “deep”'],
    ['research', [CAPITAL, 'Research'], 'too short for “research”'],
    ['another depth', [CAPITAL, 'deeper'], 'knows no depth “deeper”, only standard, fast, flash'],
    ['another wish', [CAPITAL, '', 'poem'], 'knows no “what to return” “poem”'],
    ['101 questions', [Array.from({ length: 101 }, (_, i) => [`Number ${i}?`])], '101 different questions'],
  ] as const)('%s are refused, and nothing is billed', (_, [question, depth, what], words) => {
    const said = whyNot(question, depth, what);
    expect(said).toContain(words);
    expect(said).toContain('Nothing was asked and nothing is billed');
  });

  it('of 10,000 characters, with “#” or dots in them, are a question', () => {
    for (const text of ['x'.repeat(10_000), '#1 hit of 1985?', 'Which songs are loading...'])
      expect(askedBy(text, '', '').wanted).toHaveLength(1);
  });

  it('of a range are asked cell by cell, each question once, and blanks not at all', () => {
    const { cells, wanted, isBlock } = askedBy(
      [
        [CAPITAL, ''],
        ['  ', ` ${CAPITAL}`],
      ],
      '',
      '',
    );
    expect([isBlock, wanted.length]).toEqual([true, 1]);
    expect(cells.map((row) => row.map((cell) => cell !== undefined))).toEqual([
      [true, false],
      [false, true],
    ]);
  });

  it('that differ in depth or in what is wanted are other questions', () => {
    const names = [
      ['', ''],
      ['fast', ''],
      ['', 'number'],
    ].map(([depth, what]) => askedBy(CAPITAL, depth, what).wanted[0]?.name);
    expect(new Set(names).size).toBe(3);
  });
});
