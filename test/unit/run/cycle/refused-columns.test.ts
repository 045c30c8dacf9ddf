/** A row whose cells refuse an answer: its Status says so, besides whatever else is to be checked in it. */
import { expect, it } from 'vitest';
import { around } from '../../../../src/run/cycle/refused-columns';
import { FACTS, printOf, rowOf, VIEW } from '../../../world/table-sample';

const STATUS_AT = VIEW.layout.status;
const CAPITAL_AT = VIEW.layout.outputs[0]?.at ?? 0;
const ABOUT = { run: 'run', fingerprint: printOf('Chad'), ordinal: 0, at: 0 };
const ENDED = {
  outcome: { state: 'done', values: [{ kind: 'text', text: "N'Djamena" }] },
  about: ABOUT,
} as const;

it.each([
  ["'Done", ''],
  ["'Done · your own value kept", ''],
  ["'Done · check: Area is no number", 'Area is no number; '],
])('after %s, it names the cell that does not take its value', (status, before) => {
  const cells = new Map([
    [CAPITAL_AT, "'N'Djamena"],
    [STATUS_AT, status],
  ]);
  const row = rowOf({ country: 'Chad' });
  const job = { view: VIEW, enrichment: FACTS };
  const leftOut = new Set(['field:capital']);
  const patch = around(job, row, { at: row.at, cells }, ENDED, leftOut);
  expect([...patch.cells]).toEqual([
    [STATUS_AT, `'Done · check: ${before}B${row.at} does not take “N'Djamena”`],
  ]);
});
