/**
 * `npm run bench` plays the jobs of `cases.ts` on the built add-on, on a virtual clock, and prints what they cost.
 * `--json` ends with a line of all figures, `--costs 3` makes Google three times as slow, `--case PART` plays some.
 */
import { parseArgs } from 'node:util';
import { byRow } from './by-row';
import { CASES, type Case } from './cases';
import { play } from './drive';
import { type Figures, figuresOf, show } from './figures';

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    costs: { type: 'string', default: '1' },
    case: { type: 'string', default: '' },
  },
});

async function measure(): Promise<number> {
  const cases: Figures[] = [];
  for (const job of CASES.filter(({ name }) => name.includes(values.case))) {
    const { reading, invalid } = await play(job, Number(values.costs));
    const figures = figuresOf(job, reading, invalid);
    cases.push(figures);
    console.log(show(figures));
  }
  await compare();
  if (values.json) console.log(JSON.stringify({ cases }));
  return cases.some(({ invalid }) => invalid !== '') ? 1 : 0;
}

async function compare(): Promise<void> {
  const [job] = CASES as readonly [Case];
  const { rowsDone, sheetCallsPerRow, secondsPerRow } = await byRow(job);
  const [calls, seconds] = [sheetCallsPerRow.toFixed(1), secondsPerRow.toFixed(1)];
  console.log(
    `row by row: ${calls} sheet calls and ${seconds} s a row; ended by Google after ${rowsDone} rows`,
  );
}

process.exitCode = await measure();
