/** The selection: who is asked, who shares, who gets a copy, and who is left out and why. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Candidate,
  MODES,
  type Mode,
  rowsByMode,
  type Standing,
  select,
} from '../../../src/enrichment/selection';

const STANDINGS: readonly Standing[] = [
  'unasked',
  'answered',
  'not found',
  'failed',
  'expired',
  'asking',
  'outdated',
  'typed',
];

function row(at: number, standing: Standing, text = `q${at}`, answeredElsewhere = false): Candidate {
  return {
    at,
    question: { text, fingerprint: `f-${text}` },
    standing,
    answeredElsewhere,
    isPartial: false,
    isOld: false,
    isDeeper: false,
    outside: false,
    isFree: standing !== 'typed',
    isUntouched: standing !== 'typed',
  };
}

const candidates = fc
  .array(
    fc.record({
      standing: fc.constantFrom(...STANDINGS),
      question: fc.oneof(
        fc.constantFrom('a', 'b', 'c').map((text) => ({ text, fingerprint: `f-${text}` })),
        fc.constantFrom('Name', 'City').map((column) => ({ blocker: 'blank' as const, column })),
      ),
      answeredElsewhere: fc.boolean(),
      isPartial: fc.constant(false),
      isOld: fc.boolean(),
      isDeeper: fc.boolean(),
      outside: fc.boolean(),
      isFree: fc.boolean(),
      isUntouched: fc.boolean(),
    }),
  )
  .map((rows) => rows.map((candidate, i): Candidate => ({ ...candidate, at: i + 2 })));

function asked(mode: Mode): Standing[] {
  return STANDINGS.filter((standing) => select([row(2, standing)], mode).rows === 1);
}

describe('a selection', () => {
  it('to fill asks what has no answer yet', () => {
    expect(asked('fill')).toEqual(['unasked', 'failed', 'expired', 'outdated']);
  });

  it('to retry asks only what failed or expired', () => {
    expect(asked('retry')).toEqual(['failed', 'expired']);
  });

  it('of outdated rows asks only those', () => {
    expect(asked('outdated')).toEqual(['outdated']);
  });

  it('of unanswered rows also asks again an answer with an empty field, which no other choice does', () => {
    const partial: Candidate = { ...row(2, 'answered', 'q', true), isPartial: true };
    const takes = MODES.filter((mode) => select([partial], mode).rows === 1);
    expect(takes).toEqual(['unanswered', 'again', 'overwrite']);
    expect(MODES.filter((mode) => rowsByMode([partial])[mode] === 1)).toEqual(takes);
  });

  it('of unanswered rows also asks again what was not found', () => {
    expect(asked('unanswered')).toEqual(['unasked', 'not found', 'failed', 'expired', 'outdated']);
  });

  it('to ask again asks everything but what was typed, and what is being asked already', () => {
    const left = ['asking', 'typed'];
    expect(asked('again')).toEqual(STANDINGS.filter((standing) => !left.includes(standing)));
  });

  it('to overwrite asks everything but what is being asked already', () => {
    expect(asked('overwrite')).toEqual(STANDINGS.filter((standing) => standing !== 'asking'));
  });

  it('asks a question once for all rows that share it, in the order of the table', () => {
    const { questions, rows } = select(
      [row(2, 'unasked', 'x'), row(3, 'unasked', 'y'), row(4, 'unasked', 'x')],
      'fill',
    );
    expect(questions).toEqual([
      { fingerprint: 'f-x', text: 'x', rows: [2, 4] },
      { fingerprint: 'f-y', text: 'y', rows: [3] },
    ]);
    expect(rows).toBe(3);
  });

  it('copies an answer that is on the sheet already instead of asking again', () => {
    const { questions, copies } = select([row(2, 'unasked', 'x', true)], 'fill');
    expect({ questions, copies }).toEqual({ questions: [], copies: [2] });
  });

  it.each(['again', 'overwrite'] as const)('copies nothing when what is answered is asked (%s)', (mode) => {
    const { questions, copies } = select([row(2, 'answered', 'x', true)], mode);
    expect([questions.length, copies]).toEqual([1, []]);
  });

  it('takes along, and does not ask for, rows that were not chosen and ask the same', () => {
    const outside = (
      at: number,
      text: string,
      standing: Standing = 'unasked',
      elsewhere = false,
    ): Candidate => ({
      ...row(at, standing, text, elsewhere),
      outside: true,
    });
    const others = [
      outside(3, 'x'),
      outside(4, 'y'),
      outside(5, 'x', 'typed'),
      outside(7, 'z', 'unasked', true),
    ];
    const chosen = [row(2, 'unasked', 'x'), row(6, 'unasked', 'z', true)];
    expect(select([...chosen, ...others], 'fill')).toEqual({
      questions: [{ fingerprint: 'f-x', text: 'x', rows: [2] }],
      rows: 1,
      again: 0,
      copies: [6],
      along: [3],
      copiedAlong: [7],
      skipped: [],
    });
  });

  it('takes along a chosen row that would be left out, where its question is asked anyway', () => {
    const { along, skipped } = select([row(2, 'outdated', 'x'), row(3, 'unasked', 'x')], 'outdated');
    expect([along, skipped]).toEqual([[3], []]);
  });

  it('leaves out rows that cannot ask, by reason and column', () => {
    const blocked = (column: string): Candidate => ({
      ...row(2, 'unasked'),
      question: { blocker: 'error', column },
    });
    expect(select([blocked('A'), blocked('B'), blocked('A')], 'overwrite').skipped).toEqual([
      { reason: 'error', column: 'A', rows: 2 },
      { reason: 'error', column: 'B', rows: 1 },
    ]);
  });

  it('accounts for every row exactly once', () => {
    fc.assert(
      fc.property(candidates, fc.constantFrom(...MODES), (rows, mode) => {
        const { questions, copies, along, copiedAlong, skipped, rows: toAsk } = select(rows, mode);
        const left = skipped.reduce((sum, { rows: count }) => sum + count, 0);
        const taken = [
          ...questions.flatMap((question) => question.rows),
          ...copies,
          ...along,
          ...copiedAlong,
        ];
        const notChosen = rows.filter(({ at, outside }) => outside && !taken.includes(at));
        expect(taken.length + left + notChosen.length).toBe(rows.length);
        expect(new Set(taken).size).toBe(taken.length);
        expect(questions.flatMap((question) => question.rows)).toHaveLength(toAsk);
      }),
    );
  });

  it('never asks one question twice', () => {
    fc.assert(
      fc.property(candidates, fc.constantFrom(...MODES), (rows, mode) => {
        const prints = select(rows, mode).questions.map(({ fingerprint }) => fingerprint);
        expect(new Set(prints).size).toBe(prints.length);
      }),
    );
  });

  it('touches what a person typed, or what is under way, only where it may', () => {
    fc.assert(
      fc.property(candidates, fc.constantFrom(...MODES), (rows, mode) => {
        const { questions, copies } = select(rows, mode);
        const chosen = new Set([...questions.flatMap((question) => question.rows), ...copies]);
        const standings = rows.filter(({ at }) => chosen.has(at)).map(({ standing }) => standing);
        expect(standings).not.toContain('asking');
        if (mode !== 'overwrite') expect(standings).not.toContain('typed');
      }),
    );
  });
});

describe('the rows of each mode', () => {
  it('are those that a selection of the whole table would ask or copy', () => {
    fc.assert(
      fc.property(candidates, (some) => {
        const whole = some.map((each) => ({ ...each, outside: false }));
        for (const mode of MODES) {
          const { rows, copies } = select(whole, mode);
          expect(rowsByMode(some)[mode]).toBe(rows + copies.length);
        }
      }),
    );
  });
});
